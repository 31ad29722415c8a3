import { apiMistakes } from '../mistakes/api.ts';
import { authorizeMistakes } from '../mistakes/authorize.ts';
import { codeMistakes } from '../mistakes/code.ts';
import type { Mistake } from '../mistakes/mistake.ts';
import { refreshMistakes } from '../mistakes/refresh.ts';
import { revokeMistakes } from '../mistakes/revoke.ts';
import { rfc } from '../specs.ts';

/* No public code of RingCentral’s is known for these, so they are the sandbox’s own. */
const mismatch = { status: 400, code: 'SANDBOX-PKCE-2' };
const malformed = { status: 400, code: 'SANDBOX-PKCE-3' };
const missing = { status: 400, code: 'SANDBOX-PKCE-1' };

const challengeMistakes: Mistake[] = [
  {
    id: 'challenge-padding',
    step: 'authorize',
    title: 'Leave the padding on the challenge',
    edits: [{ kind: 'append', name: 'code_challenge', text: '=' }],
    predicted: { status: 302, code: 'invalid_request' },
    decoys: [{ status: 303 }, { status: 400, code: 'OAU-109' }],
    source: rfc(7636, '4.2'),
  },
  {
    id: 'challenge-method',
    step: 'authorize',
    title: 'Misspell S256',
    edits: [{ kind: 'replace', name: 'code_challenge_method', value: 'SHA256' }],
    predicted: { status: 302, code: 'invalid_request' },
    decoys: [{ status: 303 }, mismatch],
    source: rfc(7636, '4.3'),
  },
];

const verifierMistakes: Mistake[] = [
  {
    id: 'verifier-wrong',
    step: 'token',
    title: 'Send a wrong verifier',
    edits: [{ kind: 'turn', name: 'code_verifier' }],
    predicted: mismatch,
    decoys: [{ status: 400, code: 'OAU-106' }, { status: 200 }],
    source: rfc(7636, '4.6'),
  },
  {
    id: 'verifier-break',
    step: 'token',
    title: 'Put a line break behind the verifier',
    edits: [{ kind: 'append', name: 'code_verifier', text: '\n' }],
    predicted: malformed,
    decoys: [mismatch, { status: 200 }],
    source: rfc(7636, '4.1'),
  },
  {
    id: 'verifier-missing',
    step: 'token',
    title: 'Lose the verifier on the way',
    edits: [{ kind: 'left-out', name: 'code_verifier' }],
    predicted: missing,
    decoys: [{ status: 200 }, { status: 400, code: 'OAU-123' }],
    source: rfc(7636, '4.5'),
  },
  {
    id: 'verifier-challenge',
    step: 'token',
    title: 'Send the challenge as the verifier',
    edits: [{ kind: 'swap', name: 'code_verifier', value: 'code_challenge' }],
    predicted: mismatch,
    decoys: [{ status: 200 }, malformed],
    source: rfc(7636, '4.6'),
  },
];

export const mistakes: Mistake[] = [
  ...authorizeMistakes('Code'),
  ...challengeMistakes,
  ...verifierMistakes,
  ...codeMistakes,
  ...apiMistakes(),
  ...refreshMistakes(),
  ...revokeMistakes,
];

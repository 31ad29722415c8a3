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
    decoys: [{ status: 302 }, { status: 400, code: 'OAU-109' }],
    why: 'base64url of a challenge has no padding. Standard base64 functions add it, and + and / besides.',
    right: 'Turn + into -, / into _, and take the = off.',
    source: rfc(7636, '4.2'),
  },
  {
    id: 'challenge-method',
    step: 'authorize',
    title: 'Misspell S256',
    edits: [{ kind: 'replace', name: 'code_challenge_method', value: 'SHA256' }],
    predicted: { status: 302, code: 'invalid_request' },
    decoys: [{ status: 302 }, mismatch],
    why: 'The server knows S256 and plain. It refuses to guess what SHA256 means.',
    right: 'Write S256, capital S.',
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
    why: 'The server hashed it and compared it with the challenge of step 2. One letter, and the whole hash differs. The policy says whether the code is spent by it.',
    right: 'Store the verifier before the redirect, and send that one.',
    source: rfc(7636, '4.6'),
  },
  {
    id: 'verifier-break',
    step: 'token',
    title: 'Put a line break behind the verifier',
    edits: [{ kind: 'append', name: 'code_verifier', text: '\n' }],
    predicted: malformed,
    decoys: [mismatch, { status: 200 }],
    why: 'A shell or a file added it. The line break is no character that a verifier may have, so the server does not even hash it.',
    right: 'Trim what you read before you send it.',
    source: rfc(7636, '4.1'),
  },
  {
    id: 'verifier-missing',
    step: 'token',
    title: 'Lose the verifier on the way',
    edits: [{ kind: 'left-out', name: 'code_verifier' }],
    predicted: missing,
    decoys: [{ status: 200 }, { status: 400, code: 'OAU-123' }],
    why: 'The sign-in took the whole page, and what was in memory went with it. The code is bound to the challenge and is worth nothing without its verifier.',
    right: 'Keep the verifier in sessionStorage across the redirect.',
    source: rfc(7636, '4.5'),
  },
  {
    id: 'verifier-challenge',
    step: 'token',
    title: 'Send the challenge as the verifier',
    edits: [{ kind: 'swap', name: 'code_verifier', value: 'code_challenge' }],
    predicted: mismatch,
    decoys: [{ status: 200 }, malformed],
    why: 'The server hashes what it gets, so it compares the hash of a hash with the hash.',
    right: 'The challenge goes in step 2, the verifier in step 5.',
    source: rfc(7636, '4.6'),
  },
];

export const mistakes: Mistake[] = [
  ...authorizeMistakes,
  ...challengeMistakes,
  ...verifierMistakes,
  ...codeMistakes,
  ...apiMistakes(),
  ...refreshMistakes(),
  ...revokeMistakes,
];

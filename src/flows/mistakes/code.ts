import { rfc } from '../specs.ts';
import { clientMistakes, formMistakes } from './client.ts';
import type { Mistake } from './mistake.ts';

const once = rfc(6749, '4.1.2');
const spent = { status: 400, code: 'OAU-106' };
const expired = { status: 400, code: 'OAU-108' };

/** What goes wrong where a code is traded, with a verifier or with a secret. */
export const codeMistakes: Mistake[] = [
  {
    id: 'code-twice',
    step: 'token',
    title: 'Use the code twice',
    edits: [],
    repeat: true,
    predicted: spent,
    decoys: [{ status: 200 }, expired],
    source: once,
  },
  {
    id: 'code-redirect-uri',
    step: 'token',
    title: 'Leave the slash off redirect_uri',
    edits: [{ kind: 'cut', name: 'redirect_uri', count: 1 }],
    predicted: { status: 400, code: 'OAU-109' },
    decoys: [{ status: 200 }, spent],
    source: rfc(6749, '4.1.3'),
  },
  {
    id: 'code-late',
    step: 'token',
    title: 'Wait until the code is too old',
    edits: [],
    wait: { past: 'code' },
    predicted: expired,
    decoys: [{ status: 200 }, spent],
    source: once,
  },
  {
    id: 'code-cut',
    step: 'token',
    title: 'Send a code that was cut',
    edits: [{ kind: 'cut', name: 'code', count: 3 }],
    predicted: spent,
    decoys: [expired, { status: 200 }],
    source: rfc(6749, '4.1.3'),
  },
  ...formMistakes('authorization-code'),
  ...clientMistakes('token', 'public'),
  ...clientMistakes('token', 'confidential'),
];

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
    why: 'A code is good once. A page that loads twice, a retry or a prefetch sends it again, and to the server that looks like theft: it ends the tokens that the first trade gave.',
    right: 'Trade a code once, and take it out of the address before anything else runs.',
    source: once,
  },
  {
    id: 'code-redirect-uri',
    step: 'token',
    title: 'Leave the slash off redirect_uri',
    edits: [{ kind: 'cut', name: 'redirect_uri', count: 1 }],
    predicted: { status: 400, code: 'OAU-109' },
    decoys: [{ status: 200 }, spent],
    why: 'The token request must repeat the address of step 2, character for character. Nobody is redirected here; it proves that the same app is asking.',
    right: 'Keep the address in one constant and send it in both steps.',
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
    why: 'A code lives about a minute. A debugger that stops between the redirect and the trade is enough.',
    right: 'Trade it at once. The redirect’s expires_in says how long it lives.',
    source: once,
  },
  {
    id: 'code-cut',
    step: 'token',
    title: 'Send a code that was cut',
    edits: [{ kind: 'cut', name: 'code', count: 3 }],
    predicted: spent,
    decoys: [expired, { status: 200 }],
    why: 'The server never issued this text. A field of a database that is too short, or a code read from the address without decoding, looks the same.',
    right: 'Read the code with a URL parser, and keep all of it.',
    source: rfc(6749, '4.1.3'),
  },
  ...formMistakes('authorization-code'),
  ...clientMistakes('token', 'public'),
  ...clientMistakes('token', 'confidential'),
];

import { rfc } from '../specs.ts';
import { clientMistakes } from './client.ts';
import type { Mistake } from './mistake.ts';

/** What goes wrong with a revocation. */
export const revokeMistakes: Mistake[] = [
  {
    id: 'revoke-unknown',
    step: 'revoke',
    title: 'Revoke a token that does not exist',
    edits: [{ kind: 'replace', name: 'token', value: 'no-such-token' }],
    predicted: { status: 200 },
    decoys: [
      { status: 400, code: 'OAU-213' },
      { status: 401, code: 'OAU-149' },
    ],
    why: 'A token that does not work is what you asked for, so the server says yes. It also means that 200 is no proof: your real session goes on.',
    right: 'Revoke a token of the session that you mean.',
    source: rfc(7009, '2.2'),
  },
  {
    id: 'revoke-missing',
    step: 'revoke',
    title: 'Leave out the token',
    edits: [{ kind: 'left-out', name: 'token' }],
    predicted: { status: 400, code: 'CMN-101' },
    decoys: [{ status: 200 }, { status: 400, code: 'OAU-213' }],
    why: 'The server does not know which session to end. RingCentral’s changelog of May 2019 names this code for an empty token; the sandbox takes a token that is left out as empty.',
    right: 'Send the access token or the refresh token.',
    source: rfc(7009, '2.1'),
  },
  ...clientMistakes('revoke', 'public'),
  ...clientMistakes('revoke', 'confidential').slice(0, 2),
];

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
    source: rfc(7009, '2.2'),
  },
  {
    id: 'revoke-missing',
    step: 'revoke',
    title: 'Leave out the token',
    edits: [{ kind: 'left-out', name: 'token' }],
    predicted: { status: 400, code: 'CMN-101' },
    decoys: [{ status: 200 }, { status: 400, code: 'OAU-213' }],
    source: rfc(7009, '2.1'),
  },
  ...clientMistakes('revoke', 'public'),
  ...clientMistakes('revoke', 'confidential').slice(0, 2),
];

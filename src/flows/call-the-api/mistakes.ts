import { apiMistakes } from '../mistakes/api.ts';
import type { Mistake } from '../mistakes/mistake.ts';
import { rfc } from '../specs.ts';

const inTheQuery: Mistake = {
  id: 'api-query',
  step: 'api',
  title: 'Put the token in the address',
  edits: [
    { kind: 'left-out', name: 'Authorization' },
    { kind: 'put-in', name: 'access_token' },
  ],
  predicted: { status: 200 },
  decoys: [
    { status: 401, code: 'AGW-401' },
    { status: 401, code: 'OAU-149' },
  ],
  source: rfc(6750, '2.3'),
};

const twoPlaces: Mistake = {
  id: 'api-twice',
  step: 'api',
  title: 'Send the token in both places',
  edits: [{ kind: 'put-in', name: 'access_token' }],
  predicted: { status: 400, code: 'SANDBOX-API-1' },
  decoys: [{ status: 200 }, { status: 401, code: 'AGW-401' }],
  source: rfc(6750, '2'),
};

export const mistakes: Mistake[] = [
  ...apiMistakes(),
  inTheQuery,
  twoPlaces,
  ...apiMistakes({ step: 'extensions' }).slice(0, 3),
  ...apiMistakes({ step: 'call-log' }).slice(0, 3),
];

import { apiMistakes } from '../mistakes/api.ts';
import { clientMistakes, formMistakes } from '../mistakes/client.ts';
import type { Mistake } from '../mistakes/mistake.ts';
import { refreshMistakes } from '../mistakes/refresh.ts';
import { revokeMistakes } from '../mistakes/revoke.ts';
import { rfc } from '../specs.ts';

const junk = { status: 400, code: 'OAU-331' };
const signature = { status: 400, code: 'OAU-345' };
const otherApp = { status: 400, code: 'OAU-473' };
const source = rfc(7523, '3');

const assertionMistakes: Mistake[] = [
  {
    id: 'jwt-cut',
    step: 'token',
    title: 'Cut the end of the JWT',
    edits: [{ kind: 'cut', name: 'assertion', count: 6 }],
    predicted: signature,
    decoys: [junk, { status: 200 }],
    source,
  },
  {
    id: 'jwt-junk',
    step: 'token',
    title: 'Send something that is not a JWT',
    edits: [{ kind: 'replace', name: 'assertion', value: 'my-jwt' }],
    predicted: junk,
    decoys: [signature, { status: 400, code: 'OAU-250' }],
    source,
  },
  {
    id: 'jwt-other-app',
    step: 'token',
    title: 'Use a JWT made for another app',
    edits: [{ kind: 'mint', name: 'assertion', clientIds: ['sandbox-current-web'] }],
    predicted: otherApp,
    decoys: [{ status: 200 }, signature],
    source: rfc(7521, '5.2'),
  },
  {
    id: 'jwt-expired',
    step: 'token',
    title: 'Use a JWT after its last day',
    edits: [{ kind: 'mint', name: 'assertion', lifeSeconds: 60 }],
    wait: 120,
    predicted: { status: 400, code: 'SANDBOX-JWT-4' },
    decoys: [signature, { status: 200 }],
    source,
  },
];

const asBearer: Mistake = {
  id: 'jwt-as-bearer',
  step: 'api',
  title: 'Show the JWT to the API',
  edits: [{ kind: 'swap', name: 'Authorization', value: 'assertion', prefix: 'Bearer ' }],
  predicted: { status: 401, code: 'OAU-149' },
  decoys: [{ status: 200 }, { status: 401, code: 'AGW-402' }],
  source: rfc(7523, '2.1'),
};

export const mistakes: Mistake[] = [
  ...assertionMistakes,
  ...formMistakes('jwt-bearer'),
  ...clientMistakes('token', 'confidential'),
  asBearer,
  ...apiMistakes(),
  ...refreshMistakes(),
  ...revokeMistakes,
];

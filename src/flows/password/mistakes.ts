import { apiMistakes } from '../mistakes/api.ts';
import { clientMistakes, formMistakes } from '../mistakes/client.ts';
import type { Mistake } from '../mistakes/mistake.ts';
import { refreshMistakes } from '../mistakes/refresh.ts';
import { revokeMistakes } from '../mistakes/revoke.ts';
import { rfc } from '../specs.ts';

const wrong = { status: 400, code: 'OAU-140' };
const grant = { status: 400, code: 'OAU-251' };
const source = rfc(6749, '4.3.2');

const userMistakes: Mistake[] = [
  {
    id: 'password-wrong',
    step: 'token',
    title: 'Send a wrong password',
    edits: [{ kind: 'append', name: 'password', text: ' ' }],
    predicted: wrong,
    decoys: [{ status: 200 }, { status: 400, code: 'OAU-146' }],
    source,
  },
  {
    id: 'password-extension',
    step: 'token',
    title: 'Name an extension that is not there',
    edits: [{ kind: 'replace', name: 'username', value: '+18335550100*999' }],
    predicted: wrong,
    decoys: [{ status: 200 }, { status: 400, code: 'OAU-119' }],
    source,
  },
  {
    id: 'password-mfa',
    step: 'token',
    title: 'Sign in a user with MFA',
    edits: [{ kind: 'replace', name: 'username', value: '+18335550100*103' }],
    predicted: { status: 400, code: 'OAU-168' },
    decoys: [{ status: 200 }, wrong],
    source: rfc(9700, '2.4'),
  },
  {
    id: 'password-sso',
    step: 'token',
    title: 'Sign in a user with single sign-on',
    edits: [{ kind: 'replace', name: 'username', value: '+18335550100*104' }],
    predicted: { status: 400, code: 'SANDBOX-USER-3' },
    decoys: [wrong, { status: 200 }],
    source: rfc(9700, '2.4'),
  },
  {
    id: 'password-wrong-app',
    step: 'token',
    title: 'Ask with a web server app',
    edits: [{ kind: 'basic', id: 'sandbox-server-web', secret: 'sandbox-server-web-secret' }],
    when: 'confidential',
    predicted: grant,
    decoys: [wrong, { status: 200 }],
    source: rfc(6749, '5.2'),
  },
];

export const mistakes: Mistake[] = [
  ...userMistakes,
  ...formMistakes('passwords'),
  ...clientMistakes('token', 'confidential'),
  ...clientMistakes('token', 'public'),
  ...apiMistakes(),
  ...refreshMistakes(),
  ...revokeMistakes,
];

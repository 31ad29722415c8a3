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
    why: 'A space was copied with it. Nothing is trimmed, and the server does not say which of the two was wrong.',
    right: 'Send what the user typed, percent-encoded and otherwise untouched.',
    source,
  },
  {
    id: 'password-extension',
    step: 'token',
    title: 'Name an extension that is not there',
    edits: [{ kind: 'replace', name: 'username', value: '+18335550100*999' }],
    predicted: wrong,
    decoys: [{ status: 200 }, { status: 400, code: 'OAU-119' }],
    why: 'The answer is the same as for a wrong password, so that nobody can find out which extensions exist. An account of another environment looks the same.',
    right: 'Write the number with its country code, `*`, and the extension of the user.',
    source,
  },
  {
    id: 'password-mfa',
    step: 'token',
    title: 'Sign in a user with MFA',
    edits: [{ kind: 'replace', name: 'username', value: '+18335550100*103' }],
    predicted: { status: 400, code: 'OAU-168' },
    decoys: [{ status: 200 }, wrong],
    why: 'A password alone is not enough for this user, and the grant has no place for a second factor.',
    right: 'Use authorization code, or JWT for a server.',
    source: rfc(9700, '2.4'),
  },
  {
    id: 'password-sso',
    step: 'token',
    title: 'Sign in a user with single sign-on',
    edits: [{ kind: 'replace', name: 'username', value: '+18335550100*104' }],
    predicted: { status: 400, code: 'SANDBOX-USER-3' },
    decoys: [wrong, { status: 200 }],
    why: 'The company signs in at its own provider, so RingCentral holds no password of this user. RingCentral’s code for this was not found in public, so the sandbox has one of its own.',
    right: 'Use authorization code, or JWT for a server.',
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
    why: 'A web server app may not use this grant, whoever signs in. This is the most frequent authorization error of all; since 31 March 2024 every app gets it at RingCentral.',
    right: 'Change the flow of your code: JWT, or authorization code.',
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

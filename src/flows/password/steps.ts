import type { FlowStep } from '../flow.ts';
import { ofServer } from '../parts/as-server.ts';
import { apiStep } from '../parts/api-step.ts';
import { accessTokenTtl, clientId, grantType } from '../parts/client.ts';
import { refreshStep } from '../parts/refresh-step.ts';
import { revokeStep } from '../parts/revoke-step.ts';
import { tokenStep } from '../parts/token-step.ts';
import { rfc } from '../specs.ts';

const askStep: FlowStep = {
  id: 'ask',
  title: 'Ask the user for number and password',
  summary:
    'The user types both into your app, which could keep them. RingCentral ended the grant on 31 March 2024.',
  kind: 'prepare',
  making: 'user',
  send: { first: 'Fill in extension 101', again: 'Fill in again' },
  from: 'browser',
  to: 'app',
  diagram: [{ kind: 'message', from: 'browser', to: 'app', label: 'number, extension, password' }],
  answerNotes: {
    username: 'Company number, then * and the extension',
    password: 'The user’s own, in your hands',
  },
  terminal: `username='+18335550100*101'
password=sandbox-password`,
  next: 'Exchange them for tokens',
};

/** From the user's password to the revoked session. */
export const steps: FlowStep[] = ofServer([
  askStep,
  tokenStep({
    title: 'Exchange the password for tokens',
    summary:
      'Your server sends the user’s number and password with its own id and secret. This page plays that server here; the user never sees the authorization server.',
    parameters: [
      grantType('password', rfc(6749, '4.3.2')),
      {
        name: 'username',
        source: { kind: 'value', name: 'username' },
        meaning: 'Number with its country code, then `*` and the extension',
        required: true,
        spec: rfc(6749, '4.3.2'),
      },
      {
        name: 'password',
        source: { kind: 'value', name: 'password' },
        meaning: 'The user’s password',
        required: true,
        spec: rfc(6749, '4.3.2'),
      },
      {
        name: 'extension',
        source: { kind: 'fixed', value: '101' },
        meaning: 'The older way to name the extension, if the number has no `*`',
        required: false,
        leftOut: true,
        spec: rfc(6749, '8.2'),
      },
      clientId,
      accessTokenTtl,
    ],
  }),
  apiStep({ next: 'Refresh' }),
  refreshStep({ next: 'Revoke' }),
  revokeStep(),
]);

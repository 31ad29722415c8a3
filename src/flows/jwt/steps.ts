import type { FlowStep } from '../flow.ts';
import { ofServer } from '../parts/as-server.ts';
import { apiStep } from '../parts/api-step.ts';
import { accessTokenTtl, clientId, grantType } from '../parts/client.ts';
import { refreshStep } from '../parts/refresh-step.ts';
import { revokeStep } from '../parts/revoke-step.ts';
import { makeJwt } from '../parts/terminal.ts';
import { tokenStep } from '../parts/token-step.ts';
import { rfc } from '../specs.ts';

const credentialStep: FlowStep = {
  id: 'credential',
  title: 'Make a JWT credential in the console',
  summary:
    'A user makes it once in the developer console, and the authorization server signs it. Your server stores it like a password; here the sandbox makes one for extension 101.',
  kind: 'prepare',
  making: 'jwt',
  send: { first: 'Make a credential', again: 'Make a new one' },
  from: 'authorization-server',
  to: 'app',
  diagram: [
    {
      kind: 'message',
      from: 'authorization-server',
      to: 'app',
      label: 'JWT credential for 101',
    },
  ],
  answerNotes: { assertion: 'Three parts between dots: header, claims, signature' },
  terminal: makeJwt,
  next: 'Exchange it for tokens',
};

/** From the credential to the revoked session. */
export const steps: FlowStep[] = ofServer([
  credentialStep,
  tokenStep({
    title: 'Exchange the JWT for tokens',
    summary:
      'Your server sends the credential as an assertion, with its own id and secret. This page plays that server here; the credential itself never goes to the API.',
    parameters: [
      grantType('urn:ietf:params:oauth:grant-type:jwt-bearer', rfc(7523, '2.1')),
      {
        name: 'assertion',
        source: { kind: 'value', name: 'assertion' },
        meaning: 'The credential, whole: three parts between two dots',
        required: true,
        spec: rfc(7523, '2.1'),
      },
      clientId,
      accessTokenTtl,
    ],
    answerNotes: { owner_id: 'The extension that made the JWT' },
  }),
  apiStep({ next: 'Refresh' }),
  refreshStep({
    summary:
      'Your server exchanges the refresh token for a new pair. Without one, it exchanges the JWT again.',
    next: 'Revoke',
  }),
  revokeStep({ title: 'Revoke when the job is done' }),
]);

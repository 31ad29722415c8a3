import type { FlowStep } from '../flow.ts';
import { apiStep } from '../parts/api-step.ts';
import { accessTokenTtl, clientAuthentication, clientId, grantType } from '../parts/client.ts';
import { errorNotes, tokenNotes } from '../parts/notes.ts';
import { refreshStep } from '../parts/refresh-step.ts';
import { revokeStep } from '../parts/revoke-step.ts';
import { rfc } from '../specs.ts';

const credentialStep: FlowStep = {
  id: 'credential',
  title: 'Make a JWT credential in the console',
  summary:
    'A user makes it once in the developer console, and the server signs it. Your server keeps it as it keeps a password; here the sandbox makes one for extension 101.',
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
  terminal: `assertion=$(curl -s http://localhost:4321/sandbox/api/jwt \\
  --header 'Content-Type: application/json' \\
  --data-raw '{"extensionNumber":"101"}' | cut -d '"' -f 4)`,
  next: 'Trade it for tokens',
};

const tokenStep: FlowStep = {
  id: 'token',
  title: 'Trade the JWT for tokens',
  summary:
    'Your server sends the credential as an assertion, with its own id and secret. This page plays that server here; the credential itself never goes to the API.',
  kind: 'request',
  from: 'app',
  to: 'authorization-server',
  diagram: [
    { kind: 'message', from: 'app', to: 'authorization-server', code: 'POST /token', label: '' },
    { kind: 'message', from: 'authorization-server', to: 'app', code: '200', label: 'tokens' },
  ],
  request: {
    method: 'POST',
    path: '/restapi/oauth/token',
    encoding: 'form',
    headers: [clientAuthentication],
    parameters: [
      grantType('urn:ietf:params:oauth:grant-type:jwt-bearer', '2.1', 7523),
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
  },
  answerNotes: { ...tokenNotes, owner_id: 'The extension that made the JWT', ...errorNotes },
  next: 'Call the API',
};

/** From the credential to the revoked session. */
export const steps: FlowStep[] = [
  credentialStep,
  tokenStep,
  apiStep({ next: 'Refresh' }),
  refreshStep({
    summary:
      'Your server trades the refresh token for a new pair. Without one, it trades the JWT again.',
    next: 'Revoke',
  }),
  revokeStep({ title: 'Revoke when the job is done' }),
];

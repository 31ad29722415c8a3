import type { FlowStep } from '../flow.ts';
import { apiStep } from '../parts/api-step.ts';
import { authorizeClientId, authorizePath, redirectUri, scope, state } from '../parts/authorize.ts';
import { accessTokenTtl, clientAuthentication, clientId, grantType } from '../parts/client.ts';
import { errorNotes, redirectErrorNotes, tokenNotes } from '../parts/notes.ts';
import { prepareStateStep } from '../parts/prepare-state-step.ts';
import { refreshStep } from '../parts/refresh-step.ts';
import { revokeStep } from '../parts/revoke-step.ts';
import { signInStep } from '../parts/sign-in-step.ts';
import { rfc } from '../specs.ts';

const authorizeStep: FlowStep = {
  id: 'authorize',
  title: 'Send the user to the server',
  summary:
    'Your server answers the browser with a redirect to the authorization server. The secret is not in it: an address is seen by too many.',
  kind: 'navigate',
  from: 'browser',
  to: 'authorization-server',
  diagram: [
    {
      kind: 'message',
      from: 'browser',
      to: 'authorization-server',
      code: 'GET /authorize',
      label: '',
    },
  ],
  request: {
    method: 'GET',
    path: authorizePath,
    encoding: 'query',
    headers: [],
    parameters: [
      {
        name: 'response_type',
        source: { kind: 'fixed', value: 'code' },
        meaning: 'Ask for a code, not for a token',
        required: true,
        spec: rfc(6749, '4.1.1'),
      },
      authorizeClientId,
      redirectUri('the code'),
      state,
      scope,
    ],
  },
  answerNotes: {},
};

const returnStep: FlowStep = {
  id: 'return',
  title: 'Come back with a code',
  summary:
    'The server answers with a redirect, and the browser takes the code to your server, which must look at state before anything else. The code alone is worth nothing without the secret.',
  kind: 'return',
  brings: 'code',
  from: 'authorization-server',
  to: 'browser',
  diagram: [
    {
      kind: 'message',
      from: 'authorization-server',
      to: 'browser',
      code: '302',
      label: 'back with code',
    },
    { kind: 'message', from: 'browser', to: 'app', code: '/callback', label: '' },
  ],
  answerNotes: {
    code: 'Stands for the sign-in that just happened',
    state: 'Same as you sent in step 2',
    expires_in: 'RingCentral’s own addition: seconds left for the code',
    iss: 'The server that answers; compare it with the one you asked',
    ...redirectErrorNotes,
    error: 'Why there is no code',
  },
  next: 'Trade the code',
};

const tokenStep: FlowStep = {
  id: 'token',
  title: 'Trade the code and the secret for tokens',
  summary:
    'Your server sends the code with its own id and secret. This page plays that server here; in your app the secret never reaches a browser.',
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
      grantType('authorization_code', '4.1.3'),
      {
        name: 'code',
        source: { kind: 'value', name: 'code' },
        meaning: 'From the callback in step 4. Good once',
        required: true,
        spec: rfc(6749, '4.1.3'),
      },
      {
        name: 'redirect_uri',
        source: { kind: 'input', name: 'redirect_uri' },
        meaning: 'Must equal step 2, character for character',
        required: true,
        spec: rfc(6749, '4.1.3'),
      },
      clientId,
      accessTokenTtl,
    ],
  },
  answerNotes: { ...tokenNotes, ...errorNotes },
  next: 'Call the API',
};

/** From the state to the revoked session. */
export const steps: FlowStep[] = [
  prepareStateStep,
  authorizeStep,
  signInStep,
  returnStep,
  tokenStep,
  apiStep({ next: 'Refresh' }),
  refreshStep({ next: 'Revoke' }),
  revokeStep(),
];

import type { FlowStep } from '../flow.ts';
import { apiStep } from '../parts/api-step.ts';
import { authorizeClientId, authorizePath, redirectUri, scope, state } from '../parts/authorize.ts';
import { redirectErrorNotes, tokenNotes } from '../parts/notes.ts';
import { prepareStateStep } from '../parts/prepare-state-step.ts';
import { revokeStep } from '../parts/revoke-step.ts';
import { signInStep } from '../parts/sign-in-step.ts';
import { rfc } from '../specs.ts';

const authorizeStep: FlowStep = {
  id: 'authorize',
  title: 'Ask for a token in the address',
  summary:
    'Your app sends the browser to the server and asks for the token itself. RingCentral has left this flow; the sandbox runs it so that you can see why.',
  kind: 'navigate',
  from: 'browser',
  to: 'authorization-server',
  diagram: [
    {
      kind: 'message',
      from: 'browser',
      to: 'authorization-server',
      code: 'GET /authorize',
      label: 'for a token',
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
        source: { kind: 'fixed', value: 'token' },
        meaning: 'Ask for the access token at once, with no code between',
        required: true,
        spec: rfc(6749, '4.2.1'),
      },
      authorizeClientId,
      redirectUri('the token'),
      state,
      scope,
      {
        name: 'prompt',
        source: { kind: 'fixed', value: 'none' },
        meaning: 'Show no form: answer only where the user is signed in. Apps renewed tokens so',
        required: false,
        leftOut: true,
        spec: {
          label: 'OIDC Core 3.1.2.1',
          href: 'https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest',
        },
      },
    ],
  },
  answerNotes: {},
};

const returnStep: FlowStep = {
  id: 'return',
  title: 'Come back with the token in the fragment',
  summary:
    'The token stands in the address, after the #. No server sees a fragment, but the history and every script of the page do.',
  kind: 'return',
  brings: 'token',
  from: 'authorization-server',
  to: 'browser',
  diagram: [
    {
      kind: 'message',
      from: 'authorization-server',
      to: 'browser',
      code: '302',
      label: 'back with the token',
    },
    { kind: 'message', from: 'browser', to: 'app', code: '/callback#', label: '' },
  ],
  answerNotes: {
    ...tokenNotes,
    access_token: 'The token itself, in an address',
    expires_in: 'Seconds. Then the user signs in again',
    state: 'Same as you sent in step 2',
    iss: 'The server that answers; compare it with the one you asked',
    ...redirectErrorNotes,
    error: 'Why there is no token',
  },
  next: 'Call the API',
};

/** From the state to the revoked session; there is nothing to refresh with. */
export const steps: FlowStep[] = [
  prepareStateStep,
  authorizeStep,
  signInStep,
  returnStep,
  apiStep({ next: 'Revoke' }),
  revokeStep(),
];

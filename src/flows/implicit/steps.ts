import type { FlowStep } from '../flow.ts';
import { apiStep } from '../parts/api-step.ts';
import { authorizeOptions } from '../parts/authorize-options.ts';
import { authorizeStep } from '../parts/authorize-step.ts';
import { authorizeClientId, redirectUri, scope, state } from '../parts/authorize.ts';
import { tokenNotes } from '../parts/notes.ts';
import { prepareStateStep } from '../parts/prepare-state-step.ts';
import { returnStep } from '../parts/return-step.ts';
import { revokeStep } from '../parts/revoke-step.ts';
import { signInStep } from '../parts/sign-in-step.ts';
import { rfc } from '../specs.ts';

/** From the state to the revoked session; there is nothing to refresh with. */
export const steps: FlowStep[] = [
  prepareStateStep,
  authorizeStep({
    title: 'Ask for a token in the address',
    summary:
      'Your app sends the browser to the authorization server and asks for the token itself. RingCentral’s guide has dropped this flow; the sandbox runs it so that you can see why.',
    label: 'for a token',
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
        meaning:
          'Show no form: answer only if the user is signed in. Apps renewed tokens like this',
        required: false,
        leftOut: true,
        spec: {
          label: 'OIDC Core 3.1.2.1',
          href: 'https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest',
        },
      },
      ...authorizeOptions.filter(({ name }) => name !== 'prompt'),
    ],
  }),
  signInStep,
  returnStep({
    title: 'Come back with the token in the fragment',
    summary:
      'The token is in the address, after the #. No server sees a fragment, but the browser’s history and every script of the page do.',
    brings: 'token',
    label: 'back with the token',
    callback: '/callback#',
    answerNotes: {
      ...tokenNotes,
      access_token: 'The token itself, in an address',
      expires_in: 'Seconds. Then the user signs in again',
    },
    next: 'Call the API',
  }),
  apiStep({ next: 'Revoke' }),
  revokeStep(),
];

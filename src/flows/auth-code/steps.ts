import { rfc } from '../specs.ts';
import type { FlowStep } from '../flow.ts';
import { ofServer } from '../parts/as-server.ts';
import { apiStep } from '../parts/api-step.ts';
import { authorizeStep } from '../parts/authorize-step.ts';
import { authorizeOptions } from '../parts/authorize-options.ts';
import {
  authorizeClientId,
  redirectUri,
  responseTypeCode,
  scope,
  state,
} from '../parts/authorize.ts';
import { accessTokenTtl, clientId, codeAndRedirectUri, grantType } from '../parts/client.ts';
import { prepareStateStep } from '../parts/prepare-state-step.ts';
import { refreshStep } from '../parts/refresh-step.ts';
import { codeReturnStep } from '../parts/return-step.ts';
import { revokeStep } from '../parts/revoke-step.ts';
import { signInStep } from '../parts/sign-in-step.ts';
import { tokenStep } from '../parts/token-step.ts';

/** From the state to the revoked session. */
export const steps: FlowStep[] = ofServer([
  prepareStateStep,
  authorizeStep({
    title: 'Send the user to the authorization server',
    summary:
      'Your server answers the browser with a redirect there. The secret is not in it: too many others see an address.',
    parameters: [
      responseTypeCode,
      authorizeClientId,
      redirectUri('the code'),
      state,
      scope,
      ...authorizeOptions,
    ],
  }),
  signInStep,
  codeReturnStep(
    'The authorization server answers with a redirect, and the browser takes the code to your server, which must look at state before anything else. The code is useless without the secret.',
  ),
  tokenStep({
    title: 'Exchange the code and the secret for tokens',
    summary:
      'Your server sends the code with its own id and secret. This page plays that server here; in production the secret never reaches a browser.',
    parameters: [
      grantType('authorization_code', rfc(6749, '4.1.3')),
      ...codeAndRedirectUri,
      clientId,
      accessTokenTtl,
    ],
  }),
  apiStep({ next: 'Refresh' }),
  refreshStep({ next: 'Revoke' }),
  revokeStep(),
]);

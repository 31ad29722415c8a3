import { signInSteps } from './auth-code-pkce/sign-in-steps.ts';
import { tokenSteps } from './auth-code-pkce/token-steps.ts';
import { values } from './auth-code-pkce/values.ts';
import type { FlowDefinition } from './flow.ts';
import { flowTitles } from './ids.ts';
import { asServer } from './parts/as-server.ts';
import { sessionEnded } from './parts/names.ts';
import { signsInAgain } from './parts/without-refresh.ts';
import { rfc } from './specs.ts';

const steps = [...signInSteps, ...tokenSteps];

/** Authorization code with PKCE for an app that has no secret, from the verifier to the revoked session. */
export const authCodePkce: FlowDefinition = {
  id: 'auth-code-pkce',
  title: flowTitles['auth-code-pkce'],
  summary:
    'The user signs in at RingCentral, your app gets a short-lived code, and a one-time proof shows that the app that finishes the sign-in is the one that started it.',
  specs: [rfc(6749, '4.1'), rfc(7636), rfc(9700)],
  actors: ['browser', 'app', 'authorization-server', 'api'],
  app: 'sandbox-browser',
  clientType: 'public',
  values,
  steps,
  asServer: asServer(steps),
  withoutRefresh: signsInAgain(steps),
  end: sessionEnded,
  then: ['call-the-api', 'refresh-token', 'revocation'],
};

import type { FlowDefinition } from './flow.ts';
import { flowTitles } from './ids.ts';
import { steps } from './implicit/steps.ts';
import { asServer } from './parts/as-server.ts';
import { sessionEnded } from './parts/names.ts';
import { accessToken, stateValue } from './parts/values.ts';
import { rfc } from './specs.ts';

/** Implicit: the token comes back in the fragment of the redirect. */
export const implicit: FlowDefinition = {
  id: 'implicit',
  title: flowTitles.implicit,
  summary:
    'The authorization server puts the access token into the address that the browser comes back to. RingCentral’s guide has dropped it; use authorization code with PKCE.',
  specs: [rfc(6749, '4.2'), rfc(9700, '2.1.2')],
  actors: ['browser', 'app', 'authorization-server', 'api'],
  app: 'sandbox-browser',
  clientType: 'public',
  values: [stateValue(4), accessToken('return')],
  steps,
  asServer: asServer(steps),
  end: sessionEnded,
  then: ['call-the-api', 'revocation', 'auth-code-pkce'],
};

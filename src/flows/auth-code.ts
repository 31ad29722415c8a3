import { steps } from './auth-code/steps.ts';
import type { FlowDefinition } from './flow.ts';
import { flowTitles } from './ids.ts';
import { serverNames, sessionEnded } from './parts/names.ts';
import { signsInAgain } from './parts/without-refresh.ts';
import { codeValue, stateValue, tokenValues } from './parts/values.ts';
import { rfc } from './specs.ts';

/** Authorization code for an app with a server that keeps a secret. */
export const authCode: FlowDefinition = {
  id: 'auth-code',
  title: flowTitles['auth-code'],
  summary:
    'The user signs in at RingCentral, the browser takes a short-lived code to your server, and your server exchanges it for tokens with its secret.',
  specs: [rfc(6749, '4.1'), rfc(9700)],
  actors: ['browser', 'app', 'authorization-server', 'api'],
  names: serverNames,
  app: 'sandbox-server-web',
  clientType: 'confidential',
  values: [stateValue(4), codeValue, ...tokenValues('token')],
  steps,
  withoutRefresh: signsInAgain(steps),
  end: sessionEnded,
  then: ['call-the-api', 'refresh-token', 'revocation'],
};

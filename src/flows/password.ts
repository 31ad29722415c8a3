import type { FlowDefinition } from './flow.ts';
import { flowTitles } from './ids.ts';
import { serverNames, sessionEnded } from './parts/names.ts';
import { tokenValues } from './parts/values.ts';
import { tradesAgain } from './parts/without-refresh.ts';
import { steps } from './password/steps.ts';
import { rfc } from './specs.ts';

/** Resource owner password credentials, which RingCentral ended on 2024-03-31. */
export const password: FlowDefinition = {
  id: 'password',
  title: flowTitles.password,
  summary:
    'The app asks for the user’s number and password and exchanges them for tokens. RingCentral ended it on 31 March 2024; use JWT, or authorization code with PKCE.',
  specs: [rfc(6749, '4.3'), rfc(9700, '2.4')],
  actors: ['browser', 'app', 'authorization-server', 'api'],
  names: serverNames,
  app: 'sandbox-server-only',
  clientType: 'confidential',
  values: [
    {
      name: 'username',
      maker: 'browser',
      purpose: 'Who signs in: number and extension',
      arrivesAt: 'ask',
      secret: false,
    },
    {
      name: 'password',
      maker: 'browser',
      purpose: 'The user’s own. Your app should not have it',
      arrivesAt: 'ask',
      secret: true,
    },
    ...tokenValues('token'),
  ],
  steps,
  withoutRefresh: tradesAgain(steps, {
    title: 'Log in again',
    button: 'Log in again',
    summary: 'The next access token comes from another login, with number and password.',
    diagram: [{ kind: 'message', from: 'app', to: 'authorization-server', label: 'Log in again' }],
  }),
  end: sessionEnded,
  then: ['call-the-api', 'refresh-token', 'jwt'],
};

import type { FlowDefinition } from './flow.ts';
import { flowTitles } from './ids.ts';
import { steps } from './jwt/steps.ts';
import { serverNames, sessionEnded } from './parts/names.ts';
import { tokenValues } from './parts/values.ts';
import { tradesAgain } from './parts/without-refresh.ts';
import { rfc } from './specs.ts';

/** JWT bearer: a credential of the developer console for tokens, with no user at hand. */
export const jwt: FlowDefinition = {
  id: 'jwt',
  title: flowTitles.jwt,
  summary:
    'A server without a user exchanges a signed credential, made once in the developer console, for tokens.',
  specs: [rfc(7523, '2.1'), rfc(7519)],
  actors: ['app', 'authorization-server', 'api'],
  names: serverNames,
  app: 'sandbox-jwt',
  clientType: 'confidential',
  values: [
    {
      name: 'assertion',
      maker: 'authorization-server',
      purpose: 'It represents the user who made it',
      arrivesAt: 'credential',
      secret: true,
    },
    ...tokenValues('token'),
  ],
  steps,
  withoutRefresh: tradesAgain(steps, {
    title: 'Exchange the JWT again',
    button: 'Exchange the JWT again',
    summary: 'Your server gets the next access token with the same JWT, as often as it needs one.',
    diagram: [
      { kind: 'message', from: 'app', to: 'authorization-server', label: 'Exchange the JWT again' },
    ],
  }),
  end: sessionEnded,
  then: ['call-the-api', 'refresh-token', 'revocation'],
};

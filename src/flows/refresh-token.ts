import type { FlowDefinition } from './flow.ts';
import { flowTitles } from './ids.ts';
import { serverNames } from './parts/names.ts';
import { ofServer } from './parts/as-server.ts';
import { apiStep } from './parts/api-step.ts';
import { holdStep } from './parts/hold-step.ts';
import { refreshStep } from './parts/refresh-step.ts';
import { tokenValues } from './parts/values.ts';
import { logsInAgain, toNextToken } from './parts/without-refresh.ts';
import { rfc } from './specs.ts';

/** Refresh: the next pair, and what becomes of the one before it. */
export const refreshTokenFlow: FlowDefinition = {
  id: 'refresh-token',
  title: flowTitles['refresh-token'],
  summary:
    'Your app exchanges its refresh token for a new pair before the hour ends. The old access token ends at once, the old refresh token soon after.',
  specs: [rfc(6749, '6'), rfc(9700, '4.14')],
  actors: ['app', 'authorization-server', 'api'],
  names: serverNames,
  app: 'sandbox-jwt',
  clientType: 'confidential',
  values: [
    ...tokenValues('hold'),
    {
      name: 'old_access_token',
      maker: 'authorization-server',
      purpose: 'The old one: no longer valid',
      arrivesAt: 'refresh',
      secret: true,
    },
    {
      name: 'old_refresh_token',
      maker: 'authorization-server',
      purpose: 'Used once. It works again for a short while',
      arrivesAt: 'refresh',
      secret: true,
    },
  ],
  steps: ofServer([
    holdStep('Call the API'),
    apiStep({ next: 'Refresh' }),
    refreshStep({
      keeps: { access_token: 'old_access_token', refresh_token: 'old_refresh_token' },
      next: 'Call with the old token',
    }),
    apiStep({
      id: 'api-old',
      token: 'old_access_token',
      title: 'Call with the old token',
      summary: 'Its hour is not over, but the API refuses it: a refresh ends it at once.',
      expects: 'refusal',
      diagram: [{ kind: 'message', from: 'app', to: 'api', label: 'with the old token' }],
      next: 'Call with the new one',
    }),
    apiStep({
      id: 'api-new',
      title: 'Call with the new token',
      summary:
        'The new access token opens the API. Its first use starts the clock of the old refresh token: about ten seconds later that one ends too.',
      diagram: [{ kind: 'message', from: 'app', to: 'api', label: 'with the new token' }],
      next: 'Refresh once more',
    }),
    refreshStep({
      id: 'refresh-again',
      title: 'Refresh once more',
      summary:
        'Every refresh returns the next pair, so a session that is used does not end by the tokens’ own times.',
      diagram: [
        { kind: 'message', from: 'app', to: 'authorization-server', label: 'Refresh again' },
      ],
    }),
  ]),
  withoutRefresh: {
    steps: {
      hold: { title: 'Hold an access token' },
      api: { next: toNextToken },
      'api-new': {
        summary:
          'The new access token opens the API. The old one works until its own hour is over.',
      },
    },
    instead: { refresh: logsInAgain('refresh', 'Call with the new token') },
    without: ['refresh_token', 'old_access_token', 'old_refresh_token', 'api-old', 'refresh-again'],
    end: 'Without a refresh token, your app logs in for each access token, which lasts one hour.',
  },
  end: 'The session continues as long as your app refreshes within seven days.',
  then: ['revocation', 'call-the-api'],
};

import type { FlowDefinition } from './flow.ts';
import { flowTitles } from './ids.ts';
import { serverNames } from './parts/names.ts';
import { ofServer } from './parts/as-server.ts';
import { apiStep } from './parts/api-step.ts';
import { holdStep } from './parts/hold-step.ts';
import { refreshStep } from './parts/refresh-step.ts';
import { revokeStep } from './parts/revoke-step.ts';
import { tokenValues } from './parts/values.ts';
import { holdsOne } from './parts/without-refresh.ts';
import { rfc } from './specs.ts';

/** Revocation: one token ends the session, and both tokens show it. */
export const revocation: FlowDefinition = {
  id: 'revocation',
  title: flowTitles.revocation,
  summary:
    'Your app ends a session at the authorization server, and none of its tokens works again.',
  specs: [rfc(7009)],
  actors: ['app', 'authorization-server', 'api'],
  names: serverNames,
  app: 'sandbox-jwt',
  clientType: 'confidential',
  values: tokenValues('hold'),
  steps: ofServer([
    holdStep('Call the API'),
    apiStep({ next: 'Revoke' }),
    revokeStep({ next: 'Call again' }),
    apiStep({
      id: 'api-again',
      title: 'Call again and be refused',
      summary:
        'The access token had most of its hour left. The API asks the authorization server, and the session has ended.',
      expects: 'refusal',
      diagram: [{ kind: 'message', from: 'app', to: 'api', label: 'call again' }],
      next: 'Try to refresh',
    }),
    refreshStep({
      id: 'refresh-again',
      title: 'Refresh and be refused',
      summary: 'The refresh token ended with the same session, though you revoked another token.',
      expects: 'refusal',
      diagram: [
        { kind: 'message', from: 'app', to: 'authorization-server', label: 'Refresh again' },
      ],
    }),
  ]),
  withoutRefresh: holdsOne('refresh-again'),
  end: 'Nothing of the session is left. The user, or your server, logs in again.',
  then: ['auth-code-pkce', 'jwt'],
};

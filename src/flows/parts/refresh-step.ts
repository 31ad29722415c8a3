import type { FlowStep } from '../flow.ts';
import { rfc } from '../specs.ts';
import { clientId, grantType } from './client.ts';
import { formRequest } from './form-request.ts';
import { errorNotes, tokenNotes } from './notes.ts';

/** The refresh token for the next pair. */
export function refreshStep({
  token = 'refresh_token',
  ...differences
}: Partial<FlowStep> & { token?: string } = {}): FlowStep {
  return {
    id: 'refresh',
    title: 'Refresh before the hour ends',
    summary:
      'Your app exchanges the refresh token for a new pair. The old access token ends at once.',
    kind: 'request',
    from: 'app',
    to: 'authorization-server',
    diagram: [{ kind: 'message', from: 'app', to: 'authorization-server', label: 'Refresh' }],
    request: formRequest('/restapi/oauth/token', [
      grantType('refresh_token', rfc(6749, '6')),
      {
        name: 'refresh_token',
        source: { kind: 'value', name: token },
        meaning: 'The newest one; replace it by the next',
        required: true,
        spec: rfc(6749, '6'),
      },
      clientId,
    ]),
    answerNotes: {
      ...tokenNotes,
      access_token: 'New. The old one has ended',
      refresh_token: 'New. Keep it, delete the old one',
      ...errorNotes,
    },
    ...differences,
  };
}

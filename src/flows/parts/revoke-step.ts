import type { FlowStep } from '../flow.ts';
import { rfc } from '../specs.ts';
import { clientId } from './client.ts';
import { formRequest } from './form-request.ts';
import { errorNotes } from './notes.ts';

/** One token ends the session. */
export function revokeStep(differences: Partial<FlowStep> = {}): FlowStep {
  return {
    id: 'revoke',
    title: 'Revoke when the user leaves',
    summary: 'One token is enough: RingCentral ends the whole session, with every token in it.',
    kind: 'request',
    from: 'app',
    to: 'authorization-server',
    diagram: [{ kind: 'message', from: 'app', to: 'authorization-server', label: 'Revoke' }],
    request: formRequest('/restapi/oauth/revoke', [
      {
        name: 'token',
        source: { kind: 'value', name: 'access_token' },
        meaning: 'An access token or a refresh token of the session',
        required: true,
        spec: rfc(7009, '2.1'),
      },
      clientId,
    ]),
    answerNotes: { ...errorNotes },
    ...differences,
  };
}

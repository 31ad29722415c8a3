import type { FlowStep } from '../flow.ts';
import { rfc } from '../specs.ts';
import { errorNotes } from './notes.ts';

const extensionPath = '/restapi/v1.0/account/~/extension/~';

/**
 * One call of the API with the access token in its header.
 *
 * @param differences what this call is in its flow; `token` names the value that is shown
 */
export function apiStep({
  token = 'access_token',
  path = extensionPath,
  ...differences
}: Partial<FlowStep> & { token?: string; path?: string } = {}): FlowStep {
  return {
    id: 'api',
    title: 'Call the API',
    summary:
      'Your app sends the access token, and the API answers for the extension that signed in.',
    kind: 'request',
    from: 'app',
    to: 'api',
    diagram: [{ kind: 'message', from: 'app', to: 'api', code: 'GET /extension/~', label: '' }],
    request: {
      method: 'GET',
      path,
      encoding: 'none',
      parameters: [],
      headers: [
        {
          name: 'Authorization',
          source: { kind: 'value', name: token, prefix: 'Bearer ' },
          meaning: 'Anybody who has the token can call: keep it out of URLs and logs',
          required: true,
          spec: rfc(6750, '2.1'),
        },
      ],
    },
    answerNotes: {
      id: 'The same number as owner_id',
      extensionNumber: 'Who signed in',
      name: 'As the company lists it',
      status: 'Enabled, or it could not sign in',
      ...errorNotes,
    },
    ...differences,
  };
}

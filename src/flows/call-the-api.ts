import type { FlowDefinition, FlowStep } from './flow.ts';
import { flowTitles } from './ids.ts';
import { serverNames } from './parts/names.ts';
import { ofServer } from './parts/as-server.ts';
import { apiStep } from './parts/api-step.ts';
import { holdStep } from './parts/hold-step.ts';
import { errorNotes } from './parts/notes.ts';
import { tokenValues } from './parts/values.ts';
import { holdsOne } from './parts/without-refresh.ts';
import { rfc } from './specs.ts';

const listNotes = {
  uri: 'Where this list is',
  records: 'One entry each',
  paging: 'Which page, and of how many',
  navigation: 'Where the next page is',
  ...errorNotes,
};

/** The token is a word of the address too, which a log keeps: offered, so that it can be seen. */
function withQueryToken(step: FlowStep): FlowStep {
  if (!step.request) return step;
  return {
    ...step,
    request: {
      ...step.request,
      encoding: 'query',
      parameters: [
        {
          name: 'access_token',
          source: { kind: 'value', name: 'access_token' },
          meaning: 'The other place for a token. It works, and every log on the way keeps it',
          required: false,
          leftOut: true,
          spec: rfc(6750, '2.3'),
        },
      ],
    },
  };
}

/** Calls of the API with an access token, and what each answer means. */
export const callTheApi: FlowDefinition = {
  id: 'call-the-api',
  title: flowTitles['call-the-api'],
  summary: 'Your app sends its access token with every request, and the API answers for its user.',
  specs: [rfc(6750)],
  actors: ['app', 'authorization-server', 'api'],
  names: serverNames,
  app: 'sandbox-jwt',
  clientType: 'confidential',
  values: tokenValues('hold'),
  steps: ofServer([
    holdStep('Call the API'),
    withQueryToken(apiStep({ title: 'Ask who you are', next: 'List the extensions' })),
    apiStep({
      id: 'extensions',
      path: '/restapi/v1.0/account/~/extension',
      title: 'List the extensions',
      summary: 'The ~ means the account that the token belongs to. Put no number into the path.',
      diagram: [{ kind: 'message', from: 'app', to: 'api', code: 'GET /extension', label: '' }],
      answerNotes: listNotes,
      next: 'Read the call log',
    }),
    apiStep({
      id: 'call-log',
      path: '/restapi/v1.0/account/~/extension/~/call-log',
      title: 'Read the call log',
      summary:
        'This one needs another permission of the app: ReadCallLog. Without it the API answers 403, and a refresh does not help.',
      diagram: [{ kind: 'message', from: 'app', to: 'api', code: 'GET /call-log', label: '' }],
      answerNotes: listNotes,
    }),
  ]),
  withoutRefresh: holdsOne(),
  end: 'You made three calls with one token. It works until its hour is over.',
  then: ['refresh-token', 'revocation'],
};

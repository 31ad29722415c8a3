import type { FlowParameter, FlowStep } from '../flow.ts';
import { rfc } from '../specs.ts';

const clientId: FlowParameter = {
  name: 'client_id',
  source: { kind: 'input', name: 'client_id' },
  meaning: 'A browser app has no secret, so it names itself',
  required: true,
  spec: rfc(6749, '3.2.1'),
};

const tokenNotes = {
  access_token: 'Send this with every API call',
  token_type: 'Written in lower case',
  expires_in: 'Seconds. Renew a minute early',
  refresh_token: 'Works once, then is replaced',
  refresh_token_expires_in: 'Seven days, then sign in again',
  scope: 'What the app may do',
  owner_id: 'The extension that signed in',
  endpoint_id: 'This copy of your app',
  session_id: 'The sign-in that both belong to',
};

const errorNotes = {
  error: 'The class of the error, from the RFC',
  error_description: 'For a developer; do not match on it',
  errorCode: 'RingCentral’s own: match on this',
  message: 'For a developer; do not match on it',
};

/** From the code to tokens, the API, the next pair and the end. */
export const tokenSteps: FlowStep[] = [
  {
    id: 'token',
    title: 'Trade the code for tokens',
    summary:
      'Your app sends the code straight to the server, with the verifier it has kept since step 1. The server hashes it and compares.',
    kind: 'request',
    from: 'app',
    to: 'authorization-server',
    diagram: [
      {
        kind: 'message',
        from: 'app',
        to: 'authorization-server',
        code: 'POST /token',
        label: '',
      },
      { kind: 'message', from: 'authorization-server', to: 'app', code: '200', label: 'tokens' },
    ],
    request: {
      method: 'POST',
      path: '/restapi/oauth/token',
      encoding: 'form',
      headers: [],
      parameters: [
        {
          name: 'grant_type',
          source: { kind: 'fixed', value: 'authorization_code' },
          meaning: 'Which trade this is',
          required: true,
          spec: rfc(6749, '4.1.3'),
        },
        {
          name: 'code',
          source: { kind: 'value', name: 'code' },
          meaning: 'From the callback in step 4. Good once',
          required: true,
          spec: rfc(6749, '4.1.3'),
        },
        {
          name: 'redirect_uri',
          source: { kind: 'input', name: 'redirect_uri' },
          meaning: 'Must equal step 2, character for character',
          required: true,
          spec: rfc(6749, '4.1.3'),
        },
        clientId,
        {
          name: 'code_verifier',
          source: { kind: 'value', name: 'code_verifier' },
          meaning: 'Proof that the app which began is the app which ends',
          required: true,
          spec: rfc(7636, '4.5'),
        },
        {
          name: 'access_token_ttl',
          source: { kind: 'fixed', value: '600' },
          meaning: 'Seconds the access token shall live, 600 to 3600. RingCentral’s own',
          required: false,
          leftOut: true,
          spec: rfc(6749, '8.2'),
        },
      ],
    },
    answerNotes: { ...tokenNotes, ...errorNotes },
    next: 'Call the API',
  },
  {
    id: 'api',
    title: 'Call the API',
    summary:
      'Your app shows the access token, and the API answers for the extension that signed in.',
    kind: 'request',
    from: 'app',
    to: 'api',
    diagram: [{ kind: 'message', from: 'app', to: 'api', code: 'GET /extension/~', label: '' }],
    request: {
      method: 'GET',
      path: '/restapi/v1.0/account/~/extension/~',
      encoding: 'none',
      parameters: [],
      headers: [
        {
          name: 'Authorization',
          source: { kind: 'value', name: 'access_token', prefix: 'Bearer ' },
          meaning: 'Whoever holds the token may call: keep it out of URLs and logs',
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
    next: 'Refresh',
  },
  {
    id: 'refresh',
    title: 'Refresh before the hour ends',
    summary: 'Your app trades the refresh token for a new pair. The old access token ends at once.',
    kind: 'request',
    from: 'app',
    to: 'authorization-server',
    diagram: [{ kind: 'message', from: 'app', to: 'authorization-server', label: 'Refresh' }],
    request: {
      method: 'POST',
      path: '/restapi/oauth/token',
      encoding: 'form',
      headers: [],
      parameters: [
        {
          name: 'grant_type',
          source: { kind: 'fixed', value: 'refresh_token' },
          meaning: 'Which trade this is',
          required: true,
          spec: rfc(6749, '6'),
        },
        {
          name: 'refresh_token',
          source: { kind: 'value', name: 'refresh_token' },
          meaning: 'The newest one; keep the next in its place',
          required: true,
          spec: rfc(6749, '6'),
        },
        clientId,
      ],
    },
    answerNotes: {
      ...tokenNotes,
      access_token: 'New. The one before it has ended',
      refresh_token: 'New. Keep it, drop the old one',
      ...errorNotes,
    },
    next: 'Revoke',
  },
  {
    id: 'revoke',
    title: 'Revoke when the user leaves',
    summary: 'One token is enough: RingCentral ends the whole session, with every token in it.',
    kind: 'request',
    from: 'app',
    to: 'authorization-server',
    diagram: [{ kind: 'message', from: 'app', to: 'authorization-server', label: 'Revoke' }],
    request: {
      method: 'POST',
      path: '/restapi/oauth/revoke',
      encoding: 'form',
      headers: [],
      parameters: [
        {
          name: 'token',
          source: { kind: 'value', name: 'access_token' },
          meaning: 'An access token or a refresh token of the session',
          required: true,
          spec: rfc(7009, '2.1'),
        },
        clientId,
      ],
    },
    answerNotes: { ...errorNotes },
  },
];

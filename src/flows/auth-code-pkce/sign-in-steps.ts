import type { FlowStep } from '../flow.ts';
import { rfc } from '../specs.ts';

/** From the app's own values to the redirect that brings the code. */
export const signInSteps: FlowStep[] = [
  {
    id: 'prepare',
    title: 'Make verifier, challenge and state',
    summary:
      'Your app makes a random verifier and keeps it. The challenge is its SHA-256 hash in base64url; the state ties the answer to this browser.',
    kind: 'prepare',
    from: 'app',
    to: 'app',
    diagram: [{ kind: 'note', at: 'app', icon: 'key', label: 'Make verifier, challenge, state' }],
    answerNotes: {
      code_verifier: '43 characters from 32 random bytes',
      code_challenge: 'base64url(SHA-256(verifier))',
      state: 'Random, for this sign-in only',
    },
    next: 'Go to the sign-in',
  },
  {
    id: 'authorize',
    title: 'Send the user to the server',
    summary:
      'Your app sends the browser to the authorization server with the challenge. The verifier stays behind.',
    kind: 'navigate',
    from: 'browser',
    to: 'authorization-server',
    diagram: [
      {
        kind: 'message',
        from: 'browser',
        to: 'authorization-server',
        code: 'GET /authorize',
        label: 'with challenge',
      },
    ],
    request: {
      method: 'GET',
      path: '/restapi/oauth/authorize',
      encoding: 'query',
      headers: [],
      parameters: [
        {
          name: 'response_type',
          source: { kind: 'fixed', value: 'code' },
          meaning: 'Ask for a code, not for a token',
          required: true,
          spec: rfc(6749, '4.1.1'),
        },
        {
          name: 'client_id',
          source: { kind: 'input', name: 'client_id' },
          meaning: 'Names your app; it is no secret',
          required: true,
          spec: rfc(6749, '2.2'),
        },
        {
          name: 'redirect_uri',
          source: { kind: 'input', name: 'redirect_uri' },
          meaning: 'Where the code goes. Must equal a registered one, character for character',
          required: true,
          spec: rfc(6749, '3.1.2'),
        },
        {
          name: 'state',
          source: { kind: 'value', name: 'state' },
          meaning: 'Comes back unchanged, so that your app knows its own answer',
          required: false,
          spec: rfc(6749, '10.12'),
        },
        {
          name: 'code_challenge',
          source: { kind: 'value', name: 'code_challenge' },
          meaning: 'Hash of the verifier; the code is bound to it',
          required: true,
          spec: rfc(7636, '4.3'),
        },
        {
          name: 'code_challenge_method',
          source: { kind: 'fixed', value: 'S256' },
          meaning: 'How the hash was made. Left out, the server reads it as plain',
          required: false,
          spec: rfc(7636, '4.3'),
        },
        {
          name: 'scope',
          source: { kind: 'fixed', value: 'ReadAccounts' },
          meaning: 'RingCentral takes the permissions from the app’s registration instead',
          required: false,
          leftOut: true,
          spec: rfc(6749, '3.3'),
        },
      ],
    },
    answerNotes: {},
  },
  {
    id: 'sign-in',
    title: 'Sign in and consent',
    summary:
      'The user signs in at the server and allows what your app asks for. Your app never sees the password.',
    kind: 'sign-in',
    from: 'browser',
    to: 'authorization-server',
    diagram: [
      { kind: 'note', at: 'authorization-server', icon: 'lock', label: 'Sign in as 101, consent' },
    ],
    answerNotes: {},
  },
  {
    id: 'return',
    title: 'Come back with a code',
    summary:
      'The server answers with a redirect. Your browser follows it to your app, which must look at state before anything else.',
    kind: 'return',
    from: 'authorization-server',
    to: 'browser',
    diagram: [
      {
        kind: 'message',
        from: 'authorization-server',
        to: 'browser',
        code: '302',
        label: 'back with code',
      },
      { kind: 'message', from: 'browser', to: 'app', code: '/callback', label: '' },
    ],
    answerNotes: {
      code: 'Stands for the sign-in that just happened',
      state: 'Same as you sent in step 2',
      expires_in: 'RingCentral’s own addition: seconds left for the code',
      iss: 'The server that answers; compare it with the one you asked',
      error: 'Why there is no code',
      error_description: 'The same, for a developer to read',
    },
    next: 'Trade the code',
  },
];

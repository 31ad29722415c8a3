import type { FlowStep } from '../flow.ts';
import { authorizeStep } from '../parts/authorize-step.ts';
import { authorizeOptions } from '../parts/authorize-options.ts';
import {
  authorizeClientId,
  redirectUri,
  responseTypeCode,
  scope,
  state,
} from '../parts/authorize.ts';
import { codeReturnStep } from '../parts/return-step.ts';
import { signInStep } from '../parts/sign-in-step.ts';
import { rfc } from '../specs.ts';

/** From the app's own values to the redirect that brings the code. */
export const signInSteps: FlowStep[] = [
  {
    id: 'prepare',
    title: 'Make verifier, challenge and state',
    summary:
      'Your app makes a random verifier and keeps it. The challenge is its SHA-256 hash in base64url; the state ties the answer to this browser.',
    kind: 'prepare',
    making: 'pkce',
    send: { first: 'Make the three', again: 'Make new ones' },
    from: 'app',
    to: 'app',
    diagram: [{ kind: 'note', at: 'app', icon: 'key', label: 'Make verifier, challenge, state' }],
    answerNotes: {
      code_verifier: '43 characters from 32 random bytes',
      code_challenge: 'base64url(SHA-256(verifier))',
      state: 'Random, for this sign-in only',
    },
    terminal: `verifier=$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')
code_verifier=$verifier
code_challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | openssl base64 | tr '+/' '-_' | tr -d '=')
state=$(openssl rand -hex 16)`,
    next: 'See the sign-in request',
  },
  authorizeStep({
    title: 'Send the user to the authorization server',
    summary: 'Your app sends the browser there with the challenge. It keeps the verifier.',
    label: 'with challenge',
    parameters: [
      responseTypeCode,
      authorizeClientId,
      redirectUri('the code'),
      state,
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
        meaning: 'How the hash was made. If it is left out, it means plain',
        required: false,
        spec: rfc(7636, '4.3'),
      },
      scope,
      ...authorizeOptions,
    ],
  }),
  signInStep,
  codeReturnStep(
    'The authorization server answers with a redirect. Your browser follows it to your app, which must look at state before anything else.',
  ),
];

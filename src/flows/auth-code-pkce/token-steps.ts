import type { FlowStep } from '../flow.ts';
import { apiStep } from '../parts/api-step.ts';
import { accessTokenTtl, clientAuthentication, clientId, grantType } from '../parts/client.ts';
import { errorNotes, tokenNotes } from '../parts/notes.ts';
import { refreshStep } from '../parts/refresh-step.ts';
import { revokeStep } from '../parts/revoke-step.ts';
import { rfc } from '../specs.ts';

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
      headers: [clientAuthentication],
      parameters: [
        grantType('authorization_code', '4.1.3'),
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
        accessTokenTtl,
      ],
    },
    answerNotes: { ...tokenNotes, ...errorNotes },
    next: 'Call the API',
  },
  apiStep({ next: 'Refresh' }),
  refreshStep({ next: 'Revoke' }),
  revokeStep(),
];

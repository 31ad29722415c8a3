import type { FlowStep } from '../flow.ts';
import { apiStep } from '../parts/api-step.ts';
import { accessTokenTtl, clientId, codeAndRedirectUri, grantType } from '../parts/client.ts';
import { refreshStep } from '../parts/refresh-step.ts';
import { revokeStep } from '../parts/revoke-step.ts';
import { tokenStep } from '../parts/token-step.ts';
import { rfc } from '../specs.ts';

/** From the code to tokens, the API, the next pair and the end. */
export const tokenSteps: FlowStep[] = [
  tokenStep({
    title: 'Exchange the code for tokens',
    summary:
      'Your app sends the code straight to the authorization server, with the verifier it has kept since step 1. That server hashes it and compares.',
    parameters: [
      grantType('authorization_code', rfc(6749, '4.1.3')),
      ...codeAndRedirectUri,
      clientId,
      {
        name: 'code_verifier',
        source: { kind: 'value', name: 'code_verifier' },
        meaning: 'Proof that the app that finishes the sign-in is the one that started it',
        required: true,
        spec: rfc(7636, '4.5'),
      },
      accessTokenTtl,
    ],
  }),
  apiStep({ next: 'Refresh' }),
  refreshStep({ next: 'Revoke' }),
  revokeStep(),
];

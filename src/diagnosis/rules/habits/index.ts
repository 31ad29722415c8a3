import { type DiagnosisRule, needs } from '../../rule.ts';
import { apiToken } from './api-token.ts';
import { authorizePkce } from './authorize-pkce.ts';
import {
  redirectUriHttp,
  redirectUriLeftOut,
  redirectUriRegistered,
} from './authorize-redirect-uri.ts';
import { authorizeState } from './authorize-state.ts';
import { clientAuthentication } from './client-authentication.ts';
import { redirectUriRepeated, verifierMatches } from './code-exchange.ts';
import { consentAnswer } from './consent-answer.ts';
import { implicitGrant, passwordGrant } from './grants.ts';
import { refresh } from './refresh.ts';
import { retry } from './retry.ts';
import { revocation } from './revocation.ts';
import { secretInAddress } from './secret-in-address.ts';

/** What a request shows of the program that sent it, in the order in which a row shows it. */
export const habits: readonly DiagnosisRule[] = [
  secretInAddress,
  authorizePkce,
  authorizeState,
  redirectUriRegistered,
  needs('response', redirectUriLeftOut),
  redirectUriHttp,
  implicitGrant,
  consentAnswer,
  passwordGrant,
  clientAuthentication,
  verifierMatches,
  redirectUriRepeated,
  refresh,
  apiToken,
  retry,
  revocation,
];

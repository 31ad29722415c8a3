import { type DiagnosisRule, needs } from '../../rule.ts';
import {
  otherValueForToken,
  schemeMissing,
  tokenEmpty,
  tokenEnded,
  tokenExpired,
  tokenMissing,
  tokenReplaced,
  tokenTwice,
  tokenUnknown,
} from './access-token.ts';
import {
  assertionOfOtherApps,
  assertionSignature,
  assertionTime,
  assertionUnreadable,
} from './assertion.ts';
import { refusedByRedirect } from './authorize-parameters.ts';
import { authorizeCauses } from './authorize.ts';
import { answerWithoutToken, catalogue, unexplained } from './catalogue.ts';
import {
  basicUnreadable,
  bearerForBasic,
  secretMissing,
  secretTwice,
  secretWithSpace,
  secretWrong,
} from './client-authentication.ts';
import { clientIdOfAnother } from './client-id.ts';
import { codeChanged, codeExpired, codeMissing, codeTwice, codeUnknown } from './code.ts';
import { noAnswerInCallback, serverTrouble } from './denied.ts';
import { bodyIsNoForm, grantType, parametersInAddress } from './form.ts';
import { scopeMissing } from './permission.ts';
import { implicitIsOff, passwordIsOff, scopeIsUnknown } from './policy.ts';
import { redirectUriOfAuthorize } from './redirect-uri.ts';
import {
  otherTokenForRefresh,
  refreshTokenEnded,
  refreshTokenMissing,
  refreshTokenTwice,
  refreshTokenUnknown,
} from './refresh-token.ts';
import { returnedState } from './returned-state.ts';
import { tokenToRevokeMissing } from './revocation.ts';
import { brokenHeader, noAnswer } from './unreachable.ts';
import { secondFactor, singleSignOn, userNotFound } from './user.ts';
import {
  comparedPlain,
  otherValueForVerifier,
  verifierMismatch,
  verifierMissing,
  verifierRecomputed,
  verifierWithoutChallenge,
} from './verifier.ts';

/**
 * Why a request came to nothing. The first that answers is the explanation, for one refusal has
 * one: what the exchange proves stands before what it makes likely, and what fits any refusal last.
 */
export const causes: readonly DiagnosisRule[] = [
  brokenHeader,
  noAnswer,
  returnedState,
  serverTrouble,
  noAnswerInCallback,
  // A server decides by its policy before it looks at the app.
  implicitIsOff,
  passwordIsOff,
  scopeIsUnknown,
  ...authorizeCauses,
  clientIdOfAnother,
  bodyIsNoForm,
  parametersInAddress,
  needs('request body', grantType),
  secretTwice,
  bearerForBasic,
  needs('request headers', secretMissing),
  secretWithSpace,
  basicUnreadable,
  secretWrong,
  needs('request body', redirectUriOfAuthorize),
  needs('request body', codeMissing),
  codeExpired,
  codeChanged,
  codeTwice,
  codeUnknown,
  verifierWithoutChallenge,
  needs('request body', verifierMissing),
  comparedPlain,
  otherValueForVerifier,
  verifierRecomputed,
  verifierMismatch,
  needs('request body', assertionUnreadable),
  assertionSignature,
  assertionOfOtherApps,
  assertionTime,
  otherTokenForRefresh,
  needs('request body', refreshTokenMissing),
  refreshTokenEnded,
  refreshTokenTwice,
  refreshTokenUnknown,
  userNotFound,
  secondFactor,
  singleSignOn,
  needs('request body', tokenToRevokeMissing),
  tokenTwice,
  needs('request headers', tokenMissing),
  needs('request headers', schemeMissing),
  needs('request headers', tokenEmpty),
  otherValueForToken,
  tokenEnded,
  tokenReplaced,
  tokenExpired,
  tokenUnknown,
  scopeMissing,
  answerWithoutToken,
  catalogue,
  refusedByRedirect,
  unexplained,
];

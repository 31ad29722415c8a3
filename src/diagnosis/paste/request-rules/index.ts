import {
  apiPath,
  askedByScript,
  formerSandbox,
  plainHttp as plainHttpServer,
  scopeAsked,
  wrongEndpoint,
} from './address.ts';
import {
  mayBeStored,
  narrowerScope,
  noRefreshToken,
  pageForJson,
  redirectKeepsBody,
  tokenMembers,
} from './answer.ts';
import {
  otherToken,
  tokenInAddress,
  tokenIsNoToken,
  tokenMissing,
  tokenScheme,
} from './api-token.ts';
import { assertionClaims, assertionForm } from './assertion.ts';
import {
  challengeForm,
  challengeMethod,
  challengeMissing,
  challengeOfSpecification,
} from './authorize-challenge.ts';
import {
  clientIdNeeded,
  implicitAsked,
  redirectUriNeeded,
  responseTypeNeeded,
  secretInAuthorize,
} from './authorize-needed.ts';
import { stateGuessable, stateMissing, stateReadable } from './authorize-state.ts';
import {
  callbackHttp,
  codeAndError,
  codeSuffix,
  errorOfCallback,
  otherCallback,
  otherIssuer,
  responseMode,
  stateUnasked,
} from './callback.ts';
import {
  basicHeader,
  basicReserved,
  basicSwapped,
  bearerAtToken,
  proofMissing,
  proofTwice,
  secretFromPage,
} from './client-proof.ts';
import {
  codeTwice,
  exchangedInSpite,
  redirectUriDiffers,
  refreshSends,
  tokenOfOtherHost,
  tokenReplaced,
  usedAgain,
  verifierOfPair,
} from './exchange-pair.ts';
import { misspeltName, repeatedName } from './parameter-names.ts';
import {
  encodedTwice,
  forwards,
  hasFragment,
  looseHost,
  notAbsolute,
  notEncoded,
  plainHttp,
  shortScheme,
} from './redirect-uri-form.ts';
import { notRegistered } from './redirect-uri-registered.ts';
import type { RequestRule } from './rule.ts';
import { codeOfExchange, verifierForm, verifierGuessable } from './token-code.ts';
import {
  grantTypeNeeded,
  lifetimeAsked,
  passwordGrant,
  scopeAtExchange,
  tokenBody,
  tokenMethod,
  tokenParametersInAddress,
  valueNotEncoded,
} from './token-form.ts';

/**
 * What a pasted request shows before any server answers it, in the order in which they are told
 * where several are equally grave; each may say something. What is asked of every exchange, pasted
 * or not, stands in `rules/`.
 */
export const requestRules: readonly RequestRule[] = [
  // The address first: sent elsewhere, nothing else counts.
  askedByScript,
  wrongEndpoint,
  plainHttpServer,
  formerSandbox,
  apiPath,
  secretInAuthorize,
  // A name that is wrong explains the parameter that is missing.
  notEncoded,
  misspeltName,
  repeatedName,
  clientIdNeeded,
  responseTypeNeeded,
  implicitAsked,
  redirectUriNeeded,
  encodedTwice,
  hasFragment,
  notAbsolute,
  notRegistered,
  plainHttp,
  shortScheme,
  looseHost,
  forwards,
  stateMissing,
  stateGuessable,
  stateReadable,
  challengeMethod,
  challengeForm,
  challengeOfSpecification,
  challengeMissing,
  scopeAsked,
  codeAndError,
  otherIssuer,
  responseMode,
  callbackHttp,
  otherCallback,
  stateUnasked,
  codeSuffix,
  errorOfCallback,
  secretFromPage,
  tokenMethod,
  tokenParametersInAddress,
  tokenBody,
  bearerAtToken,
  basicHeader,
  basicSwapped,
  grantTypeNeeded,
  proofTwice,
  proofMissing,
  basicReserved,
  exchangedInSpite,
  codeTwice,
  codeOfExchange,
  verifierForm,
  verifierOfPair,
  redirectUriDiffers,
  assertionForm,
  assertionClaims,
  refreshSends,
  valueNotEncoded,
  passwordGrant,
  verifierGuessable,
  usedAgain,
  lifetimeAsked,
  scopeAtExchange,
  tokenInAddress,
  tokenIsNoToken,
  tokenScheme,
  tokenMissing,
  otherToken,
  tokenReplaced,
  tokenOfOtherHost,
];

/** What a pasted answer shows, also of a request that the paste does not show. */
export const answerRules: readonly RequestRule[] = [
  tokenMembers,
  pageForJson,
  redirectKeepsBody,
  noRefreshToken,
  narrowerScope,
  mayBeStored,
];

import type { Exchange } from '#protocol/exchange.ts';
import type { Explain, WatchedApp } from './moment.ts';
import type { Remark, RemarkRule } from './remark.ts';
import { apiToken } from './rules/api-token.ts';
import { authorizeHttp } from './rules/authorize-http.ts';
import { authorizePkce } from './rules/authorize-pkce.ts';
import { authorizeRedirectUri } from './rules/authorize-redirect-uri.ts';
import { authorizeState } from './rules/authorize-state.ts';
import { clientAuthentication } from './rules/client-authentication.ts';
import { codeRedirectUri, codeTwice, codeVerifier } from './rules/code-exchange.ts';
import { consentAnswer } from './rules/consent-answer.ts';
import { passwordGrant } from './rules/password-grant.ts';
import { refresh } from './rules/refresh.ts';
import { refusal } from './rules/refusal.ts';
import { retry } from './rules/retry.ts';
import { revocation } from './rules/revocation.ts';
import { secretInAddress } from './rules/secret-in-address.ts';

export type { Explain, WatchedApp } from './moment.ts';
export type { ProgramPart, Remark, RemarkKind } from './remark.ts';
export { awaitedAfter, seenIn } from './progress.ts';
export type { Awaited, Milestone } from './progress.ts';

/** In the order in which a row shows them. */
export const remarkRules: readonly RemarkRule[] = [
  secretInAddress,
  authorizePkce,
  authorizeState,
  authorizeRedirectUri,
  authorizeHttp,
  consentAnswer,
  passwordGrant,
  clientAuthentication,
  codeVerifier,
  codeRedirectUri,
  codeTwice,
  refresh,
  apiToken,
  retry,
  revocation,
  refusal,
];

/** One exchange with everything that there is to say about it. */
export interface WatchedExchange {
  exchange: Exchange;
  remarks: Remark[];
}

/**
 * Watches a running program: what it does right and wrong, request by request. What was said of a
 * request once stands, so that one more costs no more the longer the program runs.
 *
 * @param app what is known of it
 * @param explain cause and fix of an error's code; silent while they are not there yet
 * @returns takes the exchanges of the app so far, oldest first; secrets masked, equal ones under
 *   equal labels
 */
export function createWatch(
  app: WatchedApp,
  explain: Explain = () => undefined,
): (exchanges: readonly Exchange[]) => WatchedExchange[] {
  const watched = new WeakMap<Exchange, WatchedExchange>();
  return (exchanges) =>
    exchanges.map((exchange, at) => {
      const known = watched.get(exchange);
      if (known) return known;
      const moment = { exchange, earlier: exchanges.slice(0, at), app, explain };
      const remarks = remarkRules.flatMap((rule) => rule(moment) ?? []);
      const one = { exchange, remarks };
      watched.set(exchange, one);
      return one;
    });
}

import type { Exchange } from '#protocol/exchange.ts';
import { grantOf, hasTokens, kindOf, redirectOf, statusOf } from '#protocol/exchange-parts.ts';

/** What a complete program is seen to do, in this order. */
export const milestones = ['sign-in', 'token', 'api', 'refresh', 'revocation'] as const;
export type Milestone = (typeof milestones)[number];

/** The request that is waited for. */
export interface Awaited {
  milestone: Milestone;
  /** As its row will begin, such as `POST /restapi/oauth/token`. */
  request: string;
  words: string;
}

const shows: Record<Milestone, (exchange: Exchange) => boolean> = {
  'sign-in': (exchange) => redirectOf(exchange)?.has('code') ?? false,
  token: (exchange) => hasTokens(exchange) && grantOf(exchange) !== 'refresh_token',
  api: (exchange) => kindOf(exchange) === 'api' && statusOf(exchange) === 200,
  refresh: (exchange) => hasTokens(exchange) && grantOf(exchange) === 'refresh_token',
  revocation: (exchange) => kindOf(exchange) === 'revoke' && statusOf(exchange) === 200,
};

/** Which of the milestones a transcript shows. */
export function seenIn(exchanges: readonly Exchange[]): ReadonlySet<Milestone> {
  return new Set(milestones.filter((milestone) => exchanges.some(shows[milestone])));
}

const token = 'POST /restapi/oauth/token';
const authorize = 'GET /restapi/oauth/authorize';
const signIn = 'POST /restapi/oauth/authorize/sign-in';

const isRefused = (exchange: Exchange): boolean => (statusOf(exchange) ?? 0) >= 400;

/** A refresh that was refused for its token: the session is over, and only a sign-in brings another. */
const endsSession = (exchange: Exchange): boolean =>
  grantOf(exchange) === 'refresh_token' &&
  isRefused(exchange) &&
  /"(OAU-21[0-3]|invalid_grant)"/.test(exchange.response?.body ?? '');

/** Whether the program has a session, as far as the transcript shows. */
function isSignedIn(exchanges: readonly Exchange[]): boolean {
  const last = exchanges.findLast(
    (exchange) =>
      hasTokens(exchange) ||
      shows.api(exchange) ||
      shows.revocation(exchange) ||
      endsSession(exchange),
  );
  return last !== undefined && (hasTokens(last) || shows.api(last));
}

/** What a sign-in is needed for. */
const afterSignIn = {
  api: 'then call the API in your program',
  refresh: 'then make the token expire, and call the API again',
  revocation: 'then sign out in your program',
};

/**
 * What is waited for after these exchanges; nothing once everything was seen.
 *
 * @param plan the milestones that this kind of program has
 */
export function awaitedAfter(
  exchanges: readonly Exchange[],
  plan: readonly Milestone[],
): Awaited | undefined {
  const last = exchanges.at(-1);
  const next = (milestone: Milestone, request: string, words: string): Awaited => ({
    milestone,
    request,
    words,
  });
  if (last) {
    const kind = kindOf(last);
    if (kind === 'authorize' && statusOf(last) === 200) {
      return next('sign-in', signIn, 'Waiting for you to sign in');
    }
    if (kind === 'sign-in' && isRefused(last)) {
      return next('sign-in', signIn, 'The user is not signed in: the page asks once more');
    }
    // What was seen of an earlier sign-in does not help this one.
    if (redirectOf(last)?.has('error') || (kind === 'authorize' && isRefused(last))) {
      return next(
        'sign-in',
        authorize,
        'Waiting for your program to send you to the sign-in again',
      );
    }
    const waitsForConsent = kind === 'sign-in' ? statusOf(last) === 303 : statusOf(last) === 200;
    if (
      (kind === 'sign-in' || kind === 'consent') &&
      waitsForConsent &&
      !redirectOf(last)?.has('code')
    ) {
      return next('sign-in', 'POST /restapi/oauth/authorize/consent', 'Waiting for your consent');
    }
    if (redirectOf(last)?.has('code')) {
      return next('token', token, 'Waiting for your program to exchange the code');
    }
    if (kind === 'api' && statusOf(last) === 401 && plan.includes('refresh')) {
      return next('refresh', token, 'Waiting for your program to refresh');
    }
    if (endsSession(last) && plan.includes('sign-in')) {
      return next('sign-in', authorize, 'The session is over: sign in to your program again');
    }
  }
  const seen = seenIn(exchanges);
  const missing = plan.find((milestone) => !seen.has(milestone));
  if (missing === undefined) return undefined;
  const needsSession = missing === 'api' || missing === 'refresh' || missing === 'revocation';
  if (needsSession && plan.includes('sign-in') && !isSignedIn(exchanges)) {
    return next(
      'sign-in',
      authorize,
      `Nobody is signed in. Sign in first; ${afterSignIn[missing]}`,
    );
  }
  return {
    'sign-in': next(
      'sign-in',
      authorize,
      'Waiting for your program: open it in the browser and sign in',
    ),
    token: next('token', token, 'Waiting for your program to ask for a token'),
    api: next('api', 'GET /extension/~', 'Waiting for your program to call the API'),
    refresh: next('refresh', token, 'Make the token expire, then call the API again'),
    revocation: next('revocation', 'POST /restapi/oauth/revoke', 'Sign out in your program'),
  }[missing];
}

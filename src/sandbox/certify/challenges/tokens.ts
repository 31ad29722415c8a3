import { rfc } from '#flows/specs.ts';
import { formOf } from '#protocol/exchange-parts.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Challenge } from '../challenge.ts';
import {
  after,
  failed,
  isAnswered,
  isCall,
  isCode,
  isRefresh,
  notReached,
  onceMet,
  open,
  passed,
  secondsBetween,
} from '../log.ts';

/** Two requests that start within so many seconds of each other know nothing of each other's answer. */
const sameMomentSeconds = 2;
/** So short that a wait of four seconds outlives it. */
const shortLife = { accessTokenLifetimeSeconds: 2 };

const tokenOf = (exchange: Exchange): string | undefined => formOf(exchange).get('refresh_token');

export const refreshOnce: Challenge = {
  id: 'refresh-once',
  title: 'Refreshes once for requests that come together',
  why: 'Two refreshes with one token look like a theft: under rotation with reuse detection the user is signed out.',
  policy: shortLife,
  acts: ['sign-in', 'wait', 'call-together'],
  expected: 'One refresh that all the waiting requests share, then their calls of the API.',
  section: rfc(9700, '4.14.2'),
  fix: 'Keep the refresh that runs as one promise, or lock, for each user: a request that finds the token expired waits for it.',
  part: 'refresh',
  shows: ['shared'],
  judge: (log) => {
    const [first, ...others] = log.filter(isRefresh);
    if (!first) return notReached('No refresh came, so nothing came together.');
    const twin = others.find(
      (each) => tokenOf(each) === tokenOf(first) && secondsBetween(first, each) < sameMomentSeconds,
    );
    if (twin) return failed('The same refresh token a second time, at the same moment.', twin);
    const calls = after(log, first).filter((each) => isCall(each) && isAnswered(each));
    if (calls.length < 2) {
      return notReached('One refresh, and fewer than two calls of the API after it.');
    }
    return open('passed', `One refresh, and ${calls.length} calls of the API after it.`, first);
  },
};

export const noRefreshToken: Challenge = {
  id: 'no-refresh-token',
  title: 'Works without a refresh token',
  why: 'A refresh token is the server’s choice: many apps are set up to get none.',
  gives: [{ fault: 'no-refresh-token', requests: 1 }],
  policy: shortLife,
  acts: ['sign-in', 'call', 'wait', 'call'],
  expected: 'Calls of the API with the access token, and no refresh once it has expired.',
  section: rfc(6749, '5.1'),
  fix: 'Ask for refresh_token before you use it: without one, the session ends with its access token and the user signs in again.',
  part: 'api',
  shows: ['without'],
  judge: onceMet('no-refresh-token', 'No code came to the token endpoint.', (met, rest) => {
    const refresh = rest.find(isRefresh);
    if (refresh) return failed('A refresh, though there is no refresh token.', refresh);
    const called = rest.find((each) => isCall(each) && isAnswered(each));
    if (called) return open('passed', 'A call of the API, and no refresh.', called);
    return open('failed', 'No call of the API with the access token.', met);
  }),
};

export const rotatedToken: Challenge = {
  id: 'rotated-token',
  title: 'Takes the refresh token that came last',
  why: 'An old refresh token works for a while at RingCentral, and then the user is signed out.',
  policy: shortLife,
  acts: ['sign-in', 'wait', 'call', 'wait', 'call'],
  expected: 'A second refresh with the token that the first one returned.',
  section: rfc(6749, '6'),
  fix: 'Keep both tokens of every answer, and keep them together: a refresh token is spent by its use.',
  part: 'token',
  shows: ['both'],
  judge: (log) => {
    const first = log.find((each) => isRefresh(each) && isAnswered(each));
    const later =
      first &&
      after(log, first).find(
        (each) => isRefresh(each) && secondsBetween(first, each) >= sameMomentSeconds,
      );
    if (!later) return notReached('Fewer than two refreshes, one after the other.');
    return tokenOf(later) === tokenOf(first)
      ? failed('The earlier refresh token, once more.', later)
      : passed('The refresh token that the first refresh returned.', later);
  },
};

export const sessionEnded: Challenge = {
  id: 'session-ended',
  title: 'Has the user sign in again when the session has ended',
  why: 'If a program goes on with ended tokens, the server refuses every request and the user sees errors.',
  policy: { ...shortLife, refreshTokenLifetimeSeconds: 2 },
  acts: ['sign-in', 'wait', 'call', 'call'],
  expected: 'After one refused refresh, nothing more with these tokens.',
  section: rfc(6749, '5.2'),
  fix: 'If a refresh is answered with invalid_grant, forget both tokens and send the user to the sign-in.',
  part: 'refresh',
  shows: ['ended'],
  judge: (log) => {
    const signedIn = log.find((each) => isCode(each) && isAnswered(each));
    if (!signedIn) return notReached('No sign-in.');
    const refused = after(log, signedIn).find((each) => isRefresh(each) && !isAnswered(each));
    if (!refused) return notReached('No refresh after the session had ended.');
    const again = after(log, refused).find((each) => isRefresh(each) || isCall(each));
    if (again) return failed('One more request with the ended tokens.', again);
    return open('passed', 'One refused refresh, and nothing more with these tokens.', refused);
  },
};

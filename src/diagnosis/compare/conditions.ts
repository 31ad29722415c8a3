/**
 * What an answer says of things that no request shows, such as a code that is over, and how the
 * sandbox is brought there.
 */
export interface Condition {
  /** As it stands in a sentence: "the sandbox’s code was over too". */
  words: string;
  client?: 'unknown' | 'secret';
  /** The app lacks what the request asks for. */
  app?: 'grant' | 'redirect URI' | 'scope';
  code?: 'unknown' | 'over';
  redirectUri?: 'another';
  verifier?: 'another';
  refreshToken?: 'over' | 'revoked' | 'unknown';
  assertion?: 'changed' | 'of other apps' | 'no JWT';
  user?: 'password';
  accessToken?: 'garbage' | 'over' | 'revoked';
  rate?: 'exceeded';
}

const grant: Condition = { words: 'the sandbox’s app lacks the grant too', app: 'grant' };

const byCode: Readonly<Record<string, Condition>> = {
  'OAU-153': { words: 'the sandbox got a client id that it does not know', client: 'unknown' },
  'OAU-146': { words: 'the sandbox got a wrong secret', client: 'secret' },
  'OAU-251': grant,
  'OAU-125': grant,
  'OAU-112': grant,
  unauthorized_client: grant,
  'OAU-113': { words: 'the sandbox’s app has no redirect URI either', app: 'redirect URI' },
  'OAU-106': { words: 'the sandbox got a code that it never made', code: 'unknown' },
  'OAU-108': { words: 'the sandbox’s code was over too', code: 'over' },
  'OAU-109': {
    words: 'the sandbox got another redirect URI than at the sign-in',
    redirectUri: 'another',
  },
  'OAU-210': { words: 'the sandbox’s refresh token was over too', refreshToken: 'over' },
  'OAU-211': { words: 'the sandbox’s session was revoked before', refreshToken: 'revoked' },
  'OAU-345': { words: 'the signature of the sandbox’s JWT was changed', assertion: 'changed' },
  'OAU-473': { words: 'the sandbox’s JWT names other apps', assertion: 'of other apps' },
  'OAU-331': { words: 'the sandbox got a text that is no JWT', assertion: 'no JWT' },
  'OAU-140': { words: 'the sandbox got a wrong password', user: 'password' },
  'OAU-149': { words: 'the sandbox got a text that is no token', accessToken: 'garbage' },
  'OAU-128': { words: 'the sandbox’s access token was over too', accessToken: 'over' },
  'CMN-401': { words: 'the sandbox’s app lacks the scope too', app: 'scope' },
  'CMN-301': { words: 'the sandbox got six requests in a minute', rate: 'exceeded' },
};

const tokenGone: Condition = {
  words: 'the sandbox’s session was revoked before',
  accessToken: 'revoked',
};
const refreshUnknown: Condition = {
  words: 'the sandbox got a refresh token that it never made',
  refreshToken: 'unknown',
};

/** Refusals that the request itself shows: it is sent as it is, and nothing has to be brought about. */
const shown = new Set([
  'OAU-111',
  'OAU-123',
  'OAU-134',
  'OAU-150',
  'OAU-151',
  'OAU-250',
  'AGW-401',
  'AGW-402',
  'AGW-404',
  'CMN-101',
  'CMN-120',
  'access_denied',
  'login_required',
]);

export type Assumed =
  | { kind: 'nothing' }
  | { kind: 'condition'; condition: Condition }
  /** Nothing in the request shows why, and the sandbox cannot be brought there. */
  | { kind: 'good order'; code: string };

/**
 * What is to be brought about in the sandbox, so that it is asked in the situation of the real answer.
 *
 * @param code RingCentral's, or the RFC's `error`; undefined for a good answer
 */
export function conditionOf(code: string | undefined, at: 'token' | 'api' | 'other'): Assumed {
  if (code === undefined || shown.has(code)) return { kind: 'nothing' };
  const gone = code === 'OAU-213' || code === 'OAU-129';
  const condition = gone ? (at === 'api' ? tokenGone : refreshUnknown) : byCode[code];
  return condition ? { kind: 'condition', condition } : { kind: 'good order', code };
}

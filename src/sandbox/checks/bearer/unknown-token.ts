import type { Fault } from '#protocol/errors/fault.ts';

/** How every token of this sandbox begins: `SBX01P01PAS00|` in base64url, without its last, shared character. */
const ownBeginning = 'U0JYMDFQMDFQQVMwMH';

/**
 * AS-178, AS-187: a token that is not kept. One of this sandbox's own was
 * revoked, replaced or evicted; anything else, a refresh token too, is no access
 * token at all.
 */
export function unknownToken(token: string, isRefreshToken: boolean): Fault {
  if (isRefreshToken) return { code: 'OAU-149', rule: 'AS-187' };
  const own = token.startsWith(ownBeginning);
  return { code: own ? 'OAU-213' : 'OAU-149', rule: 'AS-178', ...(own && atApi) };
}

/** At the token endpoint the same code is an `invalid_grant` with 400. */
const atApi = { status: 401, error: 'invalid_token' };

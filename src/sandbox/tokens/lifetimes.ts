import type { Policy } from '../policy.ts';

/** RingCentral's smallest access token lifetime. */
const shortestAccessSeconds = 600;

export interface Lifetimes {
  accessSeconds: number;
  /** 0: no refresh token. */
  refreshSeconds: number;
  /** From the sign-in, however often a refresh token is replaced; 0: without an end. */
  familySeconds: number;
}

function wholeSeconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

/**
 * How long new tokens live: what the policy says, or less if the request asks
 * for less. Values outside the limits are clamped, never refused, as
 * RingCentral does; what is not a number counts as not sent.
 */
export function lifetimes(parameters: ReadonlyMap<string, string>, policy: Policy): Lifetimes {
  const mostAccess = policy.accessTokenLifetimeSeconds;
  const mostRefresh = policy.refreshTokenLifetimeSeconds;
  const askedAccess = wholeSeconds(parameters.get('access_token_ttl')) ?? mostAccess;
  const askedRefresh = wholeSeconds(parameters.get('refresh_token_ttl')) ?? mostRefresh;
  return {
    accessSeconds: Math.min(Math.max(askedAccess, shortestAccessSeconds), mostAccess),
    refreshSeconds: Math.min(askedRefresh, mostRefresh),
    familySeconds: policy.refreshFamilyLifetimeSeconds,
  };
}

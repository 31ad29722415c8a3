import type { JwtCredentialRecord } from './records.ts';

/** The share of those that are kept only to be told from unknown ones. */
export const revokedShare = 'revoked';

/** Credentials of one user for the same apps are one share: whoever makes them in a loop replaces their own. */
export function jwtShareOf({ userId, clientIds, revokedAt }: JwtCredentialRecord): string {
  if (revokedAt !== undefined) return revokedShare;
  return `of ${userId} for ${JSON.stringify(clientIds ?? 'all')}`;
}

import type { AccessTokenRecord, RefreshTokenRecord, SessionRecord } from '../store/records.ts';

/** The token response, with its members in RingCentral's order. */
export interface TokenResponse {
  access_token: string;
  token_type: 'bearer';
  /** Seconds that remain. */
  expires_in: number;
  refresh_token?: string;
  refresh_token_expires_in?: number;
  scope: string;
  /** The extension id; the API gives the same number as a number. */
  owner_id: string;
  endpoint_id: string;
  session_id: string;
}

const secondsLeft = (expiresAt: number, now: number) =>
  Math.max(0, Math.floor((expiresAt - now) / 1000));

/**
 * @param now milliseconds: a pair that is served again has less time left
 * @see RFC 6749 section 5.1
 */
export function tokenResponse(
  session: SessionRecord,
  access: AccessTokenRecord,
  refresh: RefreshTokenRecord | undefined,
  now: number,
): TokenResponse {
  return {
    access_token: access.token,
    token_type: 'bearer',
    expires_in: secondsLeft(access.expiresAt, now),
    ...(refresh && {
      refresh_token: refresh.token,
      refresh_token_expires_in: secondsLeft(refresh.expiresAt, now),
    }),
    scope: access.scopes.join(' '),
    owner_id: String(access.userId),
    endpoint_id: session.endpointId,
    session_id: session.id,
  };
}

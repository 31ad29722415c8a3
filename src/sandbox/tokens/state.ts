import type { AccessTokenRecord, RefreshTokenRecord } from '../store/records.ts';

/**
 * What has become of a token. The API, the refresh grant and the token inspector all ask here, so
 * that the page which tells of a token and the server that takes it never disagree.
 */
export type AccessState = 'live' | 'expired' | 'ended';

export function accessState(
  { endedAt, expiresAt, madeToExpire }: AccessTokenRecord,
  now: number,
): AccessState {
  if (endedAt !== undefined) return 'ended';
  // Made to expire it stays so, wherever the clock is moved.
  return madeToExpire || now >= expiresAt ? 'expired' : 'live';
}

/** `replaced`: a new one took its place, and what it is still good for is the rotation's to say. */
export type RefreshState = AccessState | 'replaced';

export function refreshState(
  { endedAt, expiresAt, successor }: RefreshTokenRecord,
  now: number,
): RefreshState {
  if (endedAt !== undefined) return 'ended';
  if (successor) return 'replaced';
  return now >= expiresAt ? 'expired' : 'live';
}

import type { AccessTokenRecord, RefreshTokenRecord, SessionRecord } from './records.ts';
import { weightOf } from './weight-of.ts';

/** For what is noted of a session or a token later, so that its weight never changes. */
const fixed = 512;
const eachText = 16;

export function weightOfSession(session: SessionRecord): number {
  const { id, clientId, grantType, endpointId, scopes, familySecret = '' } = session;
  return fixed + weightOf([id, clientId, grantType, endpointId, scopes, familySecret]);
}

/**
 * Without the texts that are its session's; a token's letters are an octet each.
 *
 * @param shared the session's own list, where the token may hold that one
 */
export function weightOfToken(
  { token, scopes }: AccessTokenRecord | RefreshTokenRecord,
  shared?: readonly string[],
): number {
  return fixed + eachText + token.length + (scopes === shared ? 0 : weightOf(scopes));
}

import type { AccessTokenRecord, RefreshTokenRecord, SessionRecord } from './records.ts';
import { weightOf } from './weight-of.ts';

/** For what is noted of a session or a token later, so that its weight never changes. */
const fixed = 512;

export function weightOfSession(session: SessionRecord): number {
  const { id, clientId, grantType, endpointId, scopes, familySecret = '' } = session;
  return fixed + weightOf([id, clientId, grantType, endpointId, scopes, familySecret]);
}

/** Without the ids, which are its session's texts. */
export function weightOfToken({ token, scopes }: AccessTokenRecord | RefreshTokenRecord): number {
  return fixed + weightOf([token, scopes]);
}

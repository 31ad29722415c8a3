import type { AccessTokenRecord } from './records.ts';

/** The record of a token that the reader made to expire. */
export function cutShort(record: AccessTokenRecord, now: number): AccessTokenRecord {
  return { ...record, expiresAt: Math.min(record.expiresAt, now), madeToExpire: true };
}

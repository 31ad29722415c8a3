import type { Fault } from '#protocol/errors/fault.ts';
import type { AccessTokenRecord, AppRecord } from '../../store/records.ts';

/** AS-178: a token past its lifetime, or one that the reader made expire. */
export function tokenIsFresh(
  { expiresAt, issuedAt }: AccessTokenRecord,
  now: number,
  app: AppRecord | undefined,
): Fault | undefined {
  const madeToExpire = issuedAt <= (app?.acts?.accessTokensExpiredAt ?? -Infinity);
  return now < expiresAt && !madeToExpire ? undefined : { code: 'OAU-128', rule: 'AS-178' };
}

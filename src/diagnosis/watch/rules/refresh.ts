import { grantOf, hasTokens, kindOf, statusOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** LINT-177: a refresh, before the end or after a 401. */
export const refresh: RemarkRule = ({ exchange, earlier }) => {
  if (grantOf(exchange) !== 'refresh_token' || !hasTokens(exchange)) return undefined;
  const last = earlier.findLast((other) => kindOf(other) === 'api');
  const words =
    last && statusOf(last) === 401
      ? 'Refreshed after the API refused the old token'
      : 'Refreshed before the access token ended';
  return { id: 'LINT-177', kind: 'well', words };
};

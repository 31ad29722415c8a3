import { headerOf, kindOf, queryOf, statusOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** LINT-254: where the access token stands (RFC 6750 section 2). */
export const apiToken: RemarkRule = ({ exchange }) => {
  if (kindOf(exchange) !== 'api') return undefined;
  if (queryOf(exchange).has('access_token')) {
    return {
      id: 'LINT-254',
      kind: 'production',
      words: 'The token stands in the address. It works, and must not be done.',
      fix: 'Send it in the `Authorization` header: addresses are logged.',
      part: 'api',
    };
  }
  const header = headerOf(exchange.request.headers, 'authorization') ?? '';
  return statusOf(exchange) === 200 && /^bearer /i.test(header)
    ? { id: 'LINT-252', kind: 'well', words: 'Token in the header, and it is good' }
    : undefined;
};

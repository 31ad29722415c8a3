import { queryOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** LINT-013, LINT-153: a secret in an address ends up in histories and logs (RFC 6749 section 2.3.1). */
export const secretInAddress: RemarkRule = ({ exchange }) => {
  const query = queryOf(exchange);
  const found = ['client_secret', 'password', 'code_verifier'].find((name) => query.has(name));
  return found === undefined
    ? undefined
    : {
        id: found === 'code_verifier' ? 'LINT-049' : 'LINT-013',
        kind: 'wrong',
        words: `\`${found}\` stands in the address.`,
        fix: 'Addresses are kept in histories and logs. Take it out, and make a new one.',
        part: 'sign in',
      };
};

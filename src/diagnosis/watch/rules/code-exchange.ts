import { formOf, grantOf, hasTokens, kindOf, statusOf } from '../request-parts.ts';
import type { Moment } from '../moment.ts';
import type { Remark, RemarkRule } from '../remark.ts';

const isExchange = ({ exchange }: Moment) => grantOf(exchange) === 'authorization_code';

/** LINT-160: the verifier, compared by the server (RFC 7636 section 4.6). */
export const codeVerifier: RemarkRule = (moment) => {
  if (!isExchange(moment) || !hasTokens(moment.exchange)) return undefined;
  return formOf(moment.exchange).has('code_verifier')
    ? { id: 'LINT-165', kind: 'well', words: 'Verifier matches' }
    : undefined;
};

/** LINT-159: the redirect URI of the authorization request, again (RFC 6749 section 4.1.3). */
export const codeRedirectUri: RemarkRule = (moment) => {
  if (!isExchange(moment) || !hasTokens(moment.exchange)) return undefined;
  return { id: 'LINT-159', kind: 'well', words: 'Same redirect URI as before' };
};

/** LINT-158: a code that was traded before. The log hides codes, and gives the same one the same label. */
export const codeTwice: RemarkRule = (moment) => {
  if (!isExchange(moment) || statusOf(moment.exchange) === 200) return undefined;
  const code = formOf(moment.exchange).get('code');
  const before = moment.earlier.some(
    (other) => kindOf(other) === 'token' && hasTokens(other) && formOf(other).get('code') === code,
  );
  const remark: Remark = {
    id: 'LINT-158',
    kind: 'wrong',
    words: 'This code was traded before.',
    fix: 'Trade a code once. After the exchange send the browser to a page without it.',
    part: 'callback',
  };
  return before ? remark : undefined;
};

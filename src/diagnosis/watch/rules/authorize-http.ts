import { authorizeParameters, kindOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** LINT-018: plain http, which loopback alone may use (RFC 9700 section 2.6). */
export const authorizeHttp: RemarkRule = ({ exchange }) => {
  if (kindOf(exchange) !== 'authorize') return undefined;
  const sent = authorizeParameters(exchange).get('redirect_uri') ?? '';
  return sent.startsWith('http:')
    ? {
        id: 'LINT-018',
        kind: 'production',
        words: 'It starts with http. Right on localhost; in production use https.',
        part: 'settings',
      }
    : undefined;
};

import { kindOf, statusOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** LINT-308: the session is ended at the server, not only forgotten (RFC 7009 section 1). */
export const revocation: RemarkRule = ({ exchange }) =>
  kindOf(exchange) === 'revoke' && statusOf(exchange) === 200
    ? { id: 'LINT-308', kind: 'well', words: 'Logging out ends the session at the server' }
    : undefined;

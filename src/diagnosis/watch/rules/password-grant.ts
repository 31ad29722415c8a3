import { grantOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** LINT-156: a grant that RingCentral ended on 31 March 2024. */
export const passwordGrant: RemarkRule = ({ exchange }) =>
  grantOf(exchange) === 'password'
    ? {
        id: 'LINT-156',
        kind: 'production',
        words: 'The password grant ended at RingCentral on 31 March 2024.',
        fix: 'Use the JWT script: one request changes.',
        part: 'token',
      }
    : undefined;

import { signingAlgorithm } from '../../tokens/signing-key.ts';
import { type AssertionCheck, parameters } from './check.ts';

/** AS-158: `none`, and HS256 with the public key for a secret, never reach the key (RFC 8725 section 3.1). */
export const algorithm: AssertionCheck = ({ alg }) =>
  alg === signingAlgorithm ? undefined : { code: 'OAU-347', rule: 'AS-158', parameters };

import type { ClientCheck } from '../client-request.ts';
import { authorizationHeader } from './authorization-header.ts';
import { known } from './known.ts';
import { named } from './named.ts';
import { noAssertion } from './no-assertion.ts';
import { oneMethod } from './one-method.ts';
import { rateLimit } from './rate-limit.ts';
import { secret } from './secret.ts';

/**
 * Client authentication at the token and revocation endpoints, in this order.
 * @see RFC 6749 section 2.3
 */
export const clientChecks: readonly ClientCheck[] = [
  authorizationHeader,
  oneMethod,
  noAssertion,
  named,
  known,
  rateLimit,
  secret,
];

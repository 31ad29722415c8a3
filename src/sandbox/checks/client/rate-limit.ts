import type { ClientCheck } from '../client-request.ts';
import { limitRate } from '../rate-limit.ts';

/** AS-012: counted before the secret is looked at, so that wrong ones count. */
export const rateLimit: ClientCheck = ({ app, policy, incoming, services }) => {
  if (!app) throw new Error('rate-limit runs after known');
  // Most policies have it off; waiting to hear that would cost a turn of the loop.
  return policy.rateLimit ? limitRate(app.clientId, policy, incoming, services) : undefined;
};

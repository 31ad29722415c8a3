import type { ClientCheck } from '../client-request.ts';
import { limitRate } from '../rate-limit.ts';

/** AS-012: counted by app, before the secret is looked at, so that wrong ones count. */
export const rateLimit: ClientCheck = ({ app, policy, incoming, services }) => {
  if (!app) throw new Error('rate-limit runs after known');
  return limitRate('auth', app.clientId, policy, incoming, services);
};

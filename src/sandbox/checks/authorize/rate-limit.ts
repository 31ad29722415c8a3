import { limitRate } from '../rate-limit.ts';
import type { AuthorizeCheck } from './request.ts';

/** The authorization endpoint is in the Auth group as well. It answers here: the redirect URI is not known yet. */
export const rateLimit: AuthorizeCheck = async ({ app, policy }, { incoming, services }) => {
  if (!app) throw new Error('rate-limit runs after client-id');
  // A page without a count has no headers of one: they were recorded on direct answers alone.
  if (!policy.rateLimit) return undefined;
  const fault = await limitRate('auth', app.clientId, policy, incoming, services);
  return fault && { ...fault, status: 429 };
};

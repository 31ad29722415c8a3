import { limitRate } from '../rate-limit.ts';
import type { AuthorizeCheck } from './request.ts';

/** The authorization endpoint is in the Auth group as well. It answers here: the redirect URI is not known yet. */
export const rateLimit: AuthorizeCheck = async ({ app, policy }, { incoming, services }) => {
  if (!app) throw new Error('rate-limit runs after client-id');
  const fault = await limitRate(app.clientId, policy, incoming, services);
  return fault && { ...fault, status: 429 };
};

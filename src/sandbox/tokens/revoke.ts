import type { Fault } from '#protocol/errors/fault.ts';
import type { ClientRequest } from '../client-request.ts';

/**
 * Ends what a token stands for, as `revokeCascade` says: `session` ends all of
 * the sign-in whichever token is shown, as RingCentral does; `grant` ends all
 * with a refresh token and only itself with an access token (AS-170, AS-171);
 * `token` ends only what is shown. A hint is not needed and so ignored (AS-167).
 */
export async function revokeToken(request: ClientRequest): Promise<Fault | undefined> {
  const { app, incoming, parameters, policy, services } = request;
  const text = parameters.get('token') ?? '';
  const { sessions, tokens } = services.store;
  const access = await tokens.getAccess(text);
  const refresh = access ? undefined : await tokens.getRefresh(text);
  const found = access ?? refresh;
  if (!found) return undefined;
  if (found.clientId !== app?.clientId) {
    return { code: 'OAU-164', rule: 'AS-168' };
  }
  const { now } = incoming;
  const whole = policy.revokeCascade === 'session' || (policy.revokeCascade === 'grant' && refresh);
  if (whole) await sessions.end(found.sessionId, 'revoked', now);
  else if (access) await tokens.endAccess(text, now);
  else await tokens.endRefresh(text, now);
  return undefined;
}

import type { Fault } from '#protocol/errors/fault.ts';
import type { Policy } from '../policy.ts';
import type { Store } from '../store/store.ts';

/**
 * Ends what a token stands for, as `revokeCascade` says: `session` ends all of
 * the sign-in whichever token is shown, as RingCentral does; `grant` ends all
 * with a refresh token and only itself with an access token (AS-170, AS-171);
 * `token` ends only what is shown. A hint is not needed and so ignored (AS-167).
 *
 * @returns a refusal where the token is another client's (AS-168); an unknown one is as good as ended
 */
export async function revokeToken(
  text: string,
  { clientId, policy, now }: { clientId: string; policy: Policy; now: number },
  { sessions, tokens }: Pick<Store, 'sessions' | 'tokens'>,
): Promise<Fault | undefined> {
  const access = await tokens.getAccess(text);
  const refresh = access ? undefined : await tokens.getRefresh(text);
  const found = access ?? refresh;
  if (!found) return undefined;
  if (found.clientId !== clientId) {
    return { code: 'OAU-164', rule: 'AS-168' };
  }
  const whole = policy.revokeCascade === 'session' || (policy.revokeCascade === 'grant' && refresh);
  if (whole) await sessions.end(found.sessionId, 'revoked', now);
  else if (access) await tokens.endAccess(text, now);
  else await tokens.endRefresh(text, now);
  return undefined;
}

import { encodeBase64Url } from '#protocol/base64url.ts';
import { redirectLocation } from '../../checks/authorize/redirect-answer.ts';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';
import type { UserRecord } from '../../store/records.ts';
import type { OpenForm } from './open-form.ts';

/**
 * Makes the code, bound to all that the token request must match (AS-060), and
 * answers where the browser goes with it. 192 random bits, and a name that no
 * scanner takes for a secret of RingCentral's.
 */
export async function issueCode(
  { transaction, target }: OpenForm,
  user: UserRecord,
  incoming: Incoming,
  services: Services,
): Promise<string> {
  const { clientId, redirectUri, redirectUriSent, scopes } = transaction;
  const { codeChallenge, codeChallengeMethod } = transaction;
  const policy = await services.policyFor(clientId);
  const code = `SANDBOX-CODE-${encodeBase64Url(services.random.bytes(24))}`;
  await services.store.codes.add({
    code,
    clientId,
    userId: user.extensionId,
    redirectUri,
    redirectUriSent,
    scopes,
    ...(codeChallenge !== undefined && { codeChallenge }),
    ...(codeChallengeMethod && { codeChallengeMethod }),
    issuedAt: incoming.now,
  });
  // A client that sends one challenge again has no protection left, and is told so (AS-080).
  if (
    codeChallenge !== undefined &&
    (await services.store.challenges.remember(clientId, codeChallenge))
  ) {
    incoming.trace.rule = 'AS-080';
  }
  return redirectLocation(target, [
    ['code', code],
    ['expires_in', String(policy.codeLifetimeSeconds)],
  ]);
}

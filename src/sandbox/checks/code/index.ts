import type { Fault } from '#protocol/errors/fault.ts';
import type { CodeCheck } from './check.ts';
import { notExpired } from './not-expired.ts';
import { ownClient } from './own-client.ts';
import { sameRedirectUri } from './same-redirect-uri.ts';
import { verifierExpected } from './verifier-expected.ts';
import { verifierForm } from './verifier-form.ts';
import { verifierMatches } from './verifier-matches.ts';

/** Whose code it is comes first: a stranger learns nothing more and uses nothing up. */
export { ownClient };

/** Whether it is too late. */
export { notExpired };

/** Whether the request belongs to the authorization request, in this order. */
export const bindingChecks: readonly CodeCheck[] = [sameRedirectUri, verifierExpected];

/** Whether the verifier is right; a wrong one may use the code up (AS-134). */
export const verifierChecks: readonly CodeCheck[] = [verifierForm, verifierMatches];

/** The first refusal of the list. */
export async function firstFault(
  checks: readonly CodeCheck[],
  ...about: Parameters<CodeCheck>
): Promise<Fault | undefined> {
  for (const check of checks) {
    const fault = await check(...about);
    if (fault) return fault;
  }
  return undefined;
}

import type { Fault } from '#protocol/errors/fault.ts';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { clientAllowed } from './client-allowed.ts';
import { clientId } from './client-id.ts';
import { duplicates } from './duplicates.ts';
import { parse } from './parse.ts';
import { pkceParameters } from './pkce-parameters.ts';
import { prompt } from './prompt.ts';
import { rateLimit } from './rate-limit.ts';
import { redirectUri } from './redirect-uri.ts';
import { type AuthorizeCheck, type AuthorizeRequest, newAuthorizeRequest } from './request.ts';
import { responseType } from './response-type.ts';
import { scope } from './scope.ts';

/**
 * What an authorization request passes, in this order; each check may stop it.
 * The redirect URI is trusted after the fourth, and a refusal from there on
 * travels by redirect. Sign-in, consent and the code follow.
 */
export const authorizeChecks: readonly AuthorizeCheck[] = [
  parse,
  clientId,
  rateLimit,
  redirectUri,
  duplicates,
  responseType,
  clientAllowed,
  pkceParameters,
  scope,
  prompt,
];

/** The request as far as it was understood, and the refusal that stopped it, if one did. */
export async function checkAuthorizeRequest(
  incoming: Incoming,
  services: Services,
): Promise<{ request: AuthorizeRequest; fault?: Fault }> {
  const request = newAuthorizeRequest(await services.policyFor());
  for (const check of authorizeChecks) {
    const fault = await check(request, { incoming, services });
    if (fault) return { request, fault };
  }
  return { request };
}

import type { Fault } from '#protocol/errors/fault.ts';
import { nearestText } from '#protocol/text/nearest-text.ts';
import { prefersJson } from '../../wire/accepts-json.ts';
import { errorLocation, type RedirectTarget } from '../../checks/authorize/redirect-answer.ts';
import { type AuthorizeRequest, parameter, responseMode } from '../../checks/authorize/request.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { inForce } from '../../policy.ts';
import { oauthErrorResponse } from '../../wire/responses.ts';
import { errorPage, type ErrorPageView } from '../../views/error-page.ts';
import { page, redirect } from './page-response.ts';
import type { PlainResponse } from '../../wire/plain-response.ts';

/** A longer URI is shown cut, and a comparison of two cut texts would mislead. */
const longestCompared = 2000;

/** The sent redirect URI beside the registered one most like it. */
function compareUris({ app }: AuthorizeRequest, fault: Fault): ErrorPageView['compare'] {
  const sent = fault.parameters?.[0]?.parameterValue;
  if (fault.code !== 'OAU-109' || !app || sent === undefined) return undefined;
  if (sent.length > longestCompared) return undefined;
  const registered = nearestText(sent, app.redirectUris);
  return registered === undefined ? undefined : { sent, registered };
}

/** Sends a refusal to the app. */
export function refuseByRedirect(
  target: RedirectTarget,
  fault: Fault,
  incoming: Incoming,
): PlainResponse {
  incoming.trace.rule = fault.rule;
  return redirect(incoming, errorLocation(target, fault));
}

/** Answers a refusal here: a page, or the envelope where the policy has it and the request asks for JSON. */
export function refuseHere(
  fault: Fault,
  incoming: Incoming,
  { policy, app }: Pick<AuthorizeRequest, 'policy' | 'app'>,
  more: Pick<ErrorPageView, 'compare'> & { headers?: Record<string, string> } = {},
): Promise<PlainResponse> {
  incoming.trace.rule = fault.rule;
  const status = fault.status ?? 400;
  if (policy.errorShape === 'ringcentral' && prefersJson(incoming.request.headers.get('accept'))) {
    Object.assign(incoming.answerHeaders, more.headers);
    return Promise.resolve(oauthErrorResponse({ ...fault, status }, incoming, policy));
  }
  const aboutUris = fault.parameters?.[0]?.parameterName === 'redirect_uri';
  const registered = aboutUris ? app?.redirectUris : undefined;
  const view = { fault, status, app, compare: more.compare, registered };
  return page(incoming, status, errorPage(view), more.headers);
}

/**
 * Answers a refused request: by redirect once its redirect URI is trusted, and
 * until then here, 400 and without a Location (AS-026 to AS-031, RFC 6749 section 4.1.2.1).
 */
export async function refuse(
  request: AuthorizeRequest,
  fault: Fault,
  incoming: Incoming,
): Promise<PlainResponse> {
  const target = targetOf(request, incoming);
  if (target) return refuseByRedirect(target, fault, incoming);
  return refuseHere(fault, incoming, request, { compare: compareUris(request, fault) });
}

/** Where the answer to a request goes, once that is trusted. */
export function targetOf(
  request: AuthorizeRequest,
  incoming: Incoming,
): RedirectTarget | undefined {
  const { redirectUri, policy } = request;
  if (redirectUri === undefined) return undefined;
  return {
    redirectUri,
    mode: responseMode(request),
    state: parameter(request, 'state'),
    iss: inForce(policy).iss ? incoming.origin : undefined,
  };
}

import { clientType } from '#app-settings/app.ts';
import { explainRefusal } from '#diagnosis/explain-refusal.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import { decodeForm, encodeForm } from '#protocol/form.ts';
import { prefersJson } from '../../wire/accepts-json.ts';
import { errorLocation, type RedirectTarget } from '../../checks/authorize/redirect-answer.ts';
import { type AuthorizeRequest, parameter, responseMode } from '../../checks/authorize/request.ts';
import { helpLinks } from '../../wire/help-links.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { inForce } from '../../policy.ts';
import { oauthErrorResponse } from '../../wire/responses.ts';
import { errorPage } from '../../views/error-page.ts';
import { page, redirect } from './page-response.ts';
import type { PlainResponse } from '../../wire/plain-response.ts';

/** What is longer is cut value by value: a page shows no more of one. */
const longestExplained = 4000;
const longestValue = 1000;

/** The query or form again, its long values cut. */
function shortened(text: string): string {
  if (text.length <= longestExplained) return text;
  const form = decodeForm(text);
  return form.kind === 'form'
    ? encodeForm(form.pairs.map(([name, value]) => [name, value.slice(0, longestValue)]))
    : '';
}

function explained(fault: Fault, incoming: Incoming, app: AuthorizeRequest['app']): Finding {
  const { method, origin, path, query, body } = incoming;
  return explainRefusal(
    fault,
    {
      method,
      url: `${origin}${path}?${shortened(query)}`,
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: shortened(body),
    },
    app && {
      clientId: app.clientId,
      clientType: clientType(app),
      redirectUris: app.redirectUris,
      settings: app,
    },
  );
}

/** Sends a refusal to the app. */
export function refuseByRedirect(
  target: RedirectTarget,
  fault: Fault,
  incoming: Incoming,
): PlainResponse {
  incoming.trace.rule = fault.rule;
  incoming.answerHeaders['link'] = helpLinks(incoming, fault.code);
  return redirect(incoming, errorLocation(target, fault));
}

/** Answers a refusal here: a page, or the envelope where the policy has it and the request asks for JSON. */
export function refuseHere(
  fault: Fault,
  incoming: Incoming,
  { policy, app }: Pick<AuthorizeRequest, 'policy' | 'app'>,
  more: { headers?: Record<string, string> } = {},
): Promise<PlainResponse> {
  incoming.trace.rule = fault.rule;
  const status = fault.status ?? 400;
  if (policy.errorShape === 'ringcentral' && prefersJson(incoming.request.headers.get('accept'))) {
    Object.assign(incoming.answerHeaders, more.headers);
    return Promise.resolve(oauthErrorResponse({ ...fault, status }, incoming, policy));
  }
  const aboutUris = fault.parameters?.[0]?.parameterName === 'redirect_uri';
  const registered = aboutUris ? app?.redirectUris : undefined;
  const view = { fault, status, app, finding: explained(fault, incoming, app), registered };
  const link = helpLinks(incoming, fault.code);
  return page(incoming, status, errorPage(view), { link, ...more.headers });
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
  return refuseHere(fault, incoming, request);
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

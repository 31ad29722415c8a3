import type { Fault } from '#protocol/errors/fault.ts';
import { prefersJson } from '../wire/accepts-json.ts';
import { helpLinks } from '../wire/help-links.ts';
import type { Incoming } from '../wire/incoming.ts';
import { page } from './authorize/page-response.ts';
import type { PlainResponse } from '../wire/plain-response.ts';
import { presets } from '../policy.ts';
import { apiErrorResponse, oauthErrorResponse } from '../wire/responses.ts';
import type { Handling } from './routes.ts';
import type { StoreProblem, StoreProblemKind } from '../store/store-problem.ts';
import { troublePage } from '../views/trouble-page.ts';

const codes: Record<StoreProblemKind, Fault['code']> = {
  full: 'SANDBOX-STORE-1',
  blocked: 'SANDBOX-STORE-2',
  newer: 'SANDBOX-STORE-3',
};

/**
 * What is answered when nothing can be kept: 503 in the envelope that every
 * reader knows, a page where a browser shows it. It asks the store for nothing,
 * the policy included.
 */
export function refuseForStore(
  { kind }: StoreProblem,
  incoming: Incoming,
  route: Handling,
): PlainResponse | Promise<PlainResponse> {
  const fault: Fault = { code: codes[kind], rule: 'SANDBOX-STORE' };
  // Nor can the log keep it.
  incoming.isLogged = false;
  const isPage = incoming.path.startsWith('/restapi/oauth/authorize');
  if (isPage && !prefersJson(incoming.request.headers.get('accept'))) {
    incoming.trace.rule = fault.rule;
    return page(incoming, 503, troublePage(fault), { link: helpLinks(incoming, fault.code) });
  }
  const policy = presets.ringcentral;
  return route.errors === 'oauth'
    ? oauthErrorResponse(fault, incoming, policy)
    : apiErrorResponse(fault, incoming, policy);
}

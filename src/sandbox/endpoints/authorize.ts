import { decodeForm, encodeForm } from '#protocol/form.ts';
import { credentials } from '../checks/authorize/parse.ts';
import { isForm } from '../wire/is-form.ts';
import { checkAuthorizeRequest } from '../checks/authorize/index.ts';
import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import { redirect } from './authorize/page-response.ts';
import { refuse, refuseByRedirect, refuseHere, targetOf } from './authorize/refuse.ts';
import { signInPage } from './authorize/sign-in.ts';
import { againQuery, openTransaction, traceIdOf } from './authorize/transaction.ts';
import { allowOf } from '../wire/head.ts';
import type { PlainResponse } from '../wire/plain-response.ts';

export { answerForm } from './authorize/forms.ts';

/** Longer ones do not fit a request line everywhere. */
const longestQuery = 6000;

/**
 * A posted form as the query of the same request, where it is one: encoded anew, and without what
 * never belongs into an address.
 */
function askedAgain({ method, request, body, path }: Incoming): string | undefined {
  if (method !== 'POST' || !isForm(request.headers.get('content-type'))) return undefined;
  const form = decodeForm(body);
  if (form.kind !== 'form') return undefined;
  const query = encodeForm(form.pairs.filter(([name]) => !credentials.includes(name)));
  return query.length > longestQuery ? undefined : `${path}?${query}`;
}

/**
 * The authorization endpoint: checks the request and, when it passes, shows the
 * sign-in form. Sign-in and consent are asked for at every login, of private apps too.
 *
 * @returns a page, or a redirect with the error once the redirect URI is trusted;
 * no CORS whatever the method (AS-069), because this endpoint is navigated to
 * @see RFC 6749 section 3.1
 */
export async function authorize(incoming: Incoming, services: Services): Promise<PlainResponse> {
  if (incoming.method !== 'GET' && incoming.method !== 'POST') {
    const fault = { code: 'SANDBOX-REQUEST-3', rule: 'AS-013', status: 405 } as const;
    const policy = await services.policyFor();
    return refuseHere(
      fault,
      incoming,
      { policy },
      { headers: { allow: allowOf(['GET', 'POST']) } },
    );
  }
  // Asked again by GET, the browser says who it is (SameSite=Lax).
  const again = incoming.browser === '' ? askedAgain(incoming) : undefined;
  if (again !== undefined) return redirect(incoming, again);
  const { request, fault } = await checkAuthorizeRequest(incoming, services);
  if (fault) return refuse(request, fault, incoming);
  const { app } = request;
  const target = targetOf(request, incoming);
  if (!app || !target) throw new Error('checks have not passed');
  incoming.onFailure = (defect) => refuseByRedirect(target, defect, incoming);
  const transaction = openTransaction(request, incoming, services.random);
  incoming.trace.transactionId = traceIdOf(transaction.id);
  await services.store.transactions.add(transaction);
  return signInPage(incoming, { transaction, again: againQuery(request), app });
}

import { redirectLocation } from '../../checks/authorize/redirect-answer.ts';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';
import type { UserRecord } from '../../store/records.ts';
import { beginSession } from '../../tokens/issue.ts';
import { lifetimes } from '../../tokens/lifetimes.ts';
import { tokenResponse } from '../../tokens/response.ts';
import type { OpenForm } from './open-form.ts';

const noParameters: ReadonlyMap<string, string> = new Map();

/**
 * Makes the access token of the implicit flow, and answers where the browser
 * goes with it: in the fragment, with the members that RingCentral sent, and
 * never with a refresh token or a code (AS-082 to AS-084).
 *
 * @see RFC 6749 section 4.2.2
 */
export async function issueToken(
  { transaction, target, app }: OpenForm,
  user: UserRecord,
  incoming: Incoming,
  services: Services,
): Promise<string> {
  const policy = await services.policyFor(app.clientId);
  const { session, access } = await beginSession(
    {
      app,
      userId: user.extensionId,
      grantType: 'implicit',
      scopes: transaction.scopes,
      lifetimes: lifetimes(noParameters, policy),
      policy,
      withRefresh: false,
      now: incoming.now,
    },
    services,
  );
  const { access_token, token_type, expires_in, endpoint_id, scope } = tokenResponse(
    session,
    access,
    undefined,
    incoming.now,
  );
  const location = redirectLocation(target, [
    ['access_token', access_token],
    ['token_type', token_type],
    ['expires_in', String(expires_in)],
    ['endpoint_id', endpoint_id],
    ['scope', scope],
  ]);
  // RingCentral's sample has %20 between scopes, which readers of either kind decode.
  const from = location.indexOf('#');
  return location.slice(0, from) + location.slice(from).replaceAll('+', '%20');
}

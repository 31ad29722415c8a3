import type { Fault } from '#protocol/errors/fault.ts';
import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import type { PlainResponse } from '../wire/plain-response.ts';
import { apiErrorResponse } from '../wire/responses.ts';
import { refuseHere } from './authorize/refuse.ts';
import { authorizePath } from './authorize/transaction.ts';

/** A longer path is not repeated. */
const longestRepeated = 200;

/** The path that was meant. */
export const withSingleSlashes = (path: string) => path.replaceAll(/\/{2,}/g, '/');

/**
 * A path that the server would have, had it one slash where it has two: 404 as for any other
 * unknown path, in words that name the slash. RFC 3986 takes the two paths for different ones.
 */
export async function doubledSlash(incoming: Incoming, services: Services): Promise<PlainResponse> {
  const meant = withSingleSlashes(incoming.path);
  const what = meant.length > longestRepeated ? 'one' : meant;
  const fault: Fault = {
    code: 'SANDBOX-REQUEST-8',
    rule: 'AS-013',
    status: 404,
    message: `The path has two slashes in a row. Send ${what}`,
  };
  const policy = await services.policyFor();
  return meant.startsWith(authorizePath)
    ? refuseHere(fault, incoming, { policy })
    : apiErrorResponse(fault, incoming, policy);
}

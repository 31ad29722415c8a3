import type { RedirectTarget } from '../../checks/authorize/redirect-answer.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { inForce, type Policy } from '../../policy.ts';
import type { TransactionRecord } from '../../store/records.ts';

/** Where the answer of an open sign-in goes. */
export function redirectTarget(
  { redirectUri, responseType, state }: TransactionRecord,
  incoming: Incoming,
  policy: Policy,
): RedirectTarget {
  return {
    redirectUri,
    mode: responseType === 'token' ? 'fragment' : 'query',
    state,
    iss: inForce(policy).iss ? incoming.origin : undefined,
  };
}

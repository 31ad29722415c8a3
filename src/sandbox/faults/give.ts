import type { Services } from '../context.ts';
import { faultHeader } from '#protocol/sandbox-fault.ts';
import { claimedClient } from '../log/claimed-client.ts';
import type { Incoming } from '../wire/incoming.ts';
import { PlainResponse } from '../wire/plain-response.ts';
import { afterOne, type AskedFault } from './given.ts';
import { placeOf } from './places.ts';
import { faultTable } from './table.ts';

type Wanted = AskedFault & { clientId?: string };

/** Counts one meeting; false where another request has just had the last one. */
async function take(wanted: Wanted, { store }: Services): Promise<boolean> {
  const { clientId } = wanted;
  if (clientId === undefined) return true;
  let isInForce = false;
  await store.faults.update((faults) => {
    const found = faults.find((one) => one.clientId === clientId && one.fault === wanted.fault);
    isInForce = found !== undefined;
    return found ? afterOne(faults, found) : faults;
  });
  return isInForce;
}

/**
 * Answers a request, with a fault where one is in force for its app or it asks for one itself. The
 * first that there is something to do for in this answer is given, and no other.
 *
 * @param answer what the server answers by itself
 */
export async function answerWithFaults<Answer extends Response>(
  incoming: Incoming,
  services: Services,
  answer: () => Promise<Answer>,
): Promise<Answer | PlainResponse> {
  const kept = await services.store.faults.list();
  const { askedFault } = incoming;
  if (kept.length === 0 && !askedFault) return answer();

  const place = placeOf(incoming.path);
  const wanted: Wanted[] = (askedFault ? [askedFault] : kept).filter(
    ({ fault, at = place }) => at === place && faultTable[fault].places.includes(place),
  );
  // Metadata and keys are nobody's: whoever asks next meets what is in force for any app.
  const isNobodys = place === 'metadata' || place === 'keys';
  // Who calls the API is known by the token alone, and reading there spends nothing.
  const isApi = place === 'api';

  async function given(clientId: string | undefined, before?: PlainResponse) {
    for (const one of wanted) {
      const { fault } = one;
      if (one.clientId !== undefined && one.clientId !== clientId && !isNobodys) continue;
      const { instead, alter, waits, ...row } = faultTable[fault];
      const seconds = one.seconds ?? row.seconds ?? 0;
      const meeting = { incoming, policy: await services.policyFor(clientId), seconds };
      const altered =
        before && alter
          ? alter(before, meeting)
          : isApi === (before !== undefined)
            ? instead?.(meeting)
            : undefined;
      if (!altered || !(await take(one, services))) continue;
      if (waits) await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      altered.plainHeaders[faultHeader] = fault;
      if (askedFault) altered.plainHeaders['preference-applied'] = `sandbox-fault=${fault}`;
      return altered;
    }
    return undefined;
  }

  const early = isApi ? undefined : await given(claimedClient(incoming));
  if (early) return early;
  const before = await answer();
  if (!(before instanceof PlainResponse)) return before;
  return (await given(incoming.trace.clientId ?? claimedClient(incoming), before)) ?? before;
}

import * as z from 'zod/mini';
import { flowNames } from '#flows/ids.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import { createStored } from '#islands/storage/stored.ts';
import { emptyState, keptKey, keptStateSchema } from '../kept-state.ts';
import type { KeptState } from '../kept-state.ts';

/** sessionStorage: what a sign-in on this page comes back to. */
const awayKey = 'authorization-flows:server-away';

const awaySchema = z.object({ server: z.string(), flow: z.enum(flowNames), kept: keptStateSchema });

/** All that may stand in a browser's storage while the page is away at a real server's sign-in. */
const stays = ['code_verifier', 'code_challenge', 'state'];

function reduced(kept: KeptState): KeptState | undefined {
  const { attempt, clientId = '', currentStep } = kept;
  if (attempt?.mode !== 'same-page') return undefined;
  const values = Object.entries(kept.values).filter(([name]) => stays.includes(name));
  const made = Object.entries(kept.answers).filter(
    ([, answer]) => answer.kind === 'made' && answer.names.every((name) => stays.includes(name)),
  );
  const [address = ''] = attempt.url.split('?', 1);
  return {
    ...emptyState(currentStep, clientId),
    values: Object.fromEntries(values),
    answers: Object.fromEntries(made),
    attempt: { ...attempt, url: address, pairBefore: undefined },
  };
}

/**
 * Leaves in the tab what a sign-in on this page needs when it comes back, where one is out.
 *
 * @param server who was asked, as an issuer is written
 */
export function leaveAway(
  keep: TextStorage,
  session: TextStorage | undefined,
  server: string,
): void {
  for (const flow of flowNames) {
    const found = createStored(keep, keptKey(flow), keptStateSchema).read();
    const kept = found.kind === 'value' ? reduced(found.value) : undefined;
    if (kept) void createStored(session, awayKey, awaySchema).write({ server, flow, kept });
  }
}

/**
 * Takes it back, once. What was left for another server is dropped: one server's code is nothing for
 * the next (RFC 9700 section 4.4).
 *
 * @returns the client id of the run
 */
export function takeAway(
  keep: TextStorage,
  session: TextStorage | undefined,
  server: string,
): string | undefined {
  const stored = createStored(session, awayKey, awaySchema);
  const found = stored.read();
  void stored.remove();
  if (found.kind !== 'value' || found.value.server !== server) return undefined;
  const { flow, kept } = found.value;
  void createStored(keep, keptKey(flow), keptStateSchema).write(kept);
  return kept.clientId;
}

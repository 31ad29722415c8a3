import { computed } from '@preact/signals';
import { stepNumber } from '#flows/runner.ts';
import type { FlowValue } from '#flows/flow.ts';
import type { Core } from './core.ts';
import type { HeldValue } from './kept-state.ts';
import type { Expiry, ValueView } from './types.ts';

/** A value's life at a moment; undefined where it does not expire. */
export function expiryOf(held: HeldValue, now: number): Expiry | undefined {
  const { at, lifetimeSeconds } = held;
  if (lifetimeSeconds === undefined) return undefined;
  const ends = at + lifetimeSeconds * 1000;
  const remainingSeconds = Math.max(0, Math.ceil((ends - now) / 1000));
  return {
    at: ends,
    lifetimeSeconds,
    remainingSeconds,
    share: lifetimeSeconds > 0 ? Math.min(1, remainingSeconds / lifetimeSeconds) : 0,
  };
}

function statusOf(held: HeldValue, expiry: Expiry | undefined): ValueView['status'] {
  if (held.spentAt !== undefined) return 'spent';
  if (held.endedAt !== undefined) return 'ended';
  return expiry?.remainingSeconds === 0 ? 'expired' : 'held';
}

/** The values so far, as chips; a ring stops where the value was spent. */
export function createValues(core: Core) {
  const view = (value: FlowValue): ValueView => {
    const { name, maker, purpose, secret } = value;
    const held = core.kept.value.values[name];
    const described = { name, maker, purpose, secret };
    if (!held) {
      const step = stepNumber(core.flow.steps, value.arrivesAt);
      return { ...described, status: 'awaited', note: `Arrives when step ${step} succeeds` };
    }
    // Only a value that runs out makes the chip depend on the clock.
    const moment = held.spentAt ?? held.endedAt;
    const expiry =
      held.lifetimeSeconds === undefined ? undefined : expiryOf(held, moment ?? core.now.value);
    const status = statusOf(held, expiry);
    const note = held.note ?? (status === 'expired' ? 'Expired: the server refuses it' : undefined);
    return {
      ...described,
      status,
      value: held.value,
      ...(note === undefined ? {} : { note }),
      ...(held.confirmed ? { confirmed: true } : {}),
      ...(expiry ? { expiry } : {}),
    };
  };
  return computed((): readonly ValueView[] => core.flow.values.map(view));
}

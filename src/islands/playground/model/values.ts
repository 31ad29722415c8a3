import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { stepNumber } from '#flows/runner.ts';
import type { FlowValue } from '#flows/flow.ts';
import type { Transcript } from '#flows/transcript.ts';
import type { InspectedToken } from '#islands/sandbox-api/sandbox-api.ts';
import type { SandboxClock } from './clock.ts';
import { isDone } from './core.ts';
import type { Core } from './core.ts';
import type { HeldValue } from './kept-state.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import type { Expiry, ValueView } from './types.ts';

/** The values of the run, what was sent for them, and the way back to none. */
export interface Values {
  readonly all: ReadonlySignal<readonly ValueView[]>;
  readonly transcript: ReadonlySignal<Transcript>;
  /** A real server tells nothing of a token, and the sandbox never sees one of its. */
  readonly inspects: boolean;
  /** What a token means to the sandbox; undefined when it does not answer. */
  inspect(token: string): Promise<InspectedToken | undefined>;
  /** Back to step 1 with nothing held; the transcript is emptied. */
  startOver(): void;
  /** Start over, and the tab's storage is emptied too: what its other flows hold as well. */
  forgetAll(): void;
}

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

/** When a value arrives that is not here: with its step, or not at all. */
export function awaitedNote({ flow, kept }: Core, { arrivesAt }: FlowValue): string {
  const step = stepNumber(flow.steps, arrivesAt);
  return isDone(kept.value.answers[arrivesAt])
    ? `Step ${step} returned none`
    : `Arrives when step ${step} succeeds`;
}

function statusOf(held: HeldValue, expiry: Expiry | undefined): ValueView['status'] {
  if (held.spentAt !== undefined) return 'spent';
  if (held.endedAt !== undefined) return 'ended';
  return expiry?.remainingSeconds === 0 ? 'expired' : 'held';
}

/**
 * The values so far, as chips; a ring stops where the value was spent.
 *
 * @param leave ends a sign-in that is out
 * @param forget empties the tab's storage
 */
export function createValues(
  core: Core,
  { clock, sandbox }: { clock: SandboxClock; sandbox: SandboxCalls },
  { leave, forget }: { leave: () => void; forget: () => void },
): Values {
  const view = (value: FlowValue): ValueView => {
    const { name, maker, purpose, secret } = value;
    const held = core.kept.value.values[name];
    const described = { name, maker, purpose, secret };
    if (!held) return { ...described, status: 'awaited', note: awaitedNote(core, value) };
    // Only a value that runs out makes the chip depend on the clock.
    const moment = held.spentAt ?? held.endedAt;
    const expiry =
      held.lifetimeSeconds === undefined ? undefined : expiryOf(held, moment ?? clock.time.value);
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

  const startOver = (): void => {
    leave();
    core.clear();
    core.announce('The flow starts over at step 1.');
  };

  return {
    all: computed(() => core.flow.values.map(view)),
    transcript: computed(() => core.kept.value.transcript),
    get inspects() {
      return core.server.value.kind === 'sandbox';
    },
    inspect: async (token) => {
      const answer = await (await sandbox.client()).inspectToken(token);
      return answer.kind === 'done' ? answer.value : undefined;
    },
    startOver,
    forgetAll: () => {
      startOver();
      forget();
    },
  };
}

import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { stepNumber } from '#flows/runner.ts';
import type { Core } from '../core.ts';
import type { TripEnd, TripOptions, TripParts } from './trip.ts';

/** Steps that are run for the reader. */
export interface Runner {
  /** Where it is going, and the step that it is at. */
  readonly running: ReadonlySignal<{ to: string; at: string } | undefined>;
  /** Where the last one stopped on its way, while that step is open. */
  readonly stopped: ReadonlySignal<{ to: string; at: string } | undefined>;
  /** Why the demo user signed in once more for the open step, until the reader sends something. */
  readonly signedInAgain: ReadonlySignal<string | undefined>;
  /** Opens a step and runs what comes before it; it then is ready to be sent. */
  runTo(step: string): Promise<void>;
  stopRun(): void;
}

/** The same for a mistake, which takes values of its own. */
export interface Provider {
  /** Gets what a step takes, and these values besides. */
  provide(
    step: string,
    names: readonly string[],
    options: Pick<TripOptions, 'renew' | 'after'>,
  ): Promise<TripEnd>;
}

function spoken({ flow }: Core, to: string, end: Exclude<TripEnd, { kind: 'cancelled' }>): string {
  const number = (id: string): number => stepNumber(flow.steps, id);
  if (end.kind === 'stopped') {
    return `The run to step ${number(to)} stopped at step ${number(end.at)}.`;
  }
  const again = end.signedInAgain === undefined ? '' : `${end.signedInAgain} `;
  return `${again}Step ${number(to)} is ready: the earlier steps have run.`;
}

/** What runs them is loaded with the first. */
export function createRunner(core: Core, parts: TripParts) {
  const { running } = core;
  const last = signal<{ to: string; at: string } | undefined>(undefined);
  const again = signal<{ to: string; why: string } | undefined>(undefined);
  let trip: AbortController | undefined;

  const go = async (
    to: string,
    options: Pick<TripOptions, 'renew' | 'after'>,
    names?: readonly string[],
  ): Promise<TripEnd> => {
    const target = core.flow.steps.find(({ id }) => id === to);
    if (!target || running.peek() || core.busy.peek()) return { kind: 'cancelled' };
    core.openStep(to);
    const mine = new AbortController();
    trip = mine;
    last.value = undefined;
    again.value = undefined;
    running.value = { to, at: to };
    const at = (step: string): void => {
      running.value = { to, at: step };
    };
    const { createTrip } = await import('./trip.ts');
    const made = createTrip(core, parts, { ...options, signal: mine.signal, at });
    const end = await (names ? made.provide(target, names) : made.to(target));
    running.value = undefined;
    core.openStep(end.kind === 'stopped' ? end.at : to);
    if (end.kind === 'stopped') last.value = { to, at: end.at };
    if (end.kind === 'there' && end.signedInAgain !== undefined) {
      again.value = { to, why: end.signedInAgain };
    }
    if (end.kind !== 'cancelled') core.announce(spoken(core, to, end));
    return end;
  };

  return {
    running,
    stopped: computed(() =>
      last.value?.at === core.open.value.id && !running.value ? last.value : undefined,
    ),
    signedInAgain: computed(() =>
      again.value?.to === core.open.value.id ? again.value.why : undefined,
    ),
    /** The reader sends something: what was said of the trip before is over. */
    forget: (): void => void (again.value = undefined),
    runTo: async (step) => void (await go(step, {})),
    stopRun: () => trip?.abort(),
    provide: (step, names, options) => go(step, options, names),
  } satisfies Runner & Provider & Record<string, unknown>;
}

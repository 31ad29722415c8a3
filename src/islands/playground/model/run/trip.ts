import type { FlowStep } from '#flows/flow.ts';
import { rowsOf, stepNumber } from '#flows/runner.ts';
import type { Clock } from '#protocol/clock.ts';
import { isDone } from '../core.ts';
import type { Core } from '../core.ts';
import { without } from '../kept-state.ts';
import { ingredientsOf } from '../request/rows.ts';
import type { Editing } from '../request/request.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { expiryOf } from '../values.ts';

/** What runs a step. */
export interface TripParts {
  clock: Clock;
  request: Pick<Editing, 'make' | 'transmit'>;
  signIn: Pick<SignIn, 'byItself'>;
}

/** How a trip is made. */
export interface TripOptions {
  signal: AbortSignal;
  /** What the server gave is got anew, whatever it looks like. */
  renew?: boolean;
  /** A step that has to have run besides. */
  after?: string | undefined;
  /** Called before each step that is run. */
  at(step: string): void;
}

/** Where a trip ended: where it was to go, or at a step that did not bring it on. */
export type TripEnd =
  /** `signedInAgain`: why the demo user did once more, where what the sign-in brings was in hand before. */
  | { kind: 'there'; signedInAgain?: string }
  | { kind: 'stopped'; at: string }
  | { kind: 'cancelled' };

/** The values that a step's request takes, as it stands without an edit. */
function takenBy(core: Core, step: FlowStep): string[] {
  if (!step.request) return [];
  const rows = rowsOf(step.request, { ...ingredientsOf(core, step.id), edits: {} });
  return rows.flatMap(({ sent, parameter: { source } }) =>
    sent && source.kind === 'value' ? [source.name] : [],
  );
}

/**
 * Runs steps for the reader, in the order in which their values need each other: the demo user signs
 * in and allows, and each request goes as its rows stand.
 */
export function createTrip(
  core: Core,
  { clock, request, signIn }: TripParts,
  { signal, renew = false, after, at }: TripOptions,
) {
  const got = new Set<string>();
  const inHand = new Set<string>();
  let stoppedAt: string | undefined;
  let signedInAgain: string | undefined;

  const isSettled = ({ id, expects }: FlowStep): boolean => {
    const answer = core.current().answers[id];
    const refused = answer?.kind === 'exchange' && answer.outcome === 'refused';
    return isDone(answer) || (expects === 'refusal' && refused);
  };

  /** What is shown to have ended goes as it is: a token that a refresh replaced, or one that is refused on purpose. */
  const goesEnded = (name: string, { expects }: FlowStep): boolean =>
    expects === 'refusal' ||
    core.flow.steps.some(({ keeps }) => Object.values(keeps ?? {}).includes(name));

  const isGood = (name: string, step: FlowStep): boolean => {
    const held = core.current().values[name];
    const maker = core.flow.values.find((value) => value.name === name)?.maker;
    if (!held || (renew && maker === 'authorization-server' && !got.has(name))) return false;
    if (goesEnded(name, step)) return true;
    const isOver = expiryOf(held, clock.now())?.remainingSeconds === 0;
    return held.spentAt === undefined && held.endedAt === undefined && !isOver;
  };

  /** Gets what a step takes and has not. */
  const provide = async (step: FlowStep, names: readonly string[]): Promise<boolean> => {
    for (const name of names) {
      if (isGood(name, step)) continue;
      const from = core.flow.values.find((value) => value.name === name)?.arrivesAt;
      const brings = core.flow.steps.find(({ id }) => id === from);
      if (!brings || !(await perform(brings))) return false;
    }
    return !signal.aborted;
  };

  /** Why what the last sign-in brought is not good any more; undefined where there was none. */
  const whyAgain = (): string | undefined => {
    const bringsToken = core.stepThat('return')?.brings === 'token';
    const held = core.current().values[bringsToken ? 'access_token' : 'code'];
    if (!held) return undefined;
    const what = bringsToken ? 'The token' : 'The code';
    if (expiryOf(held, clock.now())?.remainingSeconds === 0) return `${what} had expired`;
    const isOver = held.spentAt !== undefined || held.endedAt !== undefined;
    if (bringsToken) return isOver ? `${what} had ended` : `${what} may have ended by now`;
    return isOver ? `${what} was spent` : `${what} may be spent by now`;
  };

  const signInOnceMore = async (): Promise<void> => {
    const why = whyAgain();
    await signIn.byItself(signal);
    if (why) signedInAgain = `${why}, so extension 101 signed in again for a new one.`;
  };

  const run = async (step: FlowStep): Promise<void> => {
    at(step.id);
    if (step.kind === 'prepare') await request.make(step);
    else if (step.kind === 'request') await request.transmit(step);
    else await signInOnceMore();
  };

  /** Gets what a step takes, and runs it: a redirect comes back of the request that asks for it. */
  async function perform(step: FlowStep): Promise<boolean> {
    const asks = step.kind === 'return' ? core.stepThat('authorize') : step;
    // A step that needs itself would never come to an end.
    if (!asks || inHand.has(step.id)) return false;
    inHand.add(step.id);
    const isReady = await provide(asks, takenBy(core, asks));
    // What it was sent with before is not what it takes now.
    core.update(({ sentWith }) => ({ sentWith: without(sentWith, asks.id) }));
    const before = core.current().values;
    if (isReady) await run(step);
    inHand.delete(step.id);
    for (const [name, held] of Object.entries(core.current().values)) {
      if (before[name]?.value !== held.value) got.add(name);
    }
    if (!isReady || signal.aborted) return false;
    if (isSettled(step)) return true;
    stoppedAt ??= isSettled(asks) ? step.id : asks.id;
    return false;
  }

  const end = (isThere: boolean, target: FlowStep): TripEnd => {
    if (signal.aborted) return { kind: 'cancelled' };
    if (!isThere) return { kind: 'stopped', at: stoppedAt ?? target.id };
    return { kind: 'there', ...(signedInAgain === undefined ? {} : { signedInAgain }) };
  };

  return {
    /** Runs what has not run before a step, and gets what it takes. */
    to: async (target: FlowStep): Promise<TripEnd> => {
      const { steps } = core.flow;
      const back = core.stepThat('return');
      const isBack = target.kind === 'sign-in' || target.kind === 'return';
      for (const step of steps.slice(0, stepNumber(steps, target.id) - 1)) {
        if (step.kind === 'navigate' || step.kind === 'sign-in' || isSettled(step)) continue;
        if (!(await perform(step))) return end(false, target);
      }
      const isThere = isBack && back ? isSettled(back) || (await perform(back)) : true;
      // What its own press gets is left to that.
      const names = target.signsIn ? [] : takenBy(core, target);
      return end(isThere && (await provide(target, names)), target);
    },
    /** Gets what a step takes, and these values besides. */
    provide: async (target: FlowStep, names: readonly string[]): Promise<TripEnd> => {
      const isReady = await provide(target, [...takenBy(core, target), ...names]);
      const before = core.flow.steps.find(({ id }) => id === after);
      const hasRun = !before || (isSettled(before) && !renew);
      return end(isReady && (hasRun || (await perform(before))), target);
    },
  };
}

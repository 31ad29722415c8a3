import { computed, effect } from '@preact/signals';
import { editsOf, rowOf } from '#flows/mistakes/apply.ts';
import { isMade } from '#flows/mistakes/mistake.ts';
import type { Mistake } from '#flows/mistakes/mistake.ts';
import { rowsOf, stepNumber } from '#flows/runner.ts';
import { taskOf } from '#flows/task.ts';
import type { SandboxClock } from '../clock.ts';
import type { Core } from '../core.ts';
import { without } from '../kept-state.ts';
import type { MistakeState } from '../kept-state.ts';
import { ingredientsOf } from '../request/rows.ts';
import type { Editing, StepRequest } from '../request/request.ts';
import type { Provider, Runner } from '../run/runner.ts';
import type { SandboxCalls } from '../sandbox-calls.ts';
import type { ActiveMistake } from '../types.ts';
import { expiryOf } from '../values.ts';
import { actualOf, judge } from './judge.ts';

/** What makes a mistake on the reader's behalf. */
export interface EngineParts {
  request: Editing & Pick<StepRequest, 'send'>;
  runner: Pick<Runner, 'stopRun'> & Provider;
  clock: SandboxClock;
  sandbox: SandboxCalls;
}

/** A mistake, and how far it is. */
interface Made {
  current: MistakeState;
  mistake: Mistake;
}

const isUnsent = ({ stage }: MistakeState): boolean => stage !== 'sent' && stage !== 'answered';

/** What a mistake takes beside what its step takes: another value in the place of one. */
function swapped({ edits }: Mistake): string[] {
  return edits.flatMap((edit) => (edit.kind === 'swap' ? [edit.value] : []));
}

/**
 * Break it on purpose: a mistake is made ready, predicted, sent, compared, and put right. Loaded
 * with the first one.
 *
 * @param all the mistakes of the flow
 */
export function createMistakeEngine(
  core: Core,
  { request, runner, clock, sandbox }: EngineParts,
  all: readonly Mistake[],
) {
  const named = (id: string): Mistake | undefined =>
    all.find((one) => one.id === id && isMade(one, core.flow, core.app.value.clientType));
  const madeIn = (current: MistakeState | undefined): Made | undefined => {
    const mistake = current && named(current.id);
    return mistake && { current, mistake };
  };
  const now = (): Made | undefined => madeIn(core.current().mistake);
  const isBusy = (): boolean => core.busy.peek() || core.running.peek() !== undefined;
  const stepOf = (mistake: Mistake) => core.flow.steps.find(({ id }) => id === mistake.step);
  const setStage = (stage: MistakeState['stage']): void =>
    core.update(({ mistake }) => (mistake ? { mistake: { ...mistake, stage } } : {}));

  /** Whether it may end what the server gave, whatever it is answered. */
  const spoils = (mistake: Mistake): boolean => {
    const step = stepOf(mistake);
    const task = step && taskOf(step);
    const trades = task === 'token' && core.stepThat('authorize') !== undefined;
    return trades || task === 'revoke' || mistake.repeat === true || mistake.wait !== undefined;
  };

  /** Puts the clock back that a mistake has moved. */
  const backInTime = async ({ current, mistake }: Made): Promise<void> => {
    if (mistake.wait !== undefined && !isUnsent(current)) await clock.reset();
  };

  const mint = async (mistake: Mistake): Promise<Record<string, string> | undefined> => {
    const minted: Record<string, string> = {};
    for (const edit of mistake.edits) {
      if (edit.kind !== 'mint') continue;
      const { mintJwt } = await import('../make/jwt.ts');
      const { clientIds, lifeSeconds } = edit;
      const jwt = await mintJwt(core, sandbox, {
        ...(clientIds ? { clientIds } : {}),
        ...(lifeSeconds === undefined ? {} : { expiresAt: clock.now() + lifeSeconds * 1000 }),
      });
      if (jwt === undefined) return undefined;
      minted[edit.name] = jwt;
    }
    return minted;
  };

  const apply = (mistake: Mistake, minted: Record<string, string>): void => {
    const { clientId, clientSecret } = core.app.value;
    const step = stepOf(mistake)?.request;
    const ingredients = { ...ingredientsOf(core, mistake.step), edits: {} };
    const rows = step ? rowsOf(step, ingredients) : [];
    const edits = editsOf(mistake.edits, {
      originals: Object.fromEntries(
        rows.map(({ parameter, original }) => [parameter.name, original]),
      ) as Record<string, string>,
      values: ingredients.values,
      clientId,
      clientSecret,
      minted,
    });
    for (const [name, edit] of Object.entries(edits)) request.setEdit(mistake.step, name, edit);
    request.setShape(mistake.step, mistake.shape);
  };

  const restore = (mistake: Mistake): void => {
    for (const edit of mistake.edits) request.setEdit(mistake.step, rowOf(edit), undefined);
    if (mistake.shape) request.setShape(mistake.step, undefined);
  };

  /** Gets what a mistake takes, where that is not here or not good any more. */
  const provide = async (mistake: Mistake): Promise<boolean> => {
    const renew = core.current().spoiled === true;
    const { step, after } = mistake;
    const end = await runner.provide(step, swapped(mistake), { renew, after });
    if (end.kind === 'there') core.update({ spoiled: undefined });
    return end.kind === 'there';
  };

  /** Gets what it takes, and breaks the request. */
  const getReady = async (mistake: Mistake): Promise<void> => {
    setStage('getting');
    const minted = (await provide(mistake)) ? await mint(mistake) : undefined;
    // The reader may have taken it back meanwhile.
    if (now()?.mistake !== mistake) return;
    if (!minted) return setStage('lacking');
    apply(mistake, minted);
    setStage('set');
    const where = stepNumber(core.flow.steps, mistake.step);
    core.announce(`${mistake.title}: ready in step ${where}. Guess the answer, then send.`);
  };

  /** Opens its step, with nothing of another mistake left. */
  const begin = async (id: string): Promise<Mistake | undefined> => {
    const mistake = named(id);
    if (!mistake || isBusy()) return undefined;
    const old = now();
    if (old) restore(old.mistake);
    core.openStep(mistake.step);
    core.update(({ answers }) => ({
      answers: without(answers, mistake.step),
      mistake: { id, step: mistake.step, stage: 'lacking' },
    }));
    if (old) await backInTime(old);
    return mistake;
  };

  /** The same for a mistake that is ready: with a new value, its edits are made anew. */
  const again = async (mistake: Mistake): Promise<boolean> => {
    const isMinted = mistake.edits.some(({ kind }) => kind === 'mint');
    if (!(await provide(mistake))) return false;
    if (!isMinted) apply(mistake, {});
    return true;
  };

  /** Everything that goes before the mistaken request: the good one, and the time that passes. */
  const before = async ({ repeat, wait }: Mistake): Promise<void> => {
    if (repeat) await request.transmit();
    if (wait === undefined) return;
    if (typeof wait === 'number') return clock.move(wait);
    const held = core.current().values[wait.past];
    const left = held && expiryOf(held, clock.now())?.remainingSeconds;
    if (left) await clock.move(left + 1);
  };

  const active = computed((): ActiveMistake | undefined => {
    const made = madeIn(core.kept.value.mistake);
    if (!made) return undefined;
    const { current, mistake } = made;
    const result = current.stage === 'answered' ? core.kept.value.tried?.[mistake.id] : undefined;
    return {
      mistake,
      stage: current.stage,
      shown: current.shown === true || current.stage === 'answered',
      ...(current.guess === undefined ? {} : { guess: current.guess }),
      ...(result ? { result } : {}),
    };
  });

  /** The answer of a mistaken request, wherever it arrives. */
  const answered = computed(() => {
    const made = madeIn(core.kept.value.mistake);
    if (made?.current.stage !== 'sent' || core.busy.value) return undefined;
    const { mistake } = made;
    const { answers } = core.kept.value;
    const back = core.stepThat('return')?.id ?? '';
    const own = answers[mistake.step];
    const left = own?.kind === 'exchange' && own.outcome === 'done' && !own.exchange.response;
    const actual = actualOf(left || mistake.step === back ? answers[back] : own);
    return actual ? { mistake, judgement: judge(mistake.predicted, actual) } : undefined;
  });

  return {
    active,
    make: async (id: string): Promise<void> => {
      const mistake = await begin(id);
      if (mistake) await getReady(mistake);
    },
    /** Opens a mistake, and leaves what it takes to the reader's press. */
    offer: async (id: string): Promise<void> => void (await begin(id)),
    /**
     * Sends the open step; with a mistake made ready for it, what belongs to the mistake comes first.
     * A step that opens a window awaits nothing before it does.
     */
    send: async (): Promise<void> => {
      const made = now();
      if (!made || core.open.value.id !== made.mistake.step) return request.send();
      if (isBusy() || made.current.stage === 'getting' || made.current.stage === 'lacking') return;
      const { mistake } = made;
      if (made.current.stage === 'set') {
        // While the reader guessed, a code may have run out.
        const opens = stepOf(mistake)?.kind === 'navigate';
        if (!opens && !(await again(mistake))) return setStage('lacking');
        if (mistake.repeat === true || mistake.wait !== undefined) await before(mistake);
        // The answer of before, to a good request, is no answer to this one.
        core.update(({ answers, spoiled }) => ({
          answers: without(answers, mistake.step),
          spoiled: spoiled === true || spoils(mistake),
        }));
        setStage('sent');
      }
      return request.send();
    },
    putRight: async (): Promise<void> => {
      const made = now();
      if (!made || isBusy()) return;
      const { mistake } = made;
      core.openStep(mistake.step);
      restore(mistake);
      core.update({ mistake: undefined });
      // A window opens in the click.
      if (stepOf(mistake)?.kind === 'navigate') return request.send();
      await backInTime(made);
      if (await provide(mistake)) await request.transmit();
    },
    guess: (text: string): void => {
      const { mistake } = core.current();
      if (mistake && isUnsent(mistake)) core.update({ mistake: { ...mistake, guess: text } });
    },
    showPrediction: (): void => {
      const { mistake } = core.current();
      if (mistake) core.update({ mistake: { ...mistake, shown: true } });
    },
    leave: (): void => {
      const made = now();
      if (!made) return;
      runner.stopRun();
      restore(made.mistake);
      core.update({ mistake: undefined });
      void backInTime(made);
    },
    watch: (): (() => void) => {
      // The page that was getting it is gone.
      if (core.kept.peek().mistake?.stage === 'getting') setStage('lacking');
      return effect(() => {
        const told = answered.value;
        if (!told) return;
        const { mistake, judgement } = told;
        core.update(({ mistake: current, tried }) =>
          current
            ? {
                mistake: { ...current, stage: 'answered' },
                tried: { ...tried, [mistake.id]: judgement },
              }
            : {},
        );
        const as = judgement.asPredicted ? 'as predicted' : 'not as predicted';
        core.announce(`${mistake.title}: ${as}, ${judgement.actual}.`);
      });
    },
  };
}

export type MistakeEngine = ReturnType<typeof createMistakeEngine>;

import { computed, effect } from '@preact/signals';
import { editsOf, rowOf } from '#flows/mistakes/apply.ts';
import { isMade } from '#flows/mistakes/mistake.ts';
import type { Mistake } from '#flows/mistakes/mistake.ts';
import { rowsOf, stepNumber } from '#flows/runner.ts';
import type { Row } from '#flows/runner.ts';
import { taskOf } from '#flows/task.ts';
import type { SandboxClock } from '../clock.ts';
import type { Core } from '../core.ts';
import { without } from '../kept-state.ts';
import type { MistakeState } from '../kept-state.ts';
import { ingredientsOf } from '../request/rows.ts';
import type { Outside } from '../make/made.ts';
import type { Editing, StepRequest } from '../request/request.ts';
import { sendStep } from '../request/send-step.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { ActiveMistake } from '../types.ts';
import { expiryOf } from '../values.ts';
import { actualOf, judge } from './judge.ts';

/** What makes a mistake on the reader's behalf. */
export interface EngineParts {
  request: Editing & Pick<StepRequest, 'send'>;
  signIn: Pick<SignIn, 'getFreshCode'>;
  clock: SandboxClock;
  outside: Outside;
}

/**
 * Break it on purpose: a mistake is made ready, predicted, sent, compared, and put right. Loaded
 * with the first one.
 *
 * @param all the mistakes of the flow
 */
export function createMistakeEngine(
  core: Core,
  { request, signIn, clock, outside }: EngineParts,
  all: readonly Mistake[],
) {
  /** The mistake that is being made, and how far it is. */
  const activeIn = (
    current: MistakeState | undefined,
  ): { current: MistakeState; mistake: Mistake } | undefined => {
    const mistake = current && named(current.id);
    return mistake && { current, mistake };
  };
  const named = (id: string): Mistake | undefined =>
    all.find((one) => one.id === id && isMade(one, core.flow, core.app.value.clientType));
  const now = () => activeIn(core.current().mistake);
  const stepOf = (mistake: Mistake) => core.flow.steps.find(({ id }) => id === mistake.step);

  /** The rows of the mistake's step without an edit. */
  const cleanRows = (mistake: Mistake): Row[] => {
    const definition = stepOf(mistake)?.request;
    if (!definition) return [];
    return rowsOf(definition, { ...ingredientsOf(core, mistake.step), edits: {} });
  };

  /** Whether the step is the one that trades a sign-in's code. */
  const tradesCode = (mistake: Mistake): boolean => {
    const step = stepOf(mistake);
    return (
      step !== undefined && taskOf(step) === 'token' && core.stepThat('authorize') !== undefined
    );
  };

  const mint = async (mistake: Mistake): Promise<Record<string, string> | undefined> => {
    const minted: Record<string, string> = {};
    for (const edit of mistake.edits) {
      if (edit.kind !== 'mint') continue;
      const { mintJwt } = await import('../make/jwt.ts');
      const { clientIds, lifeSeconds } = edit;
      const jwt = await mintJwt(core, outside, {
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
    const originals = cleanRows(mistake).map(({ parameter, original }) => [
      parameter.name,
      original,
    ]);
    const edits = editsOf(mistake.edits, {
      originals: Object.fromEntries(originals) as Record<string, string>,
      values: ingredientsOf(core, mistake.step).values,
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

  /** What its step has nothing of yet; a code that is spent is none. */
  const lacking = ({ current, mistake }: { current: MistakeState; mistake: Mistake }) => {
    if (tradesCode(mistake)) {
      const code = core.kept.value.values['code'];
      const left = code && expiryOf(code, clock.time.value)?.remainingSeconds;
      const usable = code !== undefined && code.spentAt === undefined && (left ?? 0) > 0;
      return usable || current.stage !== 'set' ? undefined : 'code';
    }
    const awaited = cleanRows(mistake).some(
      (row) => row.awaited && row.sent && row.parameter.source.kind === 'value',
    );
    return awaited ? 'values' : undefined;
  };

  /** Everything that goes before the mistaken request: the good one, and the time that passes. */
  const before = async ({ repeat, wait }: Mistake): Promise<void> => {
    if (repeat) await sendStep(core, outside, core.open.value);
    if (wait === undefined) return;
    if (typeof wait === 'number') return clock.move(wait);
    const held = core.current().values[wait.past];
    const left = held && expiryOf(held, clock.now())?.remainingSeconds;
    if (left) await clock.move(left + 1);
  };

  const active = computed((): ActiveMistake | undefined => {
    const made = activeIn(core.kept.value.mistake);
    if (!made) return undefined;
    const { current, mistake } = made;
    const result = current.stage === 'answered' ? core.kept.value.tried?.[mistake.id] : undefined;
    const lacks = lacking(made);
    return {
      mistake,
      stage: current.stage,
      shown: current.shown === true || current.stage === 'answered',
      ...(current.guess === undefined ? {} : { guess: current.guess }),
      ...(result ? { result } : {}),
      ...(lacks ? { lacks } : {}),
    };
  });

  /** The answer of a mistaken request, wherever it arrives. */
  const answered = computed(() => {
    const made = activeIn(core.kept.value.mistake);
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
      const old = now();
      if (old) restore(old.mistake);
      const mistake = named(id);
      if (!mistake || core.busy.value) return;
      core.openStep(mistake.step);
      const minted = await mint(mistake);
      if (!minted) return;
      apply(mistake, minted);
      core.update(({ answers }) => ({
        answers: without(answers, mistake.step),
        mistake: { id, step: mistake.step, stage: 'set' },
      }));
      const where = stepNumber(core.flow.steps, mistake.step);
      core.announce(`${mistake.title}: made ready in step ${where}. Guess the answer, then send.`);
    },
    /**
     * Sends the open step; with a mistake made ready for it, what belongs to the mistake comes first.
     * A step that opens a window awaits nothing before it does.
     */
    send: async (): Promise<void> => {
      const made = now();
      if (!made || core.open.value.id !== made.mistake.step) return request.send();
      if (core.busy.value) return;
      const { current, mistake } = made;
      if (current.stage === 'set') {
        if (mistake.repeat === true || mistake.wait !== undefined) await before(mistake);
        // The answer of before, to a good request, is no answer to this one.
        core.update(({ answers }) => ({
          answers: without(answers, mistake.step),
          mistake: { ...current, stage: 'sent' },
        }));
      }
      return request.send();
    },
    putRight: async (): Promise<void> => {
      const made = now();
      if (!made || core.busy.value) return;
      const { mistake } = made;
      core.openStep(mistake.step);
      restore(mistake);
      core.update({ mistake: undefined });
      const waited = mistake.wait !== undefined;
      const spent = core.current().values['code']?.spentAt !== undefined;
      // A window opens in the click, so the clock goes back beside it.
      if (tradesCode(mistake) && (spent || waited)) {
        if (waited) void clock.reset();
        signIn.getFreshCode({ thenSend: true });
        return;
      }
      if (waited) await clock.reset();
      await request.send();
    },
    guess: (text: string): void => {
      const { mistake } = core.current();
      if (mistake?.stage === 'set') core.update({ mistake: { ...mistake, guess: text } });
    },
    showPrediction: (): void => {
      const { mistake } = core.current();
      if (mistake) core.update({ mistake: { ...mistake, shown: true } });
    },
    leave: (): void => {
      const made = now();
      if (made) restore(made.mistake);
      core.update({ mistake: undefined });
    },
    watch: (): (() => void) =>
      effect(() => {
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
      }),
  };
}

export type MistakeEngine = ReturnType<typeof createMistakeEngine>;

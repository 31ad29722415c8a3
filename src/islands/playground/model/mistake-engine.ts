import { computed, effect } from '@preact/signals';
import { editsOf, rowOf } from '#flows/mistakes/apply.ts';
import type { Mistake } from '#flows/mistakes/mistake.ts';
import { rowsOf } from '#flows/runner.ts';
import { taskOf } from '#flows/task.ts';
import type { createActions } from './actions.ts';
import type { Core } from './core.ts';
import { actualOf, judge } from './judge.ts';
import type { MistakeState } from './kept-state.ts';
import { sendStep } from './requests.ts';
import { ingredientsOf } from './rows.ts';
import type { createRows } from './rows.ts';
import type { SandboxClock } from './sandbox-clock.ts';
import { secondsPast } from './seconds-past.ts';
import type { ActiveMistake } from './types.ts';
import { without } from './without.ts';

/**
 * Break it on purpose: a mistake is made ready, predicted, sent, compared, and put right. Loaded
 * with the first Try.
 *
 * @param all the mistakes of the flow
 */
export function createMistakeEngine(
  core: Core,
  all: readonly Mistake[],
  {
    rows,
    actions,
    clock,
  }: {
    rows: ReturnType<typeof createRows>;
    actions: ReturnType<typeof createActions>;
    clock: SandboxClock;
  },
) {
  const named = (id: string): Mistake | undefined =>
    all.find(
      (one) => one.id === id && (one.when === undefined || one.when === core.app.value.clientType),
    );
  const state = (): MistakeState | undefined => core.kept.value.mistake;
  const setState = (mistake: MistakeState | undefined): void => core.update({ mistake });

  /** What the mistake's step would send, row by row, without an edit. */
  const originals = (step: string): Record<string, string> => {
    const request = core.flow.steps.find(({ id }) => id === step)?.request;
    if (!request) return {};
    const all = rowsOf(request, { ...ingredientsOf(core, step), edits: {} });
    return Object.fromEntries(all.map(({ parameter, original }) => [parameter.name, original]));
  };

  const mint = async (mistake: Mistake): Promise<Record<string, string> | undefined> => {
    const minted: Record<string, string> = {};
    for (const edit of mistake.edits) {
      if (edit.kind !== 'mint') continue;
      const { mintJwt } = await import('./make/jwt.ts');
      const { clientIds, lifeSeconds } = edit;
      const jwt = await mintJwt(core, {
        ...(clientIds ? { clientIds } : {}),
        ...(lifeSeconds === undefined ? {} : { expiresAt: core.clock.now() + lifeSeconds * 1000 }),
      });
      if (jwt === undefined) return undefined;
      minted[edit.name] = jwt;
    }
    return minted;
  };

  const applyEdits = (mistake: Mistake, minted: Record<string, string>): void => {
    const { clientId, clientSecret } = core.app.value;
    const { values } = ingredientsOf(core, mistake.step);
    const edits = editsOf(mistake.edits, {
      originals: originals(mistake.step),
      values,
      clientId,
      clientSecret,
      minted,
    });
    for (const [name, edit] of Object.entries(edits)) rows.setEdit(mistake.step, name, edit);
    rows.setShape(mistake.step, mistake.shape);
  };

  const restore = (mistake: Mistake): void => {
    for (const edit of mistake.edits) rows.setEdit(mistake.step, rowOf(edit), undefined);
    if (mistake.shape) rows.setShape(mistake.step, undefined);
  };

  /** Whether the step has what it sends; a code that is spent is none. */
  const lacking = (mistake: Mistake): 'code' | 'values' | undefined => {
    const step = core.flow.steps.find(({ id }) => id === mistake.step);
    if (!step?.request) return undefined;
    const code = core.kept.value.values['code'];
    const trades = taskOf(step) === 'token' && core.stepThat('authorize') !== undefined;
    const expires = code && code.at + (code.lifetimeSeconds ?? 0) * 1000;
    const usable =
      code !== undefined && code.spentAt === undefined && (expires ?? 0) > core.now.value;
    if (trades) return usable || state()?.stage !== 'set' ? undefined : 'code';
    const awaited = rowsOf(step.request, { ...ingredientsOf(core, step.id), edits: {} }).some(
      (row) => row.awaited && row.sent && row.parameter.source.kind === 'value',
    );
    return awaited ? 'values' : undefined;
  };

  const attempt = async (id: string): Promise<void> => {
    const before = state();
    const old = before && named(before.id);
    if (old) restore(old);
    const mistake = named(id);
    if (!mistake || core.busy.value) return;
    actions.openStep(mistake.step);
    const minted = await mint(mistake);
    if (!minted) return;
    applyEdits(mistake, minted);
    core.update({ answers: without(core.kept.value.answers, mistake.step) });
    setState({ id, step: mistake.step, stage: 'set' });
    core.announce(
      `${mistake.title}: made ready in step ${stepOf(mistake)}. Guess the answer, then send.`,
    );
  };

  const stepOf = (mistake: Mistake): number =>
    core.flow.steps.findIndex(({ id }) => id === mistake.step) + 1;

  /** Everything that goes before the mistaken request: the good one, and the time that passes. */
  const before = async (mistake: Mistake): Promise<void> => {
    if (mistake.repeat) await sendStep(core);
    if (mistake.wait === undefined) return;
    const seconds =
      typeof mistake.wait === 'number' ? mistake.wait : secondsPast(core, mistake.wait.past);
    if (seconds > 0) await clock.forward(seconds);
  };

  /**
   * Sends the open step; with a mistake made ready for it, what belongs to the mistake comes first.
   * A step that opens a window awaits nothing before it does.
   */
  const send = async (): Promise<void> => {
    const current = state();
    const mistake = current && named(current.id);
    if (!current || !mistake || core.open.value.id !== mistake.step) return actions.send();
    if (core.busy.value) return;
    if (current.stage === 'set') {
      const waits = mistake.repeat === true || mistake.wait !== undefined;
      if (waits) await before(mistake);
      // The answer of before, to a good request, is no answer to this one.
      core.update({
        answers: without(core.kept.value.answers, mistake.step),
        mistake: { ...current, stage: 'sent' },
      });
    }
    return actions.send();
  };

  const putRight = async (): Promise<void> => {
    const current = state();
    const mistake = current && named(current.id);
    if (!current || !mistake || core.busy.value) return;
    const step = core.flow.steps.find(({ id }) => id === mistake.step);
    actions.openStep(mistake.step);
    restore(mistake);
    setState(undefined);
    const spent = core.kept.value.values['code']?.spentAt !== undefined;
    const trades = step && taskOf(step) === 'token' && core.stepThat('authorize') !== undefined;
    // A window opens in the click, so the clock goes back beside it.
    if (trades && (spent || mistake.wait !== undefined)) {
      if (mistake.wait !== undefined) void clock.reset();
      return actions.getFreshCodeAndSend();
    }
    if (mistake.wait !== undefined) await clock.reset();
    return actions.send();
  };

  const active = computed((): ActiveMistake | undefined => {
    const current = core.kept.value.mistake;
    const mistake = current && named(current.id);
    if (!current || !mistake) return undefined;
    const result = current.stage === 'answered' ? core.kept.value.tried?.[mistake.id] : undefined;
    const lacks = lacking(mistake);
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
    const current = core.kept.value.mistake;
    const mistake = current && named(current.id);
    if (!mistake || current.stage !== 'sent' || core.busy.value) return undefined;
    const { answers } = core.kept.value;
    const back = core.stepThat('return')?.id ?? '';
    const own = answers[mistake.step];
    const left = own?.kind === 'exchange' && own.outcome === 'done' && !own.exchange.response;
    const actual = actualOf(left || mistake.step === back ? answers[back] : own);
    return actual ? { mistake, judgement: judge(mistake.predicted, actual) } : undefined;
  });

  return {
    active,
    send,
    tryMistake: attempt,
    putRight,
    guess: (text: string): void => {
      const current = state();
      if (current?.stage === 'set') setState({ ...current, guess: text });
    },
    show: (): void => {
      const current = state();
      if (current) setState({ ...current, shown: true });
    },
    leave: (): void => {
      const current = state();
      const mistake = current && named(current.id);
      if (mistake) restore(mistake);
      setState(undefined);
    },
    watch: (): (() => void) =>
      effect(() => {
        const told = answered.value;
        if (!told) return;
        const current = core.kept.peek().mistake;
        if (!current) return;
        core.update({
          mistake: { ...current, stage: 'answered' },
          tried: { ...core.kept.peek().tried, [told.mistake.id]: told.judgement },
        });
        core.announce(
          told.judgement.asPredicted
            ? `${told.mistake.title}: as predicted, ${told.judgement.actual}.`
            : `${told.mistake.title}: not as predicted, ${told.judgement.actual}.`,
        );
      }),
  };
}

export type MistakeEngine = ReturnType<typeof createMistakeEngine>;

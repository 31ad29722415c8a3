import { computed, signal, untracked } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { fitFlow } from '#flows/fit.ts';
import type { NoRefresh } from '#flows/fit.ts';
import type { FlowDefinition, FlowStep } from '#flows/flow.ts';
import { taskOf } from '#flows/task.ts';
import type { Task } from '#flows/task.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { signsInBy } from './log-in.ts';
import { renewTranscript } from './exchanges.ts';
import { emptyState, without } from './kept-state.ts';
import type { HeldValue, KeptState, StepAnswer } from './kept-state.ts';
import type { PlaygroundApp, PlaygroundServer } from './types.ts';
import { createWords } from './words.ts';
import type { Words } from './words.ts';

type Change = Partial<KeptState> | ((state: KeptState) => Partial<KeptState>);

/** What the five handles share: the run, where it stands, and words to the reader. It reaches nothing outside. */
export interface Core extends Words {
  /** As the app runs it; read in a computed signal, it is followed. */
  readonly flow: FlowDefinition;
  /** Why the app gets no refresh token, where it gets none. */
  readonly noRefresh: ReadonlySignal<NoRefresh | undefined>;
  /** Written by `app.ts` alone. */
  readonly app: Signal<PlaygroundApp>;
  readonly server: Signal<PlaygroundServer>;
  /** False until what the tab kept has been read. */
  readonly ready: Signal<boolean>;
  /** A request is on its way. */
  readonly busy: Signal<boolean>;
  /** Steps are run for the reader: to which, and the one that is run. */
  readonly running: Signal<{ to: string; at: string } | undefined>;

  /** The state as it is shown. */
  readonly kept: ReadonlySignal<KeptState>;
  /** The open step's definition. */
  readonly open: ReadonlySignal<FlowStep>;
  /** The state for whoever acts on it: what was put off is done first. */
  current(): KeptState;
  /** Changes the state, after what was put off. */
  update(change: Change): void;
  /** @param flush does what was put off, before anybody acts on the state */
  putsOff(flush: () => void): void;

  answer(step: string, answer: StepAnswer): void;
  /** Sets members of one value; undefined forgets the value. */
  hold(name: string, held: HeldValue | undefined): void;
  record(exchange: Exchange): void;
  /** Opens a step, which is then sent with the values of now. */
  openStep(id: string): void;
  /** Back to step 1 with nothing held. */
  clear(): void;
  /** The first step that does it, if one does. */
  stepThat(task: Task): FlowStep | undefined;
  /** The ids of the steps after one. */
  after(step: string): string[];
}

/** Until the page is alive it shows the address that `npm start` prints. */
const shownOrigin = 'http://localhost:4321';

/** Whether a step was run and brought what it brings. */
export function isDone(answer: StepAnswer | undefined): boolean {
  if (answer?.kind === 'exchange') return answer.outcome === 'done';
  if (answer?.kind === 'redirect') return ['code', 'token'].includes(answer.outcome);
  return answer?.kind === 'made' || answer?.kind === 'signed-in';
}

/**
 * One run of a flow, by one app, not yet begun.
 *
 * @param told the flow as its data tell it
 */
export function createCore(told: FlowDefinition, clientId: string): Core {
  const [firstStep] = told.steps;
  if (!firstStep) throw new Error(`The flow ${told.id} has no steps`);
  const kept = signal<KeptState>(emptyState(firstStep.id, clientId));
  const flushes: (() => void)[] = [];
  const app = signal<PlaygroundApp>({
    clientId,
    redirectUri: `${shownOrigin}/callback/`,
    clientType: told.clientType,
    known: 'assumed',
  });

  const clientType = computed(() => app.value.clientType);
  const noRefresh = computed((): NoRefresh | undefined => {
    if (app.value.flows?.['refresh-token']?.bySettings === 'refused') return 'settings';
    const { answers, values } = kept.value;
    const token = told.values.find(({ name }) => name === 'refresh_token');
    if (!token || values[token.name]) return undefined;
    return isDone(answers[token.arrivesAt]) ? 'answer' : undefined;
  });
  const by = computed(() => signsInBy(app.value));
  const fitted = computed(() =>
    fitFlow(told, {
      clientType: clientType.value,
      noRefresh: noRefresh.value,
      signsInBy: by.value,
    }),
  );

  const current = (): KeptState => {
    // What is put off reads what it likes; whoever asks for the state here does not follow it.
    untracked(() => flushes.forEach((flush) => flush()));
    return kept.peek();
  };
  const update = (change: Change): void => {
    const state = current();
    kept.value = { ...state, ...(typeof change === 'function' ? change(state) : change) };
  };

  return {
    ...createWords(),
    get flow() {
      return fitted.value;
    },
    noRefresh,
    app,
    server: signal<PlaygroundServer>({
      kind: 'sandbox',
      name: 'the sandbox',
      origin: shownOrigin,
    }),
    ready: signal(false),
    busy: signal(false),
    running: signal(undefined),

    kept,
    open: computed(() => {
      const { steps } = fitted.value;
      return steps.find(({ id }) => id === kept.value.currentStep) ?? steps[0] ?? firstStep;
    }),
    current,
    update,
    putsOff: (flush) => void flushes.push(flush),

    answer: (step, answer) =>
      update(({ answers }) => ({ answers: { ...answers, [step]: answer } })),
    hold: (name, held) =>
      update(({ values }) => {
        const others = without(values, name);
        return { values: held ? { ...others, [name]: held } : others };
      }),
    record: (exchange) =>
      update(({ transcript }) => ({
        transcript: renewTranscript(transcript, exchange, told.steps),
      })),
    openStep: (id) => {
      if (!fitted.value.steps.some((step) => step.id === id)) return;
      update(({ sentWith }) => ({ currentStep: id, sentWith: without(sentWith, id) }));
    },
    clear: () =>
      update(({ codeLifetimeSeconds, lastEventId }) => ({
        ...emptyState(firstStep.id, clientId),
        codeLifetimeSeconds,
        lastEventId,
        attempt: undefined,
        left: undefined,
        mistake: undefined,
        spoiled: undefined,
      })),
    stepThat: (task) => fitted.value.steps.find((step) => taskOf(step) === task),
    after: (id) => {
      const ids = fitted.value.steps.map((step) => step.id);
      return ids.slice(ids.indexOf(id) + 1);
    },
  };
}

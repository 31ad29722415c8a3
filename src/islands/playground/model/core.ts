import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { FlowDefinition, FlowStep } from '#flows/flow.ts';
import { taskOf } from '#flows/task.ts';
import type { Task } from '#flows/task.ts';
import { type Announcement, createAnnouncer } from '#islands/parts/announcer.ts';
import type { SandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import type { Clock } from '#protocol/clock.ts';
import { renewTranscript } from './exchanges.ts';
import { emptyState } from './kept-state.ts';
import type { HeldValue, KeptState } from './kept-state.ts';
import { readKept, removeKept, writeKept } from './keeper.ts';
import type { Surroundings } from './surroundings.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { without } from './without.ts';
import type { Notice, PlaygroundApp, PlaygroundServer, StepAnswer } from './types.ts';

/** What the parts of the model share: the kept state, the time, and ways to speak to the reader. */
export interface Core {
  readonly surroundings: Surroundings;
  readonly flow: FlowDefinition;
  /** The sandbox's control API, loaded when it is first called. */
  readonly sandbox: () => Promise<SandboxApi>;
  /** The sandbox's clock: real time and how far it was moved. */
  readonly clock: Clock;
  readonly offsetSeconds: Signal<number>;
  /** Written by `app.ts` alone. */
  readonly app: Signal<PlaygroundApp>;
  readonly server: ReadonlySignal<PlaygroundServer>;
  readonly kept: ReadonlySignal<KeptState>;
  /** The open step's definition. */
  readonly open: ReadonlySignal<FlowStep>;
  readonly now: Signal<number>;
  readonly busy: Signal<boolean>;
  readonly ready: Signal<boolean>;
  readonly focusRequest: Signal<number>;
  readonly notices: ReadonlySignal<readonly Notice[]>;
  readonly announcement: ReadonlySignal<Announcement>;
  update(change: Partial<KeptState>): void;
  answer(step: string, answer: StepAnswer): void;
  /** Sets members of one value; undefined forgets the value. */
  hold(name: string, held: HeldValue | undefined): void;
  record(exchange: Exchange): void;
  notify(notice: Notice): void;
  dismiss(kind: Notice['kind']): void;
  announce(text: string): void;
  /** Writes down what is not yet: the page goes. */
  writeNow(): void;
  /** The first step that does it, if one does. */
  stepThat(task: Task): FlowStep | undefined;
  /** The ids of the steps after one. */
  after(step: string): string[];
  /** Reads what the tab kept for the app; answers whether there was a flow. */
  load(): boolean;
  /** Back to nothing; `storage` empties the tab's place too. */
  clear(storage: boolean): void;
}

/** Until the page is alive it shows the address that `npm start` prints. */
const shownOrigin = 'http://localhost:4321';

export function createCore(
  surroundings: Surroundings,
  flow: FlowDefinition,
  clientId: string = flow.app,
): Core {
  const [firstStep] = flow.steps;
  if (!firstStep) throw new Error(`The flow ${flow.id} has no steps`);
  const offsetSeconds = signal(0);
  const clock = { now: () => surroundings.clock.now() + offsetSeconds.peek() * 1000 };
  const kept = signal<KeptState>(emptyState(firstStep.id, clientId));
  const origin = signal(shownOrigin);
  const notices = signal<readonly Notice[]>([]);
  const { announcement, announce } = createAnnouncer();
  const ready = signal(false);
  const app = signal<PlaygroundApp>({
    clientId,
    redirectUri: `${shownOrigin}/callback/`,
    clientType: flow.clientType,
    known: 'assumed',
  });

  const dismiss = (kind: Notice['kind']): void => {
    notices.value = notices.value.filter((notice) => notice.kind !== kind);
  };
  const notify = (notice: Notice): void => {
    const others = notices.value.filter(({ kind }) => kind !== notice.kind);
    notices.value = [...others, notice];
  };
  /** A press changes many things, and a write takes a while: they are written down together, after what the reader waits for. */
  let isWritingSoon = false;
  const write = (): void => {
    if (!isWritingSoon) return;
    isWritingSoon = false;
    const problem = writeKept(surroundings.session, flow.id, kept.value);
    if (problem) notify(problem);
    else dismiss('storage-full');
  };
  const update = (change: Partial<KeptState>): void => {
    kept.value = { ...kept.value, ...change };
    if (!ready.value || isWritingSoon) return;
    isWritingSoon = true;
    surroundings.inAMoment(write);
  };

  const loadApi = async (): Promise<SandboxApi> => {
    const { createSandboxApi } = await import('#islands/sandbox-api/sandbox-api.ts');
    return createSandboxApi({
      fetch: (request) => surroundings.fetch(request),
      origin: origin.value,
    });
  };
  let api: Promise<SandboxApi> | undefined;

  return {
    surroundings,
    flow,
    sandbox: () => (api ??= loadApi()),
    clock,
    offsetSeconds,
    app,
    server: computed(() => ({ kind: 'sandbox', name: 'the sandbox', origin: origin.value })),
    kept,
    open: computed(() => flow.steps.find(({ id }) => id === kept.value.currentStep) ?? firstStep),
    now: signal(clock.now()),
    busy: signal(false),
    ready,
    focusRequest: signal(0),
    notices,
    announcement,
    update,
    answer: (step, answer) => update({ answers: { ...kept.value.answers, [step]: answer } }),
    hold: (name, held) => {
      const others = without(kept.value.values, name);
      update({ values: held ? { ...others, [name]: held } : others });
    },
    record: (exchange) => update({ transcript: renewTranscript(kept.value.transcript, exchange) }),
    notify,
    dismiss,
    announce,
    writeNow: write,
    stepThat: (task) => flow.steps.find((step) => taskOf(step) === task),
    after: (id) =>
      flow.steps.slice(flow.steps.findIndex((step) => step.id === id) + 1).map((step) => step.id),
    load: () => {
      origin.value = surroundings.origin;
      app.value = { ...app.value, redirectUri: `${surroundings.origin}/callback/` };
      const read = readKept(surroundings.session, flow.id);
      if (read.kind === 'problem') notify(read.notice);
      // Another app's flow is another flow. What an older page kept names no app: it had one.
      const own = read.kind === 'state' && (read.state.clientId ?? flow.app) === clientId;
      if (read.kind === 'state' && own) kept.value = { ...read.state, clientId };
      ready.value = true;
      return own;
    },
    clear: (storage) => {
      const { codeLifetimeSeconds, lastEventId } = kept.value;
      const empty = emptyState(firstStep.id, clientId);
      update({
        ...empty,
        codeLifetimeSeconds,
        lastEventId,
        attempt: undefined,
        mistake: undefined,
      });
      if (!storage) return;
      write();
      removeKept(surroundings.session, flow.id);
    },
  };
}

import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { clientType } from '#app-settings/app.ts';
import { readTranscript } from '#diagnosis/transcript/read-transcript.ts';
import type { FlowDefinition } from '#flows/flow.ts';
import { flowOfTranscript } from '#flows/replay/flow-of.ts';
import { clientOfTranscript, planReplay, type ReplayItem } from '#flows/replay/plan.ts';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';

/** A transcript that can be sent again. */
export interface Planned {
  flow: FlowDefinition;
  /** The app that it is sent as; undefined: the flow's own demo app. */
  app: string | undefined;
  items: readonly ReplayItem[];
  /** Sentences of the whole. */
  notes: readonly string[];
}

export type ReplayState =
  | { kind: 'asking' }
  | { kind: 'reading'; read: number; of: number }
  | { kind: 'refused'; reason: string }
  | { kind: 'planned'; plan: Planned }
  /** `since`: the first exchange that counts as sent again. */
  | { kind: 'started'; plan: Planned; since: number };

/** A transcript from outside, as steps of the playground. */
export interface ReplayModel {
  readonly state: ReadonlySignal<ReplayState>;
  read(given: Blob | string): Promise<void>;
  /** Reads what an address brought, once. */
  open(link: string): void;
  cancel(): void;
  /** Opens its flow from the beginning, with what it changed. */
  start(): Promise<void>;
  /** Puts what one of its requests changed into its step, and opens that. */
  setUp(item: ReplayItem): void;
}

/** Longer than the sandbox takes to say what an app is. */
const patience = 5_000;

/** Waits until the playground knows its app: its rows are those of the app. A real server tells nothing of one. */
function known({ app, server }: Playground): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    const stop = effect(() => {
      if (server.value.kind === 'sandbox' && app.value.known === 'assumed') return;
      clearTimeout(timer);
      // The effect has not returned its own end yet.
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

function setUpIn(playground: Playground, { step, edits, shape }: ReplayItem): void {
  if (step === undefined) return;
  for (const [name, edit] of Object.entries(edits)) playground.request.setEdit(step, name, edit);
  playground.request.setShape(step, shape);
}

/** @param origin of the page */
export function createReplay(desk: Desk, origin: string): ReplayModel {
  const state = signal<ReplayState>({ kind: 'asking' });
  let reading: AbortController | undefined;

  const planOf = async (given: Blob | string, signal: AbortSignal): Promise<ReplayState> => {
    const of = typeof given === 'string' ? given.length : given.size;
    const read = await readTranscript(given, {
      signal,
      onProgress: (octets) => {
        state.value = { kind: 'reading', read: octets, of };
      },
    });
    if (read.kind === 'refused') return read;
    const { exchanges, isCut } = read;
    const name = flowOfTranscript(exchanges);
    if (name === undefined) {
      return {
        kind: 'refused',
        reason: 'None of its requests belongs to a flow of the playground.',
      };
    }
    const flow = await desk.loadFlow(name);
    const clientId = clientOfTranscript(exchanges);
    // At a real server the app is the one that the reader has named.
    const isReal = desk.room.peek() !== undefined;
    const told = clientId === undefined || isReal ? undefined : await desk.sandbox.app(clientId);
    const app = typeof told === 'object' ? clientId : undefined;
    const type = typeof told === 'object' ? clientType(told) : flow.clientType;
    const plan = planReplay(exchanges, { flow, clientType: type, origin });
    const notes = [
      ...(isCut ? ['It ends in the middle: the part before is here.'] : []),
      ...(clientId !== undefined && app === undefined && !isReal
        ? [`The sandbox has no app ${clientId}: ${flow.app} replaces it.`]
        : []),
      ...plan.notes,
    ];
    return { kind: 'planned', plan: { flow, app, items: plan.items, notes } };
  };

  let opened = '';

  const model: ReplayModel = {
    state,
    open: (link) => {
      if (link === '' || link === opened) return;
      opened = link;
      void model.read(link);
    },
    read: async (given) => {
      reading?.abort();
      const mine = (reading = new AbortController());
      state.value = { kind: 'reading', read: 0, of: 0 };
      try {
        const next = await planOf(given, mine.signal);
        if (!mine.signal.aborted) state.value = next;
      } catch {
        if (mine.signal.aborted) return;
        state.value = {
          kind: 'refused',
          reason: 'This page could not read all of it. Try again.',
        };
      }
    },
    cancel: () => {
      reading?.abort();
      state.value = { kind: 'asking' };
    },
    start: async () => {
      const { value } = state;
      if (value.kind !== 'planned') return;
      const { plan } = value;
      await desk.choose(plan.flow.id, plan.app);
      const playground = desk.playground.value;
      await known(playground);
      playground.values.startOver();
      playground.request.restoreAll();
      const sent = plan.items.filter(({ step }) => step !== undefined);
      for (const [at, item] of sent.entries()) {
        if (sent.findIndex(({ step }) => step === item.step) === at) setUpIn(playground, item);
      }
      const last = sent.at(-1);
      if (last?.step !== undefined && (last.status ?? 500) >= 400) {
        setUpIn(playground, last);
        playground.openStep(last.step);
      }
      state.value = { kind: 'started', plan, since: Date.now() };
      playground.words.announce(`The transcript is set up in ${plan.flow.title}.`);
    },
    setUp: (item) => {
      const playground = desk.playground.value;
      if (item.step === undefined) return;
      setUpIn(playground, item);
      playground.openStep(item.step);
    },
  };
  return model;
}

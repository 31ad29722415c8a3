import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { isMade } from '#flows/mistakes/mistake.ts';
import type { MistakeTitle } from '#flows/mistakes/mistake.ts';
import type { Core } from '../core.ts';
import type { ActiveMistake, MistakeView } from '../types.ts';
import type { EngineParts, MistakeEngine } from './engine.ts';

/** Break it on purpose: the mistakes of the flow, and the one that is being made. */
export interface Mistakes {
  /** In the order of the flow's steps; empty until they are loaded. */
  readonly all: ReadonlySignal<readonly MistakeView[]>;
  readonly active: ReadonlySignal<ActiveMistake | undefined>;
  /** The next one that was not tried yet. */
  readonly next: ReadonlySignal<MistakeView | undefined>;
  /** The open step's mistake has not what it takes: Send waits. */
  readonly holdsSend: ReadonlySignal<boolean>;
  /** Makes a mistake ready: what it takes is got, its step opens with the request broken, and nothing of it is sent yet. */
  make(id: string): Promise<void>;
  /** What the reader thinks will come: the text of a prediction. */
  guess(text: string): void;
  showPrediction(): void;
  /** Takes the mistake back and sends what is right. Call it straight from the click. */
  putRight(): Promise<void>;
  /** Takes the mistake back and sends nothing. */
  leave(): void;
}

/**
 * What makes them is loaded with the first.
 *
 * @param titles of the flow, as data of the page; left out, they are loaded at the start
 */
export function createMistakes(
  core: Core,
  parts: EngineParts,
  titles: readonly MistakeTitle[] | undefined,
) {
  const listed = signal<readonly MistakeTitle[]>(titles ?? []);
  const engine = signal<MistakeEngine | undefined>(undefined);
  let loading: Promise<MistakeEngine> | undefined;
  let stop: (() => void) | undefined;

  const load = async (): Promise<MistakeEngine> => {
    const [{ createMistakeEngine }, { loadMistakes }] = await Promise.all([
      import('./engine.ts'),
      import('#flows/mistake-registry.ts'),
    ]);
    const all = await loadMistakes(core.flow.id);
    listed.value = all;
    const made = createMistakeEngine(core, parts, all);
    stop = made.watch();
    engine.value = made;
    return made;
  };
  const loaded = (): Promise<MistakeEngine> => (loading ??= load());

  const all = computed((): readonly MistakeView[] =>
    listed.value
      .filter((one) => isMade(one, core.flow, core.app.value.clientType))
      .map(({ id, step, title }) => {
        const tried = core.kept.value.tried?.[id];
        const active = core.kept.value.mistake?.id === id;
        return { id, step, title, active, ...(tried ? { tried } : {}) };
      }),
  );

  return {
    all,
    active: computed(() => engine.value?.active.value),
    next: computed(() => {
      const at = all.value.findIndex(({ active }) => active) + 1;
      return [...all.value.slice(at), ...all.value.slice(0, at)].find(
        ({ active, tried }) => !active && !tried,
      );
    }),
    holdsSend: computed(() => {
      const { mistake } = core.kept.value;
      const waits = mistake?.stage === 'getting' || mistake?.stage === 'lacking';
      const { id } = core.open.value;
      return (waits && mistake.step === id) || core.app.value.waitsAt?.includes(id) === true;
    }),
    make: async (id: string): Promise<void> => (await loaded()).make(id),
    /** The same for a link: what the mistake takes is got at the reader's press. */
    offer: async (id: string): Promise<void> => (await loaded()).offer(id),
    guess: (text: string): void => engine.value?.guess(text),
    showPrediction: (): void => engine.value?.showPrediction(),
    putRight: (): Promise<void> => engine.value?.putRight() ?? Promise.resolve(),
    leave: (): void => engine.value?.leave(),

    /** Sends the open step. Without awaiting anything where no mistake is made: a window must open in the click. */
    send: (): Promise<void> => engine.value?.send() ?? parts.request.send(),
    /** Takes up a mistake that the tab kept, and the list where the page did not bring it; answers the way to stop. */
    start: async (): Promise<void> => {
      if (core.kept.value.mistake !== undefined || titles === undefined) await loaded();
    },
    stop: (): void => stop?.(),
  } satisfies Mistakes & Record<string, unknown>;
}

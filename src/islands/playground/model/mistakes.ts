import { computed, signal } from '@preact/signals';
import type { MistakeTitle } from '#flows/mistakes/mistake.ts';
import type { createActions } from './actions.ts';
import type { Core } from './core.ts';
import type { MistakeEngine } from './mistake-engine.ts';
import type { createRows } from './rows.ts';
import type { SandboxClock } from './sandbox-clock.ts';
import type { MistakeView } from './types.ts';

/**
 * The list of mistakes, and what makes them, which is loaded with the first Try.
 *
 * @param titles of the flow, as data of the page; left out, they are loaded at the start
 */
export function createMistakes(
  core: Core,
  titles: readonly MistakeTitle[] | undefined,
  parts: {
    rows: ReturnType<typeof createRows>;
    actions: ReturnType<typeof createActions>;
    clock: SandboxClock;
  },
) {
  const listed = signal<readonly MistakeTitle[]>(titles ?? []);
  const engine = signal<MistakeEngine | undefined>(undefined);
  let loading: Promise<MistakeEngine> | undefined;
  let stop: (() => void) | undefined;

  const load = async (): Promise<MistakeEngine> => {
    const [{ createMistakeEngine }, { loadMistakes }] = await Promise.all([
      import('./mistake-engine.ts'),
      import('#flows/mistakes/registry.ts'),
    ]);
    const all = await loadMistakes(core.flow.id);
    listed.value = all;
    const made = createMistakeEngine(core, all, parts);
    stop = made.watch();
    engine.value = made;
    return made;
  };
  const loaded = (): Promise<MistakeEngine> => (loading ??= load());

  return {
    mistakes: computed((): readonly MistakeView[] =>
      listed.value
        .filter(({ when }) => when === undefined || when === core.app.value.clientType)
        .map(({ id, step, title }) => {
          const tried = core.kept.value.tried?.[id];
          const active = core.kept.value.mistake?.id === id;
          return { id, step, title, active, ...(tried ? { tried } : {}) };
        }),
    ),
    active: computed(() => engine.value?.active.value),
    /** Without awaiting anything where no mistake is made: a window must open in the click. */
    send: (): Promise<void> => engine.value?.send() ?? parts.actions.send(),
    tryMistake: async (id: string): Promise<void> => (await loaded()).tryMistake(id),
    guess: (text: string): void => engine.value?.guess(text),
    show: (): void => engine.value?.show(),
    leave: (): void => engine.value?.leave(),
    putRight: (): Promise<void> => engine.value?.putRight() ?? Promise.resolve(),
    /** Takes up a mistake that the tab kept, and the list where the page did not bring it. */
    start: async (): Promise<void> => {
      if (core.kept.value.mistake !== undefined || titles === undefined) await loaded();
    },
    stop: (): void => stop?.(),
  };
}

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { type ChooserState, readState, writeState } from '#app-settings/chooser/fragment.ts';
import type { Outcome } from '#app-settings/chooser/outcome.ts';
import { pathOf, type PathStep } from '#app-settings/chooser/path.ts';
import type { Question } from '#app-settings/chooser/question.ts';
import type { Brand } from '#app-settings/chooser/recommend.ts';

/** The part of a page that the chooser uses. */
export interface ChooserPage {
  fragment(): string;
  /** Calls back when the address has another fragment; answers the way to stop. */
  onFragment(listener: () => void): () => void;
}

/** What the chooser shows: a pure reading of the address. */
export interface Chooser {
  readonly state: ReadonlySignal<ChooserState>;
  /** What was answered before the open question or the outcome. */
  readonly steps: ReadonlySignal<readonly PathStep[]>;
  readonly question: ReadonlySignal<Question | undefined>;
  readonly outcome: ReadonlySignal<Outcome | undefined>;
  /** What of the link could not be read. */
  readonly problems: ReadonlySignal<readonly string[]>;
  /** Grows with each step: move focus to the new title. */
  readonly moved: ReadonlySignal<number>;
  /** Where a choice leads: the answers so far with this one. */
  hrefOf(question: Question, value: string): string;
  /** Where Change leads: the same answers with this question open. */
  backTo(question: Question): string;
  hrefOfBrand(brand: Brand): string;
  /** Reads the address again without moving focus. */
  refresh(): void;
  start(): void;
  dispose(): void;
}

export function createChooser(page: ChooserPage): Chooser {
  const read = signal(readState(''));
  const moved = signal(0);
  let stop = (): void => undefined;

  const state = computed(() => read.value.state);
  const path = computed(() => pathOf(state.value.answers));
  /** Where the reader went back to, where that question is on the path. */
  const open = computed(() => {
    const { steps, next } = path.value;
    const at = steps.findIndex(({ question }) => question.id === state.value.at);
    const step = steps[at];
    return step
      ? { steps: steps.slice(0, at), question: step.question }
      : { steps, question: next };
  });
  const link = (to: ChooserState): string => `#${writeState(to)}`;
  const withoutAt = (): ChooserState => {
    const to = { ...state.value };
    delete to.at;
    return to;
  };

  return {
    state,
    steps: computed(() => open.value.steps),
    question: computed(() => open.value.question),
    outcome: computed(() => (open.value.question ? undefined : path.value.outcome)),
    problems: computed(() => read.value.problems),
    moved,
    hrefOf: ({ id }, value) => {
      const to = withoutAt();
      return link({ ...to, answers: { ...to.answers, [id]: value } });
    },
    backTo: ({ id }) => link({ ...state.value, at: id }),
    hrefOfBrand: (brand) => link({ ...state.value, brand }),
    refresh: () => {
      read.value = readState(page.fragment());
    },
    start: () => {
      read.value = readState(page.fragment());
      stop = page.onFragment(() => {
        // The skip link goes to an anchor, not to an answer.
        const fragment = page.fragment();
        if (fragment !== '' && !fragment.includes('=')) return;
        read.value = readState(fragment);
        moved.value += 1;
      });
    },
    dispose: () => stop(),
  };
}

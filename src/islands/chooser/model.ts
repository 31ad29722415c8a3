import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import {
  type ChooserState,
  type Place,
  readState,
  writeState,
} from '#app-settings/chooser/fragment.ts';
import type { Outcome } from '#app-settings/chooser/outcome.ts';
import { pathOf, type PathStep } from '#app-settings/chooser/path.ts';
import type { Question } from '#app-settings/chooser/question.ts';
import { type Recommendation, recommend, type Wishes } from '#app-settings/chooser/recommend.ts';
import type { RedirectKind } from '#app-settings/chooser/redirect-proposals.ts';
import { nameProblem } from '#app-settings/name.ts';
import { redirectUriProblem } from '#app-settings/redirect-uri.ts';

/** The part of a page that the chooser uses. */
export interface ChooserPage {
  fragment(): string;
  /** Puts a fragment into the address without a step in the history. */
  replaceFragment(fragment: string): void;
  /** Calls back when the address has another fragment; answers the way to stop. */
  onFragment(listener: () => void): () => void;
}

/** Of the two fields: what stands there, or what is wrong with it; undefined where nobody typed. */
export interface OfFields {
  name?: string | undefined;
  uri?: string | undefined;
}

/** What the chooser shows: a reading of the address, and what is typed into its two fields. */
export interface Chooser {
  readonly state: ReadonlySignal<ChooserState>;
  /** What was answered before the open question or the outcome. */
  readonly steps: ReadonlySignal<readonly PathStep[]>;
  readonly question: ReadonlySignal<Question | undefined>;
  /** Whether it asks what the app will call: behind the questions that find the flow. */
  readonly asksCalls: ReadonlySignal<boolean>;
  readonly outcome: ReadonlySignal<Outcome | undefined>;
  /** The apps of an outcome that is a flow, as the fields have them where they can be registered. */
  readonly recommendation: ReadonlySignal<Recommendation | undefined>;
  readonly typed: ReadonlySignal<OfFields>;
  /** The redirect URI was typed when another kind of app was the answer. */
  readonly typedForOther: ReadonlySignal<boolean>;
  /** Why what is typed can stand in no portal. */
  readonly typedProblems: ReadonlySignal<OfFields>;
  /** What of the link could not be read. */
  readonly problems: ReadonlySignal<readonly string[]>;
  /** Grows with each step: move focus to the new title. */
  readonly moved: ReadonlySignal<number>;
  /** Where a choice leads: the answers so far with this one. */
  hrefOf(question: Question, value: string): string;
  /** Where a chip leads: the same answers with this question open. */
  backTo(place: Place): string;
  /** Where the question of calls leads: the answer. */
  hrefOfAnswer(): string;
  /** Says something of the app in place: no step in the history, and the focus stays. */
  wish(change: Omit<Wishes, keyof OfFields> & OfFields): void;
  start(): void;
  dispose(): void;
}

/** A user name and password in an address: they stay out of every other address. */
const credentials = /^[^/?#]*\/\/[^/?#]*@/;

/** What of the fields a link carries. */
function carried({ name, uri }: OfFields): Pick<Wishes, 'name' | 'uri'> {
  return { ...(name && { name }), ...(uri && !credentials.test(uri) && { uri }) };
}

export function createChooser(page: ChooserPage): Chooser {
  const read = signal(readState(''));
  const typed = signal<OfFields>({});
  /** The kind of app that the redirect URI was typed for. */
  const typedFor = signal<RedirectKind>();
  const moved = signal(0);
  let stop = (): void => undefined;

  const state = computed(() => read.value.state);
  const path = computed(() => pathOf(state.value.answers));
  /** Where the reader went back to, where that question is on the path. */
  const open = computed(() => {
    const { steps, next, outcome } = path.value;
    const at = steps.findIndex(({ question }) => question.id === state.value.at);
    const step = steps[at];
    const asksCalls = state.value.at === 'calls' && outcome?.kind === 'flow';
    return step
      ? { steps: steps.slice(0, at), question: step.question, asksCalls: false }
      : { steps, question: next, asksCalls };
  });
  const outcome = computed(() =>
    open.value.question || open.value.asksCalls ? undefined : path.value.outcome,
  );
  const settings = computed(() =>
    outcome.value?.kind === 'flow' ? outcome.value.settings : undefined,
  );
  const typedProblems = computed((): OfFields => {
    const { name, uri } = typed.value;
    const ofName = name ? nameProblem(name) : undefined;
    const ofUri =
      uri && settings.value?.redirect
        ? redirectUriProblem(uri, settings.value.platformTypes?.[0])
        : undefined;
    return { name: ofName, uri: ofUri };
  });
  const recommendation = computed(() => {
    if (outcome.value?.kind !== 'flow') return undefined;
    const { answers, brand, calls } = state.value;
    const { name, uri } = typed.value;
    const problems = typedProblems.value;
    return recommend(outcome.value, answers, {
      ...(brand && { brand }),
      ...(calls && { calls }),
      ...(name && !problems.name && { name }),
      ...(uri && !problems.uri && { uri }),
    });
  });

  const take = (): void =>
    batch(() => {
      read.value = readState(page.fragment());
      const { name, uri } = read.value.state;
      // An address that says nothing of the fields leaves them as they are.
      typed.value = {
        ...typed.value,
        ...(name !== undefined && { name }),
        ...(uri !== undefined && { uri }),
      };
      if (uri !== undefined) typedFor.value ??= settings.value?.redirect;
    });
  /** The state as a link has it, with what is typed, and with no question held open. */
  const linked = (): ChooserState => {
    const to = { ...state.value };
    delete to.at;
    delete to.name;
    delete to.uri;
    return { ...to, ...carried(typed.value) };
  };
  const link = (to: ChooserState): string => `#${writeState(to)}`;

  return {
    state,
    steps: computed(() => open.value.steps),
    question: computed(() => open.value.question),
    asksCalls: computed(() => open.value.asksCalls),
    outcome,
    recommendation,
    typed,
    typedForOther: computed(
      () => typedFor.value !== undefined && typedFor.value !== settings.value?.redirect,
    ),
    typedProblems,
    problems: computed(() => read.value.problems),
    moved,
    hrefOf: ({ id }, value) => {
      const to = linked();
      const answers = { ...to.answers, [id]: value };
      const isLast = pathOf(answers).outcome?.kind === 'flow';
      return link({ ...to, answers, ...(isLast && !to.calls && { at: 'calls' as const }) });
    },
    backTo: (place) => link({ ...linked(), at: place }),
    hrefOfAnswer: () => link({ calls: [], ...linked() }),
    wish: (change) =>
      batch(() => {
        const { name, uri, ...others } = change;
        typed.value = {
          ...typed.value,
          ...('name' in change && { name }),
          ...('uri' in change && { uri }),
        };
        if ('uri' in change) typedFor.value = settings.value?.redirect;
        const { at } = state.value;
        const next = { ...linked(), ...others, ...(at && { at }) };
        page.replaceFragment(writeState(next));
        read.value = { ...read.value, state: next };
      }),
    start: () => {
      take();
      stop = page.onFragment(() => {
        // The skip link goes to an anchor, not to an answer.
        const fragment = page.fragment();
        if (fragment !== '' && !fragment.includes('=')) return;
        take();
        moved.value += 1;
      });
    },
    dispose: () => stop(),
  };
}

import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { rowsOf } from '#flows/runner.ts';
import type { FlowStep } from '#flows/flow.ts';
import type { Edit, Misshape } from '#flows/runner.ts';
import { clockTime } from '#islands/parts/clock-time.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { isLoopbackName } from '#protocol/loopback.ts';
import { signsInBy } from '../log-in.ts';
import type { Core } from '../core.ts';
import type { Deferred } from '../deferred.ts';
import { playgroundLink } from '../fragment.ts';
import { without } from '../kept-state.ts';
import type { Outside } from '../make/made.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { StepAnswer } from '../kept-state.ts';
import type { RequestRow } from '../types.ts';
import { ingredientsOf, rowView, wireRequest } from './rows.ts';
import type * as SendStep from './send-step.ts';

/** The open step's request: its rows, what the reader does to them, and what came of it. */
export interface StepRequest {
  /** Empty where the step sends nothing. */
  readonly rows: ReadonlySignal<readonly RequestRow[]>;
  /** "1 value edited" counts these, left-out ones too. */
  readonly editedCount: ReadonlySignal<number>;
  /** Set where the form goes as something else, on purpose. */
  readonly shape: ReadonlySignal<Misshape | undefined>;
  /** What Send would put on the wire now. */
  readonly wire: ReadonlySignal<ExchangeRequest | undefined>;
  readonly answer: ReadonlySignal<StepAnswer>;
  /** "Sent 21:14:09 to the sandbox. Nothing left your computer."; empty before. */
  readonly sentNote: ReadonlySignal<string>;
  /** A request is on its way, or steps are run for the reader: nothing else can be pressed. */
  readonly busy: ReadonlySignal<boolean>;
  /** A request is on its way. */
  readonly inFlight: ReadonlySignal<boolean>;

  /**
   * Runs the open step: makes the values, opens the sign-in, or sends the request.
   * Call it straight from the click, without awaiting anything first, or the popup is blocked.
   */
  send(): Promise<void>;
  edit(name: string, value: string): void;
  leaveOut(name: string): void;
  /** Sends an optional row that is usually left out. */
  putIn(name: string): void;
  /** Brings one row back as it was, left out or edited. */
  restore(name: string): void;
  restoreAll(): void;
}

/** For whoever edits, makes and sends on the reader's behalf. */
export interface Editing {
  setEdit(step: string, name: string, edit: Edit | undefined): void;
  setShape(step: string, shape: Misshape | undefined): void;
  /** Makes a step’s values; the open one’s, unless told otherwise. */
  make(step?: FlowStep): Promise<void>;
  /** Sends a step’s request as it stands, whatever its button does first; the open one’s, unless told otherwise. */
  transmit(step?: FlowStep): Promise<void>;
}

/** What sends a request is loaded while the reader is away at the sign-in, in milliseconds from the press. */
const loadAfter = 400;

let sending: typeof SendStep | undefined;

/** Loaded once. A second import of it would still wait for a turn of the page. */
async function loadSending(): Promise<typeof SendStep> {
  return (sending ??= await import('./send-step.ts'));
}

/** @param later for what need not come at once */
export function createRequest(
  core: Core,
  outside: Outside & { navigate(url: string): void },
  signIn: Pick<SignIn, 'begin' | 'refocus' | 'getFreshCode'>,
  later: Deferred,
): StepRequest & Editing {
  const none: StepAnswer = { kind: 'none' };
  const answer = computed(() => core.kept.value.answers[core.open.value.id] ?? none);
  const shape = computed(() => core.kept.value.shapes?.[core.open.value.id]);
  const rows = computed((): readonly RequestRow[] => {
    const { id, request } = core.open.value;
    if (!request) return [];
    return rowsOf(request, ingredientsOf(core, id)).map((row) => rowView(core, row));
  });

  const setEdits = (step: string, change: (edits: Record<string, Edit>) => Record<string, Edit>) =>
    core.update(({ edits }) => ({ edits: { ...edits, [step]: change(edits[step] ?? {}) } }));
  const setEdit: Editing['setEdit'] = (step, name, edit) =>
    setEdits(step, (edits) => {
      const others = without(edits, name);
      return edit ? { ...others, [name]: edit } : others;
    });
  const setShape: Editing['setShape'] = (step, wanted) =>
    core.update(({ shapes = {} }) => {
      const others = without(shapes, step);
      return { shapes: wanted ? { ...others, [step]: wanted } : others };
    });

  const here = (): string => core.open.value.id;
  const rowNamed = (name: string) => rows.value.find((row) => row.name === name);

  const preload = (): void => void loadSending();
  const transmit = async (step = core.open.value): Promise<void> =>
    (sending ?? (await loadSending())).sendStep(core, outside, step);
  const make = async (step = core.open.value): Promise<void> =>
    (await import('../make/make.ts')).make(core, outside, step);
  /** Leaves for the flow that brings tokens, where the open step takes them and the app gets none by itself. */
  const signInFirst = (): boolean => {
    const app = core.app.value;
    const flow = core.open.value.making === 'session' ? signsInBy(app) : undefined;
    if (flow) outside.navigate(playgroundLink({ flow, app: app.clientId }));
    return flow !== undefined;
  };
  const send = async (): Promise<void> => {
    core.current();
    if (core.running.value) return;
    switch (core.open.value.kind) {
      case 'navigate':
        later.put(loadAfter, preload);
        return signIn.begin();
      case 'sign-in':
        return signIn.refocus() ? undefined : signIn.begin();
      case 'prepare':
        return signInFirst() ? undefined : make();
      case 'request':
        return core.open.value.signsIn ? signIn.getFreshCode({ thenSend: true }) : transmit();
      case 'return':
        return undefined;
    }
  };

  return {
    rows,
    editedCount: computed(
      () =>
        rows.value.filter(
          ({ state }) => state.kind === 'edited' || (state.kind === 'left-out' && !state.usual),
        ).length + (shape.value ? 1 : 0),
    ),
    shape,
    wire: computed(() => wireRequest(core, core.open.value)),
    answer,
    sentNote: computed(() => {
      if (answer.value.kind !== 'exchange') return '';
      const { kind, name } = core.server.value;
      const { startedAt, request } = answer.value.exchange;
      const { host, hostname } = new URL(request.url);
      const stays = isLoopbackName(hostname) ? ' Nothing left your computer.' : '';
      return `Sent ${clockTime(startedAt)} to ${kind === 'sandbox' ? name : host}.${stays}`;
    }),
    inFlight: core.busy,
    busy: computed(() => core.busy.value || core.running.value !== undefined),

    send,
    make,
    transmit,
    edit: (name, value) => {
      const row = rowNamed(name);
      const same = row !== undefined && row.original === value && row.parameter.leftOut !== true;
      // An edit taken back follows the flow's value again, such as the next code.
      setEdit(here(), name, same ? undefined : { kind: 'value', value });
    },
    leaveOut: (name) =>
      setEdit(here(), name, rowNamed(name)?.parameter.leftOut ? undefined : { kind: 'left-out' }),
    putIn: (name) =>
      setEdit(here(), name, { kind: 'value', value: rowNamed(name)?.original ?? '' }),
    restore: (name) => setEdit(here(), name, undefined),
    restoreAll: () => {
      setEdits(here(), () => ({}));
      setShape(here(), undefined);
    },
    setEdit,
    setShape,
  };
}

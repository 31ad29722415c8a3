import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { taskOf } from '#flows/task.ts';
import { callbackMessageSchema } from '#islands/delivery/delivery.ts';
import type { CallbackMessage } from '#islands/delivery/delivery.ts';
import { readText, writeText } from '#islands/storage/storage.ts';
import type { SandboxClock } from '../clock.ts';
import type { Core } from '../core.ts';
import type { Surroundings } from '../surroundings.ts';
import type { SignInMode } from '../kept-state.ts';
import type { CodeTimer } from '../types.ts';
import { createCodeLife } from './code-life.ts';
import { createTab } from './tab.ts';
import type * as WaitingModule from './waiting.ts';
import type { SignInSteps } from './receive.ts';
import type { Waiting } from './waiting.ts';

/** How the user signs in, the code that comes of it, and its life. */
export interface SignIn {
  readonly mode: ReadonlySignal<SignInMode>;
  setMode(mode: SignInMode): void;
  /** False until what opens it is here: a window would be blocked after the click. */
  readonly ready: ReadonlySignal<boolean>;
  /** Opens the sign-in. Call it straight from the click. Resolves when it is open. */
  begin(): Promise<void>;
  /** The demo user signs in and allows, without the reader; what comes back is for the open step. */
  byItself(signal: AbortSignal): Promise<void>;
  /** Brings its window to the front, where it is known to be open. */
  refocus(): boolean;
  /** Goes on without its window: on this page. */
  here(): void;
  /** Takes an address that the reader brings. */
  bring(url: string): void;
  /** Stops waiting for it and goes back to the step that opens it. */
  cancel(): void;
  /** Grows when it has come back: move focus to the open step's title. */
  readonly returns: ReadonlySignal<number>;

  /**
   * Asks for a new code with the reader's edits kept. Call it straight from the click.
   *
   * @param thenSend whether the step that trades it is sent at once, where that is the open one
   */
  getFreshCode(options?: { mode?: SignInMode; thenSend?: boolean }): Promise<void>;
  /** Of the code in hand, for the step that trades it. */
  readonly timer: ReadonlySignal<CodeTimer | undefined>;
  /** Seconds a code lives for this app; 60 until Take your time. */
  readonly codeLifetimeSeconds: ReadonlySignal<number>;
  /** Gives the code in hand five more minutes. */
  extend(): Promise<void>;
  /** Makes codes live ten minutes for this app, before one is asked for. */
  takeYourTime(): Promise<void>;
}

/** localStorage: how the reader likes to sign in. No secret, so it may outlive the tab. */
const modeKey = 'authorization-flows:sign-in-mode';

/** The steps of a sign-in; undefined in a flow in which nobody signs in. */
function signInSteps({ stepThat }: Core): SignInSteps | undefined {
  const [navigate, signIn, back] = [stepThat('authorize'), stepThat('sign-in'), stepThat('return')];
  return navigate && signIn && back ? { navigate, signIn, back } : undefined;
}

let loaded: typeof WaitingModule | undefined;

/** Brings what opens a window and takes its answer: with the first step that does. Once here, it is at hand at once. */
export async function loadWaiting(): Promise<void> {
  loaded ??= await import('./waiting.ts');
}

/** @param sendOpenStep sends the step that a code came back for */
export function createSignIn(
  core: Core,
  surroundings: Surroundings,
  clock: SandboxClock,
  sendOpenStep: () => void,
) {
  const { preferences, sandbox } = surroundings;
  const mode = signal<SignInMode>('popup');
  const returns = signal(0);
  const { watch: watchCode, ...codeLife } = createCodeLife(core, { clock, sandbox });
  const tab = createTab(surroundings);
  const steps = signInSteps(core);
  const ready = signal(loaded !== undefined);
  const load = async (): Promise<void> => {
    await loadWaiting();
    waiting();
    ready.value = true;
  };

  let made: Waiting | undefined;
  const waiting = (): Waiting | undefined => {
    if (!steps || !loaded) return undefined;
    return (made ??= loaded.createWaiting(core, surroundings, { clock, tab, steps }, (attempt) => {
      // The focus goes along with a reader who was away.
      if (attempt.mode !== 'by-itself') returns.value += 1;
      if (attempt.thenSend) sendOpenStep();
    }));
  };
  /** In the click, where its code is here: a window would be blocked later. */
  const withWaiting = async (use: (it: Waiting) => void | Promise<void>): Promise<void> => {
    const it = waiting();
    if (it) return use(it);
    if (!steps) return;
    await load();
    await withWaiting(use);
  };

  /** Takes an address that came back; false when no sign-in is out, so that the callback page says so. */
  const take = (url: string): boolean => {
    if (!core.current().attempt) return false;
    void withWaiting((it) => it.take(url));
    return true;
  };

  /** A sign-in on this page that came back, or did not; or a window that is still out. */
  const resume = (): void => {
    const returned = tab.takeReturned();
    const { attempt, left } = core.current();
    if (attempt ?? (returned !== undefined && left)) void withWaiting((it) => it.resume(returned));
  };

  const hear = (): (() => void) | undefined => {
    const channel = surroundings.openChannel();
    channel?.listen((message) => {
      const parsed = callbackMessageSchema.safeParse(message);
      if (!parsed.success || parsed.data.kind !== 'callback') return;
      if (parsed.data.tab !== tab.id() || !take(parsed.data.url)) return;
      channel.post({ kind: 'received', tab: tab.id() } satisfies CallbackMessage);
    });
    return () => channel?.close();
  };

  const getFreshCode: SignIn['getFreshCode'] = async ({
    mode: wanted = mode.value,
    thenSend = false,
  } = {}) => {
    core.current();
    // A flow without a sign-in logs in again where it began.
    if (!steps) return core.openStep(core.stepThat('token')?.id ?? core.flow.steps[0]?.id ?? '');
    // The code is for the step that the reader is at, where that step trades it.
    const trades = taskOf(core.open.value) === 'token';
    const resumeAt = trades ? core.open.value.id : undefined;
    await withWaiting((it) => it.begin(wanted, resumeAt, thenSend && trades));
  };

  return {
    mode,
    setMode: (wanted: SignInMode): void => {
      mode.value = wanted;
      // Where nothing can be stored, the choice holds until the page goes.
      writeText(preferences, modeKey, wanted);
    },
    ready,
    begin: () => withWaiting((it) => it.begin(mode.value)),
    byItself: async (signal: AbortSignal): Promise<void> => {
      const [{ signInByItself }] = await Promise.all([import('./by-itself.ts'), load()]);
      const it = waiting();
      if (it) await signInByItself(core, surroundings, it, signal);
    },
    bring: (url: string): void => void take(url),
    refocus: (): boolean => made?.refocus() ?? false,
    cancel: (): void => {
      if (core.current().attempt) void withWaiting((it) => it.cancel());
    },
    here: (): void => {
      made?.closeWindow();
      void getFreshCode({ mode: 'same-page' });
    },
    returns,
    getFreshCode,
    ...codeLife,

    resume,
    look: (): void => made?.look(),
    /** Ends a sign-in that is out, and watching it. */
    leave: (): void => {
      const { attempt, left } = core.current();
      if (attempt ?? left) void withWaiting((it) => it.stop());
      made?.stopListening();
    },
    /** Takes up what is out, and listens; answers the way to stop. */
    start: (): (() => void) => {
      if (readText(preferences, modeKey) === 'same-page') mode.value = 'same-page';
      const stopHearing = hear();
      resume();
      void tab.claim(() => {
        // A copy of another tab: the sign-in that is out is that tab's.
        if (core.current().attempt?.mode === 'popup') void withWaiting((it) => it.cancel());
      });
      const stopWatching = watchCode();
      const signsInSoon = computed(
        () =>
          core.open.value.kind === 'navigate' ||
          core.open.value.signsIn === true ||
          core.kept.value.values['code'] !== undefined,
      );
      const stopLoading = effect(() => {
        if (signsInSoon.value) void load();
      });
      return () => {
        stopHearing?.();
        stopWatching();
        stopLoading();
        made?.stopListening();
      };
    },
  } satisfies SignIn & Record<string, unknown>;
}

import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { taskOf } from '#flows/task.ts';
import { callbackMessageSchema } from '#islands/delivery/delivery.ts';
import type { CallbackMessage } from '#islands/delivery/delivery.ts';
import type { SandboxClock } from '../clock.ts';
import type { Core } from '../core.ts';
import type { SandboxCalls } from '../sandbox-calls.ts';
import type { Surroundings } from '../surroundings.ts';
import type { SignInMode } from '../kept-state.ts';
import type { CodeTimer } from '../types.ts';
import { createCodeLife } from './code-life.ts';
import { receive } from './receive.ts';
import { createTab } from './tab.ts';
import { createWaiting } from './waiting.ts';
import type { SignInSteps } from './waiting.ts';

/** How the user signs in, the code that comes of it, and its life. */
export interface SignIn {
  readonly mode: ReadonlySignal<SignInMode>;
  setMode(mode: SignInMode): void;
  /** Opens the sign-in. Call it straight from the click. */
  begin(): void;
  /** The demo user signs in and allows, without the reader; what comes back is for the open step. */
  byItself(signal: AbortSignal): Promise<void>;
  /** Brings its window to the front, where it is known to be open. */
  refocus(): boolean;
  /** Goes on without its window: on this page. */
  here(): void;
  /** Stops waiting for it and goes back to the step that opens it. */
  cancel(): void;
  /** Grows when it has come back: move focus to the open step's title. */
  readonly returns: ReadonlySignal<number>;

  /**
   * Asks for a new code with the reader's edits kept. Call it straight from the click.
   *
   * @param thenSend whether the step that trades it is sent at once, where that is the open one
   */
  getFreshCode(options?: { mode?: SignInMode; thenSend?: boolean }): void;
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

/** @param sendOpenStep sends the step that a code came back for */
export function createSignIn(
  core: Core,
  surroundings: Surroundings,
  { clock, sandbox }: { clock: SandboxClock; sandbox: SandboxCalls },
  sendOpenStep: () => void,
) {
  const { preferences, random } = surroundings;
  const mode = signal<SignInMode>('popup');
  const returns = signal(0);
  const { watch: watchCode, ...codeLife } = createCodeLife(core, { clock, sandbox });
  const tab = createTab(surroundings);
  const steps = signInSteps(core);
  const waiting = steps && createWaiting(core, surroundings, clock, tab, steps);

  const readMode = (): void => {
    try {
      if (preferences?.getItem(modeKey) === 'same-page') mode.value = 'same-page';
    } catch {
      // Blocked storage: the choice holds until the page goes.
    }
  };

  /** Takes an address that came back; false when no sign-in is out, so that the callback page says so. */
  const take = (url: string): boolean => {
    const { attempt } = core.current();
    if (!attempt || !steps || !waiting) return false;
    waiting.stop();
    const brought = receive(core, { random, clock }, attempt, url, steps);
    clock.tick();
    // The focus goes along with a reader who was away.
    if (attempt.mode !== 'by-itself') returns.value += 1;
    if (brought && attempt.thenSend) sendOpenStep();
    return true;
  };

  /** A sign-in on this page that came back, or did not; or a window that is still out. */
  const resume = (): void => {
    const { attempt } = core.current();
    const returned = tab.takeReturned();
    if (!attempt || !waiting) return;
    if (attempt.popupBlocked) {
      core.notify({
        kind: 'popup-blocked',
        text: 'Your browser blocked the sign-in window, so the sign-in took this page.',
      });
    }
    // The page that did it is gone.
    if (attempt.mode === 'by-itself') return waiting.stop();
    if (attempt.mode === 'popup' || returned !== undefined) waiting.listen(attempt);
    if (attempt.mode === 'popup') return;
    if (returned !== undefined) {
      take(returned);
      return;
    }
    waiting.cancel();
    core.notify({
      kind: 'came-back',
      text: 'You came back without an answer from the server. Send the request again to sign in.',
    });
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

  const getFreshCode: SignIn['getFreshCode'] = ({
    mode: wanted = mode.value,
    thenSend = false,
  } = {}) => {
    core.current();
    // A flow without a sign-in logs in again where it began.
    if (!waiting) return core.openStep(core.stepThat('token')?.id ?? core.flow.steps[0]?.id ?? '');
    // The code is for the step that the reader is at, where that step trades it.
    const trades = taskOf(core.open.value) === 'token';
    waiting.begin(wanted, trades ? core.open.value.id : undefined, thenSend && trades);
  };

  return {
    mode,
    setMode: (wanted: SignInMode): void => {
      mode.value = wanted;
      try {
        preferences?.setItem(modeKey, wanted);
      } catch {
        // As above.
      }
    },
    begin: (): void => void waiting?.begin(mode.value),
    byItself: async (signal: AbortSignal): Promise<void> => {
      const { signInByItself } = await import('./by-itself.ts');
      if (waiting) await signInByItself(core, surroundings, waiting, take, signal);
    },
    refocus: (): boolean => waiting?.refocus() ?? false,
    cancel: (): void => waiting?.cancel(),
    here: (): void => {
      waiting?.closeWindow();
      getFreshCode({ mode: 'same-page' });
    },
    returns,
    getFreshCode,
    ...codeLife,

    resume,
    look: (): void => waiting?.look(),
    /** Ends a sign-in that is out, and watching it. */
    leave: (): void => {
      waiting?.stop();
      waiting?.stopListening();
    },
    /** Takes up what is out, and listens; answers the way to stop. */
    start: (): (() => void) => {
      readMode();
      const stopHearing = hear();
      resume();
      void tab.claim(() => {
        // A copy of another tab: the sign-in that is out is that tab's.
        if (core.current().attempt?.mode === 'popup') waiting?.cancel();
      });
      const stopWatching = watchCode();
      return () => {
        stopHearing?.();
        stopWatching();
        waiting?.stopListening();
      };
    },
  } satisfies SignIn & Record<string, unknown>;
}

import { computed, signal } from '@preact/signals';
import type { FlowDefinition } from '#flows/flow.ts';
import type { MistakeTitle } from '#flows/mistakes/mistake.ts';
import { callbackMessageSchema } from '#islands/delivery/delivery.ts';
import type { CallbackMessage } from '#islands/delivery/delivery.ts';
import { createActions } from './actions.ts';
import { readApp } from './app.ts';
import { createCodeLife } from './code-life.ts';
import { createCore } from './core.ts';
import { createExplaining } from './explaining.ts';
import { adopt } from './handed.ts';
import { createMistakes } from './mistakes.ts';
import { receive } from './receive.ts';
import { createRows } from './rows.ts';
import { createSandboxClock } from './sandbox-clock.ts';
import { secondsPast } from './seconds-past.ts';
import { createSignIn } from './sign-in.ts';
import { createSignInMode } from './sign-in-mode.ts';
import { createSteps } from './steps.ts';
import type { Surroundings } from './surroundings.ts';
import { createTabId } from './tab-id.ts';
import type { Playground } from './types.ts';
import { createValues } from './values.ts';
import { takeReturned } from './waiting-note.ts';

export type { Surroundings } from './surroundings.ts';
export type * from './types.ts';

/**
 * One run of a flow, by one app. It does nothing until `start()`, so that a page rendered on a
 * server and the first render in a browser are the same.
 *
 * @param surroundings everything outside: `browserSurroundings()` in a page
 * @param flow what is run
 * @param clientId the app that runs it; left out, the flow's own demo app
 * @param mistakes their titles, where the page brings them
 */
export function createPlayground(
  surroundings: Surroundings,
  flow: FlowDefinition,
  clientId?: string,
  mistakes?: readonly MistakeTitle[],
): Playground {
  const core = createCore(surroundings, flow, clientId);
  const tab = createTabId(surroundings);
  const mode = createSignInMode(surroundings.preferences);
  const rows = createRows(core);
  const steps = createSteps(core);
  const codeLife = createCodeLife(core);
  const clock = createSandboxClock(core);
  const signIn = createSignIn(core, tab, mode.signInMode);
  const explaining = createExplaining(core);
  const actions = createActions(core, { rows, signIn });
  const breaking = createMistakes(core, mistakes, { rows, actions, clock });
  const stops: (() => void)[] = [];
  const started = signal(false);

  const take = (url: string): boolean => {
    const taken = receive(core, signIn, url);
    if (taken === 'send') void actions.send();
    return taken !== 'nobody';
  };

  /** A sign-in on this page that came back, or did not; or a window that is still out. */
  const resume = (): void => {
    const { attempt } = core.kept.value;
    const returned = takeReturned(surroundings.session);
    if (!attempt) return;
    if (attempt.popupBlocked) {
      core.notify({
        kind: 'popup-blocked',
        text: 'Your browser blocked the sign-in window, so the sign-in took this page.',
      });
    }
    if (attempt.mode === 'popup') {
      signIn.resume();
      return;
    }
    if (returned !== undefined) {
      signIn.listenTo(attempt);
      take(returned);
      return;
    }
    signIn.cancel();
    core.notify({
      kind: 'came-back',
      text: 'You came back without an answer from the server. Send the request again to sign in.',
    });
  };

  const listen = (): void => {
    const channel = surroundings.openChannel();
    if (!channel) return;
    channel.listen((message) => {
      const parsed = callbackMessageSchema.safeParse(message);
      if (!parsed.success || parsed.data.kind !== 'callback') return;
      if (parsed.data.tab !== tab.current()) return;
      if (!take(parsed.data.url)) return;
      const reply: CallbackMessage = { kind: 'received', tab: tab.current() };
      channel.post(reply);
    });
    stops.push(() => channel.close());
  };

  return {
    flow,
    app: core.app,
    server: core.server,
    ready: core.ready,
    steps: steps.steps,
    step: steps.step,
    rows: rows.rows,
    editedCount: rows.editedCount,
    shape: rows.shape,
    request: rows.request,
    answer: steps.answer,
    sentNote: steps.sentNote,
    explanation: explaining.explanation,
    busy: core.busy,
    next: steps.next,
    values: createValues(core),
    transcript: computed(() => core.kept.value.transcript),
    codeTimer: codeLife.timer,
    codeLifetimeSeconds: computed(() => core.kept.value.codeLifetimeSeconds),
    signInMode: mode.signInMode,
    notices: core.notices,
    announcement: core.announcement,
    announce: core.announce,
    focusRequest: core.focusRequest,
    mistakes: breaking.mistakes,
    mistake: breaking.active,
    now: core.now,
    offsetSeconds: core.offsetSeconds,

    ...actions,
    send: breaking.send,
    tryMistake: breaking.tryMistake,
    guess: breaking.guess,
    showPrediction: breaking.show,
    putRight: breaking.putRight,
    leaveMistake: breaking.leave,
    moveClock: async (by) => {
      const seconds = typeof by === 'number' ? by : secondsPast(core, by.past);
      if (seconds > 0) await clock.forward(seconds);
    },
    resetClock: async () => {
      await clock.reset();
    },
    inspect: async (token) => {
      const answer = await (await core.sandbox()).inspectToken(token);
      return answer.kind === 'done' ? answer.value : undefined;
    },
    edit: rows.edit,
    leaveOut: rows.leaveOut,
    putIn: rows.putIn,
    restore: rows.restore,
    restoreAll: rows.restoreAll,
    extend: codeLife.extend,
    takeYourTime: codeLife.takeYourTime,
    setSignInMode: mode.set,
    dismiss: core.dismiss,
    notify: core.notify,

    start: async (mistake) => {
      if (started.value) return;
      started.value = true;
      mode.read();
      core.load();
      adopt(core);
      core.now.value = core.clock.now();
      listen();
      resume();
      void tab.claim(() => {
        // A copy of another tab: the sign-in that is out is that tab's.
        if (core.kept.value.attempt?.mode === 'popup') signIn.cancel();
      });
      stops.push(
        explaining.watch(),
        codeLife.watch(),
        breaking.stop,
        signIn.stop,
        surroundings.onVisible(() => void clock.read()),
        surroundings.onLeave(() => {
          signIn.settle();
          core.writeNow();
        }),
        // Shown as it was left, from the browser's own cache: a sign-in on this page came to nothing.
        surroundings.onReturn(() => {
          core.now.value = core.clock.now();
          resume();
          void clock.read();
        }),
        surroundings.every(1000, () => {
          signIn.look();
          core.now.value = core.clock.now();
        }),
      );
      await Promise.all([readApp(core), clock.read(), breaking.start()]);
      if (mistake !== undefined) await breaking.tryMistake(mistake);
    },
    dispose: () => {
      for (const stop of stops.splice(0)) stop();
      core.writeNow();
    },
  };
}

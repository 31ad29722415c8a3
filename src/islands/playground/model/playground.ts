import { computed, signal } from '@preact/signals';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import { callbackMessageSchema } from '#islands/callback/delivery.ts';
import type { CallbackMessage } from '#islands/callback/delivery.ts';
import { createActions } from './actions.ts';
import { createCodeLife } from './code-life.ts';
import { createCore } from './core.ts';
import { createExplaining } from './explaining.ts';
import { receive } from './receive.ts';
import { createRows } from './rows.ts';
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
 * The playground's model. It does nothing until `start()`, so that a page rendered on a server and
 * the first render in a browser are the same.
 *
 * @param surroundings everything outside: `browserSurroundings()` in a page
 */
export function createPlayground(surroundings: Surroundings): Playground {
  const flow = authCodePkce;
  const core = createCore(surroundings, flow);
  const tab = createTabId(surroundings);
  const mode = createSignInMode(surroundings.preferences);
  const rows = createRows(core);
  const steps = createSteps(core);
  const codeLife = createCodeLife(core);
  const signIn = createSignIn(core, tab, mode.signInMode);
  const explaining = createExplaining(core);
  const actions = createActions(core, { rows, signIn });
  const stops: (() => void)[] = [];
  const started = signal(false);

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
      receive(core, signIn, returned);
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
      if (!receive(core, signIn, parsed.data.url)) return;
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
    focusRequest: core.focusRequest,

    ...actions,
    edit: rows.edit,
    leaveOut: rows.leaveOut,
    putIn: rows.putIn,
    restore: rows.restore,
    restoreAll: rows.restoreAll,
    extend: codeLife.extend,
    takeYourTime: codeLife.takeYourTime,
    setSignInMode: mode.set,
    dismiss: core.dismiss,

    start: () => {
      if (started.value) return;
      started.value = true;
      mode.read();
      core.load();
      core.now.value = surroundings.clock.now();
      listen();
      resume();
      void tab.claim(() => {
        // A copy of another tab: the sign-in that is out is that tab's.
        if (core.kept.value.attempt?.mode === 'popup') signIn.cancel();
      });
      stops.push(
        explaining.watch(),
        codeLife.watch(),
        signIn.stop,
        surroundings.every(1000, () => {
          signIn.look();
          core.now.value = surroundings.clock.now();
        }),
      );
    },
    dispose: () => {
      for (const stop of stops.splice(0)) stop();
    },
  };
}

import { exchangeId } from '#flows/send.ts';
import { windowNamePrefix } from '#islands/delivery/delivery.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { attemptOf, queryValue } from './attempt.ts';
import type { Core } from './core.ts';
import { makeState } from './make/random-state.ts';
import { ingredientsOf, wireRequest } from './rows.ts';
import { createSignInEvents } from './sign-in-events.ts';
import type { Attempt } from './kept-state.ts';
import type { OpenedWindow } from './surroundings.ts';
import type { TabId } from './tab-id.ts';
import type { SignInMode } from './types.ts';
import { leaveWaitingNote, removeWaitingNote } from './waiting-note.ts';
import { without } from './without.ts';

const notKnownHere =
  'The sandbox may not know this client id: then it shows the error in its window and does not redirect. Stop waiting to change the request.';

export interface SignIn {
  /**
   * Opens the sign-in without awaiting anything, so that a popup opens in the click; what the page
   * shows of it follows once the window had time to be drawn, for both share a thread.
   *
   * @param resumeAt the step to open when the answer is here
   * @param thenSend whether that step is sent at once
   */
  begin(resumeAt: string, wanted?: SignInMode, thenSend?: boolean): Promise<void>;
  /** Shows at once what was about to be shown, for whoever needs to know whether a sign-in is out. */
  settle(): void;
  stopWaiting(): void;
  /** After a reload with the window still out. */
  resume(): void;
  /** Brings the window to the front where it is known to be open. */
  refocus(): boolean;
  /** Looks whether the window seems closed. A hint: the wait goes on. */
  look(): void;
  cancel(): void;
  stop(): void;
  hearOut(): void;
  listenTo(attempt: Attempt): void;
  closeWindow(): void;
}

const nothing = (): void => undefined;

/** How long a window takes to be drawn where the machine is not slow, in milliseconds. */
const untilDrawn = 60;

/** Of a flow in which nobody signs in. */
const noSignIn: SignIn = {
  begin: () => Promise.resolve(),
  settle: nothing,
  stopWaiting: nothing,
  resume: nothing,
  refocus: () => false,
  look: nothing,
  cancel: nothing,
  stop: nothing,
  hearOut: nothing,
  listenTo: nothing,
  closeWindow: nothing,
};

/** From the press that opens the sign-in to the moment its redirect comes back, or the reader gives up. */
export function createSignIn(core: Core, tab: TabId, mode: { readonly value: SignInMode }): SignIn {
  const { surroundings, flow } = core;
  let popup: OpenedWindow | undefined;

  const navigateStep = flow.steps.find(({ kind }) => kind === 'navigate');
  const signInStep = flow.steps.find(({ kind }) => kind === 'sign-in');
  if (!navigateStep || !signInStep) return noSignIn;

  const events = createSignInEvents(core, (exchange) => {
    if (core.kept.value.attempt === undefined) return;
    stopWaiting();
    core.answer(navigateStep.id, { kind: 'exchange', outcome: 'refused', exchange });
    core.update({ currentStep: navigateStep.id });
    core.announce(
      'The server refused the request and did not redirect: it shows the error in its window.',
    );
  });

  /** Keeps and shows that a sign-in is out. */
  let show: (() => void) | undefined;
  function settle(): void {
    const now = show;
    show = undefined;
    now?.();
  }

  function stopWaiting(): void {
    settle();
    removeWaitingNote(surroundings.session);
    popup = undefined;
    events.stopSoon();
    core.update({
      attempt: undefined,
      answers: without(core.kept.value.answers, signInStep?.id ?? ''),
    });
  }

  /** A state is good for one request: a second press gets a new one. */
  const renewState = (): void => {
    const state = core.kept.value.values['state'];
    const used = core.kept.value.transcript.exchanges.some(
      ({ step, request }) =>
        step === navigateStep.id && queryValue(request.url, 'state') === state?.value,
    );
    if (!state || !used) return;
    core.hold('state', { value: makeState(surroundings.random), at: core.clock.now() });
    core.update({ sentWith: without(core.kept.value.sentWith, navigateStep.id) });
  };

  const begin = async (
    resumeAt: string,
    wanted: SignInMode = mode.value,
    thenSend = false,
  ): Promise<void> => {
    settle();
    renewState();
    const request = wireRequest(core, navigateStep);
    if (!request) return;
    const returnTo = surroundings.path;
    const note = (chosen: SignInMode): boolean =>
      leaveWaitingNote(surroundings.session, { tab: tab.current(), mode: chosen, returnTo });
    // Before the window opens: it starts with a copy of this tab's sessionStorage.
    let canReturn = note(wanted);
    let chosen = wanted;
    if (wanted === 'popup') {
      popup = surroundings.openWindow(request.url, `${windowNamePrefix}${tab.current()}`);
      if (!popup) {
        chosen = 'same-page';
        canReturn = note(chosen);
      }
    }
    if (chosen === 'same-page' && !canReturn) {
      core.notify({
        kind: 'sign-in-impossible',
        text: 'This browser keeps nothing for this page, so a sign-in on this page could not find its way back. Allow windows for this site and send again.',
      });
      return;
    }
    core.dismiss('sign-in-impossible');

    const startedAt = core.clock.now();
    const id = exchangeId(surroundings.random);
    const clientId = queryValue(request.url, 'client_id');
    const exchange: Exchange = {
      id,
      from: navigateStep.from,
      to: navigateStep.to,
      flow: flow.id,
      step: navigateStep.id,
      startedAt,
      request,
      ...(clientId === undefined ? {} : { clientId }),
    };
    const attempt = attemptOf(request, { mode: chosen, startedAt, exchangeId: id, resumeAt });
    const blocked = wanted === 'popup' && chosen === 'same-page';
    const hint = clientId === core.app.value.clientId ? {} : { hint: notKnownHere };
    const { values } = ingredientsOf(core, navigateStep.id);
    show = () => {
      core.record(exchange);
      core.update({
        attempt: {
          ...attempt,
          ...(blocked ? { popupBlocked: true } : {}),
          ...(thenSend ? { thenSend } : {}),
        },
        currentStep: signInStep.id,
        sentWith: { ...core.kept.value.sentWith, [navigateStep.id]: { ...values } },
        answers: {
          ...without(core.kept.value.answers, core.stepThat('return')?.id ?? ''),
          [navigateStep.id]: { kind: 'exchange', outcome: 'done', exchange },
          [signInStep.id]: {
            kind: 'waiting',
            mode: chosen,
            popup: chosen === 'popup' ? 'open' : 'unknown',
            since: startedAt,
            ...hint,
          },
        },
      });
    };
    if (chosen === 'same-page') {
      settle();
      surroundings.navigate(request.url);
      return;
    }
    events.startInAMoment(attempt);
    await surroundings.wait(untilDrawn);
    // It may be over by now: a server that asks nothing answers at once.
    if (!show) return;
    settle();
    core.announce('The sign-in window is open. The answer arrives here.');
  };

  return {
    begin,
    settle,
    stopWaiting,
    resume: (): void => {
      const { attempt } = core.kept.value;
      if (attempt) events.start(attempt);
    },
    refocus: (): boolean => {
      settle();
      if (!popup || popup.closed) return false;
      popup.focus();
      return true;
    },
    look: (): void => {
      const waiting = core.kept.value.answers[signInStep.id];
      if (waiting?.kind !== 'waiting' || waiting.popup !== 'open' || !popup?.closed) return;
      core.answer(signInStep.id, { ...waiting, popup: 'seems-closed' });
      core.announce('Still waiting, but the sign-in window looks closed.');
    },
    cancel: (): void => {
      stopWaiting();
      core.update({ currentStep: navigateStep.id });
    },
    stop: events.stop,
    hearOut: events.stopSoon,
    listenTo: events.start,
    closeWindow: (): void => {
      popup?.close();
      popup = undefined;
    },
  };
}

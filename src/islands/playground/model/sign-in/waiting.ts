import { exchangeId } from '#flows/send.ts';
import { windowNamePrefix } from '#islands/delivery/delivery.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { SandboxClock } from '../clock.ts';
import type { Core } from '../core.ts';
import { without } from '../kept-state.ts';
import type { Attempt, HeldPair, SignInMode } from '../kept-state.ts';
import { ingredientsOf, wireRequest } from '../request/rows.ts';
import { serverOf } from '../request/server-of.ts';
import type { OpenedWindow, Surroundings } from '../surroundings.ts';
import { queryValue } from './attempt.ts';
import { createSignInEvents } from './events.ts';
import { receive } from './receive.ts';
import type { SignInSteps } from './receive.ts';
import { createRenewal } from './renewal.ts';
import type { Tab } from './tab.ts';

/** How long a window takes to be drawn where the machine is not slow, in milliseconds. */
const untilDrawn = 60;

const notKnownHere =
  'The sandbox may not know this client id: then it shows the error in its window and does not redirect. Stop waiting to change the request.';

const blocked =
  'Your browser blocked the sign-in window. Allow windows for this site and press again, or choose “On this page”: it forgets the secret, and asks for it again.';
const keepsNothing =
  'This browser keeps nothing for this page, so a sign-in on this page could not find its way back. Allow windows for this site and send again.';
const impossible: Record<Attempt['mode'], string> = {
  popup: keepsNothing,
  'same-page': keepsNothing,
  'by-itself':
    'Your browser blocked the sign-in window. Only a window can receive a token in the fragment: sign in by hand, in step 2.',
};

/**
 * From the press that opens the sign-in to the moment its redirect comes back, or the reader gives up.
 *
 * @param onReturn it came back; `thenSend` is left out where it did not bring what was asked for
 */
export function createWaiting(
  core: Core,
  surroundings: Surroundings,
  { clock, tab, steps }: { clock: SandboxClock; tab: Tab; steps: SignInSteps },
  onReturn: (attempt: Attempt) => void,
) {
  const { navigate, signIn, back } = steps;
  const { random, deferred } = surroundings;
  const shown = deferred();
  core.putsOff(shown.flush);
  const renewal = createRenewal(core, { random, clock }, navigate);
  void renewal.prepare();
  let popup: OpenedWindow | undefined;

  const stop = (): void => {
    tab.removeNote();
    popup = undefined;
    core.update(({ answers }) => ({
      attempt: undefined,
      left: undefined,
      answers: without(answers, signIn.id),
    }));
    events.stopSoon();
  };

  /** It brought nothing, so the code in hand stays, and its verifier with it. */
  const putPairBack = (pair: HeldPair | undefined): void => {
    if (pair) core.update(({ values }) => ({ values: { ...values, ...pair } }));
  };

  const giveUp = (): void => {
    const { attempt } = core.current();
    stop();
    putPairBack(attempt?.pairBefore);
  };

  /** The server showed an error and did not redirect, or could not be reached. */
  const failed = (exchange: Exchange): void => {
    const { attempt, left } = core.current();
    if (!attempt && left?.exchangeId !== exchange.id) return;
    giveUp();
    core.dismiss('came-back');
    const outcome = exchange.response ? 'refused' : 'unreachable';
    core.answer(navigate.id, { kind: 'exchange', outcome, exchange });
    core.update({ currentStep: navigate.id, left: undefined });
    core.announce(
      outcome === 'refused'
        ? 'The server refused the request and did not redirect: it shows the error on its own page.'
        : 'The sign-in did not come back.',
    );
  };
  const events = createSignInEvents(core, surroundings, signIn, failed);

  /** Opens the window, or finds that this page has to go; undefined where no way leads back. */
  const leave = (url: string, wanted: Attempt['mode']): Attempt['mode'] | undefined => {
    const { path: returnTo } = surroundings;
    if (wanted === 'by-itself') {
      // What comes back in a fragment takes a window: `fetch` would lose it.
      if (back.brings !== 'token') return wanted;
      tab.leaveNote({ mode: 'popup', returnTo });
      popup = surroundings.openWindow(url, `${windowNamePrefix}${tab.id()}`);
      return popup && wanted;
    }
    // Before the window opens: it starts with a copy of this tab's sessionStorage.
    const canReturn = tab.leaveNote({ mode: wanted, returnTo });
    if (wanted === 'popup') {
      popup = surroundings.openWindow(url, `${windowNamePrefix}${tab.id()}`);
      if (popup) return 'popup';
      // To a real server the page goes at the reader's wish alone: it would forget what was entered.
      if (surroundings.real) return void tab.removeNote();
      return tab.leaveNote({ mode: 'same-page', returnTo }) ? 'same-page' : undefined;
    }
    return canReturn ? 'same-page' : undefined;
  };

  /** Takes an address that came back. */
  const take = (url: string): void => {
    const { attempt: out, left, values } = core.current();
    const attempt = out ?? left;
    if (!attempt) return;
    stop();
    // Made anew since the reader went Back from it: the app knows the new one alone.
    const isRenewed = !out && values['state'] && values['state'].at > attempt.startedAt;
    const state = isRenewed ? values['state']?.value : attempt.state;
    const brought = receive(core, { random, clock }, { ...attempt, state }, url, steps);
    if (brought) putPairBack(left?.pair);
    else if (out) putPairBack(out.pairBefore);
    clock.tick();
    onReturn({ ...attempt, thenSend: brought && attempt.thenSend });
  };

  const cancel = (): void => {
    const isOut = core.current().attempt !== undefined;
    giveUp();
    if (isOut) core.update({ currentStep: navigate.id });
  };

  /** Keeps and shows that a sign-in is out. */
  const show = (attempt: Attempt, exchange: Exchange): void => {
    const { values } = ingredientsOf(core, navigate.id);
    core.record(exchange);
    core.update(({ sentWith, answers, ...state }) => ({
      attempt,
      left: undefined,
      currentStep: attempt.mode === 'by-itself' ? state.currentStep : signIn.id,
      sentWith: { ...sentWith, [navigate.id]: { ...values } },
      answers: {
        ...without(answers, back.id),
        [navigate.id]: { kind: 'exchange', outcome: 'done', exchange },
        [signIn.id]: {
          kind: 'waiting',
          mode: attempt.mode,
          popup: popup ? 'open' : 'unknown',
          since: attempt.startedAt,
          ...(exchange.clientId === core.app.value.clientId ? {} : { hint: notKnownHere }),
        },
      },
    }));
  };

  /** Sends the browser to the server. @returns the request that went out; undefined where none did */
  const open = (
    wanted: Attempt['mode'],
    resumeAt: string,
    thenSend: boolean,
  ): Exchange | undefined => {
    const renewed = renewal.renew();
    const pairBefore = core.current().attempt?.pairBefore ?? renewed;
    const request = wireRequest(core, navigate);
    if (!request) return undefined;
    const mode = leave(request.url, wanted);
    if (mode === undefined) {
      putPairBack(renewed);
      const text = surroundings.real && wanted === 'popup' ? blocked : impossible[wanted];
      core.notify({ kind: 'sign-in-impossible', text });
      return undefined;
    }
    core.dismiss('sign-in-impossible');
    core.dismiss('came-back');

    const clientId = queryValue(request.url, 'client_id');
    const exchange: Exchange = {
      id: exchangeId(random),
      from: navigate.from,
      to: navigate.to,
      flow: core.flow.id,
      step: navigate.id,
      ...serverOf(core),
      startedAt: clock.now(),
      request,
      ...(clientId === undefined ? {} : { clientId }),
    };
    const attempt: Attempt = {
      mode,
      url: request.url,
      state: queryValue(request.url, 'state'),
      challenge: queryValue(request.url, 'code_challenge'),
      startedAt: exchange.startedAt,
      exchangeId: exchange.id,
      resumeAt,
      ...(wanted === mode ? {} : { popupBlocked: true }),
      ...(thenSend ? { thenSend } : {}),
      ...(pairBefore ? { pairBefore } : {}),
    };
    if (mode !== 'popup') {
      show(attempt, exchange);
      if (mode === 'same-page') surroundings.navigate(request.url);
      else events.start(attempt);
      return exchange;
    }
    shown.put(untilDrawn, () => {
      show(attempt, exchange);
      core.announce('The sign-in window is open. The answer arrives here.');
    });
    events.startSoon(attempt);
    return exchange;
  };

  return {
    /**
     * Opens the sign-in without awaiting anything, so that a popup opens in the click; what the page
     * shows of it follows once the window had time to be drawn, for both share a thread.
     *
     * @param resumeAt the step to open when the answer is here
     * @param thenSend whether that step is sent at once
     */
    begin: async (wanted: SignInMode, resumeAt = back.id, thenSend = false): Promise<void> => {
      // Two presses within a hash: a click is still good for a window after it.
      if (renewal.lacks()) await renewal.prepare();
      open(wanted, resumeAt, thenSend);
    },
    /** The same without the reader. @returns the request that went out; undefined where none did */
    beginByItself: async (resumeAt: string): Promise<Exchange | undefined> => {
      await renewal.prepare();
      return open('by-itself', resumeAt, false);
    },
    stop: giveUp,
    failed,
    /** The window, where one is open. */
    opened: (): OpenedWindow | undefined => popup,
    /** Ends watching. */
    stopListening: events.stop,
    /** Brings the window to the front where it is known to be open. */
    refocus: (): boolean => {
      if (!popup || popup.closed) return false;
      popup.focus();
      return true;
    },
    /** Looks whether the window seems closed. A hint: the wait goes on. */
    look: (): void => {
      const waiting = core.kept.value.answers[signIn.id];
      if (waiting?.kind !== 'waiting' || waiting.popup !== 'open' || !popup?.closed) return;
      core.answer(signIn.id, { ...waiting, popup: 'seems-closed' });
      core.announce('Still waiting, but the sign-in window looks closed.');
    },
    cancel,
    take,
    /** Takes up what is out after the page was away. @param returned the address that came back meanwhile */
    resume: (returned: string | undefined): void => {
      const { attempt, left } = core.current();
      if (!attempt) {
        if (left && returned !== undefined) take(returned);
        return;
      }
      if (attempt.popupBlocked) {
        core.notify({
          kind: 'popup-blocked',
          text: 'Your browser blocked the sign-in window, so the sign-in took this page.',
        });
      }
      // The page that did it is gone.
      if (attempt.mode === 'by-itself') return giveUp();
      if (attempt.mode === 'popup') return events.start(attempt);
      if (returned !== undefined) {
        events.start(attempt);
        return take(returned);
      }
      const { code_verifier, code_challenge } = core.current().values;
      cancel();
      const pair = code_verifier && code_challenge && { code_verifier, code_challenge };
      core.update({ left: pair ? { ...attempt, pair } : attempt });
      tab.leaveNote({ mode: attempt.mode, returnTo: surroundings.path });
      core.notify({
        kind: 'came-back',
        text: 'You came back without an answer from the server. Send the request again to sign in, or go forward in the browser.',
      });
      // What was shown may have been a refusal, which the sandbox tells.
      events.start(attempt);
      events.stopSoon();
    },
    closeWindow: (): void => {
      popup?.close();
      popup = undefined;
    },
  };
}

export type Waiting = ReturnType<typeof createWaiting>;

import { exchangeId } from '#flows/send.ts';
import { stepNumber } from '#flows/runner.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from './core.ts';
import { handOn } from './handed.ts';
import { readRedirect } from './redirect.ts';
import type { SignIn } from './sign-in.ts';
import type { StepAnswer } from './types.ts';
import { usualCodeLifetimeSeconds } from './kept-state.ts';
import { without } from './without.ts';

type Redirect = Extract<StepAnswer, { kind: 'redirect' }>;

const spoken: Record<Redirect['outcome'], string> = {
  code: 'Back from the sign-in with a code.',
  token: 'Back from the sign-in with an access token.',
  error: 'Back from the sign-in without what was asked for. An explanation follows.',
  stopped: 'The answer carries a state that is not yours. The flow stops here.',
};

/**
 * Takes the redirect's address and ends the wait: what it brings and its life are kept where the
 * state is the app's own, and the reader is led to the step that reads it.
 *
 * @returns `nobody` when no sign-in is out, so that the callback page says that nobody waits;
 *   `send` when the step that it leads to is to be sent at once
 */
export function receive(core: Core, signIn: SignIn, url: string): 'nobody' | 'taken' | 'send' {
  signIn.settle();
  const { attempt } = core.kept.value;
  const step = core.flow.steps.find(({ kind }) => kind === 'return');
  if (!attempt || !step) return 'nobody';
  const receivedAt = core.clock.now();
  const { brought, expiresIn, ...read } = readRedirect(
    url,
    attempt.state,
    step.answerNotes,
    step.brings,
  );
  const exchange: Exchange = {
    id: exchangeId(core.surroundings.random),
    from: 'browser',
    to: 'app',
    flow: core.flow.id,
    step: step.id,
    startedAt: receivedAt,
    request: { method: 'GET', url, headers: [] },
    // The callback page of this site, which the browser has just been shown.
    response: { status: 200, headers: [] },
  };

  core.record(exchange);
  signIn.stopWaiting();
  const { answers } = core.kept.value;
  const later = core.after(step.id);
  core.update({
    answers: {
      ...without(answers, ...later),
      'sign-in': { kind: 'signed-in' },
      [step.id]: { kind: 'redirect', ...read, receivedAt, exchange },
    },
    sentWith: without(core.kept.value.sentWith, ...later),
    currentStep: brought === undefined ? step.id : attempt.resumeAt,
  });
  if (brought !== undefined && read.outcome === 'token') {
    const life = expiresIn === undefined ? {} : { lifetimeSeconds: expiresIn };
    core.hold('access_token', { value: brought, at: receivedAt, ...life });
    handOn(core);
  } else if (brought !== undefined) {
    const lifetimeSeconds = expiresIn ?? usualCodeLifetimeSeconds;
    core.hold('code', { value: brought, at: receivedAt, lifetimeSeconds });
    core.update({ codeLifetimeSeconds: lifetimeSeconds });
  }
  const note = `Came back unchanged in step ${stepNumber(core.flow.steps, step.id)}`;
  const state = core.kept.value.values['state'];
  if (state && read.state === 'matches') {
    core.hold('state', { ...state, confirmed: true, note });
  }
  core.now.value = receivedAt;
  core.focusRequest.value += 1;
  core.announce(spoken[read.outcome]);
  return brought !== undefined && attempt.thenSend ? 'send' : 'taken';
}

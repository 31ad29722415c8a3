import { exchangeId } from '#flows/send.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from './core.ts';
import { readRedirect } from './redirect.ts';
import type { SignIn } from './sign-in.ts';
import type { StepAnswer } from './types.ts';
import { usualCodeLifetimeSeconds } from './kept-state.ts';
import { without } from './without.ts';

type Redirect = Extract<StepAnswer, { kind: 'redirect' }>;

const spoken: Record<Redirect['outcome'], string> = {
  code: 'Back from the sign-in with a code.',
  error: 'Back from the sign-in without a code. An explanation follows.',
  stopped: 'The answer carries a state that is not yours. The flow stops here.',
};

/**
 * Takes the redirect's address and ends the wait: the code and its life are kept where the state is
 * the app's own, and the reader is led to the step that reads it.
 *
 * @returns false when no sign-in is out, so that the callback page says that nobody waits
 */
export function receive(core: Core, signIn: SignIn, url: string): boolean {
  const { attempt } = core.kept.value;
  const step = core.flow.steps.find(({ kind }) => kind === 'return');
  if (!attempt || !step) return false;
  const receivedAt = core.surroundings.clock.now();
  const { code, expiresIn, ...read } = readRedirect(url, attempt.state, step.answerNotes);
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
  core.update({
    answers: {
      ...without(answers, 'token', 'api', 'refresh', 'revoke'),
      'sign-in': { kind: 'signed-in' },
      [step.id]: { kind: 'redirect', ...read, receivedAt, exchange },
    },
    sentWith: without(core.kept.value.sentWith, 'token', 'api', 'refresh', 'revoke'),
    currentStep: read.outcome === 'code' ? attempt.resumeAt : step.id,
  });
  if (code !== undefined) {
    const lifetimeSeconds = expiresIn ?? usualCodeLifetimeSeconds;
    core.hold('code', { value: code, at: receivedAt, lifetimeSeconds });
    core.update({ codeLifetimeSeconds: lifetimeSeconds });
  }
  const state = core.kept.value.values['state'];
  if (state && read.state === 'matches') {
    core.hold('state', { ...state, confirmed: true, note: 'Came back unchanged in step 4' });
  }
  core.now.value = receivedAt;
  core.focusRequest.value += 1;
  core.announce(spoken[read.outcome]);
  return true;
}

import type { FlowStep } from '#flows/flow.ts';
import { exchangeId } from '#flows/send.ts';
import type { SendTools } from '#flows/send.ts';
import { stepNumber } from '#flows/runner.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from '../core.ts';
import { usualCodeLifetimeSeconds, without } from '../kept-state.ts';
import type { Attempt, Redirect } from '../kept-state.ts';
import { serverOf } from '../request/server-of.ts';
import { readRedirect } from './redirect.ts';

/** The steps of a sign-in, in a flow that has one. */
export interface SignInSteps {
  /** The browser goes to the server. */
  navigate: FlowStep;
  signIn: FlowStep;
  back: FlowStep;
}

const spoken: Record<Redirect['outcome'], string> = {
  code: 'Back from the sign-in with a code.',
  token: 'Back from the sign-in with an access token.',
  error: 'The sign-in came back without a code or token. An explanation follows.',
  stopped: 'The answer has a state that is not yours. The flow stops here.',
};

const otherIssuer = 'The answer names another server as its issuer. The flow stops here.';

/** The callback page of this site, which the browser has just been shown. */
function exchangeOf(
  core: Core,
  { random, clock }: Pick<SendTools, 'random' | 'clock'>,
  step: string,
  url: string,
): Exchange {
  return {
    id: exchangeId(random),
    from: 'browser',
    to: 'app',
    flow: core.flow.id,
    step,
    ...serverOf(core),
    startedAt: clock.now(),
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, headers: [] },
  };
}

/**
 * Takes the redirect's address: what it brings and its life are kept where the state is the app's
 * own, and the reader is led to the step that reads it.
 *
 * @param attempt the sign-in that was out
 * @returns whether it brought what was asked for
 */
export function receive(
  core: Core,
  tools: Pick<SendTools, 'random' | 'clock'>,
  attempt: Attempt,
  url: string,
  { signIn, back }: SignInSteps,
): boolean {
  const { brought, expiresIn, ...read } = readRedirect(
    url,
    attempt.state,
    back.answerNotes,
    back.brings,
    core.server.value,
  );
  const exchange = exchangeOf(core, tools, back.id, url);
  const { startedAt: receivedAt } = exchange;
  // What was done between stays where a later step is the one that takes the code.
  const resumeAt = brought === undefined ? back.id : attempt.resumeAt;
  const later = core.after(back.id).filter((id) => !core.after(id).includes(resumeAt));
  core.record(exchange);
  core.update(({ answers, sentWith }) => ({
    answers: {
      ...without(answers, ...later),
      [signIn.id]: { kind: 'signed-in' },
      [back.id]: { kind: 'redirect', ...read, receivedAt, exchange },
    },
    sentWith: without(sentWith, ...later),
    currentStep: resumeAt,
  }));
  if (brought !== undefined && read.outcome === 'token') {
    const life = expiresIn === undefined ? {} : { lifetimeSeconds: expiresIn };
    core.hold('access_token', { value: brought, at: receivedAt, ...life });
  } else if (brought !== undefined) {
    const lifetimeSeconds = expiresIn ?? usualCodeLifetimeSeconds;
    core.hold('code', { value: brought, at: receivedAt, lifetimeSeconds });
    core.update({ codeLifetimeSeconds: lifetimeSeconds });
  }
  const { state } = core.current().values;
  if (state && read.state === 'matches') {
    const note = `Came back unchanged in step ${stepNumber(core.flow.steps, back.id)}`;
    core.hold('state', { ...state, confirmed: true, note });
  }
  core.announce(read.issuer ? otherIssuer : spoken[read.outcome]);
  return brought !== undefined;
}

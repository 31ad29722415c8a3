import type { FlowChange, FlowStep } from '../flow.ts';
import { taskOf } from '../task.ts';
import { holdStep } from './hold-step.ts';

/** Each trade began a session of its own, and one revocation ends one. */
const ofOneSession =
  'RingCentral ends the session of this token, the newest. The first token has its own session: revoke it too, or it ends after its hour.';

/** The button that leads to such a step, where its own button says what it does. */
export const toNextToken = 'Get the next token';

/**
 * Where a flow that trades something would refresh, an app without refresh tokens trades it again.
 *
 * @param again how that is called; its summary begins with the reason
 */
export function tradesAgain(
  steps: readonly FlowStep[],
  again: Pick<FlowStep, 'title' | 'diagram'> & { summary: string; button: string; signsIn?: true },
): FlowChange {
  const trade = steps.find((step) => taskOf(step) === 'token');
  const at = steps.findIndex((step) => taskOf(step) === 'refresh');
  const [before, refresh] = [steps[at - 1], steps[at]];
  const revoke = steps.find((step) => taskOf(step) === 'revoke');
  if (!trade?.request || !before || !refresh)
    throw new Error('Such a flow exchanges, then refreshes');
  const { title, diagram, summary, button, signsIn } = again;
  return {
    steps: {
      [before.id]: { next: toNextToken },
      [refresh.id]: {
        title,
        summary: `{why}. ${summary}`,
        diagram,
        send: { first: button, again: button },
        request: trade.request,
        answerNotes: trade.answerNotes,
        ...(signsIn ? { signsIn } : {}),
      },
      ...(revoke ? { [revoke.id]: { summary: ofOneSession } } : {}),
    },
    without: ['refresh_token'],
    end: 'The newest session has ended, with its token. The one before continues until its token’s hour is over, or until you revoke that token too.',
  };
}

/** The user signs in again, and the code that comes of it is traded. */
export function signsInAgain(steps: readonly FlowStep[]): FlowChange {
  return tradesAgain(steps, {
    title: 'Sign in again',
    button: 'Sign in again',
    summary: 'The user signs in again, and this step exchanges the new code for an access token.',
    signsIn: true,
    diagram: [
      {
        kind: 'message',
        from: 'browser',
        to: 'authorization-server',
        label: 'Sign in again',
      },
      { kind: 'message', from: 'app', to: 'authorization-server', code: 'POST /token', label: '' },
    ],
  });
}

/** Where the app would refresh, it logs in as it did at first. @param next the button behind it */
export function logsInAgain(id: string, next: string): FlowStep {
  const title = 'Log in again';
  return {
    ...holdStep(next, title),
    id,
    summary: '{why}. The next access token comes from another login, as the first one did.',
    send: { first: title, again: title },
  };
}

/** A flow that begins with tokens holds one, not two. @param without steps that show a refresh token */
export function holdsOne(...without: string[]): FlowChange {
  return {
    steps: { hold: { title: 'Hold an access token' } },
    without: ['refresh_token', ...without],
  };
}

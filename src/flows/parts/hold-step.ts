import type { FlowStep } from '../flow.ts';
import { logIn } from './terminal.ts';

/**
 * Where a flow begins with tokens: those that the flow before handed on, or those of a log-in that
 * this step makes.
 */
export function holdStep(next: string, label = 'Hold a pair of tokens'): FlowStep {
  return {
    id: 'hold',
    title: label,
    summary:
      'Your app got them at its login, by any flow. This step uses the tokens of the flow that you ran last. If there are none, it logs in by itself.',
    kind: 'prepare',
    making: 'session',
    send: { first: 'Get tokens', again: 'Get new tokens' },
    from: 'authorization-server',
    to: 'app',
    diagram: [
      {
        kind: 'message',
        from: 'authorization-server',
        to: 'app',
        code: '200',
        label: 'tokens, from a login',
      },
    ],
    answerNotes: {
      access_token: 'Opens the API for one hour',
      refresh_token: 'It gets the next pair, once',
    },
    terminal: logIn,
    next,
  };
}

import type { FlowStep } from '../flow.ts';
import { redirectErrorNotes } from './notes.ts';

/**
 * The redirect brings the answer back to the app: 303, because it answers a form (RFC 9110 15.4.4).
 *
 * @param own what differs from flow to flow; `label` and `callback` stand in the diagram
 */
export function returnStep({
  label,
  callback,
  answerNotes,
  ...own
}: Pick<FlowStep, 'title' | 'summary' | 'next' | 'answerNotes'> & {
  brings: 'code' | 'token';
  label: string;
  callback: string;
}): FlowStep {
  return {
    id: 'return',
    kind: 'return',
    from: 'authorization-server',
    to: 'browser',
    diagram: [
      { kind: 'message', from: 'authorization-server', to: 'browser', code: '303', label },
      { kind: 'message', from: 'browser', to: 'app', code: callback, label: '' },
    ],
    answerNotes: {
      ...answerNotes,
      state: 'Same as you sent in step 2',
      iss: 'The server that answers; compare it with the one you asked',
      ...redirectErrorNotes,
      error: `Why there is no ${own.brings}`,
    },
    ...own,
  };
}

/** The redirect with a code, which your app trades next. */
export function codeReturnStep(summary: string): FlowStep {
  return returnStep({
    title: 'Come back with a code',
    summary,
    brings: 'code',
    label: 'back with code',
    callback: '/callback',
    answerNotes: {
      code: 'It represents the sign-in that just happened',
      expires_in: 'RingCentral added it: the seconds that the code has left',
    },
    next: 'Exchange the code',
  });
}

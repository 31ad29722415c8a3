import type { FlowId } from './app.ts';
import type { Availability } from './availability.ts';
import { refreshableFlows } from './flow-kinds.ts';

/** What to use in a flow's place. */
export interface Instead {
  words: string;
  /** The flow that it names first; absent where nothing is better. */
  flow?: FlowId;
}

/** Whether these settings have a flow, and RingCentral still runs it. */
type IsOpen = (flow: FlowId) => boolean;

const codeForPeople = (open: IsOpen): Instead => ({
  flow: 'auth-code-pkce',
  words: open('auth-code-pkce')
    ? 'Use code with PKCE, which these settings allow.'
    : 'Use code with PKCE, in an app with 3-legged OAuth.',
});

const jwtForOne = (open: IsOpen): Instead => ({
  flow: 'jwt',
  words: open('jwt')
    ? 'Use JWT, which these settings allow, for one fixed user.'
    : 'Use JWT for one fixed user, in an app with that method.',
});

const answers: Record<FlowId, (open: IsOpen) => Instead> = {
  'auth-code-pkce': (open) => {
    if (open('auth-code-pkce')) return { words: 'You need nothing else: build on this one.' };
    return open('jwt') ? jwtForOne(open) : codeForPeople(open);
  },
  'auth-code': (open) =>
    open('auth-code-pkce')
      ? {
          flow: 'auth-code-pkce',
          words: 'Use code with PKCE: it has the same steps, and a proof beside the code.',
        }
      : open('jwt')
        ? jwtForOne(open)
        : codeForPeople(open),
  implicit: (open) =>
    open('auth-code-pkce') || !open('jwt') ? codeForPeople(open) : jwtForOne(open),
  password: (open) => {
    if (open('jwt')) return jwtForOne(open);
    if (!open('auth-code-pkce')) return jwtForOne(open);
    return {
      flow: 'auth-code-pkce',
      words:
        'If people sign in, use code with PKCE, which these settings allow; for one fixed user, JWT in an app with that method.',
    };
  },
  'refresh-token': (open) => {
    const bringsOne = refreshableFlows.some(open);
    if (open('refresh-token') && bringsOne)
      return { words: 'You need nothing else: this continues a session.' };
    if (!bringsOne) return jwtForOne(open);
    return {
      flow: open('auth-code-pkce') ? 'auth-code-pkce' : 'jwt',
      words: 'Run the original flow again.',
    };
  },
  jwt: (open) =>
    open('jwt')
      ? {
          words: 'You need nothing else for one fixed user. If people sign in, use code with PKCE.',
        }
      : open('auth-code-pkce')
        ? codeForPeople(open)
        : jwtForOne(open),
  'client-credentials': (open) =>
    open('jwt') || !open('auth-code-pkce') ? jwtForOne(open) : codeForPeople(open),
};

/** What to use instead of a flow, under the same settings where they have something better. */
export function useInstead(flow: FlowId, verdicts: Availability): Instead {
  return answers[flow]((other) => verdicts[other].today !== 'refused');
}

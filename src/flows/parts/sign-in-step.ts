import type { FlowStep } from '../flow.ts';

/** The user acts at the server, in a window that the step before opened. */
export const signInStep: FlowStep = {
  id: 'sign-in',
  title: 'Sign in and consent',
  summary:
    'The user signs in at the authorization server and allows what your app asks for. Your app never sees the password.',
  kind: 'sign-in',
  from: 'browser',
  to: 'authorization-server',
  diagram: [
    { kind: 'note', at: 'authorization-server', icon: 'lock', label: 'Sign in as 101, consent' },
  ],
  answerNotes: {},
};

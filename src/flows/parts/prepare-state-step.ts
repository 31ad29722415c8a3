import type { FlowStep } from '../flow.ts';

/** A random `state` is all that an app makes when it has no verifier. */
export const prepareStateStep: FlowStep = {
  id: 'prepare',
  title: 'Make a state',
  summary:
    'Your app makes a random state and keeps it with this browser’s session. It comes back with the answer and shows that the answer is your own.',
  kind: 'prepare',
  making: 'state',
  send: { first: 'Make it', again: 'Make a new one' },
  from: 'app',
  to: 'app',
  diagram: [{ kind: 'note', at: 'app', icon: 'key', label: 'Make a state' }],
  answerNotes: { state: 'Random, for this sign-in only' },
  terminal: `state=$(openssl rand -hex 16)`,
  next: 'See the sign-in request',
};

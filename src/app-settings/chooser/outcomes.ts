import { ruleOf } from '../rules/index.ts';
import { codeOutcomes } from './code-outcomes.ts';
import { jwtOutcomes } from './jwt-outcomes.ts';
import type { Outcome } from './outcome.ts';

/** Every place where the questions end. */
export const outcomes: readonly Outcome[] = [
  {
    id: 'bot',
    kind: 'elsewhere',
    when: [{ what: 'bot' }],
    title: 'Bots and add-ins get their tokens differently',
    lead: 'They are installed from inside RingCentral, and the installation gives them the token. The questions here are about apps outside RingCentral.',
    href: '/guides/bots-and-add-ins/',
    action: 'Read about bots and add-ins',
  },
  {
    id: 'existing',
    kind: 'elsewhere',
    when: [{ what: 'existing' }],
    title: 'The checker reads the settings that you have',
    lead: 'Your app’s settings already decide. Enter them, or paste its new-app link, to see the verdict of each flow.',
    href: '/checker/',
    action: 'Open the checker',
  },
  {
    id: 'ended',
    kind: 'ended',
    when: [{ what: 'ended' }],
    title: 'The password flow has ended',
    lead: ruleOf('X12').words,
    flow: 'password',
  },
  ...codeOutcomes,
  ...jwtOutcomes,
];

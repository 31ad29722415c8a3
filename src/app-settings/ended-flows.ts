import type { FlowId } from './app.ts';

/** The page on which a reader goes on without a flow. */
export interface MoveOn {
  words: string;
  href: string;
}

/** The flows that RingCentral has ended for every app: no setting brings one back. */
export const endedFlows: Partial<Record<FlowId, MoveOn>> = {
  password: {
    words: 'Move off the password flow',
    href: '/guides/move-off-the-password-flow/',
  },
  implicit: {
    words: 'Move to the code flow',
    href: '/flows/implicit/#move-to-the-code-flow',
  },
};

/** The first thing to know of them. */
export const noSettingBringsItBack = 'No setting brings it back.';

/** What comes in their place, by one question. */
export const inTheirPlace = {
  question: 'Does a person sign in?',
  answers: [
    { words: 'Yes: code with PKCE', flow: 'auth-code-pkce' },
    { words: 'No, it acts for one fixed user: JWT', flow: 'jwt' },
  ],
} as const satisfies { question: string; answers: readonly { words: string; flow: FlowId }[] };

/** With a secret, the app is a server, and this page plays it. */
export const serverNames = { app: 'Your server' } as const;

/** The end of every flow that revokes. */
export const sessionEnded = 'The session has ended, with all its tokens. This was the last step.';

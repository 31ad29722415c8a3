/** With a secret, the app is a server, and this page plays it. */
export const serverNames = { app: 'Your server' } as const;

/** The end of every flow that revokes. */
export const sessionEnded =
  'The session has ended, with every token of it. That is the whole flow.';

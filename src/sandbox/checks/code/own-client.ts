import type { CodeCheck } from './check.ts';

/** AS-120: another client's attempt is refused, and leaves the code to its owner. */
export const ownClient: CodeCheck = (code, { app }) =>
  code.clientId === app.clientId ? undefined : { code: 'OAU-110', rule: 'AS-120' };

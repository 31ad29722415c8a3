const oneBrowser =
  'Set-Cookie cannot be set on an answer that a worker makes, so the browser session is one id in the browser’s database; a stranger has a database, and a sandbox, of their own.';
const noOrigin =
  'A worker hears the pages of its own origin alone and does not see the Origin header; what it answers bypasses CORS, so there is no origin to echo. Shown, not enforced.';

/**
 * Rows that a service worker answers otherwise than Node, each with what AS-199
 * says about it. A row that is here must differ, and one that is not must not.
 */
export const workerDifferences: Readonly<Record<string, string>> = {
  'AS-012f': noOrigin,
  'AS-066b': oneBrowser,
  'AS-197a': noOrigin,
  'AS-197b': noOrigin,
  'AS-197c': noOrigin,
  'AS-197d': noOrigin,
  'AS-197e': noOrigin,
  'AS-197f': noOrigin,
  'AS-197g': noOrigin,
  'AS-197h': noOrigin,
  'AS-197i': noOrigin,
  'AS-197j': noOrigin,
  'AS-197l': noOrigin,
  'AS-197n': noOrigin,
};

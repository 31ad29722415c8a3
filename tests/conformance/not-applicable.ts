/** Rules without a row, and why. */
export const notApplicable: Readonly<Record<string, string>> = {
  'AS-001':
    'The sandbox runs on the loopback or in a service worker alone, where plain http is allowed; there is no production profile to refuse it in.',
  'AS-056':
    'A failure inside the server cannot be asked for from outside. src/sandbox/endpoints/authorize/issue-token.test.ts makes one, with a store that fails.',
  'AS-173':
    'The sandbox is never overloaded, and the policy has no switch that would make it so; too many requests are 429 (AS-012).',
  'AS-186':
    'One server issues every token and serves the one API behind them, so no token can name another audience.',
  'AS-199':
    'What a worker cannot do is data, worker-differences.ts, and tests/browser/worker-conformance.spec.ts holds that it is all.',
  'AS-200':
    'Is about this table: node.test.ts runs it over HTTP, tests/browser/worker-conformance.spec.ts in a service worker.',
};

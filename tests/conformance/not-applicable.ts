/** Rules without a row, and why. */
export const notApplicable: Readonly<Record<string, string>> = {
  'AS-001':
    'The sandbox runs on the loopback or in a service worker alone, where plain http is allowed; there is no production profile to refuse it in.',
  'AS-012':
    'Nobody guesses demo secrets that are printed on the page; the policy field rateLimit is off in every preset and arrives with its own issue.',
  'AS-056':
    'A failure inside the server cannot be asked for from outside; the sandbox has no fault switch yet.',
  'AS-117':
    'Client assertions are not offered (AS-116 shows that one is refused), so there is none to compare client_id with.',
  'AS-173': 'The sandbox is never overloaded; 503 with Retry-After arrives with the fault switch.',
  'AS-181':
    'Optional, and not offered: the API takes a token from the header, and from the query where the policy has it.',
  'AS-186':
    'One server issues every token and serves the one API behind them, so no token can name another audience.',
  'AS-199': 'Arrives with the service worker host.',
  'AS-200': 'Arrives with the service worker host: the same table, run there.',
};

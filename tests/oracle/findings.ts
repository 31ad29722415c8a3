import type { FlowName } from '#flows/ids.ts';

/*
 * What the engine of findings must say, typed by hand: from what each flow is, and from the words
 * of the portals. It imports nothing that it judges.
 */

const onLoopback = 'risk LINT-018';
const codeArrives = 'note LINT-110';

/** What an unedited run may show beside what is done well. */
export const healthy: Partial<Record<FlowName, readonly string[]>> = {
  'auth-code-pkce': [onLoopback, codeArrives],
  // The flow is told without PKCE, which is its risk.
  'auth-code': [onLoopback, codeArrives, 'risk LINT-040'],
  implicit: [onLoopback, 'risk LINT-012'],
  password: ['risk LINT-156'],
  // Its last call shows what a token is worth after its session.
  'refresh-token': ['note LINT-262', 'note LINT-177'],
  revocation: ['note OAU-129', 'note OAU-211'],
};

/** The scope that a call needs: an app that does not list it is told so, and nothing else is wrong. */
export const neededScope = {
  flow: 'call-the-api',
  step: 'call-log',
  scope: 'ReadCallLog',
} as const;

/** The first pattern that an app's name fits. */
type Rows = readonly (readonly [name: RegExp, rule: string])[];

/**
 * The rule of the settings that refuses a flow to an app. The chooser's apps are of the portal of
 * today; of the demo apps `sandbox-current-…` and `sandbox-jwt` are.
 */
const refusals: Partial<Record<FlowName, Rows>> = {
  // A JWT app has no 3-legged OAuth; an app with no user interface has no address to come back to.
  'auth-code-pkce': [
    [/^sandbox-server-only$/, 'X3'],
    [/jwt/, 'M5'],
  ],
  'auth-code': [
    [/^sandbox-server-only$/, 'X3'],
    [/jwt/, 'M5'],
  ],
  // The classic portal has none; in the new one it was not chosen.
  jwt: [
    [/^sandbox-current-/, 'M7'],
    [/^sandbox-/, 'X26'],
    [/three-legged/, 'M7'],
  ],
  implicit: [
    // The portal of today does not offer it.
    [/^sandbox-current-|^sandbox-jwt$|^chooser/, 'M2'],
    [/^sandbox-server-only$/, 'X3'],
    [/web$|no-refresh$/, 'M3'],
  ],
  password: [
    // No public app may, whatever its type.
    [/^sandbox-public-|^chooser: public/, 'X1'],
    [/^sandbox-(server-web|browser|no-refresh)$/, 'X2'],
    [/ServerWeb|BrowserBased|current-web|current-spa/, 'X2'],
    [/jwt|three-legged/, 'M6'],
  ],
};

/** The rule that has to be named; "none" where the table has no row. */
export function ruleFor(flow: FlowName, name: string): string {
  return refusals[flow]?.find(([pattern]) => pattern.test(name))?.[1] ?? 'none';
}

/** The cause that each mistake puts in: the one finding of it. `step-` ids have a row for the step. */
export const causeOfMistake: Readonly<Record<string, string>> = {
  'authorize-slash': 'LINT-019',
  'authorize-encoded-twice': 'LINT-020',
  'authorize-no-client-id': 'LINT-010',
  'authorize-response-type': 'LINT-011',
  'authorize-no-state': 'LINT-030',
  'implicit-not-allowed': 'LINT-212',
  'challenge-padding': 'LINT-044',
  'challenge-method': 'LINT-042',
  'verifier-wrong': 'LINT-165',
  'verifier-break': 'LINT-163',
  'verifier-missing': 'LINT-160',
  'verifier-challenge': 'LINT-164',
  'code-twice': 'LINT-158',
  'code-redirect-uri': 'LINT-159',
  'code-late': 'LINT-123',
  'code-cut': 'LINT-122',
  'jwt-cut': 'OAU-345',
  'jwt-junk': 'LINT-179',
  'jwt-other-app': 'OAU-473',
  'jwt-expired': 'LINT-180',
  'jwt-as-bearer': 'LINT-256',
  'password-wrong': 'OAU-140',
  'password-extension': 'OAU-140',
  'password-mfa': 'OAU-168',
  'password-sso': 'SANDBOX-USER-3',
  'password-wrong-app': 'LINT-212',
  'token-grant-type': 'LINT-155',
  'token-json': 'LINT-151',
  'token-no-client-id': 'LINT-174',
  'refresh-no-client-id': 'LINT-174',
  'revoke-no-client-id': 'LINT-174',
  'token-no-secret': 'LINT-173',
  'refresh-no-secret': 'LINT-173',
  'revoke-no-secret': 'LINT-173',
  'token-wrong-secret': 'OAU-146',
  'refresh-wrong-secret': 'OAU-146',
  'revoke-wrong-secret': 'OAU-146',
  'token-secret-break': 'LINT-169',
  'api-no-header': 'LINT-250',
  'extensions-no-header': 'LINT-250',
  'call-log-no-header': 'LINT-250',
  'api-no-scheme': 'LINT-251',
  'extensions-no-scheme': 'LINT-251',
  'call-log-no-scheme': 'LINT-251',
  'api-cut': 'OAU-213',
  'extensions-cut': 'OAU-213',
  'call-log-cut': 'OAU-213',
  'api-late': 'LINT-258',
  'api-refresh-token': 'LINT-256',
  'api-query': 'LINT-254',
  'api-twice': 'LINT-255',
  'refresh-access-token': 'LINT-177',
  'refresh-missing': 'SANDBOX-REQUEST-5',
  'refresh-late': 'OAU-210',
  'refresh-old': 'LINT-177',
  'revoke-unknown': 'AS-166',
  'revoke-missing': 'CMN-101',
};

import type { Outcome } from './outcome.ts';

const code = (of: string, ...recorded: string[]): Outcome =>
  recorded.length > 0 ? { of, recorded } : { of };
const codes = (...all: string[]): Outcome[] => all.map((of) => code(of));

const preflight: Outcome = {
  of: 'preflight',
  says: 'A page of another origin may call it',
  documents: ['jsSdk'],
};

/** What every endpoint refuses before it looks at what is asked. */
const badRequests = codes('SANDBOX-REQUEST-1', 'SANDBOX-REQUEST-2');
const wrongMethod = code('SANDBOX-REQUEST-3');

const authorize: Outcome[] = [
  { of: 'ok', says: 'The sign-in page, where RingCentral first redirects to its log-in host' },
  code('OAU-109', 'authorize-redirect-mismatch'),
  code('OAU-113', 'authorize-no-redirect-uri', 'authorize-no-redirect-uri-2026'),
  code('OAU-112', 'authorize-implicit-refused'),
  ...codes('OAU-153', 'OAU-111', 'CMN-301'),
  ...codes(
    'SANDBOX-AUTHORIZE-1',
    'SANDBOX-AUTHORIZE-2',
    'SANDBOX-AUTHORIZE-6',
    'SANDBOX-AUTHORIZE-7',
    'SANDBOX-AUTHORIZE-8',
    'SANDBOX-AUTHORIZE-9',
    'SANDBOX-PKCE-5',
    'SANDBOX-PKCE-6',
    'SANDBOX-PKCE-7',
    'SANDBOX-PKCE-8',
    'SANDBOX-PKCE-10',
  ),
  ...badRequests,
  wrongMethod,
  code('SANDBOX-REQUEST-7'),
];

const signIn: Outcome[] = [
  { of: 'page', says: 'On to the consent page' },
  { of: 'again', says: 'The page again: a wrong password, or a user who may not sign in' },
  code('CMN-408', 'token-third-party-apps'),
  ...codes('OAU-141', 'SANDBOX-USER-1', 'SANDBOX-AUTHORIZE-3'),
  ...codes('SANDBOX-AUTHORIZE-4', 'SANDBOX-AUTHORIZE-5'),
];

const consent: Outcome[] = [
  { of: 'ok', says: 'The consent page', documents: ['authCode'] },
  {
    of: 'code',
    says: 'A redirect with code, state and expires_in',
    documents: ['openApi', 'authCode'],
  },
  {
    of: 'token',
    says: 'A redirect with the access token in its fragment',
    documents: ['implicitRemoved'],
  },
  code('SANDBOX-AUTHORIZE-3', 'authorize-denied'),
  ...codes('SANDBOX-AUTHORIZE-4', 'SANDBOX-AUTHORIZE-5'),
];

const client: Outcome[] = [
  code('OAU-153', 'token-unknown-client', 'token-unknown-client-2025', 'token-empty-client'),
  code('OAU-123', 'token-no-client-auth'),
  ...codes('OAU-146', 'OAU-151'),
  ...codes('SANDBOX-CLIENT-1', 'SANDBOX-CLIENT-2', 'SANDBOX-CLIENT-3', 'SANDBOX-CLIENT-4'),
];

const token: Outcome[] = [
  {
    of: 'authorization_code',
    says: 'Tokens for a code',
    recorded: ['token-code-client-id-only'],
    documents: ['openApi', 'authCode'],
  },
  {
    of: 'refresh_token',
    says: 'A new pair for a refresh token',
    documents: ['openApi', 'refreshTokens'],
  },
  { of: 'jwt-bearer', says: 'Tokens for a JWT credential', documents: ['openApi', 'jwtConfigure'] },
  {
    of: 'password',
    says: 'Tokens for a user name and a password',
    recorded: ['token-password', 'token-no-refresh', 'token-sdk-fixture'],
    documents: ['passwordPage'],
  },
  preflight,
  ...client,
  code(
    'OAU-251',
    'token-grant-refused-2017',
    'token-grant-refused-2017b',
    'token-grant-refused-2023',
  ),
  code('OAU-250', 'token-grant-unknown'),
  code('OAU-109', 'token-redirect-mismatch-2024'),
  ...codes('OAU-106', 'OAU-108', 'OAU-110', 'OAU-111', 'OAU-150'),
  code('OAU-210', 'token-expired'),
  code('OAU-211', 'token-revoked'),
  code('OAU-213', 'token-not-found'),
  code('OAU-140', 'token-ropc-wrong'),
  code('SANDBOX-USER-2', 'token-ropc-incomplete'),
  code('CMN-408', 'token-third-party-apps'),
  ...codes('OAU-136', 'OAU-141', 'OAU-168', 'SANDBOX-USER-1', 'SANDBOX-USER-3'),
  code('OAU-345', 'token-jwt-signature'),
  code('OAU-347', 'token-jwt-algorithm'),
  code('OAU-473', 'token-jwt-other-app'),
  ...codes(
    'OAU-331',
    'SANDBOX-JWT-1',
    'SANDBOX-JWT-2',
    'SANDBOX-JWT-3',
    'SANDBOX-JWT-4',
    'SANDBOX-JWT-5',
    'SANDBOX-PKCE-1',
    'SANDBOX-PKCE-2',
    'SANDBOX-PKCE-3',
    'SANDBOX-PKCE-4',
    'SANDBOX-REQUEST-4',
    'SANDBOX-REQUEST-5',
  ),
  code('CMN-301'),
  ...badRequests,
  wrongMethod,
];

const revoke: Outcome[] = [
  {
    of: 'ok',
    says: 'Done, for a token that is unknown too',
    recorded: ['revoke-ok'],
    documents: ['openApi', 'tokens'],
  },
  preflight,
  code('CMN-101', 'revoke-empty'),
  code('OAU-164', 'revoke-invalid-client'),
  ...codes('OAU-153', 'OAU-123', 'OAU-146', 'OAU-151', 'OAU-111', 'OAU-150', 'CMN-301'),
  ...codes('SANDBOX-CLIENT-1', 'SANDBOX-CLIENT-2', 'SANDBOX-CLIENT-3', 'SANDBOX-CLIENT-4'),
  ...badRequests,
  wrongMethod,
  code('SANDBOX-REQUEST-7'),
];

const api: Outcome[] = [
  preflight,
  code('AGW-404', 'gateway-not-found'),
  code('CMN-120', 'api-unknown-uri'),
  code('CMN-102', 'api-account-not-found'),
  code('OAU-149', 'api-token-garbage-2026', 'api-token-invalid-2017'),
  code('OAU-129', 'api-old-access-token'),
  code('CMN-401', 'api-scope-missing', 'api-scope-missing-docs'),
  code('CMN-408', 'api-user-permission'),
  code('CMN-301', 'api-rate-limit'),
  ...codes('AGW-401', 'AGW-402', 'OAU-128', 'OAU-213'),
  ...codes('SANDBOX-API-1', 'SANDBOX-API-2'),
  // Of every path of the sandbox: with two slashes it is no path of an operation.
  code('SANDBOX-REQUEST-8'),
  ...badRequests,
  wrongMethod,
];

const read = (...recorded: string[]): Outcome[] => [
  { of: 'ok', says: 'What was asked for', recorded, documents: ['openApi'] },
];
const published = (...documents: NonNullable<Outcome['documents']>): Outcome[] => [
  { of: 'ok', says: 'The document', documents },
  preflight,
  wrongMethod,
];

/**
 * Every way in which each operation of the sandbox ends under `ringcentral`. The conformance table
 * and the recorded answers show each of them, and no other.
 */
export const outcomes = {
  authorize,
  'sign-in': signIn,
  consent,
  token,
  revoke,
  jwks: published('openApi'),
  metadata: published(),
  'openid-configuration': published('openApi'),
  'api-versions': [
    { of: 'ok', says: 'The versions of the API', documents: ['openApi'] },
  ] as Outcome[],
  account: read('api-rate-headers'),
  extension: read('api-extension'),
  'extension-list': read(),
  'extension-call-log': read(),
  'account-call-log': read(),
  api,
};

/** An operation, or `api`: what holds for each call of the API, whatever it reads. */
export type Operation = keyof typeof outcomes;

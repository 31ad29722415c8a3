/**
 * Every statement of the page that this site grew from, RingCentral's Authorization Flows of August
 * 2021, in our own words; the built page that says it today; and the test that holds it.
 */
export interface Statement {
  id: string;
  /** What the original page states. */
  says: string;
  /** The address of the page that holds it, and words which stand there. */
  page: { address: string; words: string };
  /** A test by its file, from the root, and a text of it that names the test. */
  test: { file: string; name: string };
}

const wire = (name: string) => ({ file: 'tests/seed/rules.test.ts', name });
const appSettings = '/reference/app-settings/';
const createAnApp = '/guides/create-an-app/';
/** A statement that is words alone: that its page has them is what can be held. */
const onItsPage = { file: 'tests/site/seed.test.ts', name: 'stands on its page' };
const unit = (file: string, name: string) => ({ file: `tests/unit/${file}`, name });

export const statements: readonly Statement[] = [
  {
    id: 'settings-decide',
    says: 'How an app is configured determines the flows it can use.',
    page: { address: '/', words: 'How an app is configured determines which flows it can use' },
    test: wire('settings-decide'),
  },
  {
    id: 'trips-up-developers',
    says: 'The restriction is known to trip up developers.',
    page: { address: '/', words: 'Many a developer has tripped over this' },
    test: onItsPage,
  },
  {
    id: 'public-no-password',
    says: 'Public apps are not allowed the password flow.',
    page: { address: appSettings, words: 'Public apps may not use the password flow.' },
    test: wire('public-no-password'),
  },
  {
    id: 'private-web-no-password',
    says: 'Private apps of the type Browser-Based or Server/Web are not allowed the password flow.',
    page: {
      address: appSettings,
      words:
        'Private apps with the platform type Browser-Based or Server/Web may not use the password flow.',
    },
    test: wire('private-web-no-password'),
  },
  {
    id: 'no-interface-no-code',
    says: 'Apps without a user interface are not allowed the authorization code flow.',
    page: {
      address: appSettings,
      words: 'Apps with no user interface may not use the authorization code flow',
    },
    test: wire('no-interface-no-code'),
  },
  {
    id: 'settings-page-lists-flows',
    says: 'The app’s Settings page shows which flows are available.',
    page: {
      address: createAnApp,
      words: 'Your app’s Settings page lists the flows that are available to it.',
    },
    test: wire('settings-page-lists-flows'),
  },
  {
    id: 'create-an-app',
    says: 'Step 1 is to create an app and obtain its credentials from the developer portal.',
    page: { address: createAnApp, words: 'After Create the app’s page shows its client id' },
    test: wire('create-an-app'),
  },
  {
    id: 'code-for-web-mobile-desktop',
    says: 'Authorization code is three-legged and common for web, mobile and desktop apps.',
    page: {
      address: '/',
      words: 'Use it for apps that people open on the web, a phone or a desktop',
    },
    test: wire('code-for-web-mobile-desktop'),
  },
  {
    id: 'pkce-needs-no-secret',
    says: 'PKCE needs no client secret, for single-page, mobile and desktop apps.',
    page: { address: '/', words: 'No client secret is required' },
    test: wire('pkce-needs-no-secret'),
  },
  {
    id: 'implicit-mobile-desktop',
    says: 'Implicit is two-legged and common for mobile and desktop apps.',
    page: { address: '/', words: 'Called two-legged, once common for mobile and desktop apps' },
    test: wire('implicit-mobile-desktop'),
  },
  {
    id: 'password-single-user-server',
    says: 'Password is two-legged, for server apps used by a single user account.',
    page: {
      address: '/',
      words: 'Called two-legged, once for server apps used by a single user account',
    },
    test: wire('password-single-user-server'),
  },
  {
    id: 'password-plain-text',
    says: 'Password is the easiest and insecure: credentials are stored in plain text.',
    page: { address: '/', words: 'the server has to store a user name and password in plain text' },
    test: onItsPage,
  },
  {
    id: 'refresh-whichever-flow',
    says: 'Refresh renews a token whichever flow brought it, code or password.',
    page: {
      address: '/',
      words:
        'Renews an access token from the authorization code flow, JWT or, until 2024, the password flow',
    },
    test: wire('refresh-whichever-flow'),
  },
  {
    id: 'without-refresh-first-flow-again',
    says: 'Without the refresh flow, use authorization code or password for a new token.',
    page: {
      address: appSettings,
      words: 'Use the authorization code or the password flow again to obtain a new token.',
    },
    test: wire('without-refresh-first-flow-again'),
  },
  {
    id: 'many-kinds-of-app',
    says: 'RingCentral supports several authentication modes, from mobile to desktop, public to private, bots to web apps.',
    page: {
      address: '/',
      words:
        'several ways to authorize an app, because developers build many kinds of apps on it: mobile and desktop apps, public and private apps, bots and web apps',
    },
    test: onItsPage,
  },
  {
    id: 'oauth-three-legged',
    says: 'OAuth is recommended: a three-legged flow that grants access without giving a third party the password.',
    page: {
      address: '/',
      words:
        'your app gets a token to act for them; it never sees their password. RingCentral’s page of 2021 calls this a three-legged flow.',
    },
    test: unit(
      'samples.test.ts',
      'signs in with PKCE, calls the API, refreshes and revokes with curl',
    ),
  },
  ...(
    [
      ['node', 'JavaScript'],
      ['php', 'PHP'],
      ['python', 'Python'],
      ['ruby', 'Ruby'],
      ['java', 'Java'],
      ['c-sharp', 'C#'],
    ] as const
  ).map(([slug, name]) => ({
    id: `button-${slug}`,
    says: `A quick start of the authorization flow in ${name}.`,
    page: {
      address: `/quick-start/authorization-flow/${slug}/`,
      words: `Sign in with RingCentral, in ${name}`,
    },
    test: { file: `tests/quick-starts/${slug}.test.ts`, name: `testLanguage('${slug}')` },
  })),
  {
    id: 'first-time',
    says: 'First time building an app: begin with a quick start of the password flow, then come back for authorization code. The advice ended with the grant.',
    page: {
      address: '/',
      words:
        'start with the password flow, the easiest to implement, then come back for the authorization code flow. That advice no longer works',
    },
    test: {
      file: 'tests/quick-starts/support/password-flow.ts',
      name: 'signs in, makes the first call',
    },
  },
  {
    id: 'password-runs',
    says: 'The password flow makes a first API call.',
    page: { address: '/flows/password/', words: 'Move off it' },
    test: unit('samples.test.ts', 'obtains a token with the password flow in one request'),
  },
  {
    id: 'against-abuse',
    says: 'App and users must be authorized, to rule out abuse; the protocol is OAuth 2.0, which most cloud APIs support.',
    page: {
      address: '/',
      words:
        'so that nobody can abuse the API in their name. It uses OAuth 2.0, which most cloud API providers support',
    },
    test: onItsPage,
  },
  {
    id: 'obtain-a-token',
    says: 'Step 2 is to obtain an access token by authorization code or password.',
    page: { address: '/', words: 'Use a flow that your app’s settings allow.' },
    test: unit('flow-samples.test.ts', 'signs in with secret and proof'),
  },
  {
    id: 'call-the-api',
    says: 'Step 3 is to use the access token when calling the API.',
    page: {
      address: '/guides/call-the-api/',
      words: 'Put the token into the Authorization header',
    },
    test: unit('guide-samples.test.ts', 'asks who it is, reads the call log'),
  },
  {
    id: 'refresh-when-necessary',
    says: 'Step 4 is to refresh the access token when necessary, because it can expire.',
    page: {
      address: '/guides/keep-a-session-alive/',
      words: 'An access token lasts an hour, and a refresh token usually seven days.',
    },
    test: unit(
      'guide-samples.test.ts',
      'five calls near the end of a token refresh once between them',
    ),
  },
  {
    id: 'the-right-one-keeps-data-safe',
    says: 'There are several flows, and the right one keeps customers’ data and credentials safe.',
    page: { address: '/', words: 'The right one keeps your customers’ data and credentials safe.' },
    test: onItsPage,
  },
  {
    id: 'code-page',
    says: 'The authorization code flow has a page of its own, recommended.',
    page: { address: '/flows/auth-code/', words: 'recommended' },
    test: unit('flow-samples.test.ts', 'signs in with secret and proof'),
  },
  {
    id: 'implicit-page',
    says: 'The implicit flow has a page of its own.',
    page: { address: '/flows/implicit/', words: 'retired, sandbox only' },
    test: unit('flow-samples.test.ts', 'reads the fragment that the sandbox answers with'),
  },
  {
    id: 'refresh-page',
    says: 'The refresh token flow renews a token.',
    page: {
      address: '/flows/refresh-token/',
      words: 'If refresh is not available to your app, the answer has no refresh_token',
    },
    test: unit('flow-samples.test.ts', 'refreshes and revokes'),
  },
  ...(
    [
      ['6749', 'RFC 6749: The OAuth 2.0 Authorization Framework'],
      ['6750', 'RFC 6750: Bearer Token Usage'],
      ['7009', 'RFC 7009: Token Revocation'],
      ['7636', 'RFC 7636: Proof Key for Code Exchange by OAuth Public Clients'],
    ] as const
  ).map(([number, words]) => ({
    id: `rfc-${number}`,
    says: `RFC ${number} is named and linked.`,
    page: { address: '/', words },
    test: { file: 'tests/site/seed.test.ts', name: 'links the five RFCs of RingCentral’s guide' },
  })),
  {
    id: 'old-addresses',
    says: 'The page’s own addresses of the flows lead somewhere.',
    page: { address: '/flows/auth-code-pkce/', words: 'Authorization code with PKCE' },
    test: { file: 'tests/site/seed.test.ts', name: 'the original addresses lead to the flows' },
  },
];

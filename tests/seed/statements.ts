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
    test: { file: 'tests/site/seed.test.ts', name: 'stands on its page' },
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
    page: { address: '/', words: 'For apps that people open on the web, a phone or a desktop' },
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
    page: { address: '/', words: 'Two-legged, once common for mobile and desktop apps' },
    test: wire('implicit-mobile-desktop'),
  },
  {
    id: 'password-single-user-server',
    says: 'Password is two-legged, for server apps used by a single user account.',
    page: { address: '/', words: 'Two-legged, once for server apps used by a single user account' },
    test: wire('password-single-user-server'),
  },
  {
    id: 'password-plain-text',
    says: 'Password is the easiest and insecure: credentials are stored in plain text.',
    page: { address: '/', words: 'the server has to store a user name and password in plain text' },
    test: { file: 'tests/site/seed.test.ts', name: 'stands on its page' },
  },
  {
    id: 'refresh-whichever-flow',
    says: 'Refresh renews a token whichever flow brought it, code or password.',
    page: { address: '/', words: 'Renews an access token, whichever flow it came from' },
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
];

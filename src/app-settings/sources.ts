/** Where a fact was read. */
export interface Source {
  label: string;
  /** Absent where the text has no address of its own. */
  href?: string;
}

const guide = 'https://github.com/ringcentral/ringcentral-api-docs';
const github = (label: string, href: string): Required<Source> => ({ label, href });
const page = (label: string, path: string, revision = '64067a50'): Required<Source> =>
  github(label, `${guide}/blob/${revision}/docs/${path}`);

/**
 * Public texts that the rule book and the pages cite, under a short key. Guide pages are pinned to
 * the revision that was read; a page that was deleted is cited by the commit which shows it.
 */
export const sources = {
  overview2021: page(
    'RingCentral developer guide, Authorization Flows, August 2021',
    'authentication/index.md',
    '8655ed68',
  ),
  oauth2019: page('RingCentral developer guide, OAuth, June 2019', 'basics/oauth.md', '8f40ea5c'),
  createApp2019: page(
    'RingCentral developer guide, Create an app, January 2019',
    'basics/create-app.md',
    '3b43b7ec',
  ),
  createApp2021: page(
    'RingCentral developer guide, Create an app, February 2021',
    'basics/create-app.md',
    'c288cf2f',
  ),
  createAppNewPortal: page(
    'RingCentral developer guide, Create an app, August 2021 (new portal)',
    'basics/create-app.md',
    '211155ae',
  ),
  registerApp: page(
    'RingCentral developer guide, Register an app',
    'getting-started/register-app.md',
  ),
  createCredential: page(
    'RingCentral developer guide, Create a credential',
    'getting-started/create-credential.md',
  ),
  authCode: page(
    'RingCentral developer guide, Authorization code flow',
    'authentication/auth-code-flow.md',
  ),
  tokenParameters: page(
    'RingCentral developer guide, Token parameters',
    'authentication/auth-token-params.inc',
  ),
  loginUrlParameters: page(
    'RingCentral developer guide, Login URL parameters',
    'authentication/login-url-params.inc',
  ),
  pkce: page(
    'RingCentral developer guide, Authorization code with PKCE',
    'authentication/auth-code-pkce-flow.md',
  ),
  refreshTokens: page(
    'RingCentral developer guide, Refresh tokens',
    'authentication/refresh-tokens.md',
  ),
  tokens: page('RingCentral developer guide, Tokens', 'authentication/tokens.md'),
  jwtConfigure: page(
    'RingCentral developer guide, Configure an app for JWT',
    'authentication/jwt/config-app.md',
  ),
  jwtPublicApps: page(
    'RingCentral developer guide, JWT for public apps',
    'authentication/jwt/jwt-for-public-apps.md',
  ),
  jwtOrPassword: page(
    'RingCentral developer guide, JWT or password',
    'authentication/jwt-vs-password.inc',
  ),
  errors: page('RingCentral developer guide, Errors', 'basics/errors.md'),
  permissions: page('RingCentral developer guide, Permissions', 'basics/permissions.md'),
  rateLimits: page('RingCentral developer guide, Rate limits', 'basics/rate-limits.md'),
  segregated: page(
    'RingCentral developer guide, Segregated environments',
    'basics/partners/segregated-environments.md',
  ),
  revocationChanges2019: page(
    'RingCentral API changelog 1.0.39, May 2019',
    'basics/changelog/1_0_39.md',
  ),
  revocationChanges2020: page(
    'RingCentral API changelog 1.0.42, February 2020',
    'basics/changelog/1_0_42.md',
  ),
  newAppLink: page('RingCentral developer guide, New-app link', 'basics/install-app-button.md'),
  passwordPage: github(
    'RingCentral developer guide, Password flow, deleted in April 2025',
    `${guide}/commit/cd7418ff`,
  ),
  implicitRemoved: github(
    'RingCentral developer guide, implicit removed in December 2022',
    `${guide}/commit/3e5fbb12`,
  ),
  clientCredentials: page(
    'RingCentral developer guide, Client credentials (in OAuth, June 2019)',
    'basics/oauth.md',
    '8f40ea5c',
  ),
  passwordEndOfLife: github(
    'RingCentral Developers, End of Life announcement for Password Flow, 18 July 2023',
    'https://medium.com/ringcentral-developers/end-of-life-announcement-for-password-flow-grant-type-bae44ab6f872',
  ),
  passwordCommunity: github(
    'RingCentral community manager, Guidance on migrating from password, September 2023',
    'https://community.ringcentral.com/topic/show?fid=5&tid=9565',
  ),
  redirectCommunity: github(
    'RingCentral community, article 117292',
    'https://community.ringcentral.com/articles/117292/help-resolving-issues-relating-to-the-redirect-uri.html',
  ),
  openApi: github(
    'RingCentral OpenAPI document, August 2026',
    'https://netstorage.ringcentral.com/dpw/api-reference/specs/rc-platform.yml',
  ),
  sandboxGuide: github(
    'RingCentral developer guide, Using the sandbox, deleted in March 2025',
    `${guide}/commit/5601c20c`,
  ),
  jsSdk: github(
    'RingCentral JavaScript SDK, Platform.ts, December 2025',
    'https://github.com/ringcentral/ringcentral-js/blob/9aa36b6/sdk/src/platform/Platform.ts',
  ),
  editApp: github(
    'RingCentral FAQ, Edit a production app, April 2024',
    'https://github.com/ringcentral/ringcentral-faq/blob/e246a1a/docs/edit-prod-app.md',
  ),
  faq: github('RingCentral FAQ', 'https://github.com/ringcentral/ringcentral-faq'),
  grantTypeQuestion: github(
    'Stack Overflow 47692828',
    'https://stackoverflow.com/questions/47692828',
  ),
  permissionIssue: github(
    'ringcentral-embeddable 97',
    'https://github.com/ringcentral/ringcentral-embeddable/issues/97',
  ),
  liveProbe: { label: 'A third party’s probe of production, 6 July 2026, without an address' },
} as const satisfies Record<string, Source>;

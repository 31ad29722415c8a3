/**
 * Files of RingCentral's public repositories that this site cites, typed by hand: each was looked up
 * at its revision with `git cat-file -e <revision>:<path>` on 2026-11-28. A test cannot reach the
 * network, so a new citation is looked up by its author and gets its line here.
 */
export const knownPaths: Readonly<Record<string, readonly string[]>> = {
  'ringcentral-api-docs/blob/64067a50': [
    'docs/authentication/auth-code-flow.md',
    'docs/authentication/auth-code-params.inc',
    'docs/authentication/auth-code-pkce-flow.md',
    'docs/authentication/auth-token-params.inc',
    'docs/authentication/index.md',
    'docs/authentication/jwt-flow.md',
    'docs/authentication/jwt-vs-password.inc',
    'docs/authentication/jwt/config-app.md',
    'docs/authentication/jwt/jwt-for-public-apps.md',
    'docs/authentication/jwt/quick-start.md',
    'docs/authentication/login-url-params.inc',
    'docs/authentication/quick-start.md',
    'docs/authentication/refresh-tokens.md',
    'docs/authentication/tokens.md',
    'docs/basics/changelog/1_0_39.md',
    'docs/basics/changelog/1_0_42.md',
    'docs/basics/errors.md',
    'docs/basics/install-app-button.md',
    'docs/basics/inviting-developers.md',
    'docs/basics/partners/segregated-environments.md',
    'docs/basics/permissions.md',
    'docs/basics/rate-limits.md',
    'docs/basics/restricted-perms.png',
    'docs/getting-started/create-credential.md',
    'docs/getting-started/register-app.md',
    'docs/img/create-app-auth.png',
    'docs/team-messaging/add-ins/index.md',
    'docs/team-messaging/bots/installing-bots.md',
    'docs/team-messaging/bots/walkthrough.md',
    'docs/video/api/troubleshooting.md',
  ],
  'ringcentral-api-docs/blob/8655ed68': ['docs/authentication/index.md'],
  'ringcentral-api-docs/blob/8f40ea5c': ['docs/basics/oauth.md'],
  'ringcentral-api-docs/blob/3b43b7ec': ['docs/basics/create-app.md'],
  'ringcentral-api-docs/blob/c288cf2f': [
    'docs/authentication/auth-code-flow.md',
    'docs/basics/create-app.md',
  ],
  'ringcentral-api-docs/blob/211155ae': ['docs/basics/create-app.md'],
  'ringcentral-api-docs/commit': ['3e5fbb12', '5601c20c', 'cd7418ff'],
  'ringcentral-faq/blob/e246a1a': [
    'docs/edit-prod-app.md',
    'docs/localhost-redirect.md',
    'docs/reset-secret.md',
  ],
  'ringcentral-js/blob/9aa36b6': ['sdk/src/platform/Platform.ts'],
};

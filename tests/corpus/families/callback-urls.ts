import { cannotTell, certain, family, likely } from '../family.ts';
import { accessToken, challenge, clientId, code, otherState } from '../fake.ts';
import { classicPageApp } from '../settings.ts';

const authorize = `https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&state=0Y0pauToT3k4RGwIZBMA_g&code_challenge=${challenge}&code_challenge_method=S256`;

/** Addresses that the browser came back to. */
export const callbackUrls = family('callback url', [
  {
    id: 'callback-denied',
    paste:
      'https://app.example.com/oauth/callback?error=access_denied&error_description=The%2Buser%2Bdenied%2Baccess%2Bto%2Byour%2Bapplication&state=0Y0pauToT3k4RGwIZBMA_g',
    ...certain(['LINT-110', 'SANDBOX-AUTHORIZE-3'], /denied|Deny|did not allow/, 'user'),
  },
  {
    id: 'callback-implicit-refused-in-fragment',
    paste:
      'http://localhost:8888/#error=unauthorized_client&error_description=The+client+is+unauthorized+for+the+required+grant+type:+%5BIMPLICIT%5D',
    settings: classicPageApp,
    ...certain(['OAU-112', 'LINT-110', 'LINT-012', 'M1'], /PKCE/),
    source: 'ringcentral/ringcentral-js#54',
  },
  {
    id: 'callback-unsupported-response-type',
    paste:
      'https://app.example.com/oauth/callback?error=unsupported_response_type&error_description=The+response_type+is+not+supported&state=0Y0pauToT3k4RGwIZBMA_g',
    ...certain(['LINT-110', 'LINT-011', 'SANDBOX-AUTHORIZE-2'], /response_type/),
  },
  {
    id: 'callback-challenge-required',
    paste:
      'https://spa.example.com/?error=invalid_request&error_description=code+challenge+required&state=0Y0pauToT3k4RGwIZBMA_g',
    ...certain(['SANDBOX-PKCE-7', 'LINT-110', 'LINT-040'], /code_challenge|PKCE/),
  },
  {
    id: 'callback-temporarily-unavailable',
    paste:
      'https://app.example.com/oauth/callback?error=temporarily_unavailable&state=0Y0pauToT3k4RGwIZBMA_g',
    ...certain(['LINT-110', 'LINT-223', 'CMN-201'], /again|wait|later/, 'provider'),
  },
  {
    id: 'callback-server-error',
    paste: 'https://app.example.com/oauth/callback?error=server_error&state=0Y0pauToT3k4RGwIZBMA_g',
    ...likely(['LINT-110', 'OAU-102', 'CMN-201'], /again|account/, 'provider'),
  },
  {
    id: 'callback-state-differs',
    paste: `sent:     ${authorize}
came back: https://spa.example.com/?code=${code}&state=${otherState}&expires_in=60`,
    secrets: [code],
    ...certain(['LINT-111'], /state/),
  },
  {
    id: 'callback-state-lost',
    paste: `${authorize}

https://spa.example.com/?code=${code}&expires_in=60`,
    secrets: [code],
    ...certain(['LINT-112'], /state/),
  },
  {
    id: 'callback-code-and-error',
    paste: `https://app.example.com/oauth/callback?code=${code}&error=access_denied&state=0Y0pauToT3k4RGwIZBMA_g`,
    secrets: [code],
    ...certain(['LINT-113'], /both|code and|error/),
  },
  {
    id: 'callback-empty',
    paste: `https://app.example.com/oauth/callback

page says "code is undefined". Opened from my bookmarks.`,
    ...certain(['LINT-113'], /without|no (code|answer)|neither|bookmark/),
  },
  {
    id: 'callback-code-in-fragment',
    paste: `https://spa.example.com/#code=${code}&state=0Y0pauToT3k4RGwIZBMA_g`,
    secrets: [code],
    ...certain(['LINT-114'], /fragment|query|#/),
  },
  {
    id: 'callback-token-in-query',
    paste: `https://app.example.com/oauth/callback?access_token=${accessToken}&token_type=bearer&expires_in=3600&state=0Y0pauToT3k4RGwIZBMA_g`,
    secrets: [accessToken],
    ...certain(['LINT-114', 'LINT-115'], /query|address|token/),
  },
  {
    id: 'callback-implicit-success',
    paste: `http://localhost:8888/#access_token=${accessToken}&token_type=bearer&expires_in=3600&scope=ReadAccounts&state=0Y0pauToT3k4RGwIZBMA_g`,
    settings: classicPageApp,
    secrets: [accessToken],
    ...certain(['LINT-115', 'LINT-012', 'M1'], /PKCE|fragment|history/),
  },
  {
    id: 'callback-other-path',
    paste: `${authorize}
-> https://spa.example.com/login/done?code=${code}&state=0Y0pauToT3k4RGwIZBMA_g`,
    secrets: [code],
    ...likely(['LINT-116'], /redirect_uri|other|path|differ/),
  },
  {
    id: 'callback-http',
    paste: `http://crm.example.com/rc/callback?code=${code}&state=0Y0pauToT3k4RGwIZBMA_g&expires_in=60`,
    secrets: [code],
    ...certain(['LINT-118', 'LINT-017'], /https|http/),
  },
  {
    id: 'callback-scope-error-private-app',
    paste:
      'https://app.example.com/oauth/callback?error=access_denied&error_description=This+app+is+private%3A+only+users+of+its+own+company+may+sign+in&state=0Y0pauToT3k4RGwIZBMA_g',
    ...certain(['SANDBOX-USER-1', 'LINT-110', 'X16'], /private|public|company/),
  },
  {
    id: 'callback-error-only-unknown',
    paste:
      'https://app.example.com/oauth/callback?error=interaction_required&state=0Y0pauToT3k4RGwIZBMA_g',
    ...likely(['LINT-110', 'SANDBOX-AUTHORIZE-8'], /prompt|sign in|signed in/),
  },
  {
    id: 'callback-crm-shortened',
    paste: 'https://crm.example.com/…/callback?err…',
    ...cannotTell(/cut|short/, /whole address|whole|address|URL/),
  },
]);

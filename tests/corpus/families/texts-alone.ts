import { cannotTell, certain, family, likely } from '../family.ts';
import { clientId } from '../fake.ts';
import { classicWebApp, jwtApp, pageApp } from '../settings.ts';

/** Message text without a code, as two of RingCentral's SDKs print it and most people repeat it. */
export const textsAlone = family('message text alone', [
  {
    id: 'text-unauthorized-grant',
    paste: 'Unauthorized for this grant type',
    ...certain(['OAU-251', 'LINT-212'], /grant|method/),
  },
  {
    id: 'text-unauthorized-grant-in-a-sentence',
    paste: `hi, since we moved to the new server the sync tool stops with "unauthorized for this grant type", same user, same password`,
    ...likely(['OAU-251', 'X12', 'LINT-156', 'LINT-212'], /password/),
  },
  {
    id: 'text-unauthorized-grant-jwt-app',
    paste: 'Error: Unauthorized for this grant type',
    settings: jwtApp,
    ...likely(['M5', 'M6', 'OAU-251', 'LINT-212', 'X12'], /JWT/),
  },
  {
    id: 'text-unauthorized-grant-web-app',
    paste: 'Unauthorized for this grant type (login with user name, extension, password)',
    settings: classicWebApp,
    ...certain(['X2', 'X12', 'OAU-251', 'LINT-156'], /password/),
  },
  {
    id: 'text-refresh-token-expired',
    paste: 'Refresh token has expired',
    ...cannotTell(/SDK|library|without a request|itself/, /login|sign|stor|when|answer|SDK/, [
      'LINT-216',
    ]),
  },
  {
    id: 'text-refresh-token-missing',
    paste: 'Refresh token is missing',
    ...likely(['LINT-216', 'X8'], /Issue refresh tokens|nobody|not signed in|no refresh token/),
    source: 'ringcentral/ringcentral-js#100',
  },
  {
    id: 'text-refresh-token-missing-at-load',
    paste: `Uncaught (in promise) Error: Refresh token is missing
    shows up once at page load, before anybody clicked Sign in. After sign-in all is fine.`,
    ...likely(['LINT-216'], /nobody|not signed in|before|normal|no session/, 'nobody'),
    source: 'ringcentral/ringcentral-js#100',
  },
  {
    id: 'text-authorization-header-not-specified',
    paste: 'Authorization header is not specified',
    ...certain(['AGW-401', 'OAU-123', 'LINT-250', 'LINT-263'], /Authorization|header/),
  },
  {
    id: 'text-basic-header-malformed',
    paste: 'Basic authentication header is missing or malformed',
    ...likely(['OAU-123', 'OAU-153', 'LINT-169', 'LINT-173'], /clientId|option|empty|base64/),
    source: 'ringcentral/ringcentral-js#115',
  },
  {
    id: 'text-authentication-header-missing',
    paste: 'invalid_client: Authentication header is missing',
    ...likely(['OAU-123', 'LINT-173'], /Basic|header|clientId|empty/),
  },
  {
    id: 'text-method-not-supported',
    paste: 'Authorization method not supported',
    ...certain(['OAU-151', 'LINT-257', 'LINT-172'], /Basic|Bearer/),
  },
  {
    id: 'text-invalid-client-id',
    paste: 'Invalid client id',
    ...likely(['OAU-153', 'OAU-120', 'LINT-169', 'LINT-210'], /client id|client_id/),
  },
  {
    id: 'text-invalid-client-application',
    paste: `Invalid client application: [${clientId}]`,
    ...certain(['OAU-153'], /client id|environment|app/),
  },
  {
    id: 'text-invalid-client-credentials',
    paste:
      'RC says: Invalid client credentials. Checked the user password three times, it is right.',
    ...certain(['OAU-146', 'LINT-210'], /client secret|secret/),
  },
  {
    id: 'text-oauth-token-invalid',
    paste: 'OAuth token is invalid',
    ...certain(['OAU-149', 'LINT-256'], /access_token|JWT|not (a|an) (access )?token/),
  },
  {
    id: 'text-unparseable-access-token',
    paste:
      'Unparseable access token. I use the JWT from the console as the token, as support told me.',
    ...certain(['OAU-149', 'LINT-256'], /JWT[\s\S]*(exchange|access_token|token endpoint)/),
  },
  {
    id: 'text-redirect-uris',
    paste: 'Redirect URIs do not match',
    ...certain(['OAU-109', 'LINT-019', 'LINT-159'], /redirect/),
  },
  {
    id: 'text-redirect-uris-page-app',
    paste: `redirect uris do not match. In the console: https://spa.example.com/ In the program: http://spa.example.com/`,
    settings: pageApp,
    ...certain(['OAU-109', 'LINT-019', 'LINT-017'], /http\b|scheme|https/),
  },
  {
    id: 'text-no-redirect-uri-registered',
    paste: 'No redirect uri is registered for the client',
    ...certain(['OAU-113', 'X21'], /regist|add|console/),
  },
  {
    id: 'text-app-release-status-blocked',
    paste: 'Bad Application Release Status: Blocked',
    ...likely(['OAU-127'], /app|console|block|support|RingCentral/),
  },
  {
    id: 'text-third-party-app-access',
    paste: '[ThirdPartyAppAccess] permission required',
    ...certain(['CMN-408', 'X23'], /Third[ -]?Party ?Apps?/, 'administrator'),
  },
  {
    id: 'text-unable-to-parse',
    paste: 'Unable to parse response',
    ...likely(['LINT-113', 'LINT-114'], /search|query|callback|code/),
    source: 'ringcentral/ringcentral-js#144',
  },
  {
    id: 'text-extension-not-found',
    paste: 'Extension not found',
    ...likely(['OAU-136', 'OAU-232'], /delet|gone|exist/, 'administrator'),
  },
  {
    id: 'text-locked-out',
    paste: 'The account is locked out due to multiple unsuccessful logon attempts.',
    ...certain(['OAU-147'], /lock|wait|attempt/, 'user'),
  },
  {
    id: 'text-international-virtual-number',
    paste: 'International Virtual number cannot be used to login',
    ...certain(['OAU-119'], /main (company )?number|e-mail/, 'user'),
  },
  {
    id: 'text-implicit-unauthorized',
    paste: 'The client is unauthorized for the required grant type: [IMPLICIT]',
    ...certain(['OAU-112', 'LINT-012', 'M1'], /PKCE/),
    source: 'ringcentral/ringcentral-js#54',
  },
  {
    id: 'text-duplication',
    paste: 'Request parameter duplication detected',
    ...certain(['OAU-111', 'LINT-005'], /once|twice/),
  },
  {
    id: 'text-assertion-signature',
    paste: 'login failed: Invalid assertion signature',
    ...likely(['OAU-345'], /cut|copy|environment|quot|changed/),
  },
  {
    id: 'text-personal-api-key',
    paste: 'The client is not allowed to use this personal API Key',
    ...certain(['OAU-473', 'X18'], /JWT/),
  },
  {
    id: 'text-login-internal-errors',
    paste: 'Login failed due to internal errors. Please try again later.',
    ...cannotTell(
      /hide|does not say|widget|app|no code|general/,
      /network|body|answer|code|console|request/,
    ),
  },
  {
    id: 'text-session-expired-crm',
    paste: 'Your session has expired, please log in again',
    ...cannotTell(
      /session|not RingCentral|which|no answer/,
      /refresh|how long|hour|week|when|answer|program/,
    ),
  },
]);

import { cannotTell, certain, family, likely } from '../family.ts';
import { clientId, clientSecret, password } from '../fake.ts';
import {
  classicJob,
  classicPageApp,
  classicWebApp,
  jwtApp,
  pageApp,
  webApp,
  webAppWithoutRefresh,
} from '../settings.ts';

/** Error texts within what customers write about them, in the proportions in which causes are met. */
export const customersSentences = family('message text alone', [
  {
    id: 'sentence-grant-new-app-in-new-console',
    paste:
      'I created a new app in the console because the old one was deleted. With the new client id the very same C# code says "Unauthorized for this grant type". It calls Authorize(user, extension, password).',
    settings: webApp,
    ...certain(['X12', 'M6', 'OAU-251', 'LINT-156'], /password/),
  },
  {
    id: 'sentence-grant-browser-app-password',
    paste:
      'Web phone demo, app type Browser-based, login form with username/password: unauthorized_client, Unauthorized for this grant type',
    settings: classicPageApp,
    ...certain(['X2', 'X12', 'OAU-251', 'LINT-156'], /password/),
    source: 'ringcentral/ringcentral-web-phone#115, #116, #155',
  },
  {
    id: 'sentence-grant-jwt-on-old-app',
    paste:
      'Support told us to use JWT for our app of 2019. We made the credential, but login({jwt}) gives: Unauthorized for this grant type.',
    settings: classicJob,
    ...likely(['X26', 'OAU-251', 'LINT-212'], /JWT/),
  },
  {
    id: 'sentence-grant-public-app',
    paste:
      'app is public in the App Gallery, our own test user gets Unauthorized for this grant type with grant_type=password',
    settings: { ...classicWebApp, audience: 'public' },
    ...certain(['X1', 'X2', 'X12', 'OAU-251', 'LINT-156'], /password|public/),
  },
  {
    id: 'sentence-grant-after-march-2024',
    paste:
      'As of this spring every one of our installations answers "Unauthorized for this grant type", first in April 2024. It is a server without a screen, user and password are in a config file.',
    settings: classicJob,
    ...certain(['X12', 'OAU-251', 'LINT-156'], /JWT/),
  },
  {
    id: 'sentence-grant-client-credentials',
    paste:
      'We use client_credentials like with any other API and RingCentral says Unauthorized for this grant type.',
    ...certain(['X20', 'OAU-251', 'OAU-270', 'LINT-155', 'LINT-212'], /partner|JWT/),
  },
  {
    id: 'sentence-session-two-servers',
    paste:
      'Two servers behind a load balancer share one refresh token in a database. About once a day one of them gets Token not found.',
    ...certain(
      ['OAU-213', 'LINT-178', 'LINT-177'],
      /one (process|server|refresher)|single|lock|more than one|two/,
    ),
  },
  {
    id: 'sentence-session-new-token-not-stored',
    paste:
      'The first refresh works, the second one always fails with "Token not found". I keep the refresh token of the login in config.json.',
    ...certain(['OAU-213', 'LINT-177'], /new|store|each refresh|used/),
  },
  {
    id: 'sentence-session-crm-night',
    paste:
      'Every morning the first user has to connect RingCentral again. The message is "Refresh token is missing".',
    settings: webAppWithoutRefresh,
    ...certain(['X8', 'LINT-216'], /Issue refresh tokens/),
  },
  {
    id: 'sentence-session-logout-elsewhere',
    paste:
      'If somebody presses Log out in the browser extension, the desktop tool of the same user says Token revoked.',
    ...certain(['OAU-211'], /session|ended|log ?out/),
  },
  {
    id: 'sentence-session-access-token-for-a-day',
    paste:
      'The access token is kept in the configuration, after a while: "Access token expired." Can it be made longer, a year for example?',
    ...certain(['OAU-128', 'LINT-258', 'LINT-185'], /hour|3600|refresh/),
  },
  {
    id: 'sentence-keys-spaces-from-console',
    paste:
      'Invalid client credentials. I copied the secret from the console with the mouse, maybe there is a blank at the end?',
    ...likely(['OAU-146', 'LINT-210', 'LINT-169'], /secret|space/),
  },
  {
    id: 'sentence-keys-sandbox-at-production',
    paste:
      'Sandbox client is not allowed. The app never graduated, we use the keys from 2021 with platform.ringcentral.com.',
    ...certain(['OAU-165', 'LINT-175'], /production|sandbox/),
  },
  {
    id: 'sentence-keys-proxy-strips-header',
    paste:
      'Locally it works. Behind the company proxy every token request says "Client authentication is required", although we send Basic.',
    ...likely(['OAU-123', 'LINT-173', 'LINT-250'], /proxy|header/),
  },
  {
    id: 'sentence-keys-deleted-app',
    paste: `Invalid client application: [${clientId}] since the intern tidied up the developer console on Tuesday`,
    ...certain(['OAU-153'], /deleted|no app|client id|exist/),
  },
  {
    id: 'sentence-scope-presence',
    paste:
      'In order to call this API endpoint, application needs to have [ReadPresence] permission. The user is super admin!',
    ...certain(['CMN-401', 'LINT-259'], /ReadPresence|permission[\s\S]*app/),
  },
  {
    id: 'sentence-scope-user-role',
    paste:
      'In order to call this API endpoint, user needs to have [ReadCompanyCallLog] permission for requested resource. The app has all permissions there are.',
    ...certain(['CMN-408'], /role|user|administrator/, 'administrator'),
  },
  {
    id: 'sentence-redirect-ngrok',
    paste:
      'Redirect URIs do not match, since this morning. We test through ngrok, https://EXAMPLE-old.ngrok.example/cb is registered, the tunnel was restarted.',
    ...likely(['OAU-109', 'LINT-019', 'LINT-024'], /regist|changed|new address|tunnel/),
  },
  {
    id: 'sentence-redirect-two-environments',
    paste:
      'On staging it says Redirect URIs do not match, on production the sign-in is fine, same client id.',
    settings: webApp,
    ...certain(['OAU-109', 'LINT-019'], /regist|add/),
  },
  {
    id: 'sentence-redirect-only-in-token-step',
    paste:
      'The sign-in comes back with a code. The exchange answers invalid_redirect_uri, Redirect URIs do not match. We leave redirect_uri out of the exchange, as it was sent already.',
    ...certain(['LINT-159', 'OAU-109'], /redirect_uri/),
  },
  {
    id: 'sentence-jwt-mail',
    paste:
      'Invalid assertion signature. The JWT was sent to me by mail in two pieces and I joined them.',
    settings: jwtApp,
    ...likely(['OAU-345', 'LINT-179'], /cut|copy|join|space|line|changed/),
  },
  {
    id: 'sentence-jwt-per-customer',
    paste:
      'We sell our tool to other companies. Each customer should make a JWT for our app, they get: The client is not allowed to use this personal API Key.',
    ...likely(['OAU-473', 'X18', 'X16'], /JWT|authorization code/),
  },
  {
    id: 'sentence-rate-dashboard',
    paste: 'Wallboard with 30 screens, each one logs in every minute: Request rate exceeded.',
    ...certain(['CMN-301', 'LINT-309', 'LINT-223'], /keep|one login|token|share/),
  },
  {
    id: 'sentence-sdk-says-nothing',
    paste:
      'The PHP SDK only says "Response is not JSON" when we log in through the company network; at home it works.',
    ...likely(['LINT-220'], /proxy|HTML|network|not RingCentral/, 'administrator'),
  },
  {
    id: 'sentence-popup-crm',
    form: 'symptom in prose',
    paste:
      'A popup opens, the user signs in and allows it, then the popup shows our home page inside and stays open. No message anywhere.',
    ...likely(['LINT-113'], /redirect|callback|post|opener/),
    source: 'ringcentral/ringcentral-js#90',
  },
  {
    id: 'sentence-csharp-old-sdk-and-password',
    form: 'source of a login',
    paste: `SDK sdk = new SDK("${clientId}", "${clientSecret}", "https://platform.devtest.ringcentral.com", "Sync", "1.0.0");
Response response = sdk.GetPlatform().Authorize("12025550143", "101", "${password}", true);
// ApiException: Unauthorized for this grant type`,
    settings: classicWebApp,
    secrets: [clientSecret, password],
    people: ['12025550143'],
    ...certain(['X2', 'X12', 'OAU-251', 'LINT-156'], /password/),
    source: 'ringcentral/ringcentral-csharp#70',
  },
  {
    id: 'sentence-webphone-demo-source',
    form: 'source of a login',
    paste: `sdk = new RingCentral.SDK({ clientId: '${clientId}', server: 'https://platform.ringcentral.com', redirectUri: window.location.origin + '/callback.html' });
platform.loginWindow({ url: platform.loginUrl({ usePKCE: true }) }).then(o => platform.login(o));
// popup: OAU-109`,
    settings: pageApp,
    ...certain(['OAU-109', 'LINT-019'], /callback\.html|regist/),
  },
  {
    id: 'sentence-react-env-undefined',
    form: 'source of a login',
    paste: `const rcsdk = new SDK({ server: process.env.REACT_APP_RC_SERVER, clientId: process.env.RC_CLIENT_ID });
console.log(rcsdk.platform().loginUrl({ usePKCE: true }));
// …/restapi/oauth/authorize?response_type=code&redirect_uri=&client_id=undefined&state=&brand_id=&…`,
    ...certain(['LINT-010', 'LINT-253', 'OAU-153', 'LINT-014'], /undefined|REACT_APP_|empty/),
  },
  {
    id: 'sentence-vba-address-with-space',
    form: 'source of a login',
    paste: `Public Const TokenUri = "https://platform.ringcentral.com/restapi/oauth/token "
http.Open "POST", TokenUri, False
http.setRequestHeader "Content-Type", "application/x-www-form-urlencoded"
http.send "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=" & Jwt
' 404`,
    settings: jwtApp,
    ...certain(['LINT-220', 'AGW-404', 'LINT-004', 'LINT-173'], /space|Basic|Authorization/),
  },
  {
    id: 'sentence-zap-nothing-told',
    form: 'symptom in prose',
    paste:
      'Our Zap with RingCentral is paused, "The app returned an error". What is wrong on your side?',
    ...cannotTell(/nothing|no answer|does not|hides/, /answer|error|detail|code|log/),
  },
  {
    id: 'sentence-firewall',
    form: 'symptom in prose',
    paste:
      'From the office we cannot reach the sign-in page at all, ERR_CONNECTION_TIMED_OUT on login.ringcentral.com. With a mobile phone as hotspot it opens.',
    ...certain([], /network|firewall|proxy/, 'administrator'),
  },
  {
    id: 'sentence-sso-password',
    form: 'symptom in prose',
    paste:
      'Since we switched on Single Sign-on for the whole company, the old script with user name and password no longer gets in. Invalid resource owner credentials.',
    settings: classicJob,
    ...certain(['X10', 'X12', 'OAU-140', 'LINT-156', 'SANDBOX-USER-3'], /single sign-on|JWT/),
  },
]);

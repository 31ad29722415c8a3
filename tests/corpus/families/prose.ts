import { cannotTell, certain, family, likely } from '../family.ts';
import { webAppWithoutRefresh, classicJob, jwtApp, pageApp, phonePageApp } from '../settings.ts';

/** What customers write: symptoms without any text of a server, and what a screen shows in words. */
export const prose = family('symptom in prose', [
  {
    id: 'prose-logged-out-every-hour',
    paste:
      'Our users are thrown out of the phone after exactly one hour, every time. They have to sign in again.',
    ...likely(['LINT-216', 'X8'], /Issue refresh tokens|refresh token/),
  },
  {
    id: 'prose-logged-out-every-hour-settings',
    paste:
      'Users are logged out after about an hour. There is no error, the app just goes back to the sign-in page.',
    settings: webAppWithoutRefresh,
    ...certain(['X8', 'LINT-216'], /Issue refresh tokens/),
  },
  {
    id: 'prose-logged-out-on-monday',
    paste:
      'If nobody uses the integration for more than a week, for instance over the holidays, it asks for a new login.',
    ...likely(['OAU-210', 'LINT-216', 'LINT-258'], /7 days|seven days|week/),
  },
  {
    id: 'prose-job-stopped-april-2024',
    paste:
      'Our nightly export signed in with user name and password. It ran for years and stopped at the end of March 2024. Nobody changed anything.',
    settings: classicJob,
    ...certain(['X12', 'LINT-156'], /JWT/),
  },
  {
    id: 'prose-scope-added-no-effect',
    paste:
      'I added the permission "Read Call Log" in the developer console, but the program still says it needs this permission. It refreshes its token every hour.',
    ...likely(['LINT-259', 'CMN-401'], /sign in again|new sign-in|refresh does not/),
  },
  {
    id: 'prose-other-company-cannot-sign-in',
    paste:
      'It works for everybody in our company, but the customer (another company with its own RingCentral account) cannot sign in to our app.',
    settings: pageApp,
    ...likely(['X16', 'SANDBOX-USER-1'], /private|public/),
  },
  {
    id: 'prose-office-at-hand',
    paste:
      'A customer with AT&T Office@Hand cannot sign in with our app. RingCentral customers can. Our program talks to platform.ringcentral.com.',
    ...likely(['X22', 'LINT-260'], /\.biz|brand|AT&T/),
  },
  {
    id: 'prose-some-users-only',
    paste:
      'The administrators can use the CRM connector, ordinary users get "you do not have permission to use third-party apps" after the sign-in.',
    ...certain(['CMN-408', 'X23'], /Third[ -]?Party ?Apps?|role/, 'administrator'),
  },
  {
    id: 'prose-sixth-computer',
    paste: 'When I sign in on my sixth device, the first one is signed out. Same user, same app.',
    ...likely(['OAU-213'], /five|5|session/, 'nobody'),
  },
  {
    id: 'prose-password-changed',
    paste: 'Since extension 101 changed its password yesterday, the sync says Token not found.',
    ...likely(['OAU-213'], /password|session|sign in again/, 'user'),
  },
  {
    id: 'prose-jwt-of-a-colleague-who-left',
    paste:
      'The JWT was made by an employee who left; the extension was deleted on Friday. Now the program cannot log in any more. "Extension not found".',
    ...certain(['OAU-136', 'OAU-232', 'X18'], /delet|another user|extension/, 'administrator'),
  },
  {
    id: 'prose-jwt-sends-as-admin',
    paste:
      'With the JWT all texts go out from the number of the admin who made it, we want each employee as sender.',
    settings: jwtApp,
    ...certain([], /each|per user|the extension that made it|one JWT/),
  },
  {
    id: 'prose-wrong-page',
    paste:
      'The login page says the password is wrong, but on ringcentral.com it is accepted. We use the address login.devtest.',
    ...likely(['OAU-140', 'LINT-050', 'LINT-175'], /devtest|sandbox/, 'user'),
  },
  {
    id: 'prose-it-does-not-work',
    paste: "RingCentral login doesn't work. Please help ASAP!!!",
    ...cannotTell(/nothing|no answer|does not/, /answer|error|code|screen|step|message/),
  },
  {
    id: 'prose-white-page',
    paste: 'After I click "Connect RingCentral" there is a white page. Nothing else happens.',
    ...cannotTell(/nothing|no answer|white|does not/, /address|URL|console|network/),
  },
  {
    id: 'prose-401-sometimes',
    paste: 'we get 401 sometimes. maybe one call in a thousand. the next call is fine',
    ...cannotTell(/401|which|several|does not/, /errorCode|body|refresh|answer|when|rcrequestid/, [
      'LINT-262',
      'OAU-129',
      'LINT-178',
    ]),
  },
  {
    id: 'prose-works-in-postman',
    paste: 'It works in Postman but not in our program, same client id, same everything.',
    ...cannotTell(/nothing|no answer|differ|does not/, /request|header|answer|code|body/),
  },
  {
    id: 'prose-invoice',
    paste: 'Hello, I cannot find my invoice for October in the portal. Where is it?',
    ...cannotTell(/not about|sign-in|nothing|no answer/, /error|answer|program|sign|paste/),
  },
  {
    id: 'prose-voip-only-403',
    paste:
      'Web phone: the sign-in works, then two red 403 lines for /extension/~ and /phone-number, and the phone does not register.',
    settings: phonePageApp,
    ...certain(['LINT-259', 'CMN-401'], /ReadAccounts/),
    source: 'ringcentral/ringcentral-web-phone#405',
  },
  {
    id: 'picture-redirect-page',
    form: 'picture in words',
    paste:
      'Screenshot (typed): white page, RingCentral logo, "Redirect URIs do not match", below it OAU-109 and a long id',
    ...certain(['OAU-109', 'LINT-019'], /redirect/),
  },
  {
    id: 'picture-access-request-denied',
    form: 'picture in words',
    paste: '[image001.png]',
    ...cannotTell(/picture|image/, /type|words|code|text/),
  },
  {
    id: 'picture-console-grid',
    form: 'picture in words',
    paste:
      'The screenshot shows the browser console: "POST https://platform.ringcentral.com/restapi/oauth/token 400 (Bad Request)" and "Uncaught (in promise) Error: Unauthorized for this grant type"',
    ...certain(['OAU-251', 'LINT-212'], /grant|method/),
  },
  {
    id: 'picture-network-tab-only',
    form: 'picture in words',
    paste:
      'On the picture: Network tab, a red line "token", Status 400, Type xhr, Initiator main.js:2. The Response tab is not open.',
    ...cannotTell(/body|response|does not|only the status/, /response|body|answer/),
  },
  {
    id: 'picture-settings-and-error',
    form: 'picture in words',
    paste: `Picture 1, console: App type REST API App, Auth: JWT auth flow, Issue refresh tokens: on, redirect URI: none.
Picture 2, browser: {"error":"invalid_client","errors":[{"errorCode":"OAU-113",...`,
    settings: jwtApp,
    ...certain(['OAU-113', 'X21', 'M5'], /redirect URI/),
  },
  {
    id: 'picture-sso-button',
    form: 'picture in words',
    paste:
      'The photo shows the RingCentral login with a red line "The account is locked out due to multiple unsuccessful logon attempts."',
    ...certain(['OAU-147'], /lock|wait/, 'user'),
  },
]);

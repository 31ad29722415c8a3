/**
 * What the pages said wrongly in November 2026, by the numbers of docs/truth.md: words that a page has
 * today, and words that it may not have again.
 */
export interface Corrected {
  id: string;
  address: string;
  has?: string;
  hasNot?: string;
}

export const corrected: readonly Corrected[] = [
  {
    id: 'A1',
    address: '/guides/create-an-app/',
    has: 'there is not currently a way to reset an app’s client secret',
    hasNot: 'gives you a new one',
  },
  { id: 'A2', address: '/flows/password/', has: 'Do not take OAU-148 for it' },
  {
    id: 'A3',
    address: '/guides/create-an-app/',
    has: 'Display name. Your users see this one',
    hasNot: 'Users see it when they allow',
  },
  { id: 'A4', address: '/guides/call-the-api/', has: 'The guide calls this exponential backoff' },
  {
    id: 'A5',
    address: '/flows/refresh-token/',
    has: 'RingCentral’s guide disagrees with itself about apps on a phone or a desktop',
  },
  { id: 'A6', address: '/guides/create-an-app/', has: 'No source says so of the current portal' },
  { id: 'A7', address: '/guides/move-off-the-password-flow/', has: 'gives this step first' },
  { id: 'A8', address: '/guides/bots-and-add-ins/', has: '“Notification Add-in (deprecated)”' },
  { id: 'A9', address: '/flows/revocation/', has: 'Three texts say what the answer is' },
  {
    id: 'F4',
    address: '/flows/auth-code-pkce/',
    has: 'takes the id with one from an app that has no secret',
  },
  {
    id: 'B1',
    address: '/flows/jwt/',
    has: 'Known stated by RingCentral API changelog 1.0.41, December 2019',
  },
  {
    id: 'B2',
    address: '/flows/implicit/',
    has: 'OAU-152. RingCentral’s text is not known; the sandbox says: Implicit flow is not allowed',
  },
  {
    id: 'B2',
    address: '/reference/errors/',
    has: 'OAU-270 RingCentral’s text is not known; the sandbox says:',
  },
  {
    id: 'B3',
    address: '/flows/refresh-token/',
    has: 'says that you get it “when you use an access token that has expired”',
  },
  { id: 'B4', address: '/flows/auth-code-pkce/', hasNot: 'RingCentral has ended both' },
  { id: 'B4', address: '/guides/security/', hasNot: 'RingCentral has ended both' },
  {
    id: 'B4',
    address: '/guides/from-sandbox-to-ringcentral/',
    has: 'whether an older app still can is not known',
  },
  {
    id: 'B5',
    address: '/reference/app-settings/',
    has: 'OAU-251, in the sandbox: no source shows a code of RingCentral for this',
  },
  {
    id: 'B6',
    address: '/flows/refresh-token/',
    has: 'Refresh token, by the settings Allowed Refresh token, at RingCentral today Warning',
  },
  {
    id: 'B7',
    address: '/reference/app-settings/',
    has: 'Decides nothing: it warns, and the sandbox lets the flow run',
  },
  { id: 'B8', address: '/choose/', hasNot: 'has no end' },
  {
    id: 'B9',
    address: '/flows/refresh-token/',
    has: 'RingCentral’s SDKs for JavaScript, PHP and Python send it with each refresh',
  },
  {
    id: 'B10',
    address: '/guides/keep-a-session-alive/',
    has: 'a community article of November 2015 does, with a recorded answer',
  },
  { id: 'B11', address: '/guides/create-an-app/', has: 'is the sandbox’s own rule' },
  {
    id: 'B12',
    address: '/guides/move-off-the-password-flow/',
    has: 'but only after you have logged in to the console once',
  },
  {
    id: 'B13',
    address: '/flows/auth-code-pkce/',
    has: 'Your app may have a limited number of sessions for the same user at one time, usually five',
  },
  {
    id: 'B13',
    address: '/flows/revocation/',
    has: 'sessions for the same user at one time, usually five',
  },
  {
    id: 'B14',
    address: '/guides/keep-a-session-alive/',
    has: 'usually five, the next sign-in ends one of them',
  },
  { id: 'B15', address: '/flows/auth-code/', has: '“because it involves three distinct steps”' },
  { id: 'B15', address: '/flows/implicit/', has: 'RingCentral’s page of 2021 calls it two-legged' },
  { id: 'B16', address: '/quick-start/', has: 'It is no OpenID provider' },
  { id: 'B17', address: '/flows/auth-code-pkce/', has: 'a page could not read Retry-After then' },
  {
    id: 'B18',
    address: '/flows/auth-code-pkce/',
    has: 'may be suspended for a time',
    hasNot: 'two texts disagree',
  },
  {
    id: 'B18',
    address: '/guides/keep-a-session-alive/',
    has: 'may be suspended for a time',
    hasNot: 'two texts disagree',
  },
  { id: 'B18', address: '/guides/call-the-api/', has: 'may be suspended for a time' },
  { id: 'B19', address: '/flows/auth-code/', has: 'base64 | tr -d', hasNot: '--wrap=0' },
  {
    id: 'B20',
    address: '/reference/app-settings/',
    has: 'Until RingCentral deleted the guide to its developer sandbox in March 2025',
  },
  { id: 'B21', address: '/guides/call-the-api/', has: 'The sandbox always answers in English.' },
  {
    id: 'B22',
    address: '/flows/refresh-token/',
    has: 'does not get one later, because it has nothing to refresh with; that is inferred',
  },
  {
    id: 'B22',
    address: '/flows/revocation/',
    has: 'That the user stays signed in at RingCentral in the browser is inferred',
  },
  { id: 'B24', address: '/', has: 'RFC 7523: JSON Web Token Profile' },
  {
    id: 'B25',
    address: '/flows/auth-code-pkce/',
    has: 'ringcentral-api-docs, pull request 33; the guide’s table has another text for this code',
  },
  {
    id: 'C',
    address: '/flows/jwt/',
    has: 'Hover over your name in the upper right corner and choose Credentials',
  },
  { id: 'C', address: '/flows/jwt/', has: 'a user made for one app and for no person' },
  { id: 'C', address: '/guides/create-an-app/', has: '/.well-known/assetlinks.json' },
  {
    id: 'C',
    address: '/guides/create-an-app/',
    has: 'It does not say who reviews them, how long that takes or what you have to submit',
  },
  {
    id: 'C',
    address: '/guides/from-sandbox-to-ringcentral/',
    has: 'The browser shows a JSON text with the code',
  },
  { id: 'C', address: '/guides/security/', hasNot: 'the page may have changed since' },
  { id: '2.6', address: '/flows/auth-code/', has: 'Sign-in with an ID token (OpenID Connect)' },
  { id: '2.7', address: '/flows/auth-code/', has: 'client_secret_jwt and private_key_jwt' },
  { id: '2.8', address: '/flows/jwt/', has: 'has a second grant type of this name' },
  {
    id: '2.11',
    address: '/guides/keep-a-session-alive/',
    has: 'session_expires_in, session_idle_timeout',
  },
  {
    id: '2.12',
    address: '/guides/call-the-api/',
    has: 'advises against refreshing because of a 401',
  },
  {
    id: '2.14',
    address: '/guides/from-sandbox-to-ringcentral/',
    has: 'Store the host with the user’s tokens',
  },
  { id: '2.15', address: '/guides/call-the-api/', has: 'one of 17 codes' },
  { id: '2.16', address: '/guides/call-the-api/', has: 'POST /restapi/oauth/wstoken' },
  {
    id: '2.17',
    address: '/guides/keep-a-session-alive/',
    has: 'a user can end the session of an app',
  },
  { id: '4a', address: '/', has: 'take you through a simple OAuth flow' },
  { id: '4b', address: '/', has: 'RingCentral has switched it off since' },
  { id: '4c', address: '/', hasNot: 'had this place once' },
  { id: '4d', address: '/', hasNot: 'It is a three-legged flow' },
  { id: '4e', address: '/', has: 'Its address still has the old name' },
  { id: 'F5', address: '/flows/jwt/', hasNot: '7609' },
  { id: 'F5', address: '/guides/call-the-api/', hasNot: '9482' },
  { id: 'F6', address: '/flows/refresh-token/', has: 'nobody has signed in yet' },
  {
    id: 'F7',
    address: '/guides/move-off-the-password-flow/',
    has: 'acts as many users of your company in turn',
  },
  {
    id: 'F9',
    address: '/guides/keep-a-session-alive/',
    has: 'Older texts of RingCentral say 24 hours',
  },
  { id: 'F9', address: '/flows/auth-code-pkce/', has: 'SANDBOX-PKCE-10' },
];

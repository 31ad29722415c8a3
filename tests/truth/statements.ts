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
];

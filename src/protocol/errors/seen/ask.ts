/** What decides a refusal, as requests to whoever reported it; several codes share one. */
export const ask = {
  settings:
    'Which grant_type or response_type does the program send, and what does the app’s settings page show for its auth method, platform type and access?',
  header:
    'The request’s Authorization header with the secret taken out: its scheme, and whether a value follows. Which host does it go to?',
  clientId:
    'The client id as the program sends it, the host that it sends to, and the environment that the app belongs to (sandbox or production).',
  redirectUri:
    'The redirect_uri as it was sent in both requests, letter for letter, and the list of addresses in the app’s settings.',
  code: 'When the code arrived, when it was exchanged, and whether the exchange was sent more than once.',
  refresh:
    'When the session began, when it was last refreshed, and whether more than one process or tab refreshes it.',
  bearer:
    'Where the value after “Bearer” comes from: an access token of an answer, the JWT of the console, or something else. Its first characters are enough.',
  body: 'The request’s Content-Type and the names of the parameters in its body.',
  jwt: 'The header and claims of the JWT (never its signature), the client id that it is used with, and the host.',
  user: 'The extension number and type of the user, and whether the user can sign in to the RingCentral app.',
  account: 'The state of the account, and what an administrator sees for this user.',
  permission:
    'The permission that the answer names, the permissions in the app’s settings, and when the user signed in last.',
  role: 'The role of the user, as an administrator sees it, and the permission that the answer names.',
  rate: 'How many token requests the app sends in a minute, from how many processes, and the headers Retry-After and X-Rate-Limit-*.',
  path: 'The method and the whole address of the request.',
  traceId: 'The rcrequestid header of the answer and its time in UTC, for RingCentral’s support.',
} as const;

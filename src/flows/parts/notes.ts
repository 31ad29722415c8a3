/** Beside the members of a token answer. */
export const tokenNotes = {
  access_token: 'Send this with every API call',
  token_type: 'Written in lower case',
  expires_in: 'Seconds. Renew a minute early',
  refresh_token: 'Works once, then is replaced',
  refresh_token_expires_in: 'Seven days, then sign in again',
  scope: 'What the app may do',
  owner_id: 'The extension that signed in',
  endpoint_id: 'This copy of your app',
  session_id: 'The session of the tokens',
};

/** Beside the members of a refusal. */
export const errorNotes = {
  error: 'The class of the error, from the RFC',
  error_description: 'For a developer; do not match on it',
  errorCode: 'RingCentral’s own: match on this',
  message: 'For a developer; do not match on it',
};

/** Beside the parameters of a redirect that refuses. */
export const redirectErrorNotes = {
  error: 'Why there is none',
  error_description: 'The same, for a developer to read',
};

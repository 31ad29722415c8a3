/** Codes and addresses of sign-ins of other companies, which come to the same desk. */
const signs: readonly [RegExp, string][] = [
  [/\bAADSTS\d{4,7}\b|\blogin\.microsoftonline\.com\b/, 'Microsoft Entra ID'],
  [/\bE00000\d\d\b|\.okta(?:preview)?\.com\b/, 'Okta'],
  [/\b(?:accounts\.google\.com|oauth2\.googleapis\.com)\b/, 'Google'],
  [/\bzoom\.us\/oauth\b/, 'Zoom'],
  [/\.auth0\.com\b/, 'Auth0'],
  [/\bslack\.com\/(?:oauth|api\/oauth)/, 'Slack'],
  [/\/protocol\/openid-connect\//, 'Keycloak'],
];

const ours = /ring ?central|\b(?:OAU|CMN|AGW)-\d/i;

/**
 * Whose sign-in a text is of, where it is another company's and nothing in it is of RingCentral:
 * a text such as "Invalid client" is sent by many.
 */
export function otherCompany(text: string): string | undefined {
  return ours.test(text) ? undefined : signs.find(([sign]) => sign.test(text))?.[1];
}

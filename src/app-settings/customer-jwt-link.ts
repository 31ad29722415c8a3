const form = 'https://developers.ringcentral.com/console/my-credentials/create';

/** The page of RingCentral’s guide that has the link. */
export const customerJwtSource =
  'https://github.com/ringcentral/ringcentral-api-docs/blob/64067a50/docs/authentication/jwt/jwt-for-public-apps.md';

/**
 * The console’s form for a JWT credential, which lists an app already: a customer opens it from the
 * app, makes the credential and hands it over.
 *
 * @see customerJwtSource
 */
export function customerJwtLink(clientId: string): string {
  return `${form}?${new URLSearchParams({ client_id: clientId.trim() })}`;
}

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const grants = [
  'authorization_code',
  'refresh_token',
  'password',
  'client_credentials',
  jwtBearer,
  'urn:ietf:params:oauth:grant-type:device_code',
  'otp',
];

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');
const short: Readonly<Record<string, string>> = {
  code: 'authorization_code',
  authcode: 'authorization_code',
  authorization: 'authorization_code',
  refresh: 'refresh_token',
  jwt: jwtBearer,
  jwtbearer: jwtBearer,
  clientcredential: 'client_credentials',
};

/** Whether it is a grant that a token endpoint may know. */
export const isGrant = (text: string): boolean => grants.includes(text);

/** The grant that a misspelt name was meant to be; undefined for a name of its own. */
export function meantGrant(sent: string): string | undefined {
  const text = letters(sent);
  return (
    short[text] ??
    grants.find((grant) => letters(grant) === text) ??
    (text.includes('jwt') ? jwtBearer : undefined)
  );
}

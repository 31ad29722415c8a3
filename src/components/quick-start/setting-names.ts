/**
 * Every setting of the quick starts, by RingCentral's name of today, with the names that its other
 * samples, SDKs and demos have used. The programs read the first alone, and say so when another is set.
 */
export const settingNames: Readonly<Record<string, readonly string[]>> = {
  RC_SERVER_URL: ['RINGCENTRAL_SERVER_URL', 'RINGCENTRAL_SERVER', 'RC_APP_SERVER_URL'],
  RC_APP_CLIENT_ID: ['RC_CLIENT_ID', 'RINGCENTRAL_CLIENT_ID', 'RINGCENTRAL_CLIENTID', 'RC_APP_KEY'],
  RC_APP_CLIENT_SECRET: [
    'RC_CLIENT_SECRET',
    'RINGCENTRAL_CLIENT_SECRET',
    'RINGCENTRAL_CLIENTSECRET',
    'RC_APP_SECRET',
  ],
  RC_REDIRECT_URL: ['RC_REDIRECT_URI', 'RINGCENTRAL_REDIRECT_URL', 'RC_APP_REDIRECT_URL'],
  RC_USER_JWT: ['RC_JWT', 'RINGCENTRAL_JWT_TOKEN', 'RINGCENTRAL_JWT'],
  RC_USERNAME: ['RINGCENTRAL_USERNAME'],
  RC_EXTENSION: ['RINGCENTRAL_EXTENSION'],
  RC_PASSWORD: ['RINGCENTRAL_PASSWORD'],
};

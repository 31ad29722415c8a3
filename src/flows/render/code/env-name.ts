/** Names that RingCentral's own samples use, where they have one. */
const envNames: Readonly<Record<string, string>> = {
  assertion: 'RC_USER_JWT',
  client_secret: 'RC_APP_CLIENT_SECRET',
  password: 'RC_USER_PASSWORD',
};

/** The environment variable of a value: `access_token` is `RC_ACCESS_TOKEN`. */
export function envName(name: string): string {
  return envNames[name] ?? `RC_${name.toUpperCase()}`;
}

/** What a value is on the wire, or in the settings of a program, whatever it is called there. */
export type WireName =
  | 'access_token'
  | 'assertion'
  | 'client_id'
  | 'client_secret'
  | 'code'
  | 'code_challenge'
  | 'code_challenge_method'
  | 'code_verifier'
  | 'extension'
  | 'grant_type'
  | 'implicit'
  | 'password'
  | 'redirect_uri'
  | 'refresh_token'
  | 'response_type'
  | 'scope'
  | 'server'
  | 'state'
  | 'usePKCE'
  | 'username';

const spellings: Readonly<Record<WireName, string>> = {
  access_token: 'accesstoken',
  assertion: 'assertion jwt jwttoken jwtcredential personaljwt',
  client_id: 'clientid appkey appid applicationkey applicationid consumerkey',
  client_secret: 'clientsecret secret appsecret applicationsecret consumersecret',
  code: 'code authcode authorizationcode',
  code_challenge: 'codechallenge challenge',
  code_challenge_method: 'codechallengemethod challengemethod',
  code_verifier: 'codeverifier verifier',
  extension: 'extension ext extensionnumber userext',
  grant_type: 'granttype grant',
  implicit: 'implicit',
  password: 'password pwd userpwd',
  redirect_uri:
    'redirecturi redirecturl callbackurl callbackuri callback redirect oauthredirecturi',
  refresh_token: 'refreshtoken',
  response_type: 'responsetype',
  scope: 'scope scopes appscopes',
  server: 'server serverurl appserver baseurl baseuri platformurl apiserver apiserverurl',
  state: 'state',
  usePKCE: 'usepkce pkce',
  username: 'username user phonenumber usertel',
};

/** Words that say it only behind the product's name: `RC_ID`. */
const afterProduct: Readonly<Record<string, WireName>> = {
  id: 'client_id',
  key: 'client_id',
  host: 'server',
  url: 'server',
  token: 'access_token',
  pass: 'password',
  login: 'username',
};

const byCompact = new Map(
  Object.entries(spellings).flatMap(([name, all]) =>
    all.split(' ').map((spelling): [string, WireName] => [spelling, name as WireName]),
  ),
);
const product = /^(?:reactapp|vite|nextpublic)?(?:ringcentral|rc|str)(?=[a-z])/;

/**
 * What a name stands for, whatever its capitals, its underscores and the product's name in front:
 * `RINGCENTRAL_CLIENT_ID`, `clientid`, `Client ID` and `appKey` are `client_id`.
 *
 * @param name of an option, a variable, a field
 */
export function wireNameOf(name: string): WireName | undefined {
  if (name.length > 60) return undefined;
  const compact = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const rest = compact.replace(product, '');
  return (
    byCompact.get(compact) ??
    (rest === compact || !Object.hasOwn(afterProduct, rest)
      ? byCompact.get(rest)
      : afterProduct[rest])
  );
}

/**
 * Names that hold a secret, as `canonical` writes them, and the kind that a mask names. Beginners
 * spell them in many ways (`client-secret`, `clientSecret[]`, `client_secret%20`), so a name is
 * compared by its letters and digits alone.
 */
const kinds = new Map<string, string>([
  ['clientsecret', 'client_secret'],
  ['secret', 'client_secret'],
  ['code', 'code'],
  ['authcode', 'code'],
  ['authorizationcode', 'code'],
  ['devicecode', 'code'],
  ['usercode', 'code'],
  ['codeverifier', 'code_verifier'],
  ['verifier', 'code_verifier'],
  ['accesstoken', 'access_token'],
  ['refreshtoken', 'refresh_token'],
  ['idtoken', 'id_token'],
  ['idtokenhint', 'id_token'],
  ['token', 'token'],
  ['authtoken', 'token'],
  ['bearer', 'token'],
  ['bearertoken', 'token'],
  ['sessiontoken', 'token'],
  ['assertion', 'assertion'],
  ['jwt', 'assertion'],
  ['samlresponse', 'assertion'],
  ['samlassertion', 'assertion'],
  ['password', 'password'],
  ['passwd', 'password'],
  ['pass', 'password'],
  ['pwd', 'password'],
  ['pw', 'password'],
  ['passphrase', 'password'],
  ['passcode', 'password'],
  ['pin', 'password'],
  ['ivrpin', 'password'],
  ['otp', 'password'],
  ['apikey', 'secret'],
  ['accesskey', 'secret'],
  ['privatekey', 'secret'],
  ['credentials', 'credentials'],
  ['authorization', 'credentials'],
  ['transaction', 'transaction'],
  ['transactionid', 'transaction'],
]);

/** What a longer name may end with, so that `appSecret`, `RC_USER_JWT` and `x-auth-token` are known too. */
const endings: readonly [ending: string, kind: string][] = [
  ['secret', 'client_secret'],
  ['password', 'password'],
  ['passwd', 'password'],
  ['passphrase', 'password'],
  ['codeverifier', 'code_verifier'],
  ['accesstoken', 'access_token'],
  ['refreshtoken', 'refresh_token'],
  ['idtoken', 'id_token'],
  ['token', 'token'],
  ['assertion', 'assertion'],
  ['jwt', 'assertion'],
  ['apikey', 'secret'],
  ['accesskey', 'secret'],
  ['privatekey', 'secret'],
  ['authorization', 'credentials'],
];

/** Names that are everyday words: in prose, what follows them after a colon is no secret. */
const everyday: ReadonlySet<string> = new Set([
  'authorization',
  'bearer',
  'code',
  'credentials',
  'jwt',
  'assertion',
  'otp',
  'pass',
  'password',
  'passcode',
  'pin',
  'secret',
  'token',
  'transaction',
  'verifier',
]);

/** Longer names are none that anybody gives a parameter. */
const longestName = 128;

/** The last part of `auth[client_secret][]` or `body.client_secret`, its letters and digits in lower case. */
function canonical(name: string): string {
  const parts = name.slice(-longestName).split(/[[\].:]/);
  const last = parts.findLast((part) => /[a-z]/i.test(part)) ?? '';
  return last.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();
}

/** The kind of secret that a name holds on the wire, however it is spelled, or undefined. */
export function secretKind(name: string): string | undefined {
  const letters = canonical(name);
  return kinds.get(letters) ?? endings.find(([ending]) => letters.endsWith(ending))?.[1];
}

/** Whether a name is a word of everyday prose as well. */
export function isEverydayWord(name: string): boolean {
  return everyday.has(canonical(name));
}

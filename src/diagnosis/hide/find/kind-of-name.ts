import { secretKind } from '#protocol/mask/secret-names.ts';

/** What programs call a secret, beyond the names on the wire: `RC_CODE`, `DB_PASS`, `secretKey`. */
const others: readonly [pattern: RegExp, kind: string][] = [
  [/(?:^|[_-])(?:rc|ringcentral|oauth2?|auth|login|grant|access)[_-]?code$/i, 'code'],
  [/[_-](?:pass|pwd|pin|otp)$|(?:user|rc|db)(?:Pass|Pwd|Pin)$/, 'password'],
  [/[_-](?:PASS|PWD|PIN|OTP)$/, 'password'],
  [/(?:secret|shared|signing|encryption)[_-]?key$/i, 'secret'],
  [/(?:^|[_-])j?session[_-]?id$|^(?:sid|phpsessid|csrf|xsrf)(?:token)?$/i, 'cookie'],
];

/** The kind of secret that a name holds, on the wire or in a program; undefined where it holds none. */
export const kindOfName = (name: string): string | undefined =>
  secretKind(name) ?? others.find(([pattern]) => pattern.test(name))?.[1];

/** Parameters and JSON members that hold a secret, and the kind that a mask names. */
const kinds = new Map<string, string>([
  ['client_secret', 'client_secret'],
  ['clientsecret', 'client_secret'],
  ['code', 'code'],
  ['device_code', 'code'],
  ['user_code', 'code'],
  ['code_verifier', 'code_verifier'],
  ['codeverifier', 'code_verifier'],
  ['access_token', 'access_token'],
  ['accesstoken', 'access_token'],
  ['ws_access_token', 'access_token'],
  ['refresh_token', 'refresh_token'],
  ['refreshtoken', 'refresh_token'],
  ['id_token', 'id_token'],
  ['idtoken', 'id_token'],
  ['id_token_hint', 'id_token'],
  ['token', 'token'],
  ['assertion', 'assertion'],
  ['client_assertion', 'assertion'],
  ['jwt', 'assertion'],
  ['password', 'password'],
  ['pin', 'password'],
  ['ivr_pin', 'password'],
  ['otp', 'password'],
  ['transaction', 'transaction'],
  ['transaction_id', 'transaction'],
  ['transactionid', 'transaction'],
]);

/** The kind of secret that a name holds on the wire, whatever its case, or undefined. */
export function secretKind(name: string): string | undefined {
  return kinds.get(name.toLowerCase());
}

/** All names as alternatives of a pattern, the longest first. */
export const secretNamesPattern = [...kinds.keys()]
  .sort((one, other) => other.length - one.length)
  .join('|');

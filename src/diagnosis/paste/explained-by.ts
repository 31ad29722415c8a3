/** Which findings about a request explain which refusal: the server then says why, and the request shows it. */
const pairs: readonly [codes: RegExp, ids: RegExp][] = [
  [
    /^OAU-(?:116|12[0137]|134|146|151|153|16[45])$|^invalid_client$/,
    /^LINT-(?:002|004|010|050|16[789]|17[0-6]|253)$/,
  ],
  [/^OAU-(?:109|113)$/, /^LINT-(?:01[4-9]|02\d|159|116)$/],
  [
    /^OAU-(?:250|111|101)$|^invalid_request$|^unsupported_grant_type$/,
    /^LINT-(?:002|00[456]|15\d|16\d|17\d|18\d|04\d)$/,
  ],
  [/^OAU-(?:21\d|129)$/, /^LINT-(?:17[78]|26[0-3]|154)$/],
  [/^OAU-(?:106|108|110)$/, /^LINT-(?:12\d|15\d|300|111)$/],
  [/^OAU-(?:331|345|347|473)$/, /^LINT-(?:179|18[0-3]|154|004)$/],
  [
    /^(?:AGW-40\d|OAU-(?:128|149|123|151)|TokenInvalid)$/,
    /^LINT-(?:17[2-5]|18[13]|25\d|26\d|050)$/,
  ],
  [/^OAU-(?:112|125|152|251|270)$/, /^(?:LINT-(?:012|156|15[45])|X\d+|M\d)$/],
  [/^OAU-(?:140|147|148|168)$/, /^(?:LINT-(?:154|156|050|175)|X\d+)$/],
  // The sandbox's own codes.
  [/^SANDBOX-REQUEST-/, /^LINT-(?:00[456]|01\d|15\d|16\d|220)$/],
  [/^SANDBOX-CLIENT-/, /^LINT-(?:16[789]|17\d)$/],
  [/^SANDBOX-AUTHORIZE-/, /^LINT-(?:00[56]|01\d|02\d|110)$/],
  [/^SANDBOX-SCOPE-/, /^(?:LINT-051|AS-054)$/],
  [/^SANDBOX-JWT-/, /^LINT-(?:179|18[0-3])$/],
  [/^SANDBOX-PKCE-/, /^LINT-(?:04\d|16\d)$/],
  [/^SANDBOX-API-/, /^LINT-25\d$/],
  // Sessions that end after an hour, where more is asked for.
  [/^LINT-216$/, /^LINT-(?:185|012|115)$/],
  [/^invalid_grant$/, /^LINT-(?:04\d|12\d|15\d|16\d|17[78]|18\d|111|300)$/],
];

/** Whether a finding about a request is why the server refused with this code, or what is told in words. */
export const explains = (id: string, code: string): boolean =>
  pairs.some(([codes, ids]) => codes.test(code) && ids.test(id));

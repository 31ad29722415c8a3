import fc from 'fast-check';

/** A value that nobody may see, with the name that it has on the wire. */
export interface Placed {
  kind: 'secret' | 'person';
  /** `client_secret`, `password`, `phoneNumber`, `ip`. */
  name: string;
  /** What people call it. */
  word: string;
  value: string;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const alphabet = (signs: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...signs), minLength, maxLength });
/** Made by chance, with a letter and a digit in it as every generator gives one. */
const random = (signs: string, least: number, most: number) =>
  fc
    .tuple(
      alphabet(signs, least, most),
      fc.constantFrom(...letters),
      fc.integer({ min: 0, max: 9 }),
    )
    .map(([rest, letter, digit]) => `${letter}${digit}${rest}`);

const base64url = `${letters}0123456789-_`;
const ofPassword = `${letters}0123456789!@#$%^*_+=~?.-`;

const encode = (text: string): string => Buffer.from(text).toString('base64url');

/** RingCentral's own shape: site, pod and service, and then octets. */
const token = alphabet(base64url, 16, 60).map((rest) => encode(`SJC11P01PAS01|${rest}`));
const jwt = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), alphabet(base64url, 40, 120))
  .map(
    ([sub, signature]) =>
      `${encode('{"alg":"RS256","typ":"JWT"}')}.${encode(`{"sub":"${sub}","aud":"https://platform.ringcentral.com"}`)}.${signature}`,
  );

const secret = (name: string, word: string, values: fc.Arbitrary<string>): fc.Arbitrary<Placed> =>
  values.map((value) => ({ kind: 'secret', name, word, value }));

export const secrets: fc.Arbitrary<Placed> = fc.oneof(
  secret('client_secret', 'client secret', random(base64url, 18, 44)),
  secret('password', 'password', random(ofPassword, 7, 18)),
  secret('access_token', 'access token', fc.oneof(token, random(base64url, 20, 60))),
  secret('refresh_token', 'refresh token', fc.oneof(token, random(base64url, 20, 60))),
  secret('code', 'authorization code', fc.oneof(token, random(base64url, 14, 40))),
  secret('code_verifier', 'verifier', random(`${base64url}.~`, 41, 100)),
  secret('assertion', 'JWT', jwt),
);

const digits = (length: number) => alphabet('0123456789', length, length);
/** In the range that is kept for fiction. */
const american = fc
  .tuple(fc.constantFrom('202', '415', '650', '833'), digits(2))
  .map(([area, last]) => [area, '555', `01${last}`] as const);
const phone = fc.oneof(
  american.map(([area, exchange, line]) => `+1${area}${exchange}${line}`),
  american.map(([area, exchange, line]) => `(${area}) ${exchange}-${line}`),
  american.map(([area, exchange, line]) => `${area}-${exchange}-${line}`),
  american.map(([area, exchange, line]) => `+1 ${area} ${exchange} ${line}`),
  digits(6).map((rest) => `+4420794${rest}`),
  digits(7).map((rest) => `+49 89 ${rest}`),
);
const mail = fc
  .tuple(
    alphabet('abcdefghijklmnopqrstuvwxyz', 3, 10),
    fc.constantFrom('example.com', 'mail.example.net'),
  )
  .map(([name, host]) => `${name}.x1@${host}`);
const octet = fc.integer({ min: 1, max: 254 });
const ip = fc.oneof(
  fc.tuple(fc.constantFrom(11, 83, 172, 203), octet, octet, octet).map((parts) => parts.join('.')),
  fc
    .array(fc.integer({ min: 0x10, max: 0xffff }), { minLength: 6, maxLength: 6 })
    .map((parts) => `2001:db8:${parts.map((part) => part.toString(16)).join(':')}`),
);

const person = (name: string, word: string, values: fc.Arbitrary<string>): fc.Arbitrary<Placed> =>
  values.map((value) => ({ kind: 'person', name, word, value }));

export const people: fc.Arbitrary<Placed> = fc.oneof(
  person('phoneNumber', 'phone number', phone),
  person('username', 'user name', fc.oneof(phone, mail)),
  person('email', 'e-mail address', mail),
  person('ipAddress', 'IP address', ip),
);

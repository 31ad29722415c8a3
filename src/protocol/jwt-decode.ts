import * as z from 'zod/mini';
import { readJwtPart } from './jwt-part.ts';

const headerSchema = z.looseObject({
  alg: z.optional(z.string()),
  kid: z.optional(z.string()),
  typ: z.optional(z.string()),
});

const claimsSchema = z.looseObject({
  iss: z.optional(z.string()),
  sub: z.optional(z.string()),
  aud: z.optional(z.union([z.string(), z.array(z.string())])),
  exp: z.optional(z.number()),
  nbf: z.optional(z.number()),
  iat: z.optional(z.number()),
  jti: z.optional(z.string()),
});

export type JwtHeader = z.infer<typeof headerSchema>;
export type JwtClaims = z.infer<typeof claimsSchema>;

export type DecodedJwt =
  | { kind: 'jwt'; header: JwtHeader; claims: JwtClaims; signature: string }
  /** `why` follows "This is not a JWT: ". */
  | { kind: 'not-jwt'; why: string };

/**
 * Reads a JWT without checking its signature: what it says, not whether it is true.
 *
 * @param text as it would be sent, nothing trimmed
 * @returns `not-jwt` with the reason where it is not three parts of base64url with JSON in the first two
 * @see RFC 7519 section 7.2
 */
export function decodeJwt(text: string): DecodedJwt {
  const no = (why: string): DecodedJwt => ({ kind: 'not-jwt', why });
  const parts = text.split('.');
  if (parts.length !== 3) {
    return no(
      `it has ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}, and a JWT has three`,
    );
  }
  const odd = parts.findIndex((part) => !/^[A-Za-z0-9_-]*$/.test(part));
  if (odd >= 0) return no(`part ${odd + 1} has a character that base64url does not have`);
  const [first = '', second = '', signature = ''] = parts;
  const [firstSays, secondSays] = [readJwtPart(first), readJwtPart(second)];
  if (firstSays === undefined || secondSays === undefined) {
    return no('a part of it does not decode to JSON');
  }
  const header = headerSchema.safeParse(firstSays);
  const claims = claimsSchema.safeParse(secondSays);
  if (!header.success) return no('its header is not a JSON object');
  if (!claims.success) return no('its claims have wrong types');
  return { kind: 'jwt', header: header.data, claims: claims.data, signature };
}

/** Seconds past this are milliseconds that somebody forgot to divide: the year 5138. */
const furthestSeconds = 99_999_999_999;

/**
 * What is wrong with a JWT as an assertion, as far as its text shows.
 *
 * @param now milliseconds
 * @returns sentences; none where nothing is seen to be wrong
 * @see RFC 7523 section 3
 */
export function problemsOf(
  { header, claims, signature }: Extract<DecodedJwt, { kind: 'jwt' }>,
  now: number,
): string[] {
  const seconds = now / 1000;
  const { exp, nbf, iat, iss, sub, aud } = claims;
  const problems: string[] = [];
  if (header.alg === undefined) problems.push('The header names no algorithm.');
  if (header.alg?.toLowerCase() === 'none' || signature === '') {
    problems.push('It is not signed, so anybody could have written it.');
  }
  for (const [name, value] of Object.entries({ iss, sub, aud, exp })) {
    if (value === undefined) problems.push(`The ${name} claim is missing.`);
  }
  for (const [name, value] of Object.entries({ exp, nbf, iat })) {
    if (value !== undefined && value > furthestSeconds) {
      problems.push(`${name} is in milliseconds; a JWT counts seconds.`);
    }
  }
  if (exp !== undefined && exp <= seconds) problems.push('It has expired: exp is in the past.');
  if (nbf !== undefined && nbf > seconds)
    problems.push('It is not valid yet: nbf is in the future.');
  if (iat !== undefined && iat > seconds + 60 && iat <= furthestSeconds) {
    problems.push('It was made in the future: iat is ahead of the clock.');
  }
  return problems;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeJwt, problemsOf } from './jwt-decode.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = 1_700_000_000_000;
const claims = { iss: 'i', sub: 's', aud: 'a', exp: 1_700_000_100, iat: 1_699_999_990 };
const make = (header: unknown, body: unknown, signature = 'c2ln') =>
  `${encode(header)}.${encode(body)}.${signature}`;

function problems(header: unknown, body: unknown, signature?: string): string[] {
  const decoded = decodeJwt(make(header, body, signature));
  return decoded.kind === 'jwt' ? problemsOf(decoded, now) : [decoded.why];
}

describe('a JWT, decoded', () => {
  it('gives header, claims and signature', () => {
    expect(decodeJwt(make({ alg: 'RS256', kid: 'k' }, { ...claims, name: 'ü' }))).toEqual({
      kind: 'jwt',
      header: { alg: 'RS256', kid: 'k' },
      claims: { ...claims, name: 'ü' },
      signature: 'c2ln',
    });
  });

  it.each([
    ['my-jwt', '1 part'],
    ['a.b', '2 parts'],
    ['', '1 part'],
    ['a.b.c.d', '4 parts'],
    [`${make({ alg: 'RS256' }, claims)}\n`, 'part 3 has a character'],
    [`"${make({ alg: 'RS256' }, claims)}"`, 'part 1 has a character'],
    [`Bearer ${make({ alg: 'RS256' }, claims)}`, 'part 1 has a character'],
    ['a.b.c', 'does not decode to JSON'],
    [`${encode([])}.${encode({})}.x`, 'header is not a JSON object'],
    [`${encode({})}.${encode({ exp: 'soon' })}.x`, 'claims have wrong types'],
  ])('%j is none: %s', (text, why) => {
    const decoded = decodeJwt(text);
    expect(decoded.kind).toBe('not-jwt');
    expect(decoded.kind === 'not-jwt' && decoded.why).toContain(why);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void decodeJwt(text)));
  });
});

describe('what is wrong with it', () => {
  it('is nothing where nothing is', () => expect(problems({ alg: 'RS256' }, claims)).toEqual([]));

  it.each([
    [{ alg: 'none' }, claims, 'not signed'],
    [{}, claims, 'names no algorithm'],
    [{ alg: 'RS256' }, { ...claims, exp: 1_699_999_999 }, 'expired'],
    [{ alg: 'RS256' }, { ...claims, exp: 1_700_000_100_000 }, 'milliseconds'],
    [{ alg: 'RS256' }, { ...claims, nbf: 1_700_000_500 }, 'not valid yet'],
    [{ alg: 'RS256' }, { ...claims, iat: 1_700_000_500 }, 'in the future'],
    [{ alg: 'RS256' }, { ...claims, aud: undefined }, 'aud claim is missing'],
    [{ alg: 'RS256' }, { ...claims, exp: undefined }, 'exp claim is missing'],
  ])('%j %j: %s', (header, body, why) => {
    expect(problems(header, body).join(' ')).toContain(why);
  });
});

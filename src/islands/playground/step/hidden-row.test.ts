import { describe, expect, it } from 'vitest';
import { standInOf } from './hidden-row.ts';

const secret = 'a-secret-of-22-letters';
const basic = `Basic ${btoa(`client:${secret}`)}`;

describe('what stands in a row in place of its secret', () => {
  it.each([
    ['Authorization', 'header', basic, 'Basic: client_secret, 22 characters'],
    ['Authorization', 'header', 'Bearer abc', 'Bearer: access_token, 3 characters'],
    ['Authorization', 'header', 'Basic %%%', 'credentials, 9 characters'],
    ['assertion', 'form', 'a.b.c', 'assertion, 5 characters'],
    ['password', 'form', 'x', 'password, 1 character'],
    ['refresh_token', 'form', 'abcd', 'refresh_token, 4 characters'],
    ['token', 'form', 'abcd', 'token, 4 characters'],
    ['code', 'form', 'abcd', 'code, 4 characters'],
    ['code_verifier', 'form', 'abcd', 'code_verifier, 4 characters'],
  ] as const)('%s in a %s', (name, place, value, told) => {
    expect(standInOf({ name, place, value }, [])).toBe(told);
  });

  it.each([
    'client_id',
    'redirect_uri',
    'code_challenge',
    'code_challenge_method',
    'state',
    'scope',
  ])('%s is no secret', (name) => {
    expect(standInOf({ name, place: 'form', value: 'abcdefghij' }, [])).toBeUndefined();
  });

  it('an empty row hides nothing', () => {
    expect(standInOf({ name: 'code', place: 'form', value: '' }, [])).toBeUndefined();
  });

  it('a secret that an edit has put into another row is hidden with it', () => {
    const held = [{ name: 'client_secret', value: secret }];
    const row = { name: 'client_id', place: 'form', value: ` ${secret}` } as const;
    expect(standInOf(row, held)).toBe('client_secret, 23 characters');
  });
});

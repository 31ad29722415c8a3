import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { appSettingsSchema } from './schema.ts';

const withoutPlatform = {
  name: 'Test',
  portal: 'classic',
  audience: 'private',
  redirectUris: ['https://app.example.com/callback'],
  scopes: ['ReadAccounts'],
};
const classic = { ...withoutPlatform, platformType: 'ServerWeb' };
const current = { ...classic, portal: 'current', methods: ['three-legged'] };

/** The fields that were refused, with their reasons. */
function refusals(input: unknown): [string, string][] {
  const result = z.safeParse(appSettingsSchema, input);
  return (result.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]);
}

test.each([
  classic,
  { ...classic, platformType: 'ServerOther', redirectUris: [] },
  { ...classic, issueRefreshTokens: false },
  current,
  { ...current, methods: ['three-legged', 'jwt'], issueRefreshTokens: true },
  { ...withoutPlatform, portal: 'current', methods: ['jwt'], redirectUris: [] },
  { ...withoutPlatform, portal: 'current', methods: ['password'], redirectUris: [] },
])('settings that a portal produces go through: %j', (input) => {
  expect(refusals(input)).toEqual([]);
});

describe('what no portal could have produced names the field and the reason', () => {
  test.each<[object, string, string]>([
    [withoutPlatform, 'platformType', 'every app a platform type'],
    [{ ...classic, methods: ['jwt'] }, 'methods', 'no methods'],
    [{ ...classic, portal: 'current' }, 'methods', 'asks for a method'],
    [{ ...current, methods: [] }, 'methods', 'asks for a method'],
    [{ ...current, methods: ['jwt', 'jwt'] }, 'methods', 'twice'],
    [{ ...current, methods: ['jwt'] }, 'platformType', 'only with three-legged'],
    [
      { ...withoutPlatform, portal: 'current', methods: ['three-legged'] },
      'platformType',
      'where the code runs',
    ],
    [{ ...current, platformType: 'ServerOther' }, 'platformType', 'offers no ServerOther'],
    [{ ...current, platformType: 'MobileOther' }, 'platformType', 'offers no MobileOther'],
    [{ ...classic, redirectUris: ['https://a.example/*'] }, 'redirectUris.0', 'wildcard'],
    [
      { ...classic, redirectUris: ['https://a.example/', 'https://a.example/'] },
      'redirectUris',
      'twice',
    ],
    [
      {
        ...classic,
        redirectUris: Array.from({ length: 11 }, (_, index) => `https://a.example/${index}`),
      },
      'redirectUris',
      '10 redirect URIs at most',
    ],
    [{ ...classic, scopes: ['CallLog'] }, 'scopes.0', '"CallLog" is not an app scope'],
    [{ ...classic, scopes: ['SMS', 'SMS'] }, 'scopes', 'twice'],
    [{ ...classic, name: '  ' }, 'name', 'needs a name'],
    [{ ...classic, name: 'x'.repeat(65) }, 'name', '64'],
  ])('%j: %s %s', (input, field, reason) => {
    const found = refusals(input).filter(([path]) => path === field);
    expect(found).toHaveLength(1);
    expect(found[0]?.[1]).toContain(reason);
  });

  test.each([
    { ...classic, portal: 'older' },
    { ...classic, platformType: '__proto__' },
    { ...classic, surprise: true },
    JSON.parse('{"__proto__": {"portal": "classic"}}'),
    null,
    [],
    'classic',
  ])('%j is refused', (input) => {
    expect(refusals(input).length).toBeGreaterThan(0);
  });
});

import { expect, test } from 'vitest';
import { isScope, scopes, withIncluded } from './scopes.ts';

test('every scope is listed once and includes only scopes that exist', () => {
  expect(new Set(scopes.map(({ name }) => name)).size).toBe(scopes.length);
  expect(scopes.flatMap(({ includes }) => includes).filter((name) => !isScope(name))).toEqual([]);
});

test('a scope brings what comes with it, and what comes with that', () => {
  expect(withIncluded(['Accounts'])).toEqual([
    'Accounts',
    'EditAccounts',
    'ReadAccounts',
    'EditExtensions',
  ]);
  expect(withIncluded(['Faxes', 'SMS'])).toEqual(['Faxes', 'SMS', 'ReadMessages']);
});

test('the legacy names of old samples are no scopes', () => {
  for (const name of ['AccountInfo', 'CallLog', 'ExtensionInfo', 'Messages', 'readaccounts']) {
    expect(isScope(name), name).toBe(false);
  }
});

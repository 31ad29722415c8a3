import { expect, test } from 'vitest';
import { isScope, scopeNamed, scopes, withIncluded } from './scopes.ts';

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

test('a name that is no scope brings itself alone', () => {
  expect(withIncluded(['Telepathy', 'SMS'])).toEqual(['Telepathy', 'SMS', 'ReadMessages']);
});

test('a scope is found by its name', () => {
  expect(scopeNamed('ReadCallLog')).toEqual({
    name: 'ReadCallLog',
    meaning: 'Read call log records.',
    includes: [],
    label: 'View user call log records',
  });
  expect(scopeNamed('Telepathy')).toBeUndefined();
});

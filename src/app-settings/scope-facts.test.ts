import { expect, test } from 'vitest';
import { scopeFacts } from './scope-facts.ts';
import { scopes } from './scopes.ts';

test('every scope has its facts, and no other name has', () => {
  expect(Object.keys(scopeFacts).sort()).toEqual(scopes.map(({ name }) => name).sort());
});

test('a scope has a call if the API description names it, and only then', () => {
  for (const [name, { operations, call }] of Object.entries(scopeFacts)) {
    expect(call !== undefined, name).toBe(operations > 0);
    expect(call?.path ?? '/', name).toMatch(/^\//);
  }
});

test('the guide lists 38 scopes; a scope that it does not list says where it was seen', () => {
  const elsewhere = Object.entries(scopeFacts).filter(([, { seen }]) => seen !== undefined);
  expect(elsewhere.map(([name]) => name)).toEqual([
    'Interoperability',
    'NumberLookup',
    'ReadAuditTrail',
    'RingSense',
    'TelephonySessions',
    'WebSocket',
  ]);
  expect(scopes.length - elsewhere.length).toBe(38);
  for (const [name, { access }] of elsewhere) expect(access, name).toBeUndefined();
});

test('a scope that the guide offers on request says so in its meaning too', () => {
  const onRequest = scopes.filter(({ meaning }) => meaning.endsWith('on request.'));
  expect(onRequest.map(({ name }) => name)).toEqual([
    'DirectRingOut',
    'EditReportingSettings',
    'EditUserCredentials',
    'RoleManagement',
  ]);
  for (const { name } of onRequest) expect(scopeFacts[name]?.approval, name).toBe('request');
});

import { expect, test } from 'vitest';
import { ruleOf, rules } from '#app-settings/rules/index.ts';
import { namesOf, ruleFacts } from './rule-facts.ts';

test('every rule has flows and one effect', () => {
  for (const rule of rules) expect(ruleFacts(rule).flows.length, rule.id).toBeGreaterThan(0);
});

test('X2 is about password, refuses, and names both ways out', () => {
  const { flows, effect, changes } = ruleFacts(ruleOf('X2'));
  expect([flows, effect]).toEqual([['password'], 'refused']);
  expect(changes.map(({ how }) => how)).toEqual(['new app', 'not known']);
});

test('X1, X16 audience was fixed to July 2021; for the current portal no source says so', () => {
  for (const id of ['X1', 'X16'] as const) {
    const { changes } = ruleFacts(ruleOf(id));
    expect(changes.map(({ how }) => how)).toEqual([
      'new app in the classic portals, not known in the current one',
    ]);
  }
});

test('X26 RingCentral tells apps of the password flow to edit', () => {
  const { changes } = ruleFacts(ruleOf('X26'));
  expect(changes).toEqual([
    {
      change:
        'Edit the app and choose “JWT auth flow” in its Auth section. If it shows none, create a new app.',
      how: 'edit',
    },
  ]);
  expect(ruleOf('X26').words).toContain('RingCentral tells apps of the password flow to edit');
});

test('X22 is about every flow and warns', () => {
  const { flows, effect } = ruleFacts(ruleOf('X22'));
  expect([namesOf(flows), effect]).toEqual(['every flow', 'warning']);
});

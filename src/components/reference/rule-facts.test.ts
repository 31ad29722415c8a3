import { expect, test } from 'vitest';
import { ruleOf, rules } from '#app-settings/rules/index.ts';
import { namesOf, ruleFacts } from './rule-facts.ts';

test('every rule has flows and one effect', () => {
  for (const rule of rules) expect(ruleFacts(rule).flows.length, rule.id).toBeGreaterThan(0);
});

test('X2 is about password, refuses, and names both ways out', () => {
  const { flows, effect, changes } = ruleFacts(ruleOf('X2'));
  expect([flows, effect]).toEqual([['password'], 'refused']);
  expect(changes.map(({ how }) => how)).toEqual(['new app', 'new app']);
});

test('X22 is about every flow and warns', () => {
  const { flows, effect } = ruleFacts(ruleOf('X22'));
  expect([namesOf(flows), effect]).toEqual(['every flow', 'warning']);
});

import { expect, test } from 'vitest';
import { controlOperations, typeWords } from './control-operations.ts';

test('every call has its answers; what changes something says what it takes', () => {
  const operations = controlOperations();
  expect(operations.length).toBeGreaterThan(20);
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  for (const { id, answers } of operations) expect(answers.length, id).toBeGreaterThan(0);
  const makeApp = operations.find(({ id }) => id === 'createApp');
  expect(makeApp?.body.find(({ name }) => name === 'portal')).toEqual({
    name: 'portal',
    type: '"classic" or "current"',
    required: true,
  });
});

test.each([
  [{ type: 'string' }, 'text'],
  [{ type: 'array', items: { type: 'string' } }, 'list of text'],
  [{ enum: ['a', 1] }, '"a" or 1'],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'text or null'],
  [{}, 'any value'],
  [undefined, 'any value'],
])('%j is %s', (given, words) => {
  expect(typeWords(given)).toBe(words);
});

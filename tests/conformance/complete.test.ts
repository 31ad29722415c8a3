import { expect, test } from 'vitest';
import { notApplicable } from './not-applicable.ts';
import { ruleNumbers, ruleOf } from './rules.ts';
import { table } from './table/index.ts';

const rows = Object.values(table).flat();

test('every rule has a row, or a reason why it has none', () => {
  const answered = new Set([...rows.map(({ id }) => ruleOf(id)), ...Object.keys(notApplicable)]);
  expect(ruleNumbers.filter((number) => !answered.has(number))).toEqual([]);
});

test('no rule has both', () => {
  const withRows = new Set(rows.map(({ id }) => ruleOf(id)));
  expect(Object.keys(notApplicable).filter((number) => withRows.has(number))).toEqual([]);
});

test('no row has the number of another', () => {
  const seen = new Set<string>();
  const twice = rows.map(({ id }) => id).filter((id) => seen.has(id) || !seen.add(id));
  expect(twice).toEqual([]);
});

test('rows are data: they survive being written down', () => {
  expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
});

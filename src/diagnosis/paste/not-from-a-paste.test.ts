import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notFromAPaste } from './not-from-a-paste.ts';

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `LINT-${String(from + at).padStart(3, '0')}`);

/** The rules by their numbers, in the parts of a sign-in. */
const all = [
  ...range(1, 6),
  ...range(10, 25),
  ...range(30, 34),
  ...range(40, 51),
  'LINT-0A1',
  'LINT-0A2',
  ...range(110, 123),
  ...range(150, 185),
  ...range(210, 223),
  ...range(250, 263),
  ...range(300, 310),
];

const here = new URL('.', import.meta.url);

function filesIn(folder: URL): URL[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesIn(new URL(`${entry.name}/`, folder));
    const isSource = entry.name.endsWith('.ts') && !entry.name.includes('.test.');
    return isSource && entry.name !== 'not-from-a-paste.ts' ? [new URL(entry.name, folder)] : [];
  });
}

/** What a rule can answer with: its id as a text, not in a comment. */
const told = new Set(
  [...filesIn(here), ...filesIn(new URL('../rules/causes/', here))].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'(LINT-[\dA]{3})'/g)].map(([, id = '']) => id),
  ),
);

describe('the lint rules', () => {
  it.each(all)('%s is a rule of a paste, or is said to be none', (id) => {
    expect(told.has(id) !== Object.hasOwn(notFromAPaste, id)).toBe(true);
  });

  it('has no rule without a number of the list', () => {
    expect([...told].filter((id) => !all.includes(id))).toEqual([]);
  });
});

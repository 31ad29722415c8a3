import { expect, it } from 'vitest';
import { nameProblem } from './name.ts';

it.each<[string, string | undefined]>([
  ['', 'An app needs a name.'],
  [' \n', 'An app needs a name.'],
  ['A', undefined],
  [` ${'x'.repeat(63)}`, undefined],
  ['x'.repeat(64), undefined],
  ['x'.repeat(65), 'A name may have 64 characters at most.'],
  [` ${'x'.repeat(64)}`, 'A name may have 64 characters at most.'],
])('%j: %s', (name, problem) => {
  expect(nameProblem(name)).toBe(problem);
});

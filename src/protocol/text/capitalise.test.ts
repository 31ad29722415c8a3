import { expect, it } from 'vitest';
import { capitalise, uncapitalise } from './capitalise.ts';

it.each([
  ['step 5', 'Step 5'],
  ['an earlier step', 'An earlier step'],
  ['', ''],
])('%j begins a sentence as %j', (text, begun) => {
  expect(capitalise(text)).toBe(begun);
});

it.each([
  ['Any customer', 'any customer'],
  ['', ''],
])('%j stands within a sentence as %j', (text, within) => {
  expect(uncapitalise(text)).toBe(within);
});

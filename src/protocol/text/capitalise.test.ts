import { expect, it } from 'vitest';
import { capitalise } from './capitalise.ts';

it.each([
  ['step 5', 'Step 5'],
  ['an earlier step', 'An earlier step'],
  ['', ''],
])('%j begins a sentence as %j', (text, begun) => {
  expect(capitalise(text)).toBe(begun);
});

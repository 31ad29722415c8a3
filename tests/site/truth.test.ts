import { expect, test } from 'vitest';
import { corrected } from '../truth/statements.ts';
import { site, textOf } from './built-site.ts';

test.each(corrected)('$id on $address', ({ address, has, hasNot }) => {
  const page = site.page(address);
  expect(page, `${address} is not built`).toBeDefined();
  const text = textOf(page?.html ?? '');
  // The page is too long to be printed.
  if (has !== undefined) expect(text.includes(has), has).toBe(true);
  if (hasNot !== undefined) expect(text.includes(hasNot), hasNot).toBe(false);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statements } from '../seed/statements.ts';
import { root, site, textOf } from './built-site.ts';

test.each(statements)('$id stands on its page', ({ page: { address, words } }) => {
  const page = site.page(address);
  expect(page, `${address} is not built`).toBeDefined();
  expect(textOf(page?.html ?? '')).toContain(words);
});

test.each(statements)('$id has the test that it names', ({ test: { file, name } }) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(name);
});

test('links the five RFCs of RingCentral’s guide', () => {
  const links = [...(site.page('/')?.html ?? '').matchAll(/href="([^"]*rfc-editor[^"]*)"/g)].map(
    ([, href = '']) => href,
  );
  for (const number of ['6749', '6750', '7009', '7636', '7523']) {
    expect(
      links.some((href) => href.includes(`rfc${number}`)),
      number,
    ).toBe(true);
  }
});

test.each([
  ['/auth-code-flow/', '/flows/auth-code/'],
  ['/auth-code-pkce-flow/', '/flows/auth-code-pkce/'],
  ['/implicit-grant-flow/', '/flows/implicit/'],
  ['/password-flow/', '/flows/password/'],
])('the original addresses lead to the flows: %s', (from, to) => {
  expect(site.page(from)?.html).toContain(`url=${to}`);
});

test('each statement is listed once', () => {
  const ids = statements.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  console.log(`${ids.length} statements of the original page, each with its page and its test`);
});

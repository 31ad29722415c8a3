import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { serverKey } from '#islands/playground/model/server/server-key.ts';
import { ringCentralOrigins } from '#protocol/ringcentral-hosts.ts';
import { hashInlineScripts } from './hash-inline-scripts.ts';
import { headerPolicy, pagePolicy } from './policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('inline scripts are hashed as they stand, spaces and line breaks included', () => {
  expect(hashInlineScripts('<script>\n a()\n</script><script type="module">b()</script>')).toEqual([
    hash('\n a()\n'),
    hash('b()'),
  ]);
});

test('a script with src and a block of data need no hash', () => {
  expect(
    hashInlineScripts(
      '<script src="/a.js"></script><script type="application/json">{}</script><script type="module" src="/b.js"></script>',
    ),
  ).toEqual([]);
});

test('what looks like a script in a comment or an attribute is none', () => {
  expect(
    hashInlineScripts(
      '<!-- <script>old()</script> --><a title="<script>x()</script>">a</a><script>if (a < b) c("<p></p>")</script>',
    ),
  ).toEqual([hash('if (a < b) c("<p></p>")')]);
});

test('an import map is checked by browsers, so it is hashed', () => {
  expect(hashInlineScripts('<script type="importmap">{}</script>')).toEqual([hash('{}')]);
});

test('the policy does not depend on the order of pages', () => {
  expect(pagePolicy(["'b'", "'a'", "'b'"])).toBe(pagePolicy(["'a'", "'b'"]));
});

test('frame-ancestors is said in the header only: in a page it is ignored with a warning', () => {
  expect(pagePolicy([])).not.toContain('frame-ancestors');
  expect(headerPolicy(pagePolicy([]))).toMatch(/; frame-ancestors 'none'$/);
});

/** Runs the head script in a page of its own, and gives the policy that it writes. */
function narrowed(stored: string | null): string {
  const source = readFileSync(new URL('./connect-src.js', import.meta.url), 'utf8');
  const meta = { httpEquiv: '', content: '' };
  let appended: typeof meta | undefined;
  runInNewContext(source, {
    URL,
    sessionStorage: { getItem: (key: string) => (key === serverKey ? stored : null) },
    document: {
      createElement: () => meta,
      head: { append: (element: typeof meta) => (appended = element) },
    },
  });
  expect(appended?.httpEquiv).toBe('content-security-policy');
  return appended?.content ?? '';
}

const always = `connect-src 'self' ${ringCentralOrigins.join(' ')}`;

test('a page connects to itself and to the two RingCentral hosts', () => {
  expect(narrowed(null)).toBe(always);
});

test('and to the server that the reader added, by its origin alone', () => {
  expect(narrowed('https://login.example.com/oauth?x=1')).toBe(
    `${always} https://login.example.com`,
  );
  expect(narrowed('http://localhost:8080')).toBe(`${always} http://localhost:8080`);
  expect(narrowed('https://a.example https://token.example/x')).toBe(
    `${always} https://a.example https://token.example`,
  );
});

test('what is stored cannot widen the policy in another way', () => {
  for (const stored of [
    '*',
    '',
    'http://login.example.com',
    'data:text/html,x',
    'https:',
    "https://a.example; script-src 'unsafe-inline'",
    'ws://a.example',
  ]) {
    expect(narrowed(stored), stored).toBe(always);
  }
});

test('forbidden storage leaves the narrow policy', () => {
  const source = readFileSync(new URL('./connect-src.js', import.meta.url), 'utf8');
  const meta = { httpEquiv: '', content: '' };
  runInNewContext(source, {
    URL,
    get sessionStorage(): never {
      throw new Error('SecurityError');
    },
    document: { createElement: () => meta, head: { append: () => undefined } },
  });
  expect(meta.content).toBe(always);
});

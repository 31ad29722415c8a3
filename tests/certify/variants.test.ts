import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '#components/quick-start/languages.ts';
import { challenges } from '#sandbox/certify/challenges.ts';
import { startQuickStartSandbox } from '../quick-starts/support/sandbox.ts';
import { makeReady, type Ready } from '../quick-starts/support/setting.ts';
import { certifyProgram, verdictsOf } from './certify-program.ts';

/** The Node quick start with one defect each, made by replacing text in its lesson. */
const variants: Record<string, [from: string, to: string][]> = {
  'refresh-once': [['this.#refreshing ??= this.exchange', 'this.#refreshing = this.exchange']],
  'retry-after': [['await sleep(wait * 1000)', 'await sleep(status === 429 ? 0 : wait * 1000)']],
  'code-once': [[" && form?.grant_type !== 'authorization_code'", '']],
  'no-refresh-token': [
    ['if (!refresh || !mayRefresh || Date.now()', 'if (!mayRefresh || Date.now()'],
  ],
  'altered-state': [['if (!state || given !== state)', 'if (!state)']],
  'wrong-iss': [['if (iss && iss !== server)', 'if (!server)']],
  'no-access-token': [
    ["typeof access !== 'string' || ", ''],
    ['if (!access) throw', 'if (!this.tokens) throw'],
  ],
  'backs-off': [['status === 503 ? 1 : NaN', 'status === 503 ? 0 : NaN']],
  'rotated-token': [
    ['tokens: { access, refresh,', 'tokens: { access, refresh: this.tokens?.refresh ?? refresh,'],
  ],
  'session-ended': [
    ["if (error.error !== 'invalid_grant') throw error;", 'if (error) throw error;'],
  ],
  'survives-html': [['body = undefined; // HTML', 'process.exit(1); // HTML']],
  'no-secret-in-address': [
    [
      "this.#ask('GET', path, { authorization: `Bearer ${access}` })",
      "this.#ask('GET', `${path}?access_token=${access}`, {})",
    ],
  ],
};

const node = languages.find(({ slug }) => slug === 'node');
if (!node) throw new Error('The quick start in JavaScript is missing');

function broken(replacements: readonly [string, string][]): Ready {
  if (!node) throw new Error('unreachable');
  const [ready] = makeReady('authorization-flow', node, [node.app]) as [Ready];
  const file = join(ready.folder, 'oauth.mjs');
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of replacements) {
    expect(text.split(from), from).toHaveLength(2);
    text = text.replace(from, () => to);
  }
  writeFileSync(file, text);
  return ready;
}

const allPassed = Object.fromEntries(challenges.map(({ id }) => [id, 'passed']));

describe.concurrent('certification of the Node quick start', () => {
  test('it passes every challenge', async () => {
    const sandbox = await startQuickStartSandbox();
    const results = await certifyProgram(sandbox, broken([]), 'certify-whole');
    expect(verdictsOf(results)).toEqual(allPassed);
    await sandbox.close();
  });

  test.each(Object.entries(variants))(
    'with a defect it fails %s, and that alone',
    async (id, replacements) => {
      const sandbox = await startQuickStartSandbox();
      const results = await certifyProgram(sandbox, broken(replacements), `certify-${id}`);
      expect(verdictsOf(results)).toEqual({
        ...allPassed,
        [id]: expect.stringMatching(/^failed: /),
      });
      await sandbox.close();
    },
  );

  // The sandbox always says bearer, so a program that wants Bearer signs in nowhere.
  test('with a comparison of letters it fails lower-case-bearer', async () => {
    const sandbox = await startQuickStartSandbox();
    const letters: [string, string][] = [['!/^bearer$/i.test(type)', "type !== 'Bearer'"]];
    const only = (id: string) => id === 'lower-case-bearer';
    const results = await certifyProgram(sandbox, broken(letters), 'certify-letters', only);
    expect(verdictsOf(results)).toEqual({
      'lower-case-bearer': expect.stringMatching(/^failed: /),
    });
    await sandbox.close();
  });
});

test('every challenge has its variant', () => {
  expect([...Object.keys(variants), 'lower-case-bearer'].sort()).toEqual(
    Object.keys(allPassed).sort(),
  );
});

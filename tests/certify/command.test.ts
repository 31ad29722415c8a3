import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '#components/quick-start/languages.ts';
import { type QuickStartSandbox, startQuickStartSandbox } from '../quick-starts/support/sandbox.ts';
import { makeReady, type Ready, register } from '../quick-starts/support/setting.ts';
import { WebApp } from '../quick-starts/support/web-app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'certify-'));
const clientId = 'certify-command';
let sandbox: QuickStartSandbox;
let web: WebApp;

beforeAll(async () => {
  sandbox = await startQuickStartSandbox();
  const node = languages.find(({ slug }) => slug === 'node');
  if (!node) throw new Error('The quick start in JavaScript is missing');
  const [ready] = makeReady('authorization-flow', node, [node.app]) as [Ready];
  const { settings } = await register(sandbox, clientId, { secret: 'certify-not-a-secret' });
  web = await WebApp.start(ready.command, ready.folder, settings);
});
afterAll(async () => {
  await web.program.stop();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const certify = (...args: string[]) =>
  new Promise<{ status: number | null; output: string }>((resolve) => {
    const child = spawn(process.execPath, ['scripts/certify.mjs', ...args], {
      cwd: root,
      env: { ...process.env, PROGRAM: web.origin },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => (output += String(chunk)));
    }
    child.on('close', (status) => resolve({ status, output }));
  });
const atSandbox = () => ['--client', clientId, '--server', sandbox.origin];
const driver = `"${process.execPath}" tests/certify/driver.ts`;

test('ends with 0 where all passed', async () => {
  const only = 'altered-state,no-access-token,no-secret-in-address';
  const { status, output } = await certify(...atSandbox(), '--only', only, '--drive', driver);
  expect([status, output]).toEqual([
    0,
    expect.stringContaining('0 failed, 0 not reached, 3 passed'),
  ]);
});

test('ends with 1 where one was not reached, and writes what to do', async () => {
  const report = join(folder, 'report.md');
  const { status, output } = await certify(
    ...[...atSandbox(), '--only', 'retry-after', '--seconds', '3', '--drive', 'exit 0'],
    ...['--report', report, '--language', 'ruby'],
  );
  expect([status, output]).toEqual([1, expect.stringContaining('not reached retry-after')]);
  const text = readFileSync(report, 'utf8');
  expect(text).toContain('## Not reached: Waits as long as Retry-After says');
  expect(text).toContain('https://www.rfc-editor.org/rfc/rfc6585.html#section-4');
  expect(text).toContain('/quick-start/authorization-flow/ruby/');
  expect(text).toContain('```ruby\nasked = response.fetch(');
  const faults = await (await sandbox.control('GET', '/faults')).json();
  expect(faults).toMatchObject({ inForce: [] });
});

test.each([
  ['no client', [], '--client is missing'],
  ['an option that there is not', ['--fire'], 'fire'],
  ['a challenge that there is not', ['--client', 'x', '--only', 'fire'], 'no challenge'],
  ['a language that there is not', ['--client', 'x', '--language', 'cobol'], 'cobol'],
  ['no address', ['--client', 'x', '--server', 'here'], 'no address'],
  ['nobody at the address', ['--client', 'x', '--server', 'http://localhost:9'], 'npm start'],
])('ends with 2 and says why: %s', async (_, args, words) => {
  const { status, output } = await certify(...args);
  expect([status, output]).toEqual([2, expect.stringContaining(words)]);
});

test('ends with 2 for an app that the sandbox does not have, and for a driver that fails', async () => {
  const unknown = await certify('--client', 'nobody', '--server', sandbox.origin);
  expect([unknown.status, unknown.output]).toEqual([2, expect.stringContaining('client id')]);
  const fallen = await certify(...atSandbox(), '--only', 'retry-after', '--drive', 'exit 3');
  expect([fallen.status, fallen.output]).toEqual([2, expect.stringContaining('ended with 3')]);
});

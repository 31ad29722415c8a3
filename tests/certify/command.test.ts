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

interface Ended {
  status: number | null;
  output: string;
}
const certify = (...args: string[]) => certifyUntil(() => undefined, ...args);
/** @param heard is given what it prints and what stops it, as Ctrl-C does */
const certifyUntil = (heard: (output: string, stop: () => void) => void, ...args: string[]) =>
  new Promise<Ended>((resolve) => {
    const child = spawn(process.execPath, ['scripts/certify.mjs', ...args], {
      cwd: root,
      env: { ...process.env, PROGRAM: web.origin },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
        heard(output, () => child.kill('SIGINT'));
      });
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
  ['an address of another kind', ['--client', 'x', '--server', 'ftp://here'], 'no address'],
  ['no folder for the report', ['--client', 'x', '--report', 'no-folder/r.md'], 'no folder'],
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
  const killed = await certify(...atSandbox(), '--only', 'retry-after', '--drive', 'kill -9 $$');
  expect([killed.status, killed.output]).toEqual([2, expect.stringContaining('with SIGKILL')]);
});

test('ends with 2 for a driver that does not end, and for a report that cannot be written', async () => {
  const only = [...atSandbox(), '--only', 'retry-after'];
  const late = await certify(...only, '--seconds', '2', '--drive', 'sleep 100');
  expect([late.status, late.output]).toEqual([
    2,
    expect.stringContaining('The driver did not end within 2 seconds in retry-after.'),
  ]);
  // What was found is told all the same.
  const lost = await certify(...only, '--drive', 'exit 0', '--report', folder);
  expect([lost.status, lost.output]).toEqual([2, expect.stringContaining('1 not reached')]);
  expect(lost.output).toContain(`The report cannot be written to ${folder} (EISDIR).`);
});

test('puts faults and policy back where somebody stops it in the middle', async () => {
  const policy = async () =>
    (await sandbox.control('GET', `/policy?clientId=${clientId}`)).json() as Promise<object>;
  const before = await policy();
  let during: object | undefined;
  const stopped = await certifyUntil(
    (output, stop) => {
      if (!output.includes('  Sign in.') || during) return;
      during = {};
      setTimeout(() => void policy().then((found) => ((during = found), stop())), 1000);
    },
    ...[...atSandbox(), '--only', 'no-refresh-token'],
  );
  expect([stopped.status, stopped.output]).toEqual([2, expect.stringContaining('Stopped.')]);
  expect(during).toEqual({ ...before, accessTokenLifetimeSeconds: 2 });
  expect(await policy()).toEqual(before);
  const faults = await (await sandbox.control('GET', '/faults')).json();
  expect(faults).toMatchObject({ inForce: [] });
});

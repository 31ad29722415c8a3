import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages, type Program, type ProgramFlow } from '#components/quick-start/languages.ts';
import { unpack, useExample } from './support/folder.ts';
import { prepare, start } from './support/process.ts';
import { type QuickStartSandbox, startQuickStartSandbox } from './support/sandbox.ts';
import { commandsOf } from './support/setting.ts';
import { WebApp } from './support/web-app.ts';

/** As a reader does it: unpacked, with the `.env` that comes with it, by the command on the page. */
const present = process.env['QUICK_STARTS']?.split(',');
const here = languages.filter(({ slug }) => present === undefined || present.includes(slug));

// The other files run JavaScript with the machine's own Node, where it has one.
process.env['QUICK_START_NODE'] = process.execPath;

let sandbox: QuickStartSandbox;
let jwt: string;
beforeAll(async () => {
  sandbox = await startQuickStartSandbox();
  const answer = await sandbox.control('POST', '/jwt', { extensionNumber: '101' });
  ({ jwt } = (await answer.json()) as { jwt: string });
});
afterAll(() => sandbox.close());

/** Only the address of the sandbox differs from what a reader has: the tests choose a free port. */
const settings = () => ({ RC_SERVER_URL: sandbox.origin });

function setUp(flow: ProgramFlow, slug: string, program: Program) {
  const { run, folder } = program;
  const root = unpack(flow, slug);
  useExample(root);
  const place = folder === undefined ? root : `${root}/${folder}`;
  const commands = commandsOf(program);
  for (const command of commands.slice(0, -1)) prepare(command, place);
  return { place, command: commands.at(-1) ?? run };
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host: 'localhost', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

describe.each(here)('$label as it comes', ({ slug, app, jwt: first, password }) => {
  test('the web app is the demo app on port 5000', async () => {
    const { place, command } = setUp('authorization-flow', slug, app);
    if (await answers(5000)) {
      // Somebody has the port, as AirPlay does on a Mac: then the program has to name it.
      const running = start(command, place, settings());
      expect(await running.ended).toBe(1);
      expect(running.output()).toContain('Port 5000 is taken');
      return;
    }
    const web = await WebApp.start(command, place, settings());
    try {
      expect(web.origin).toBe('http://localhost:5000');
      const browser = web.newBrowser();
      expect((await web.signIn(browser)).text).toContain('extension id 1000101');
      expect((await web.call(browser, 'account-call-log')).status).toBe(200);
      web.expectSound();
    } finally {
      await web.program.stop();
    }
  });

  test('the JWT script lacks nothing but its JWT', async () => {
    const { place, command } = setUp('password-flow', slug, first);
    const without = start(command, place, settings());
    expect(await without.ended).toBe(1);
    expect(without.output()).toContain('RC_USER_JWT is missing');
    const running = start(command, place, { ...settings(), RC_USER_JWT: jwt });
    expect([await running.ended, running.output()]).toEqual([
      0,
      expect.stringContaining('Extension 101'),
    ]);
  });

  test('the password script lacks nothing', async () => {
    const { place, command } = setUp('password-flow', slug, password);
    const running = start(command, place, settings());
    expect([await running.ended, running.output()]).toEqual([
      0,
      expect.stringContaining('Extension 101'),
    ]);
  });
});

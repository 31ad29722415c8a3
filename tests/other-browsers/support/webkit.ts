import { spawn } from 'node:child_process';
import { freePort } from '../../hosting/support/program.ts';
import type { Browser, Tab } from './driver.ts';
import { hasMissed, watchPress } from './press.ts';
import { stands, until } from './until.ts';

/** An element, as WebDriver names it. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const keys: Record<string, string> = { Escape: '\uE00C' };

type Send = (method: string, path: string, body?: object) => Promise<unknown>;

/** One window of a session; a session has one that is spoken to, so each call turns to its own. */
function tabOf(handle: string, send: Send): Tab {
  const here: Send = async (method, path, body) => {
    await send('POST', '/window', { handle });
    return send(method, path, body);
  };
  const execute = (script: (...values: never[]) => unknown, values: unknown[]): Promise<unknown> =>
    here('POST', '/execute/sync', {
      script: `return (${String(script)})(...arguments)`,
      args: values,
    });
  return {
    goto: async (url) => void (await here('POST', '/url', { url })),
    // Not by the driver's own way, which waits for a page that loads.
    travel: async (pages) =>
      void (await execute((count: number) => void setTimeout(() => history.go(count)), [pages])),
    run: (script, ...values) => execute(script, values) as never,
    press: async (find, ...values) => {
      const found = (await execute(find, values)) as Record<string, string> | null;
      if (!found || !(await stands((one) => execute(one as never, [found]) as never))) return false;
      await execute(watchPress as never, [found]);
      await here('POST', `/element/${found[elementKey] ?? ''}/click`, {});
      // Where the press led to another page, or closed this one, it met what it was meant for.
      return (await execute(hasMissed, []).catch(() => false)) !== true;
    },
    type: async (text) => {
      const focused = (await here('GET', '/element/active')) as Record<string, string>;
      await here('POST', `/element/${focused[elementKey] ?? ''}/value`, {
        text: keys[text] ?? text,
      });
    },
    resize: async (width, height) => void (await here('POST', '/window/rect', { width, height })),
  };
}

/** A display that nobody looks at, and its number. */
async function startDisplay(command: string): Promise<{ display: string; end: () => void }> {
  const child = spawn(
    command,
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('Xvfb ended')));
    child.stdio[3]?.once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  child.removeAllListeners('exit');
  return { display: `:${number}`, end: () => child.kill() };
}

/** WebKitGTK's own small browser, over WebDriver. Its console cannot be read. */
export async function startWebKit(paths: {
  driver: string;
  display: string;
  browser: string;
}): Promise<Browser> {
  const screen = await startDisplay(paths.display);
  const port = await freePort();
  const driver = spawn(paths.driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value.error ?? ''} ${value.message ?? ''}`);
    return value;
  };
  await until('the driver', () =>
    call('GET', '/status').then(
      () => true,
      () => false,
    ),
  );
  const { sessionId, capabilities } = (await call('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
      },
    },
  })) as { sessionId: string; capabilities: { browserName: string; browserVersion: string } };
  const session = `/session/${sessionId}`;
  const send: Send = (method, path, body) => call(method, session + path, body);
  const handles = async () => (await send('GET', '/window/handles')) as string[];
  const [first = ''] = await handles();
  return {
    name: `WebKitGTK ${capabilities.browserName} ${capabilities.browserVersion}`,
    narrow: 447,
    tab: tabOf(first, send),
    opened: async (act) => {
      const before = await handles();
      await act();
      const handle = await until('a window', async () =>
        (await handles()).find((one) => !before.includes(one)),
      );
      return tabOf(handle, send);
    },
    windows: async () => (await handles()).length,
    complaints: () => [],
    end: async () => {
      await call('DELETE', session);
      driver.kill();
      screen.end();
    },
  };
}

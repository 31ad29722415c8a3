import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';

export interface PlainChromium {
  /** Opens a tab and does not look at it. */
  open(url: string): Promise<void>;
  /** From here on Playwright sees every tab, the open ones too. */
  watch(): Promise<Browser>;
  close(): Promise<void>;
}

/**
 * A Chromium that nobody watches at first: a watched one reports each request with its body, which
 * takes more time than the server does and would be measured as if it were the server's.
 */
export async function startChromium(args: readonly string[]): Promise<PlainChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'abuse-chromium-'));
  const child: ChildProcess = spawn(
    process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      // Two tabs of one window: the one behind must not be slowed down.
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      ...args,
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  const told = join(profile, 'DevToolsActivePort');
  for (let waited = 0; !existsSync(told) || readFileSync(told, 'utf8') === ''; waited += 1) {
    if (waited === 600) throw new Error('Chromium did not start within a minute.');
    await wait(100);
  }
  const endpoint = `http://127.0.0.1:${readFileSync(told, 'utf8').split('\n', 1)[0]}`;
  let watching: Browser | undefined;
  return {
    open: async (url) => {
      const opened = await fetch(`${endpoint}/json/new?${encodeURIComponent(url)}`, {
        method: 'PUT',
      });
      if (!opened.ok) throw new Error(`Chromium opened no tab: ${opened.status}`);
    },
    watch: async () => (watching ??= await chromium.connectOverCDP(endpoint)),
    close: async () => {
      await watching?.close();
      if (child.exitCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

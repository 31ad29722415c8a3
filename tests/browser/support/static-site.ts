import {
  cpSync,
  lstatSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';
import { servePlain } from '../../../scripts/preview-static.mjs';

export const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

export interface StaticSite {
  /** A copy of the built site, which a test may change; made for the test that asks for it. */
  readonly folder: string;
  origin: string;
  port: number;
  /** Ends the server: the network is off, whatever a browser believes. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

interface Fixtures {
  site: StaticSite;
  /** What a page said that it must not; empty at the end of each test. */
  complaints: string[];
  /** Messages of the console that a test provokes. */
  expected: RegExp[];
}

/** Playwright's `test` with the built site on a plain static server of its own, for each test. */
export const test = base.extend<Fixtures>({
  site: async ({}, use) => {
    const place = mkdtempSync(join(tmpdir(), 'static-site-'));
    const folder = join(place, 'site');
    // The built site itself until a test wants to change it: a copy of its thousand files takes a while.
    symlinkSync(dist, folder);
    const ownCopy = (): string => {
      if (lstatSync(folder).isSymbolicLink()) {
        const copy = join(place, 'copy');
        cpSync(dist, copy, { recursive: true });
        unlinkSync(folder);
        renameSync(copy, folder);
      }
      return folder;
    };
    let running = await servePlain({ folder });
    const { port, origin } = running;
    await use({
      get folder() {
        return ownCopy();
      },
      origin,
      port,
      stop: () => running.close(),
      start: async () => {
        running = await servePlain({ folder, port });
      },
    });
    await running.close();
    rmSync(place, { recursive: true });
  },
  baseURL: async ({ site }, use) => use(site.origin),
  expected: async ({}, use) => use([]),
  complaints: [
    async ({ context, expected }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        const text = message.text();
        if (message.type() !== 'error' || expected.some((one) => one.test(text))) return;
        complaints.push(`console: ${text}`);
      });
      context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The worker's copy of the site is whole. */
export async function copyIsWhole(page: Page): Promise<void> {
  // Not waitForFunction: a promise is true to it.
  const isWhole = () =>
    page.evaluate(async () => (await caches.match('/sw-complete')) !== undefined);
  // All of the site, to a disk that a busy machine shares.
  await expect.poll(isWhole, { timeout: 120_000, intervals: [100] }).toBe(true);
}

/** A newer worker has its own copy whole, and waits. */
export async function newCopyIsWhole(page: Page): Promise<void> {
  const isWaiting = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.waiting?.state;
    });
  await expect.poll(isWaiting, { timeout: 120_000 }).toBe('installed');
}

/** Stops every worker of a context, as a browser does when it likes, and waits until they have. */
export class WorkerStopper {
  #session: CDPSession;
  #running = new Set<string>();
  /** Those that a stop still waits for: a page's stream may wake a worker up again at once. */
  #awaited = new Set<string>();

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async attach(context: BrowserContext, page: Page): Promise<WorkerStopper> {
    const session = await context.newCDPSession(page);
    const stopper = new WorkerStopper(session);
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, runningStatus } of versions) {
        if (runningStatus === 'stopped') {
          stopper.#running.delete(versionId);
          stopper.#awaited.delete(versionId);
        } else stopper.#running.add(versionId);
      }
    });
    await session.send('ServiceWorker.enable');
    return stopper;
  }

  async stop(): Promise<void> {
    this.#awaited = new Set(this.#running);
    // One that was starting when it was told may not hear it: it is told again.
    await expect(async () => {
      await this.#session.send('ServiceWorker.stopAllWorkers');
      await expect.poll(() => [...this.#awaited], { timeout: 2000, intervals: [10] }).toEqual([]);
    }).toPass({ timeout: 30_000 });
  }
}

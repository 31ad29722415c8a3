import { fileURLToPath } from 'node:url';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { startServer } from '../../src/sandbox/hosts/node.ts';
import { expectNoViolations } from './support/axe.ts';
import { PlaygroundPage, allow } from './support/playground.ts';

/**
 * What past requests cost a page that is opened after them: time until it can be used, the longest
 * task after its first paint, and what is drawn.
 */
const site = fileURLToPath(new URL('../../dist', import.meta.url));
const counts = [0, 100, 500, 1000];
/** A busy machine slows single runs down; the least of so many is the page's own. */
const runs = 3;

interface Figures {
  page: string;
  past: number;
  kept: number;
  usable: number;
  longest: number;
  nodes: number;
  'nodes, 50 shown': number;
}

/** So many requests of an app: its sign-ins are begun, and its codes refused. */
async function sendPast(origin: string, clientId: string, count: number): Promise<void> {
  const authorize = (at: number) =>
    fetch(
      `${origin}/restapi/oauth/authorize?${new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        redirect_uri: `${origin}/callback/`,
        state: `SANDBOX-state-${String(at).padStart(6, '0')}`,
      }).toString()}`,
    );
  const trade = (at: number) =>
    fetch(`${origin}/restapi/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientId}-secret`)}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: `SANDBOX-code-${at}`,
        redirect_uri: `${origin}/callback/`,
      }),
    });
  for (let at = 0; at < count; at += 1) {
    await (await (at % 2 === 0 ? authorize(at) : trade(at))).text();
  }
}

/** Notes each long task of the page's own, and when all that makes it usable is there. */
async function watch(page: Page, usable: readonly string[]): Promise<void> {
  await page.addInitScript((selectors) => {
    const noted = { tasks: [] as [start: number, duration: number][], usable: 0 };
    Reflect.set(window, 'noted', noted);
    new PerformanceObserver((list) => {
      for (const { name, startTime, duration } of list.getEntries()) {
        if (name === 'self') noted.tasks.push([startTime, duration]);
      }
    }).observe({ type: 'longtask', buffered: true });
    const look = (): void => {
      if (selectors.every((selector) => document.querySelector(selector))) {
        noted.usable = performance.now();
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  }, usable);
}

const noted = (page: Page) =>
  page.evaluate(() => {
    const { tasks, usable } = Reflect.get(window, 'noted') as {
      tasks: [number, number][];
      usable: number;
    };
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const after = tasks.filter(([start]) => start > painted).map(([, duration]) => duration);
    return {
      usable: Math.round(usable),
      longest: Math.round(Math.max(0, ...after)),
      nodes: document.querySelectorAll('*').length,
    };
  });

/** How many rows change when one more request arrives. */
async function changedRows(page: Page, list: string, send: () => Promise<void>): Promise<number> {
  const before = await page.locator(`${list} > li`).count();
  await page.evaluate((selector) => {
    const element = document.querySelector(selector);
    const changed = new Set<Node>();
    Reflect.set(window, 'changed', changed);
    if (!element) return;
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        for (const added of addedNodes) changed.add(added);
        // Within a row that was there; the list itself gains one and loses one.
        if (target !== element) changed.add(target);
      }
    }).observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
  }, list);
  await send();
  await expect
    .poll(() => page.evaluate(() => (Reflect.get(window, 'changed') as Set<Node>).size))
    .toBeGreaterThan(0);
  expect(await page.locator(`${list} > li`).count()).toBe(before);
  return page.evaluate((selector) => {
    const changed = [...(Reflect.get(window, 'changed') as Set<Node>)];
    const rows = changed.map((node) => {
      const element = node instanceof HTMLElement ? node : node.parentElement;
      return element?.closest(`${selector} > li:not(.qs-awaited)`);
    });
    return new Set(rows.filter(Boolean)).size;
  }, list);
}

const least = (figures: readonly Omit<Figures, 'page' | 'past'>[]) => ({
  kept: figures[0]?.kept ?? 0,
  usable: Math.min(...figures.map(({ usable }) => usable)),
  longest: Math.min(...figures.map(({ longest }) => longest)),
  nodes: figures[0]?.nodes ?? 0,
  'nodes, 50 shown': figures[0]?.['nodes, 50 shown'] ?? 0,
});

interface Opened {
  page: Page;
  past: number;
}

/** The pages: where they are, when each can be used, and what is done with it. */
const pages = {
  console: {
    address: '/console/#section=requests',
    app: 'sandbox-server-web',
    usable: '.cs-answering[data-state="open"]',
    list: '.cs-requests',
    show: async ({ page, past }: Opened) => {
      if (past === 0) return;
      await page.getByRole('button', { name: 'Show 50 earlier' }).click();
      await expect(page.locator('.cs-request')).toHaveCount(50);
    },
  },
  'quick start': {
    address: '/quick-start/authorization-flow/node/',
    app: 'sandbox-server-web',
    usable: '.qs-dot[data-live]',
    list: '.qs-rows',
    show: async ({ page, past }: Opened) => {
      if (past === 0) return;
      await page.getByRole('button', { name: 'Show 50 earlier' }).click();
      await expect(page.locator('.qs-row')).toHaveCount(50);
    },
  },
  playground: {
    address: '/playground/',
    app: 'sandbox-browser',
    usable: '.pg[data-ready]',
    list: '',
    show: async ({ page }: Opened) => {
      const playground = new PlaygroundPage(page);
      await playground.toAuthorize();
      await allow(
        await playground.openWindow(() => playground.button('Go to the sign-in').click()),
      );
      await playground.atStep(4, 'Come back with a code');
      const transcript = page.getByRole('region', { name: 'Transcript' });
      await expect(transcript.getByText('/consent').last()).toBeVisible();
    },
  },
} as const;

async function openOnce(
  browser: Browser,
  origin: string,
  name: keyof typeof pages,
  past: number,
  scans: boolean,
): Promise<Omit<Figures, 'page' | 'past'>> {
  const { address, usable, show } = pages[name];
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const lists = past > 0 && name !== 'playground';
  await watch(page, lists ? [usable, '.pg-earlier'] : [usable]);
  await page.goto(origin + address);
  await page.waitForFunction(() => (Reflect.get(window, 'noted') as { usable: number }).usable > 0);
  let kept = past;
  if (lists) {
    const told = page.getByText(/^[0-9]+ earlier requests/);
    await expect(told).toBeVisible();
    // The sandbox keeps 1,000 of an app, or fewer where their pages are longer than 4 MB together.
    kept = Number.parseInt((await told.textContent()) ?? '', 10);
    expect(kept).toBeGreaterThan(past * 0.9);
  }
  const opened = await noted(page);
  await show({ page, past });
  const shown = await noted(page);
  if (scans) await expectNoViolations(page);
  await context.close();
  return { kept, ...opened, longest: shown.longest, 'nodes, 50 shown': shown.nodes };
}

/** Every page at each size of the log, in one run. */
async function measureAll(browser: Browser): Promise<Figures[]> {
  const rows: Figures[] = [];
  for (const past of counts) {
    const server = await startServer({ port: 0, site });
    const origin = `http://localhost:${server.port}`;
    for (const name of ['console', 'quick start', 'playground'] as const) {
      if (name !== 'quick start') await sendPast(origin, pages[name].app, past);
      const figures = [];
      for (let run = 0; run < runs; run += 1) {
        figures.push(await openOnce(browser, origin, name, past, false));
      }
      rows.push({ page: name, past, ...least(figures) });
    }
    await server.close();
  }
  return rows;
}

test('what past requests cost a page', { tag: '@measure' }, async ({ browser }) => {
  test.setTimeout(600_000);
  const rows = await measureAll(browser);
  // A time says little of a machine that nobody knows: it stands beside the same page with none.
  const none = (name: string) => rows.find(({ page, past }) => page === name && past === 0);
  console.table(
    rows.map((row) => {
      const ratio = row.usable / (none(row.page)?.usable ?? NaN);
      return { ...row, 'times none': ratio.toFixed(2) };
    }),
  );
});

test.describe('a page that is opened after many requests', () => {
  for (const name of ['console', 'quick start'] as const) {
    test(`${name}: what is drawn after 1,000 requests is what is drawn after 100`, async ({
      browser,
    }) => {
      const drawn = [];
      for (const past of [100, 1000]) {
        const server = await startServer({ port: 0, site });
        const origin = `http://localhost:${server.port}`;
        await sendPast(origin, pages[name].app, past);
        const { nodes, ...opened } = await openOnce(browser, origin, name, past, past === 100);
        drawn.push([nodes, opened['nodes, 50 shown']]);
        await server.close();
      }
      expect(drawn[1]).toEqual(drawn[0]);
    });
  }

  for (const name of ['console', 'quick start'] as const) {
    test(`${name}: one more request draws one row`, async ({ page }) => {
      const { address, app, list, show } = pages[name];
      const server = await startServer({ port: 0, site });
      const origin = `http://localhost:${server.port}`;
      await sendPast(origin, app, 100);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(origin + address);
      await show({ page, past: 100 });
      const one = () => sendPast(origin, app, 1);
      // The first of a list changes more than the list: what is awaited, and what was seen.
      await one();
      await expect(page.getByText('51 earlier requests')).toBeVisible();
      // What explains comes late, with the first request: that row gets its remarks once it is here.
      if (name === 'quick start') {
        await expect(page.locator('.qs-row:not([data-past]) .qs-findings')).toBeVisible();
      }
      expect(await changedRows(page, list, one)).toBe(1);
      await server.close();
    });
  }
});

import { fileURLToPath } from 'node:url';
import { type Page, expect, test } from '@playwright/test';
import { startServer } from '../../src/sandbox/hosts/node.ts';
import { islandsAreAlive } from './support/islands.ts';

/** What a reader looks at stays where it is while a page comes to life: CLS, with every shift counted. */
const site = fileURLToPath(new URL('../../dist', import.meta.url));
const most = 0.05;

const pages = {
  overview: { address: '/', usable: 'main' },
  playground: { address: '/playground/', usable: '.pg[data-ready]' },
  checker: { address: '/checker/', usable: 'main' },
  diagnoser: { address: '/diagnose/', usable: '.dg[data-ready]' },
  'diagnoser, a code': { address: '/diagnose/#code=OAU-251', usable: '.dg-reply' },
  console: { address: '/console/', usable: '.cs-answering[data-state="open"]' },
  'console, requests': {
    address: '/console/#section=requests',
    usable: '.cs-answering[data-state="open"]',
  },
  'quick start': { address: '/quick-start/authorization-flow/node/', usable: '.qs-dot[data-live]' },
} as const;

const windows = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

/** So many requests of the app that the quick start and the console show first. */
async function fillLog(origin: string, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const answer = await fetch(`${origin}/restapi/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('sandbox-server-web:sandbox-server-web-secret')}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code: `SANDBOX-code-${at}` }),
    });
    await answer.text();
  }
}

/** Each shift that no press of the reader's asked for, with what moved. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: { value: number; at: number; moved: string[] }[] = [];
    Reflect.set(window, 'shifts', shifts);
    interface Shift extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, startTime, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue;
        const moved = sources.map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const { x, y, width, height } = previousRect;
          const now = currentRect;
          return `${element?.localName}.${element?.className} ${[x, y, width, height].map(Math.round).join()} to ${[now.x, now.y, now.width, now.height].map(Math.round).join()}`;
        });
        shifts.push({ value, at: Math.round(startTime), moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

for (const [log, count] of [
  ['an empty log', 0],
  ['a full log', 200],
] as const) {
  test(`pages stay where they are while they come to life, with ${log}`, async ({ browser }) => {
    const server = await startServer({ port: 0, site });
    const origin = `http://localhost:${server.port}`;
    await fillLog(origin, count);
    const sums: Record<string, number> = {};
    const seen: unknown[] = [];
    for (const [name, { address, usable }] of Object.entries(pages)) {
      for (const [size, viewport] of Object.entries(windows)) {
        const context = await browser.newContext({ viewport });
        const page = await context.newPage();
        await watchShifts(page);
        await page.goto(origin + address);
        await islandsAreAlive(page);
        await page.locator(usable).first().waitFor({ state: 'attached' });
        await page.evaluate(async () => {
          await document.fonts.ready;
          // What comes when nothing else is to be done, and one drawing more.
          await new Promise((resolve) => requestIdleCallback(resolve));
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        });
        const shifts = await page.evaluate(
          () => Reflect.get(window, 'shifts') as { value: number; moved: string[] }[],
        );
        sums[`${name}, ${size}`] =
          Math.round(shifts.reduce((sum, { value }) => sum + value, 0) * 1000) / 1000;
        seen.push(
          ...shifts.filter(({ value }) => value > 0.01).map((shift) => ({ name, size, ...shift })),
        );
        await context.close();
      }
    }
    await server.close();
    console.table(sums);
    const tooMuch = Object.entries(sums).filter(([, sum]) => sum > most);
    expect(tooMuch, JSON.stringify(seen, undefined, 1)).toEqual([]);
  });
}

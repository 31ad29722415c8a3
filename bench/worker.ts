import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { sessionsInAll } from '#sandbox/limits.ts';
import { buildIfChanged } from '../scripts/build-if-changed.mjs';
import { findBrowser } from '../scripts/find-browser.mjs';
import { servePlain } from '../scripts/preview-static.mjs';
import { goals, verdict } from './goals.ts';
import { machine, median } from './statistics.ts';

/**
 * What a token request costs in the tab, where the sandbox is the built site's service worker over
 * the browser's own database: with a hundred sessions, and with as many as the store may have. Two
 * contexts of one browser have a database each; their blocks of requests interleave.
 */
const most = Number(process.env['SESSIONS'] ?? sessionsInAll.number);
const few = 100;
const apps = 12;
const blocks = 15;
const perBlock = 10;
const site = fileURLToPath(new URL('../dist', import.meta.url));

interface Wanted {
  /** So many requests, the first of which is of this app. */
  number: number;
  from: number;
  apps: number;
  /** Requests that are under way at the same time. */
  atOnce: number;
}

/** Runs in the page: signs in, and answers how many milliseconds each request took. */
async function signInInPage({ number, from, apps, atOnce }: Wanted): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const lane = async () => {
    while (next < number) {
      const name = `bench-${(from + next) % apps}`;
      next += 1;
      const began = performance.now();
      const answer = await fetch('/restapi/oauth/token', {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${name}:${name}-secret`)}` },
        body: new URLSearchParams({
          grant_type: 'password',
          username: '+18335550100*101',
          password: 'sandbox-password',
        }),
      });
      await answer.text();
      times.push(performance.now() - began);
      if (answer.status !== 200) throw new Error(`The sandbox answered ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return times;
}

/** Runs in the page: room for many sessions of one user, and apps whose secrets are known. */
async function prepareInPage(number: number): Promise<void> {
  const ask = async (method: string, path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const init = { method, headers, body: JSON.stringify(body) };
    const answer = await fetch(`/sandbox/api/${path}`, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  };
  await ask('PUT', 'policy', { sessionsPerUserAndApp: 1000 });
  for (let app = 0; app < number; app += 1) {
    await ask('POST', 'apps', {
      name: `bench-${app}`,
      clientId: `bench-${app}`,
      clientSecret: `bench-${app}-secret`,
      portal: 'classic',
      audience: 'private',
      platformType: 'ServerOther',
      redirectUris: [],
      scopes: ['ReadAccounts', 'ReadCallLog'],
    });
  }
}

/** A tab with a worker and a database of its own, whose copy of the site is whole. */
async function openTab(browser: Browser, origin: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}/`);
  const isReady = () =>
    page.evaluate(
      async () =>
        navigator.serviceWorker.controller !== null &&
        (await caches.match('/sw-complete')) !== undefined,
    );
  // Not waitForFunction: a promise is true to it.
  const until = Date.now() + 120_000;
  while (!(await isReady())) {
    if (Date.now() > until)
      throw new Error('The worker’s copy of the site was not whole in two minutes.');
    await sleep(200);
  }
  await page.evaluate(prepareInPage, apps);
  return page;
}

async function sessionsOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const stores = (await (await fetch('/sandbox/api/usage')).json()) as {
      name: string;
      used: { number: number };
    }[];
    return stores.find(({ name }) => name === 'sessions')?.used.number ?? 0;
  });
}

async function fill(page: Page, sessions: number): Promise<void> {
  const slice = 500;
  const began = performance.now();
  for (let filled = 0; filled < sessions; filled += slice) {
    const number = Math.min(slice, sessions - filled);
    await page.evaluate(signInInPage, { number, from: filled, apps, atOnce: 16 });
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    if ((filled + number) % 1000 === 0) console.log(`  ${filled + number} in ${seconds} s`);
  }
}

if (!buildIfChanged()) process.exit(1);
console.log(`Filling a database with ${most} sessions, one to three minutes. ${machine()}`);
const server = await servePlain({ folder: site });
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  const small = await openTab(browser, server.origin);
  const full = await openTab(browser, server.origin);
  await fill(small, few);
  await fill(full, most);
  const ratios: number[] = [];
  const measured = { small: [] as number[], full: [] as number[] };
  for (let block = 0; block < blocks; block += 1) {
    const wanted = { number: perBlock, from: block * perBlock, apps, atOnce: 1 };
    const one = median(await small.evaluate(signInInPage, wanted));
    const other = median(await full.evaluate(signInInPage, wanted));
    measured.small.push(one);
    measured.full.push(other);
    ratios.push(other / one);
  }
  const counts = { small: await sessionsOf(small), full: await sessionsOf(full) };
  console.log(
    `\nA token request in the worker, medians of ${blocks} blocks of ${perBlock}. ${machine()}`,
  );
  for (const name of ['small', 'full'] as const) {
    const sessions = `${counts[name]} sessions`.padEnd(16);
    console.log(`  with ${sessions} ${median(measured[name]).toFixed(1).padStart(6)} ms`);
  }
  const times = median(ratios);
  const goal = String(goals.timesWithFullStore);
  console.log(`  ${times.toFixed(2)} times: ${verdict(times <= goals.timesWithFullStore, goal)}`);
} finally {
  await browser.close();
  await server.close();
}

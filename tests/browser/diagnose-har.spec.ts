import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const megabyte = 1_000_000;

const page404 = `<html>${'x'.repeat(20_000)}</html>`;
const other = {
  startedDateTime: '2026-11-20T10:00:00.000Z',
  time: 12,
  request: { method: 'GET', url: 'https://app.example.com/asset.js', headers: [] },
  response: { status: 200, headers: [], content: { mimeType: 'text/html', text: page404 } },
};
const refused = {
  startedDateTime: '2026-11-20T10:00:05.000Z',
  time: 80,
  request: {
    method: 'POST',
    url: 'https://platform.ringcentral.com/restapi/oauth/token',
    headers: [{ name: 'authorization', value: 'Basic RVhBTVBMRTpub3QtYS1zZWNyZXQ=' }],
    postData: { mimeType: 'application/x-www-form-urlencoded', text: 'grant_type=password' },
  },
  response: {
    status: 400,
    headers: [],
    content: {
      mimeType: 'application/json',
      text: '{"error":"unauthorized_client","errors":[{"errorCode":"OAU-251","message":"Unauthorized for this grant type"}]}',
    },
  },
};

/** A HAR of about so many octets, with one refused sign-in at its end. */
function writeHar(path: string, octets: number): void {
  const file = openSync(path, 'w');
  writeSync(file, '{"log":{"version":"1.2","entries":[');
  const entry = `${JSON.stringify(other)},`;
  for (let written = 0; written < octets; written += entry.length) writeSync(file, entry);
  writeSync(file, `${JSON.stringify(refused)}]}}`);
  closeSync(file);
}

/** Notes the longest task of the page's own thread. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = { longest: 0 };
    Reflect.set(window, 'noted', noted);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        noted.longest = Math.max(noted.longest, duration);
      }
    }).observe({ type: 'longtask', buffered: true });
  });
}

const noted = (page: Page): Promise<{ longest: number }> =>
  page.evaluate(() => Reflect.get(window, 'noted') as { longest: number });

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'har-'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

async function open(page: Page): Promise<void> {
  await watch(page);
  await page.goto('/diagnose/');
  await expect(page.locator('.dg[data-ready]')).toBeVisible();
}

/** Milliseconds from the choice of the file to the verdict. */
async function read(page: Page, path: string): Promise<number> {
  const begun = performance.now();
  await page.locator('input[type="file"]').setInputFiles(path);
  await expect(page.getByRole('region', { name: 'The verdict' })).toContainText('OAU-251');
  return performance.now() - begun;
}

test('a HAR of 50 MB shows its progress, can be cancelled, and is read the next time', async ({
  page,
}) => {
  const path = join(folder, 'long.har');
  writeHar(path, 50 * megabyte);
  await open(page);
  await page.locator('input[type="file"]').setInputFiles(path);
  await expect(page.getByRole('progressbar', { name: 'Reading the file' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('textbox', { name: 'What failed' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'The verdict' })).toHaveCount(0);
  await read(page, path);
});

test('what HARs of 10 and 50 MB cost', { tag: ['@measure'] }, async ({ page }) => {
  const rows: Record<string, number>[] = [];
  for (const size of [0, 10, 50]) {
    const path = join(folder, `${size}.har`);
    writeHar(path, size * megabyte);
    await open(page);
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      times.push(await read(page, path));
      await page.keyboard.press('Escape');
    }
    rows.push({
      MB: size,
      'ms to the verdict, least': Math.round(Math.min(...times)),
      'longest task, ms': Math.round((await noted(page)).longest),
    });
  }
  console.table(rows);
});

import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PlainChromium, startChromium } from './support/chromium.ts';
import { type Evil, evilHost, startEvil } from './support/evil.ts';
import { call, makeOwnApp, percentile, startReader } from './support/reader.ts';
import { startMeasured } from './support/measured.ts';
import { type Victim, startVictim } from './support/victim.ts';

/**
 * A page of another origin floods the sandbox while the reader works beside it: 20,000 no-cors posts
 * of 64 kB to the token endpoint and 6,000 to the sign-in, in a real Chromium. The server has 256 MB.
 */
const posts = Number(process.env['POSTS'] ?? 20_000);
const signIns = Number(process.env['SIGN_INS'] ?? 6000);
const size = 64_000;

const demoApps = [
  'sandbox-server-web',
  'sandbox-browser',
  'sandbox-server-only',
  'sandbox-mobile',
  'sandbox-desktop',
  'sandbox-public-web',
  'sandbox-public-mobile',
  'sandbox-no-refresh',
  'sandbox-current-web',
  'sandbox-current-spa',
  'sandbox-jwt',
  'readers-own-app',
];

/** Bodies with few and with 680 secrets, within Latin-1 and beyond it, for each app. */
function bodies(): string[] {
  const secrets = Array.from({ length: 680 }, (_, index) => `code=c${index}x`).join('&');
  return demoApps.flatMap((app) =>
    [`code=one`, secrets].flatMap((some) =>
      ['a', '€'].map((letter) =>
        `grant_type=authorization_code&client_id=${app}&n=%N&${some}&pad=${letter}`.padEnd(
          letter === '€' ? size - 2 : size,
          'a',
        ),
      ),
    ),
  );
}

const authorize = (clientId: string, state: string) =>
  `/restapi/oauth/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: 'http://localhost:5000/oauth2callback',
    state,
  }).toString()}`;

let victim: Victim;
let evil: Evil;
let browser: PlainChromium;
beforeAll(async () => {
  victim = await startVictim();
  evil = await startEvil();
  browser = await startChromium([`--host-resolver-rules=MAP ${evilHost} 127.0.0.1`]);
});
afterAll(async () => {
  await browser.close();
  await evil.close();
  await victim.end();
});

/** Signs in at a page that stands open, and answers where the browser was sent. */
async function finishSignIn(page: Page): Promise<URL> {
  await page
    .getByRole('button', { name: /sign in/i })
    .first()
    .click();
  const redirect = page.waitForRequest((request) => request.url().includes('oauth2callback'));
  await page.getByRole('button', { name: /allow/i }).first().click();
  return new URL((await redirect).url());
}

const eventsOf = async (clientId: string): Promise<string[]> => {
  const path = `events/backlog?clientId=${clientId}&limit=1000&strangers=leave-out`;
  const { body } = await call<{ events: { exchange: { id: string } }[] }>(
    victim.origin,
    'GET',
    path,
  );
  return body.events.map(({ exchange }) => exchange.id);
};

describe('a page of another site', () => {
  test('floods the token endpoint and the sign-in, and harms nobody', async () => {
    const own = await makeOwnApp(victim.origin);
    const appBefore = await call(victim.origin, 'GET', `apps/${own.clientId}`);
    // The reader's sign-in stands open through all of it.
    await browser.open(victim.origin + authorize('sandbox-server-web', 'opened-before'));
    await browser.open(evil.origin);

    const warm = startReader(victim.origin, own);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await warm.stop();
    const logBefore = await eventsOf(own.clientId);
    expect(logBefore.length).toBeGreaterThan(5);

    const stop = await startMeasured('reader-process.ts', victim.origin, own.clientId, own.jwt);
    const began = Date.now();
    await evil.flood({
      count: posts,
      url: `${victim.origin}/restapi/oauth/token`,
      bodies: bodies(),
    });
    const seconds = (Date.now() - began) / 1000;
    const state = 'x'.repeat(60_000);
    const redirectUri = encodeURIComponent('http://localhost:5000/oauth2callback');
    await evil.flood({
      count: signIns,
      url: `${victim.origin}/restapi/oauth/authorize`,
      bodies: demoApps.map(
        (app) => `response_type=code&client_id=${app}&redirect_uri=${redirectUri}&state=%N${state}`,
      ),
    });
    const reader = await stop();

    expect(victim.isAlive()).toBe(true);
    const p99 = percentile(reader.took, 0.99);
    const worst = Math.round(Math.max(...reader.took));
    console.log(
      `${posts} posts in ${seconds.toFixed(0)} s (${Math.round(posts / seconds)} a second), ${signIns} sign-ins; memory at most ${victim.mostMemory()} MB; the reader's ${reader.took.length} requests: p50 ${percentile(reader.took, 0.5)} ms, p99 ${p99} ms, most ${worst} ms`,
    );

    // Flow: the sign-in that stood open is finished, and one that is opened now as well.
    const [context] = (await browser.watch()).contexts();
    const readersTab = context?.pages().find((page) => page.url().startsWith(victim.origin));
    if (!context || !readersTab) throw new Error('The reader’s tab is gone.');
    const answer = await finishSignIn(readersTab);
    expect(answer.searchParams.get('state')).toBe('opened-before');
    const second = await context.newPage();
    await second.goto(victim.origin + authorize('sandbox-server-web', 'opened-after'));
    expect((await finishSignIn(second)).searchParams.get('code')).toBeTruthy();
    // App: as it was made.
    expect(await call(victim.origin, 'GET', `apps/${own.clientId}`)).toEqual(appBefore);
    // Log: what the reader's program did before and during the flood, none missing, but the oldest of its own.
    const logAfter = await eventsOf(own.clientId);
    const expected = logBefore.length + reader.took.length;
    expect(logAfter.length).toBe(Math.min(expected, logAfter.length >= 1000 ? 1000 : expected));
    if (expected <= 1000) expect(logAfter.slice(0, logBefore.length)).toEqual(logBefore);
    expect(reader.wrong).toEqual([]);

    expect(victim.mostMemory()).toBeLessThanOrEqual(450);
    expect(p99).toBeLessThanOrEqual(120);
    expect(worst).toBeLessThanOrEqual(250);
  });
});

// npm run lighthouse: what Lighthouse says of six pages on its slow phone, of the Node host with a full
// log and of the static build. Scores that a machine's load changes are told beside those of a bare
// page of the same run, and fail nothing; the others have to be whole (decision 155).
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { startServer } from '../src/sandbox/hosts/node.ts';
import { buildIfChanged } from './build-if-changed.mjs';
import { findBrowser } from './find-browser.mjs';
import {
  enoughAfter,
  goalBlocking,
  judge,
  median,
  pages,
  runs,
  whole,
} from './lighthouse/expected.mjs';
import { servePlain } from './preview-static.mjs';

/** By hand: `npm run lighthouse -- --once console` reads one page once. */
const named = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const asked = pages.filter(({ name }) => named.length === 0 || named.includes(name));
const once = process.argv.includes('--once');
const dist = join(fileURLToPath(new URL('..', import.meta.url)), 'dist');
/** As many as the sandbox keeps of an app. */
const logged = 1_000;
const bare = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="description" content="Bare"><title>Bare</title><h1>Bare</h1>`;

async function fillLog(origin) {
  for (let at = 0; at < logged; at += 1) {
    const answer = await fetch(`${origin}/restapi/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('sandbox-server-web:sandbox-server-web-secret')}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code: `SANDBOX-code-${at}` }),
    });
    await answer.text();
  }
}

async function serveBare() {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(bare);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://localhost:${server.address().port}`, close: () => server.close() };
}

/** One reading; without `all` performance alone, which is the part that differs from run to run. */
async function read(port, url, all) {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: ['performance', ...(all ? whole : [])],
  });
  if (!result) throw new Error(`Lighthouse said nothing of ${url}.`);
  return result.lhr;
}

const startedAt = Date.now();

async function readPage(port, url, times) {
  const results = [];
  for (let at = 0; at < times; at += 1) {
    if (at > 0 && Date.now() - startedAt > enoughAfter) break;
    results.push(await read(port, url, at === 0));
  }
  // A machine that is busy enough can lose a whole measurement.
  if (
    results.every(({ audits }) => audits['largest-contentful-paint']?.numericValue === undefined)
  ) {
    results.push(await read(port, url, false));
  }
  return judge(results);
}

const told = (name, ratio, row) =>
  [
    `  ${name.padEnd(12)}`,
    `performance ${String(row.performance).padStart(3)} (${ratio.toFixed(2)} of the bare page)`,
    ...whole.map((category) => `${category} ${row[category]}`),
    `shift ${row.shift.toFixed(3)}`,
    `blocking ${Math.round(row.blocking)} ms`,
    `largest paint ${Math.round(row.paint)} ms`,
    `${Math.round(row.bytes / 1000)} kB`,
    `${row.runs} runs`,
  ].join(', ');

async function main() {
  if (!buildIfChanged({ quiet: true })) return 1;
  const browser = await puppeteer.launch({
    executablePath: await findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const port = Number(new URL(browser.wsEndpoint()).port);
  const hosts = {
    node: await startServer({ port: 0, site: dist }),
    static: await servePlain({ folder: dist }),
  };
  const bareHost = await serveBare();
  const failures = [];
  const slower = [];
  try {
    console.log(`load ${loadavg()[0].toFixed(1)}; Lighthouse's phone, its own throttling`);
    await fillLog(hosts.node.origin);
    const ofBare = [];
    for (let at = 0; at < 3; at += 1) {
      ofBare.push((await read(port, bareHost.origin, false)).categories.performance.score * 100);
    }
    for (const [host, most] of Object.entries(runs)) {
      const times = once ? 1 : most;
      console.log(
        `${host} host, ${times === 1 ? 'each page once' : `the median of up to ${times} runs`}:`,
      );
      for (const { name, address, goal } of asked) {
        const origin = hosts[host].origin.replace('127.0.0.1', 'localhost');
        const row = await readPage(port, origin + address, times);
        console.log(told(name, row.performance / median(ofBare), row));
        failures.push(...row.failures.map((failure) => `${host}, ${address}: ${failure}`));
        if (host === 'node' && (row.performance < goal || row.blocking > goalBlocking)) {
          slower.push(
            `${name} (${row.performance} of ${goal}, ${Math.round(row.blocking)} ms blocked)`,
          );
        }
      }
    }
    console.log(`load ${loadavg()[0].toFixed(1)} at the end`);
  } finally {
    await browser.close();
    await Promise.all([...Object.values(hosts), bareHost].map((host) => host.close()));
  }
  if (slower.length > 0)
    console.log(`Below the goal, which is no failure here: ${slower.join('; ')}`);
  for (const failure of failures) console.error(failure);
  return failures.length > 0 ? 1 : 0;
}

process.exit(await main());

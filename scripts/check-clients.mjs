// Lets every real client sign in, unmodified, and prints which version went through which flow. Of
// Debian's packages it runs what is installed; in CI (CI=true) each of them.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inCi, installMissing, runs } from './debian-packages.mjs';
import { findBrowser } from './find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const has = (module) => () => runs('/usr/bin/python3', '-c', `import ${module}`);
const needs = [
  [['python3-authlib', 'python3-requests'], has('authlib, requests')],
  [['python3-requests-oauthlib'], has('requests_oauthlib')],
  [['ruby', 'ruby-oauth2'], () => runs('ruby', '-r', 'oauth2', '-e', '0')],
];
installMissing(needs);
const lacking = needs.filter(([, isThere]) => !isThere()).flatMap(([packages]) => packages);

const asked = process.argv.find((argument) => argument.startsWith('--outputFile.json='));
const report = asked?.split('=')[1] ?? join(tmpdir(), `clients-${process.pid}.json`);
const { status } = spawnSync(
  'vitest',
  [
    'run',
    '--config=vitest.clients.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROMIUM_PATH: await findBrowser() },
  },
);

const rows = JSON.parse(readFileSync(report, 'utf8'))
  .testResults.flatMap(({ assertionResults }) => assertionResults)
  .flatMap(({ title, status: outcome }) => {
    const [, client, version, flow] = /^(.+?) (\d[\w.]*): (.+)$/.exec(title) ?? [];
    return client ? [{ client, version, flow, outcome }] : [];
  })
  .sort((one, other) => one.client.localeCompare(other.client));
console.table(rows);
console.log(
  `${new Set(rows.map(({ client }) => client)).size} clients, ${rows.length} flows, ` +
    `${rows.filter(({ outcome }) => outcome === 'passed').length} went through`,
);
if (!asked) rmSync(report, { force: true });
for (const name of lacking) console.log(`NOT RUN: Debian’s ${name} is not installed`);
process.exit(inCi && lacking.length > 0 ? 1 : (status ?? 1));

// npm test: every check in order, each named with its time; stops at the first that fails.
// With --long: what takes too long for every day, and nothing else: the other browser tests, each quick start by its
// page's own lines, the code to take away run in each language, odd requests, the built site in other browsers and on other hosts,
// floods, what Lighthouse says. It goes on after a failure and names each at its end: a second hour for the second failure is too much.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build-if-changed.mjs';
import { findBrowser, findShell } from './find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reportOf = (name) => join(tmpdir(), `${name}-${process.pid}.json`);
/** A report each of what Vitest runs. */
const reports = Object.fromEntries(
  [
    'units',
    'site',
    'quick-starts',
    'as-they-stand',
    'taken-code',
    'clients',
    'other-browsers',
    'fuzz',
    'hosting',
    'abuse',
    'certify',
  ].map((name) => [name, reportOf(name)]),
);
const browserReport = reportOf('browser');
const long = process.argv.includes('--long');
const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  BROWSER_TESTS: long ? 'long' : 'daily',
};

function command(name, ...args) {
  const { status } = spawnSync(name, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment,
  });
  return status === 0;
}

/** The same beside others: what it prints comes in one piece, when it is over. */
function commandBeside(name, ...args) {
  return new Promise((resolve) => {
    const child = spawn(name, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
    });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => printed.push(chunk));
    }
    child.on('error', (error) => printed.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(printed));
      resolve(status === 0);
    });
  });
}

/** Two checks side by side, then the one that reads the types that the first has written. */
async function readSources() {
  const passed = await Promise.all([
    commandBeside('astro', 'check', '--minimumSeverity', 'warning'),
    (async () =>
      (await commandBeside('prettier', '--check', '--log-level=warn', '.')) &&
      (await commandBeside('eslint', '.')))(),
  ]);
  return passed.every(Boolean) && command('tsc', '--noEmit');
}

const reporters = (report) => ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];

/** The tests of one config of Vitest; Vitest's own where none is named. */
const vitest = (report, config) =>
  command('vitest', 'run', ...(config ? [`--config=${config}`] : []), ...reporters(report));

async function browser() {
  environment.CHROMIUM_PATH = await findBrowser();
  console.log(`Chromium: ${environment.CHROMIUM_PATH}`);
  const shell = findShell();
  if (shell) environment.CHROMIUM_SHELL = shell;
  console.log(`Its headless shell: ${shell ?? 'not here, and the tests take longer'}`);
  return true;
}

const hasBrowserTests = () =>
  existsSync(join(root, 'tests/browser')) &&
  readdirSync(join(root, 'tests/browser')).some((file) => file.endsWith('.spec.ts'));

const steps = [
  ['browser', browser],
  ['format, lint and types', readSources],
  ['build', () => buildIfChanged({ quiet: true })],
  ['units', () => vitest(reports.units)],
  ['built site', () => vitest(reports.site, 'vitest.site.config.ts')],
  ...(existsSync(join(root, 'scripts/check-links.mjs'))
    ? [['links', () => command('node', 'scripts/check-links.mjs')]]
    : []),
  ...(existsSync(join(root, 'scripts/check-budgets.mjs'))
    ? [['size budgets', () => command('node', 'scripts/check-budgets.mjs')]]
    : []),
  [
    'quick starts',
    () => command('node', 'scripts/check-quick-starts.mjs', ...reporters(reports['quick-starts'])),
  ],
  ...(hasBrowserTests()
    ? [
        [
          'browser tests',
          () => {
            environment.PLAYWRIGHT_JSON_OUTPUT_NAME = browserReport;
            return command('playwright', 'test');
          },
        ],
      ]
    : []),
];

/** Counts what ran, from the runners' own reports. */
function totals() {
  const sum = { passed: 0, failed: 0 };
  for (const report of Object.values(reports).filter((path) => existsSync(path))) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    sum.passed += numPassedTests;
    sum.failed += numFailedTests;
  }
  if (existsSync(browserReport)) {
    const { stats } = JSON.parse(readFileSync(browserReport, 'utf8'));
    sum.passed += stats.expected;
    // One that passed at a second try failed at its first.
    sum.failed += stats.unexpected + stats.flaky;
  }
  for (const report of [...Object.values(reports), browserReport]) rmSync(report, { force: true });
  return sum;
}

const started = (name) => {
  const at = Date.now();
  return (passed) =>
    `== ${name}: ${passed ? 'passed' : 'FAILED'} in ${((Date.now() - at) / 1000).toFixed(1)} s`;
};

const failed = [];

async function step([name, run]) {
  console.log(`\n== ${name}`);
  const told = started(name);
  let passed = false;
  try {
    passed = await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  console.log(told(passed));
  if (!passed) failed.push(name);
}

/** Steps one after another, beside another lane of them: most wait, for a compiler, a browser or a clock. */
async function lane(line) {
  for (const [name, words, report] of line) {
    const told = started(name);
    const passed = await commandBeside(...words, ...reporters(report));
    console.log(told(passed));
    if (!passed) failed.push(name);
  }
}

const vitestOf = (config) => ['vitest', 'run', `--config=${config}`];

const lanes = [
  [
    [
      'quick starts as they stand',
      ['node', 'scripts/check-quick-starts.mjs', '--long'],
      reports['as-they-stand'],
    ],
    ['clients', ['node', 'scripts/check-clients.mjs'], reports.clients],
    ['fuzz', vitestOf('vitest.fuzz.config.ts'), reports.fuzz],
    ['hosting', vitestOf('vitest.hosting.config.ts'), reports.hosting],
  ],
  [
    ['code to take away', ['node', 'scripts/check-taken-code.mjs'], reports['taken-code']],
    ['other browsers', vitestOf('vitest.other-browsers.config.ts'), reports['other-browsers']],
  ],
];

const named = (...names) => steps.filter(([name]) => names.includes(name));

async function everyDay() {
  for (const one of steps) {
    await step(one);
    if (failed.length > 0) return;
  }
}

async function inTheLongRun() {
  for (const one of named('browser', 'build')) await step(one);
  if (failed.length > 0) return;
  console.log(
    `\n== side by side: ${lanes.flatMap((line) => line.map(([name]) => name)).join(', ')}`,
  );
  await Promise.all(lanes.map(lane));
  const alone = [
    ['certification', () => vitest(reports.certify, 'vitest.certify.config.ts')],
    ...named('browser tests'),
    ['floods', () => vitest(reports.abuse, 'vitest.abuse.config.ts')],
    // When all else is over: what it measures is the machine's too. More readings than one change no verdict.
    ['Lighthouse', () => command('node', 'scripts/lighthouse.mjs', '--once')],
  ];
  for (const one of alone) await step(one);
}

await (long ? inTheLongRun() : everyDay());
const { passed, failed: failures } = totals();
console.log(
  failed.length > 0
    ? `\n${long ? 'npm run test:long failed at' : 'npm test stopped at'}: ${failed.join(', ')}`
    : '\nEvery check passed.',
);
console.log(`${passed} passed, ${failures} failed`);
process.exit(failed.length > 0 ? 1 : 0);

// npm test: every check in order, each named with its time; stops at the first that fails.
// With --long: the browser tests that take too long for every day, and nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build-if-changed.mjs';
import { findBrowser } from './find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = {
  units: join(tmpdir(), `units-${process.pid}.json`),
  site: join(tmpdir(), `site-${process.pid}.json`),
  quickStarts: join(tmpdir(), `quick-starts-${process.pid}.json`),
  browser: join(tmpdir(), `browser-${process.pid}.json`),
};
const long = process.argv.includes('--long');
const environment = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', LONG_TESTS: long ? '1' : '' };

function command(name, ...args) {
  const { status } = spawnSync(name, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment,
  });
  return status === 0;
}

async function browser() {
  environment.CHROMIUM_PATH = await findBrowser();
  console.log(`Chromium: ${environment.CHROMIUM_PATH}`);
  return true;
}

const hasBrowserTests = () =>
  existsSync(join(root, 'tests/browser')) &&
  readdirSync(join(root, 'tests/browser')).some((file) => file.endsWith('.spec.ts'));

const steps = [
  ['browser', browser],
  ['format', () => command('prettier', '--check', '--log-level=warn', '.')],
  ['lint', () => command('eslint', '.')],
  [
    'types',
    () => command('astro', 'check', '--minimumSeverity', 'warning') && command('tsc', '--noEmit'),
  ],
  ['build', () => buildIfChanged({ quiet: true })],
  [
    'units',
    () =>
      command(
        'vitest',
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${reports.units}`,
      ),
  ],
  [
    'built site',
    () =>
      command(
        'vitest',
        'run',
        '--config=vitest.site.config.ts',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${reports.site}`,
      ),
  ],
  ...(existsSync(join(root, 'scripts/check-links.mjs'))
    ? [['links', () => command('node', 'scripts/check-links.mjs')]]
    : []),
  ...(existsSync(join(root, 'scripts/check-budgets.mjs'))
    ? [['size budgets', () => command('node', 'scripts/check-budgets.mjs')]]
    : []),
  [
    'quick starts',
    () =>
      command(
        'node',
        'scripts/check-quick-starts.mjs',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${reports.quickStarts}`,
      ),
  ],
  ...(hasBrowserTests()
    ? [
        [
          'browser tests',
          () => {
            environment.PLAYWRIGHT_JSON_OUTPUT_NAME = reports.browser;
            return command('playwright', 'test');
          },
        ],
      ]
    : []),
];

/** Counts what ran, from the runners' own reports. */
function totals() {
  const sum = { passed: 0, failed: 0 };
  for (const report of [reports.units, reports.site, reports.quickStarts].filter((path) =>
    existsSync(path),
  )) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    sum.passed += numPassedTests;
    sum.failed += numFailedTests;
  }
  if (existsSync(reports.browser)) {
    const { stats } = JSON.parse(readFileSync(reports.browser, 'utf8'));
    sum.passed += stats.expected;
    // One that passed at a second try failed at its first.
    sum.failed += stats.unexpected + stats.flaky;
  }
  for (const report of Object.values(reports)) rmSync(report, { force: true });
  return sum;
}

const wanted = long
  ? steps.filter(([name]) => ['browser', 'build', 'browser tests'].includes(name))
  : steps;
let failed;
for (const [name, run] of wanted) {
  const startedAt = Date.now();
  console.log(`\n== ${name}`);
  let passed = false;
  try {
    passed = await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  console.log(
    `== ${name}: ${passed ? 'passed' : 'FAILED'} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`,
  );
  if (!passed) {
    failed = name;
    break;
  }
}
const { passed, failed: failures } = totals();
console.log(
  failed
    ? `\n${long ? 'npm run test:long' : 'npm test'} stopped at: ${failed}`
    : '\nEvery check passed.',
);
console.log(`${passed} passed, ${failures} failed`);
process.exit(failed ? 1 : 0);

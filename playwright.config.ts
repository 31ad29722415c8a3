import { defineConfig } from '@playwright/test';

// `npm test` runs what is tagged @daily, `npm run test:long` the rest (decision 082), and
// `npm run bench:backlog` what is tagged @measure, which wants a machine with nothing else to do.
// Run by hand, all tests can be chosen from.
const kind =
  process.env['MEASURE'] === '1' ? 'measure' : (process.env['BROWSER_TESTS'] ?? 'by hand');
const only = { measure: '@measure', daily: '@daily' }[kind] ?? '';
const without = { measure: [], daily: [], long: ['@daily', '@measure'] }[kind] ?? ['@measure'];
const matching = (...tags: string[]) => new RegExp(tags.map((tag) => `(?=.*${tag})`).join(''), 's');

const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
/** The same engine without the windows that nobody sees; what it lacks is tagged @whole-browser (decision 162). */
const shell = process.env['CHROMIUM_SHELL'] ?? chromium;

const launch = (executablePath: string) => ({
  launchOptions: {
    // As a reader has it: scrollbars take room, and Back shows a page as it was left.
    ignoreDefaultArgs: ['--hide-scrollbars', '--disable-back-forward-cache'],
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
});

/** Browser tests: each file starts its own server on a free port, see tests/browser/support. */
export default defineConfig({
  testDir: 'tests/browser',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes at its second try hides a race: it is mended, not tried again.
  retries: 0,
  // Bounds against hanging, not measures: machines are small and busy.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // npm test reads the totals from the JSON report.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['dot'], ['json']] : [['line']],
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    // Recording takes a quarter of the time: `playwright test --trace on` records the one that failed.
    trace: 'off',
  },
  projects: [
    {
      name: 'engine',
      grep: matching(only),
      grepInvert: new RegExp([...without, '@whole-browser'].join('|')),
      use: launch(shell),
    },
    {
      name: 'whole browser',
      grep: matching(only, '@whole-browser'),
      ...(without.length > 0 && { grepInvert: new RegExp(without.join('|')) }),
      use: launch(chromium),
    },
  ],
});

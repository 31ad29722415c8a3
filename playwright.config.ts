import { defineConfig } from '@playwright/test';

// `npm test` leaves out what is tagged @long or @measure; `npm run test:long` runs the former alone, and
// `npm run bench:backlog` the latter, which wants a machine with nothing else to do.
const selected =
  process.env['MEASURE'] === '1'
    ? { grep: /@measure/ }
    : process.env['LONG_TESTS'] === '1'
      ? { grep: /@long/ }
      : { grepInvert: /@long|@measure/ };

/** Browser tests: each file starts its own server on a free port, see tests/browser/support. */
export default defineConfig({
  ...selected,
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
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

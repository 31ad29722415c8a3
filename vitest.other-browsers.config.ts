import { defineConfig } from 'vitest/config';

/** The site in Firefox and WebKit: of the long run. */
export default defineConfig({
  test: {
    include: ['tests/other-browsers/**/*.test.ts'],
    environment: 'node',
    // A machine that has neither is told so, and is no failure.
    passWithNoTests: true,
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});

import { defineConfig } from 'vitest/config';

/** The quick starts, run as a reader runs them; `scripts/check-quick-starts.mjs` says which can be. */
export default defineConfig({
  test: {
    include: ['tests/quick-starts/**/*.test.ts'],
    environment: 'node',
    // A bound against hanging: a compiler on a busy machine takes its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});

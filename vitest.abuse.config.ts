import { defineConfig } from 'vitest/config';

/** Floods against a server of its own: one file after another, since each measures what the others would disturb. */
export default defineConfig({
  test: {
    include: ['tests/abuse/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    // Bounds against hanging.
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});

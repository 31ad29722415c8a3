import { defineConfig } from 'vitest/config';

/** The code that the playground hands out, run; `scripts/check-taken-code.mjs` gets what it can. */
export default defineConfig({
  test: {
    include: ['tests/taken-code/**/*.test.ts'],
    environment: 'node',
    // A bound against hanging: a compiler on a busy machine takes its time.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});

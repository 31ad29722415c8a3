import { defineConfig } from 'vitest/config';

/** Programs against every challenge, and programs with one defect each; most of the time they wait. */
export default defineConfig({
  test: {
    include: ['tests/certify/**/*.test.ts'],
    environment: 'node',
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxConcurrency: 20,
    maxWorkers: 2,
  },
});

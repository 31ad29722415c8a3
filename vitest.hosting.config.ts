import { defineConfig } from 'vitest/config';

/** The built site on real hosts, and the Node host behind a real proxy: of the long run. */
export default defineConfig({
  test: {
    include: ['tests/hosting/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

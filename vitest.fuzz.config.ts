import { defineConfig } from 'vitest/config';

/** Odd requests by the thousand; apart from the units, since it takes longer than they may. */
export default defineConfig({
  test: { include: ['tests/fuzz/**/*.test.ts'], environment: 'node', hookTimeout: 60_000 },
});

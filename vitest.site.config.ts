import { defineConfig } from 'vitest/config';

/** What must hold in the built site; run after the build, so apart from the units. */
export default defineConfig({
  test: { include: ['tests/site/**/*.test.ts'], environment: 'node' },
});

import { defineConfig } from 'vitest/config';

/** Every client that signs in here unmodified; `scripts/check-clients.mjs` gets what Debian has. */
export default defineConfig({
  test: {
    include: ['tests/{interop,clients}/**/*.test.ts'],
    environment: 'node',
    // As in the units: AppAuth is written for a bundler.
    server: { deps: { inline: ['@openid/appauth'] } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

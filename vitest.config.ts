import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'tests/{conformance,corpus,diagnose,findings,interop,oracle,property,recorded,seed,unit}/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    environment: 'node',
    // AppAuth is written for a bundler: its modules import each other without an extension.
    server: { deps: { inline: ['@openid/appauth'] } },
    // No test leaves anything behind in a module; loading every room anew for each file takes longer than all tests.
    isolate: false,
    // A bound against hanging, not a measure: properties run many cases on busy machines.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

import { readdirSync } from 'node:fs';
import astro from 'eslint-plugin-astro';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * Imports go one way. Each room lists the rooms that stand above it, which it
 * must never import.
 */
const order = [
  'icons',
  'protocol',
  'app-settings',
  'flows',
  'diagnosis',
  'sandbox',
  'islands',
  'components',
];
const zones = order.flatMap((room, index) =>
  [...order.slice(index + 1), 'pages'].map((above) => ({
    target: `./src/${room}`,
    from: `./src/${above}`,
    message: `src/${room} stands below src/${above} and must not import it.`,
  })),
);

/** Folders of src/islands that islands share; every other one is an island. */
const shared = [
  'app-form',
  'delivery',
  'diagram',
  'host',
  'my-apps',
  'parts',
  'request-code',
  'sandbox-api',
  'sandbox-events',
  'storage',
  'try-it',
];
const islands = readdirSync(new URL('src/islands', import.meta.url)).filter(
  (name) => !shared.includes(name),
);
zones.push({
  target: shared.map((name) => `./src/islands/${name}`),
  from: islands.map((name) => `./src/islands/${name}`),
  message: 'What islands share must not import an island.',
});
for (const name of islands) {
  const others = islands.filter((other) => other !== name);
  zones.push({
    target: `./src/islands/${name}`,
    from: others.map((other) => `./src/islands/${other}`),
    message: 'An island imports no other island: what two need stands in a folder that all share.',
  });
}

/** Rooms that run in Node, a page and a worker alike. */
const pureRooms = ['icons', 'protocol', 'app-settings', 'flows', 'sandbox', 'diagnosis'];

export default tseslint.config(
  { ignores: ['dist/', '.astro/', 'test-results/', 'playwright-report/', '.stryker-tmp/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        importX.createNodeResolver({ extensions: ['.ts', '.tsx', '.astro', '.js'] }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: pureRooms.map((room) => `src/${room}/**/*.ts`),
    ignores: ['src/sandbox/hosts/**', '**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'self', 'document', 'process', 'Buffer'],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'preact', 'preact/*', '@preact/*', 'astro', 'astro:*'],
              message:
                'This room runs in Node, a page and a worker alike; only src/sandbox/hosts knows where it runs.',
            },
          ],
        },
      ],
    },
  },
);

/**
 * The rooms that `npm run test:mutation` knows, by their place under src. `tests` are those that reach
 * the room: a mutant is asked by each of them that runs its line. Of a room with a `share` that part of
 * its lines is changed, in whole files that a seed draws.
 */
const wire = ['src/sandbox/{checks,grants,endpoints}/**/*.test.ts', 'tests/mutation/**/*.test.ts'];
const tenth = 0.1;

/** @type {Record<string, { tests: string[], files?: string, share?: number }>} */
export const rooms = {
  'sandbox/checks': { tests: wire },
  'sandbox/grants': { tests: wire },
  'sandbox/tokens': { tests: [...wire, 'src/sandbox/tokens/**/*.test.ts'] },
  'sandbox/store': {
    tests: [
      'src/sandbox/{store,log,grants,tokens}/**/*.test.ts',
      'src/sandbox/endpoints/*.test.ts',
    ],
  },
  'app-settings': {
    tests: [
      'src/app-settings/**/*.test.ts',
      'tests/oracle/{account,matrix,mutation,no-portal,today,users}.test.ts',
    ],
  },
  protocol: { share: tenth, tests: ['src/protocol/**/*.test.ts', 'tests/recorded/**/*.test.ts'] },
  flows: { share: tenth, tests: ['src/flows/**/*.test.ts', 'tests/findings/**/*.test.ts'] },
  diagnosis: {
    share: tenth,
    tests: ['src/diagnosis/**/*.test.ts', 'tests/{corpus,diagnose,findings}/**/*.test.ts'],
  },
  islands: {
    share: tenth,
    files: 'src/islands/*/{model,model/**}/*.ts',
    tests: ['src/islands/**/*.test.ts', 'src/islands/**/*.test.tsx'],
  },
};

/** The room that somebody names, by its place under src or by the last part of it. */
export function roomNamed(name) {
  const place = name.replace(/^src\//, '').replace(/\/$/, '');
  return Object.keys(rooms).find((room) => room === place || room.split('/').at(-1) === place);
}

/**
 * Files of words: what they say is read by people and need not be asserted word by word, so their
 * sentences are left as they are. Their conditions, codes, lists and numbers are changed like all others.
 */
export const filesOfWords = [
  /-words\.ts$/,
  /\/words\.ts$/,
  /\/words\//,
  /^src\/app-settings\/(brands|describe|flow-kinds|instead|name|refusals|scope-facts|scopes|settings-page|smallest-change|sources)\.ts$/,
  /^src\/app-settings\/(chooser|rules|new-app-link)\//,
  /^src\/protocol\/(errors|recorded)\//,
  /^src\/flows\/(?!render\/)[a-z-]+\//,
  /^src\/diagnosis\/(rules|explain|paste)\//,
];

// npm run test:mutation -- ROOM: changes the room's code a thousand times and counts which changes a test notices.
// Ends with 0 where it ran, 2 where it could not.
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { drawnFiles } from './mutation/drawn-files.mjs';
import { rowOf, writeRow } from './mutation/page.mjs';
import { countsOf, survivorsOf } from './mutation/result.mjs';
import { forgetUnreached } from './mutation/state.mjs';
import { roomNamed, rooms } from './mutation/rooms.mjs';

const usage = `npm run test:mutation -- ROOM [options]

  --only PATTERN   these files of the room alone, such as src/sandbox/checks/code/*.ts; nothing is written
  --seed NUMBER    which tenth is drawn, where a room is asked in part; 16 if left out
  --fresh          forgets what the last run found
  --write          puts the room's row into docs/mutation.md
  --workers NUMBER how many mutants at a time; one less than this machine has processors if left out

Rooms: ${Object.keys(rooms).join(', ')}`;

function stop(line) {
  console.error(`${line}\n\n${usage}`);
  process.exit(2);
}

let read;
try {
  read = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      seed: { type: 'string', default: '16' },
      fresh: { type: 'boolean' },
      write: { type: 'boolean' },
      workers: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
} catch (error) {
  stop(error.message);
}
const { values, positionals } = read;
if (values.help) {
  console.log(usage);
  process.exit(0);
}
if (positionals.length !== 1)
  stop(positionals.length === 0 ? 'ROOM is missing.' : 'One room at a time.');
const room = roomNamed(positionals[0]);
if (room === undefined) stop(`"${positionals[0]}" is no room.`);
const isCount = (text) => /^[1-9]\d{0,8}$/.test(text);
if (!isCount(values.seed)) stop(`--seed is "${values.seed}", which is no number above 0.`);
const workers = values.workers ?? String(Math.max(1, availableParallelism() - 1));
if (!isCount(workers)) stop(`--workers is "${workers}", which is no number above 0.`);

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { share, tests, files = `src/${room}/**/*.ts` } = rooms[room];
const isCode = (file) => !/\.test\.ts$|\/testing\/|\.d\.ts$/.test(file);
const all = globSync(files)
  .map((file) => file.replaceAll('\\', '/'))
  .filter(isCode)
  .sort();
let chosen = share === undefined ? all : drawnFiles(all, share, values.seed);
if (values.only !== undefined) {
  const named = new Set(globSync(values.only).map((file) => file.replaceAll('\\', '/')));
  chosen = all.filter((file) => named.has(file));
  if (chosen.length === 0) stop(`--only names "${values.only}", and ${room} has no such file.`);
}
const part = share === undefined ? 'whole' : `${100 * share} %, seed ${values.seed}`;
const asked = values.only === undefined ? part : values.only;
console.log(`${room} (${asked}): ${chosen.length} of ${all.length} files`);
if (share !== undefined) console.log(chosen.map((file) => `  ${file}`).join('\n'));

const state = `results/mutation/${room.replaceAll('/', '-')}.json`;
mkdirSync('results/mutation', { recursive: true });
if (values.fresh && existsSync(state)) rmSync(state);
if (existsSync(state)) forgetUnreached(state);
process.env.MUTATION_TESTS = JSON.stringify(tests);

// Loaded here: who asks for an unknown room is answered at once.
const { Stryker } = await import('@stryker-mutator/core');
const began = Date.now();
let results;
try {
  results = await new Stryker({
    mutate: chosen,
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutation.config.ts' },
    plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation/leave-words.mjs'],
    ignorers: ['leave-words'],
    coverageAnalysis: 'perTest',
    // What runs once, while a file is loaded, asks every test in a process of its own.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: state,
    // A busy machine must not pass for a loop without end.
    timeoutMS: 60_000,
    timeoutFactor: 4,
    concurrency: Number(workers),
    disableTypeChecks: false,
    ignorePatterns: [
      'dist',
      'public',
      'results',
      'bench',
      'docs',
      '.ci',
      '.astro',
      '*-results',
      '*-report',
    ],
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
    logLevel: 'warn',
    tempDirName: '.stryker-tmp',
    cleanTempDir: 'always',
  }).runMutationTest();
} catch (error) {
  console.error(`StrykerJS could not run: ${error.message}`);
  process.exit(2);
}

const counts = countsOf(results);
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const changed = git('status', '--porcelain', '--', 'src', 'tests') !== '';
const commit = `${git('rev-parse', '--short', 'HEAD')}${changed ? ' and changes' : ''}`;
const row = rowOf({
  room,
  part: asked,
  day: new Date().toISOString().slice(0, 10),
  commit,
  counts,
});
console.log(survivorsOf(results).join('\n'));
console.log(
  `\n${((Date.now() - began) / 60_000).toFixed(1)} minutes; ${counts.left} mutants left out: sentences in files of words, and what runs while a file is loaded.`,
);
console.log(row);
if (values.write && values.only === undefined) {
  writeRow('docs/mutation.md', room, row);
  console.log('docs/mutation.md has this row.');
}

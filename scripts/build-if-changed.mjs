// Builds the site when its sources are not those of the last build. What counts is
// the content, by hash, so that a checkout that only touches times builds nothing. Files whose size and
// times are those of then need not be read for it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConformance } from './conformance-result.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = [
  'src',
  'content',
  'public',
  'scripts',
  'astro.config.mjs',
  'ec.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];
const stamp = join(root, 'dist', '.built-from');

function* filesOf(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* filesOf(child);
    else if (entry.isFile()) yield child;
  }
}

/** A hash of what a build is made from; `about` says of a file what counts. */
function hashOf(about) {
  const hash = createHash('sha256');
  // Canonical links and the sitemap are built with it.
  hash.update(process.env.PUBLIC_URL ?? '').update('\0');
  // A page shows what the conformance table came to; when that was is no reason to build.
  const { kind, runs, failed } = readConformance(root);
  hash.update(JSON.stringify([kind, runs, failed])).update('\0');
  for (const source of sources) {
    const path = join(root, source);
    const files = source.includes('.') ? [path] : filesOf(path);
    for (const file of files)
      hash.update(file.slice(root.length)).update('\0').update(about(file)).update('\0');
  }
  return hash.digest('hex');
}

export const hashOfSources = () => hashOf((file) => readFileSync(file));

/** It changes with any of the files, and with their times too. */
const hashOfListing = () =>
  hashOf((file) => {
    const { size, mtimeMs, ctimeMs } = statSync(file);
    return `${size} ${mtimeMs} ${ctimeMs}`;
  });

/** What the site was built from, if it was: the hash of the sources, and of their listing where it is known. */
export function readStamp() {
  const [hash, listing] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : [];
  return { hash, listing };
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Keeps what the site was built from; answers whether it could. */
function keepStamp(hash, listing) {
  try {
    // Whole or not at all: another start may be reading it.
    writeFileSync(`${stamp}-${process.pid}`, `${hash}\n${listing}`);
    renameSync(`${stamp}-${process.pid}`, stamp);
    return true;
  } catch {
    return false;
  }
}

/**
 * Builds if needed. Returns whether `dist` now holds the site; says in one line why not. `verbose` shows
 * all that the build prints, `quiet` nothing unless it fails.
 */
export function buildIfChanged({ quiet = false, verbose = false } = {}) {
  const listing = hashOfListing();
  const built = readStamp();
  if (built.listing === listing) return true;
  const hash = hashOfSources();
  if (built.hash === hash) {
    keepStamp(hash, listing);
    return true;
  }
  const folder = existsSync(join(root, 'dist')) ? join(root, 'dist') : root;
  if (!isWritable(folder)) {
    console.error(`Cannot write to ${folder}: make the folder writable and start again.`);
    return false;
  }
  const why = existsSync(stamp) ? 'its sources changed since the last build' : 'for the first time';
  console.log(`Building the site, ${why}. This takes a minute or two.`);
  const build = join(root, 'scripts/build-site.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [build, ...(verbose ? ['--verbose'] : [])],
    { cwd: root, stdio: quiet ? 'pipe' : ['ignore', 'inherit', 'inherit'], encoding: 'utf8' },
  );
  if (status !== 0) {
    if (quiet) console.error(`${stdout}\n${stderr}`);
    console.error('The site was not built, so there is nothing to serve: see the message above.');
    return false;
  }
  if (!keepStamp(hash, listing)) {
    console.error(
      `Cannot write to ${join(root, 'dist')}: make the folder writable and start again.`,
    );
    return false;
  }
  return true;
}

// What the conformance table came to when it was last run, for the page that shows it: written by the
// run, read by the build. It says of which sources it is, so that no page claims it for others.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @param {string} root */
const fileIn = (root) => join(root, 'results', 'conformance.json');

/** What the server answers by, and what it is asked. */
const sources = [
  'src/protocol',
  'src/app-settings',
  'src/flows',
  'src/diagnosis',
  'src/sandbox',
  'tests/conformance',
];

/**
 * The content of all that decides the outcome of a run, by hash.
 * @param {string} root the project's folder
 * @returns {string}
 */
export function hashOfTested(root) {
  const hash = createHash('sha256');
  for (const source of sources.filter((each) => existsSync(join(root, each)))) {
    const names = readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }).sort();
    for (const name of names.filter((each) => /\.(?:ts|json)$/.test(each))) {
      const path = join(source, name);
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function git(root, ...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Keeps the outcome of a whole run.
 * @param {string} root the project's folder
 * @param {Record<string, string>} failed why, of each run that failed, by `<row> <preset>`
 * @param {number} runs how many rows were run, each once a preset
 */
export function writeConformance(root, failed, runs) {
  const changed = git(root, 'status', '--porcelain', '--', ...sources);
  const result = {
    at: new Date().toISOString(),
    commit: git(root, 'rev-parse', '--short', 'HEAD') ?? null,
    isChanged: changed !== undefined && changed !== '',
    sources: hashOfTested(root),
    runs,
    failed,
  };
  try {
    mkdirSync(dirname(fileIn(root)), { recursive: true });
    writeFileSync(fileIn(root), `${JSON.stringify(result, null, 2)}\n`);
  } catch {
    // A folder that cannot be written to costs the page its result, and no test its outcome.
  }
}

/**
 * @typedef {{ at: string, commit: string | null, isChanged: boolean, sources: string, runs: number,
 *   failed: Record<string, string> }} Kept
 * @param {string} root the project's folder
 * @returns {{ kind: 'none' } | (Kept & { kind: 'current' | 'other' })} `other`: it is of sources that
 * have changed since
 */
export function readConformance(root) {
  const path = fileIn(root);
  if (!existsSync(path)) return { kind: 'none' };
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8'));
    return { ...kept, kind: kept.sources === hashOfTested(root) ? 'current' : 'other' };
  } catch {
    return { kind: 'none' };
  }
}

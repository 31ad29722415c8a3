import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const linesOf = (file) => readFileSync(file, 'utf8').split('\n').length;
const lot = (seed, file) => createHash('sha256').update(`${seed} ${file}`).digest('hex');

/**
 * Whole files by lot, until they have that share of the lines. A file's lot hangs on the seed and its
 * own name alone, so that a new file moves no other.
 */
export function drawnFiles(files, share, seed) {
  const wanted = files.reduce((sum, file) => sum + linesOf(file), 0) * share;
  const byLot = files.map((file) => [lot(seed, file), file]).sort();
  const drawn = [];
  let lines = 0;
  for (const [, file] of byLot) {
    if (lines >= wanted) break;
    drawn.push(file);
    lines += linesOf(file);
  }
  return drawn.sort();
}

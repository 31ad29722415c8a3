import { readFileSync, writeFileSync } from 'node:fs';

/** A room's row in the table of docs/mutation.md. */
export function rowOf({ room, part, day, commit, counts }) {
  const { mutants, killed, timedOut, survived, notReached, score } = counts;
  const numbers = [mutants, killed, timedOut, survived, notReached, `${score.toFixed(1)} %`];
  return `| ${[`\`${room}\``, part, ...numbers, day, commit].join(' | ')} |`;
}

/** The page with that row in place of the room's last one, or below the others. */
export function withRow(page, room, row) {
  const lines = page.split('\n');
  const old = lines.findIndex((line) => line.startsWith(`| \`${room}\` `));
  if (old !== -1) return lines.with(old, row).join('\n');
  const head = lines.findIndex((line) => /^\| Room\b/.test(line));
  if (head === -1) throw new Error('docs/mutation.md has no table that begins with "| Room".');
  let end = head;
  while (lines[end]?.startsWith('|')) end += 1;
  return lines.toSpliced(end, 0, row).join('\n');
}

export function writeRow(file, room, row) {
  writeFileSync(file, withRow(readFileSync(file, 'utf8'), room, row));
}

import type { AnswerRow } from '#diagnosis/compare/answers.ts';
import { recordedAnswers } from '#protocol/recorded/answers.ts';
import { excused, notProvoked, replacedBy } from '#protocol/recorded/excused.ts';
import { fidelityNumbers } from '#sandbox/operations/fidelity.ts';

/** Where a newer recording of the same answer has another text than the older one. */
export const texts = [
  'errors[0].message',
  'error_description',
  'message',
  'header www-authenticate',
];

/** `errors` stands for all that is in it. */
export const within = (path: string, excuse: string): boolean =>
  path === excuse || path.startsWith(`${excuse}[`) || path.startsWith(`${excuse}.`);

function verdictOf(id: string, rows: readonly AnswerRow[]): string {
  const differing = rows.filter(({ verdict }) => verdict !== 'same');
  const paths = excused.filter((one) => one.id === id).map(({ path }) => path);
  const newer = replacedBy[id];
  const open = differing.filter(
    ({ path }) =>
      !paths.some((excuse) => within(path, excuse)) &&
      !(newer !== undefined && texts.includes(path)),
  );
  if (open.length > 0) return `DIFFERS in ${open.map(({ path }) => path).join(', ')}`;
  if (paths.length > 0) return `equal except for ${paths.join(', ')}`;
  return newer === undefined || differing.length === 0
    ? 'equal'
    : `equal except for the text of ${newer}`;
}

/** What the sandbox's answers are beside the recorded ones, as a table to print. */
export function fidelityTable(rows: ReadonlyMap<string, readonly AnswerRow[]>): string {
  const lines = recordedAnswers.map(({ id, source }) => {
    const found = rows.get(id);
    const members = String(found?.length ?? 0).padStart(3);
    const verdict = found ? verdictOf(id, found) : `not provoked: ${notProvoked[id] ?? ''}`;
    return `${id.padEnd(32)} ${source.date.padEnd(17)} ${members}  ${verdict}`;
  });
  const equal = lines.filter((line) => /\d {2}equal$/.test(line)).length;
  const replaced = lines.filter((line) => line.includes('equal except for the text of')).length;
  const withExcuse = new Set(excused.map(({ id }) => id)).size;
  const { answers, recorded, documents, guesses } = fidelityNumbers();
  return [
    `${'recorded answer'.padEnd(32)} ${'of'.padEnd(17)} places`,
    ...lines,
    '',
    `Of ${recordedAnswers.length} recorded answers ${rows.size} are provoked: ${equal} equal, ${replaced} equal except for a text that a newer recording replaced, ${withExcuse} equal except for ${excused.length} excused paths.`,
    ...excused.map(({ id, path, why, since }) => `  ${id}, ${path} (${since}): ${why}`),
    '',
    `Of the sandbox's ${answers} answers ${recorded} have a recorded witness, ${documents} are based on documents, ${guesses} are our guess.`,
  ].join('\n');
}

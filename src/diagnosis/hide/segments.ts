import type { ComparisonRow, Segment } from '../finding.ts';

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** What differs, by its class alone: punctuation stays, since it is the proof and no part that can be guessed from. */
function classOf(text: string): string {
  return text.replaceAll(/[\p{L}\p{N}]+/gu, (run) => {
    if (/^\p{N}+$/u.test(run)) return `[${plural(run.length, 'digit')}]`;
    if (/^\p{L}+$/u.test(run)) return `[${plural(run.length, 'letter')}]`;
    return `[${run.length} letters and digits]`;
  });
}

/** Everything that is not hidden of a row, so that a part of a secret is found in any segment. */
const bareOf = (segments: readonly Segment[]): string =>
  segments
    .filter(({ tone }) => tone !== 'invisible')
    .map(({ text }) => text.replaceAll('…', ''))
    .join('');

/** Shorter stretches are shared by anything. */
const shortestPart = 6;

/**
 * A line of a comparison without the secret that it is about: how long it is, where it differs and by
 * which class of character. Stand-ins for what cannot be seen stay, they are the proof.
 *
 * @param hide a text with what is hidden replaced
 * @param secrets every secret that is known
 */
export function hiddenRow(
  row: ComparisonRow,
  hide: (text: string) => string,
  secrets: readonly string[],
): ComparisonRow {
  const bare = bareOf(row.segments);
  const isPart = (text: string): boolean =>
    text.length >= shortestPart && secrets.some((secret) => secret.includes(text));
  const isSecret =
    hide(bare) !== bare ||
    isPart(bare) ||
    row.segments.some(({ text }) => isPart(text.replaceAll('…', '')));
  const label = hide(row.label);
  if (!isSecret) return { ...row, label };
  const segments = row.segments.map((segment): Segment => {
    const { text, tone } = segment;
    if (tone === 'invisible' || text === '') return segment;
    if (secrets.includes(text)) return { text: hide(text), tone };
    if (tone === 'differs') return { text: classOf(text), tone };
    const cut = text.includes('…') ? 'more than ' : '';
    return { text: `[${cut}${plural(text.replaceAll('…', '').length, 'character')}]`, tone };
  });
  return { ...row, label, segments };
}

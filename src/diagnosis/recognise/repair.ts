/** What copying did to a text, and how often. */
export interface Repair {
  kind: 'smart quotes' | 'HTML entities' | 'no-break spaces' | 'invisible characters' | 'line ends';
  count: number;
}

export interface Repaired {
  text: string;
  repairs: Repair[];
}

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&amp;': '&',
};

const steps: readonly { kind: Repair['kind']; pattern: RegExp; by: (found: string) => string }[] = [
  { kind: 'line ends', pattern: /\r\n?/g, by: () => '\n' },
  // `&amp;` last within the table, so that `&amp;quot;` is opened once only.
  {
    kind: 'HTML entities',
    pattern: /&(?:quot|apos|lt|gt|nbsp|amp|#34|#39);/g,
    by: (found) => entities[found] ?? found,
  },
  {
    kind: 'smart quotes',
    pattern: /[“”„«»‘’‚]/g,
    by: (found) => (/[‘’‚]/.test(found) ? "'" : '"'),
  },
  { kind: 'no-break spaces', pattern: /[\u00a0\u2007\u202f]/g, by: () => ' ' },
  // Zero-width and direction marks: they are never part of a request that somebody typed.
  {
    kind: 'invisible characters',
    pattern: /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
    by: () => '',
  },
];

/**
 * Undoes what mails, chats and web pages do to a text that is copied out of them (LINT-004). What
 * was undone is told, because a request that was sent like that is refused for it.
 *
 * @param pasted as it came
 * @returns the text to read, and what was changed in it; a line end of Windows is no change to tell
 */
export function repair(pasted: string): Repaired {
  let text = pasted;
  const repairs: Repair[] = [];
  for (const { kind, pattern, by } of steps) {
    let count = 0;
    text = text.replace(pattern, (found) => {
      count += 1;
      return by(found);
    });
    if (count > 0 && kind !== 'line ends') repairs.push({ kind, count });
  }
  return { text, repairs };
}

/** What copying did to a text, and how often. */
export interface Repair {
  kind:
    | 'smart quotes'
    | 'HTML entities'
    | 'no-break spaces'
    | 'invisible characters'
    | 'line ends'
    | 'quote marks of a mail'
    | 'line breaks in an address'
    | 'quoted-printable';
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

interface Step {
  kind: Repair['kind'];
  pattern: RegExp;
  by: (found: string) => string;
}

const steps: readonly Step[] = [
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

/** What a mail's encoding writes for a sign, and for the end of a line of 76. */
const softBreak = /=\n/g;
const encodedSign = /=([2-7][\dA-F])/g;

/** Undone only where both stand: `=3D` alone may be a value, a line may end in `=`. */
function withoutQuotedPrintable(text: string): [string, number] {
  if (!text.includes('=3D') || !text.includes('=\n')) return [text, 0];
  let count = 0;
  const joined = text.replace(softBreak, () => {
    count += 1;
    return '';
  });
  return [
    joined.replace(encodedSign, (_found, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, 16)),
    ),
    count,
  ];
}

const quoted = /^> ?(?:> ?)?/;
/** A line of `curl -v`, or one that a shell's prompt goes on in. */
const isOther = (line: string): boolean =>
  /^> (?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|HTTP\/\S{1,3}) \S|[\w-]{2,60}: |$)|^>>> |^>\s+(?:-|https?:)/.test(
    line,
  );

/** The marks of an answered mail; those of `curl -v`, of Python and of a shell stay. */
function withoutQuoteMarks(text: string): [string, number] {
  if (!/^>/m.test(text)) return [text, 0];
  const lines = text.split('\n');
  if (lines.some((line) => isOther(line) || /^< \S/.test(line))) return [text, 0];
  let count = 0;
  const bare = lines.map((line) => {
    if (!line.startsWith('>')) return line;
    count += 1;
    return line.replace(quoted, '');
  });
  return [bare.join('\n'), count];
}

const wrapsAt = { from: 64, to: 80 };
/** An address with parameters that goes to the end of its line. */
const openAddress = /https?:\/\/\S{1,80}\?\S{0,80}$/;
/** What goes on an address: signs of one, some of them never in a word; no form and no address of its own. */
const restOfAddress = /^(?!https?:|grant_type=)[\w%.~-]{0,80}[=&%][^\s"'<>]{0,80}$/;

/** Addresses that a mail broke into lines of 64 to 80, whole again. */
function withoutWraps(text: string): [string, number] {
  if (!text.includes('?') || !text.includes('://')) return [text, 0];
  const lines = text.split('\n');
  const whole: string[] = [];
  let count = 0;
  let isOpen = false;
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1] ?? '';
    const wraps = before.length >= wrapsAt.from && before.length <= wrapsAt.to;
    if (isOpen && wraps && restOfAddress.test(line)) {
      whole[whole.length - 1] += line;
      count += 1;
    } else {
      whole.push(line);
      isOpen = line.length <= wrapsAt.to && openAddress.test(line);
    }
  }
  return [whole.join('\n'), count];
}

/** What mails do to the lines of a text; in the order in which they are undone. */
const ofMails: readonly [Repair['kind'], (text: string) => [string, number]][] = [
  ['quoted-printable', withoutQuotedPrintable],
  ['quote marks of a mail', withoutQuoteMarks],
  ['line breaks in an address', withoutWraps],
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
  for (const [kind, undo] of ofMails) {
    const [undone, count] = undo(text);
    text = undone;
    if (count > 0) repairs.push({ kind, count });
  }
  return { text, repairs };
}

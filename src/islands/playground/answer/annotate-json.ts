import { isTooDeep } from '#protocol/json-depth.ts';

/** One line of a JSON text as it is shown, with the member it belongs to. */
export interface JsonLine {
  /** Nesting, from 0. */
  depth: number;
  /** The member's name, where the line begins one. */
  member?: string;
  /** The value or bracket that follows, comma included. */
  text: string;
  /** A scalar's kind, for its colour. */
  kind: 'string' | 'number' | 'word' | 'bracket';
  /** What the line means. */
  note?: string;
}

/** Where no public code exists, the sandbox has one of its own, and no note may call it RingCentral's. */
const isOwnCode = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith('SANDBOX-');

function kindOf(value: unknown): JsonLine['kind'] {
  if (typeof value === 'string') return 'string';
  return typeof value === 'number' ? 'number' : 'word';
}

/**
 * Lays JSON out one member a line, so that a note can stand beside each.
 * A member's note is found by its name; the first line with that name takes it.
 *
 * @param body the text as it was received
 * @returns undefined where it is not JSON, or nested beyond reading
 */
export function annotateJson(
  body: string,
  notes: Readonly<Record<string, string>>,
): JsonLine[] | undefined {
  let root: unknown;
  if (isTooDeep(body)) return undefined;
  try {
    root = JSON.parse(body);
  } catch {
    return undefined;
  }
  const lines: JsonLine[] = [];
  const left = new Map(Object.entries(notes));

  const write = (value: unknown, depth: number, member: string | undefined, end: string): void => {
    const told = member === undefined ? undefined : left.get(member);
    const note = told && isOwnCode(value) ? 'The sandbox’s own: RingCentral’s is not public' : told;
    if (member !== undefined) left.delete(member);
    const head = { depth, ...(member === undefined ? {} : { member }), ...(note ? { note } : {}) };
    if (value === null || typeof value !== 'object') {
      lines.push({ ...head, text: JSON.stringify(value) + end, kind: kindOf(value) });
      return;
    }
    const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
    const entries = Array.isArray(value)
      ? value.map((item): [undefined, unknown] => [undefined, item])
      : Object.entries(value);
    if (entries.length === 0) {
      lines.push({ ...head, text: `${open}${close}${end}`, kind: 'bracket' });
      return;
    }
    lines.push({ ...head, text: open, kind: 'bracket' });
    entries.forEach(([name, item], index) =>
      write(item, depth + 1, name, index < entries.length - 1 ? ',' : ''),
    );
    lines.push({ depth, text: close + end, kind: 'bracket' });
  };
  write(root, 0, undefined, '');
  return lines;
}

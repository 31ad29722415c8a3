import { type LinkParameter, spellings } from './parameters.ts';

/** A part of a link that could not be used. */
export interface Unread {
  parameter: string;
  /** Absent where the value itself could not be decoded. */
  value?: string;
  reason: string;
}

/** What the readers of a link's parts share: what it holds, and what they found wrong or missing. */
export interface LinkNotes {
  values: ReadonlyMap<LinkParameter, string>;
  unread: Unread[];
  assumed: string[];
}

const longestShown = 200;
const parameterOf = new Map<string, LinkParameter>(
  (Object.keys(spellings) as LinkParameter[]).flatMap((name) =>
    spellings[name].map((spelling): [string, LinkParameter] => [spelling.toLowerCase(), name]),
  ),
);

/** Sorts a link's query into the parameters that it can have; an empty value is an absent one. */
export function takeParameters(query: string): {
  values: Map<LinkParameter, string>;
  unread: Unread[];
} {
  const values = new Map<LinkParameter, string>();
  const unread: Unread[] = [];
  for (const [spelling, value] of new URLSearchParams(query)) {
    const shown = { parameter: shorten(spelling), value: shorten(value) };
    const name = parameterOf.get(spelling.toLowerCase());
    if (/^utm_/i.test(spelling) || (name !== undefined && value.trim() === '')) continue;
    if (name === undefined) {
      unread.push({ ...shown, reason: 'The new-app link has no such parameter.' });
    } else if (value.includes('\uFFFD')) {
      unread.push({ parameter: name, reason: 'Its percent-encoding is damaged.' });
    } else if (values.has(name) && values.get(name) !== value) {
      unread.push({ ...shown, reason: 'It comes twice; the first one counts.' });
    } else {
      values.set(name, value);
    }
  }
  return { values, unread };
}

export function shorten(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

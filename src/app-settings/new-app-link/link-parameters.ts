import { type LinkParameter, linkHosts, linkPath, spellings } from './parameters.ts';

export type FoundLink = { kind: 'found'; query: string } | { kind: 'refused'; reason: string };

/** More than ten redirect URIs of the greatest length need. */
const mostCharacters = 32_768;

/** The address within markup: a link in HTML, Markdown or quotes ends where the address does. */
const address = /(?:https?:\/\/)?[\w.-]+\/new-app\/?\?[^\s"'<>`]*/i;

function refused(reason: string): FoundLink {
  return { kind: 'refused', reason };
}

/**
 * Finds the new-app link in a pasted text.
 *
 * @returns Its query, undecoded; or why there is none.
 */
export function findLink(text: string): FoundLink {
  if (text.trim() === '') return refused('Paste a new-app link.');
  if (text.length > mostCharacters) {
    return refused(`A new-app link has ${mostCharacters} characters at most; this is longer.`);
  }
  const [match] = address.exec(text) ?? [];
  if (match === undefined) {
    return refused(
      `This is no new-app link. One begins with https://${linkHosts[0]}${linkPath}? and has the settings behind it.`,
    );
  }
  // In the source of a page an ampersand is written &amp;, and in a sentence a full stop follows.
  const alone = match === text.trim() ? match : match.replace(/[).,;\]]+$/, '');
  const plain = alone.replaceAll(/&amp;/gi, '&');
  const absolute = /^https?:/i.test(plain) ? plain : `https://${plain}`;
  if (!URL.canParse(absolute)) return refused('This address cannot be read.');
  const { hostname, search } = new URL(absolute);
  if (!(linkHosts as readonly string[]).includes(hostname)) {
    return refused(`A new-app link leads to ${linkHosts.join(' or ')}; this one to ${hostname}.`);
  }
  return { kind: 'found', query: search.slice(1) };
}

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
      unread.push({ ...shown, reason: 'It is there twice; the first one counts.' });
    } else {
      values.set(name, value);
    }
  }
  return { values, unread };
}

export function shorten(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

import { linkHosts, linkPath } from './parameters.ts';

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
      `This is no new-app link. One begins with https://${linkHosts[0]}${linkPath}? and holds the settings behind it.`,
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

import { errorHref } from '#protocol/errors/error-href.ts';
import { isErrorCode, wireError } from '#protocol/errors/codes.ts';
import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { elsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { namedCodes } from '#protocol/errors/seen/named-codes.ts';
import { type Named, namedHits, namesPath } from './named.ts';
import { findHits, type Hit, type Pagefind } from './pagefind.ts';

const most = 5;
const isElsewhere = (code: string): code is keyof typeof elsewhere =>
  Object.hasOwn(elsewhere, code);

function messageOf(code: string): string | undefined {
  if (isErrorCode(code)) return wireError(code).message;
  return isElsewhere(code) ? elsewhere[code].message : undefined;
}

/**
 * The entries of the reference that a search for an error means: by a code within the words, else
 * by a text that a code was ever sent with. A whole pasted answer will do.
 *
 * @param term as it was typed or pasted; read to its first 4,000 characters
 * @returns at most five, a code that was named before one that was not
 */
export function errorHits(term: string): Hit[] {
  const named = namedCodes(term.slice(0, 4_000)).map(({ code }) => code);
  const codes = named.length > 0 ? named : codesOfText(term);
  return [...new Set(codes)].slice(0, most).flatMap((code) => {
    const message = messageOf(code);
    if (message === undefined) return [];
    const excerpt = [{ text: message, isMatch: false }];
    return [{ title: 'Errors', section: code, url: errorHref(code), excerpt }];
  });
}

/** Longer than anybody types, or with what nobody types: it was pasted. */
const looksPasted = (term: string): boolean =>
  term.length >= 60 || /[{}]|"\s*:|:\/\/|\w=\w|\berror\b.*\d{3}/i.test(term);

/**
 * The way to the diagnoser for what was pasted. Of a text only its code stands in the address, so
 * that no secret does.
 */
function diagnosis(term: string, [first]: readonly Hit[]): Hit[] {
  const code = first?.section;
  if (code === undefined && !looksPasted(term)) return [];
  return [
    {
      title: 'Diagnose what you pasted',
      section: code,
      url: code === undefined ? '/diagnose/#paste' : `/diagnose/#code=${code}`,
      excerpt: [
        { text: 'The cause, what to change and who does it, and a reply.', isMatch: false },
      ],
    },
  ];
}

/** The entries that a search means or names, then what else was found: their page need not stand there again. */
export function withErrors(
  term: string,
  found: readonly Hit[],
  named: readonly Named[] = [],
): Hit[] {
  const errors = errorHits(term);
  const names = errors.length === 0 ? namedHits(term, named) : [];
  const pages = new Set(names.map(({ url }) => url.split('#')[0]));
  const isKept = ({ url }: Hit) =>
    (errors.length === 0 || !url.startsWith('/reference/errors/')) && !pages.has(url.split('#')[0]);
  return [...errors, ...names, ...diagnosis(term, errors), ...found.filter(isKept)];
}

/** The names of the site, fetched once. Without them the search finds what its index finds. */
let names: Promise<readonly Named[]> | undefined;
async function fetchNames(): Promise<readonly Named[]> {
  try {
    const answer = await fetch(namesPath);
    // Written by this build, from data that the build has checked.
    return answer.ok ? ((await answer.json()) as Named[]) : [];
  } catch {
    return [];
  }
}

/**
 * Everything that a search means or finds, best first.
 * @returns undefined where a later search has overtaken this one
 */
export async function searchSite(pagefind: Pagefind, term: string): Promise<Hit[] | undefined> {
  names ??= fetchNames();
  const found = await findHits(pagefind, term);
  return found && withErrors(term, found, await names);
}

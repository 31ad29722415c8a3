import { decodeForm } from '#protocol/form.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import type { LanguageId } from '../../language-names.ts';
import { languages } from './languages.ts';
import { expressionOf, headerParts, partOf } from './parts.ts';
import type { Part, Piece } from './parts.ts';
import type { Secret } from './secrets.ts';

/** Letters and digits alone: no library quotes, encodes or breaks them. */
const placeholder = /PH(\d+)PH/;
const literal = /(["'])((?:(?!\1)[^\\\n])*PH\d+PH(?:(?!\1)[^\\\n])*)\1/g;

interface Prepared {
  url: string;
  headers: { name: string; value: string }[];
  form: { name: string; value: string }[] | undefined;
  parts: Part[][];
}

/** Puts a placeholder where each value is; undefined where the body is no form. */
function prepare(request: ExchangeRequest, secrets: readonly Secret[]): Prepared | undefined {
  const parts: Part[][] = [];
  const stand = (own: Part[]): string => `PH${parts.push(own) - 1}PH`;
  const { origin, pathname, search } = new URL(request.url);
  const query = decodeForm(search.slice(1));
  const form = request.body === undefined ? undefined : decodeForm(request.body);
  const type = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  if (query.kind !== 'form' || form?.kind === 'malformed') return undefined;
  if (form && type !== 'application/x-www-form-urlencoded') return undefined;
  const pairs = query.pairs.map(([name, value]) => `${name}=${stand([partOf(value, secrets)])}`);
  return {
    url: `${origin}${pathname}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`,
    headers: request.headers.map(([name, value]) => {
      if (name.toLowerCase() === 'content-type') return { name, value };
      // A scheme stays in sight: some libraries ask for it apart.
      const { scheme, part } = headerParts(value, secrets);
      return { name, value: `${scheme}${stand([part])}` };
    }),
    form: form?.pairs.map(([name, value]) => ({ name, value: stand([partOf(value, secrets)]) })),
    parts,
  };
}

/** A text with placeholders, cut where they are. */
function pieces(text: string, parts: readonly Part[][]): Piece[] {
  return text.split(/(PH\d+PH)/).flatMap((piece): Piece[] => {
    const index = placeholder.exec(piece)?.[1];
    if (index === undefined) return piece === '' ? [] : [{ kind: 'literal', text: piece }];
    return parts[Number(index)] ?? [];
  });
}

/**
 * A request as a program of a language, made by `@scalar/snippetz` around placeholders, which then
 * become texts in the language's own quoting. Secrets are read from the environment.
 *
 * @param secrets values that must not stand in a source
 * @param navigates the browser goes there: the program only makes the address
 * @returns undefined where the request is no form and no plain GET: only HTTP and curl show such a one
 */
export async function snippet(
  request: ExchangeRequest,
  id: LanguageId,
  secrets: readonly Secret[],
  navigates: boolean,
): Promise<string | undefined> {
  const language = languages[id];
  const prepared = prepare(request, secrets);
  if (!prepared) return undefined;
  const { url, headers, form, parts } = prepared;
  if (navigates) {
    const expression = expressionOf(pieces(url, parts), language, true);
    return `${language.comment} Send the browser to this address.\n${language.assign(expression)}`;
  }
  const plugin = await language.load();
  const made = plugin.generate({
    method: request.method,
    url,
    headers,
    ...(form ? { postData: { mimeType: 'application/x-www-form-urlencoded', params: form } } : {}),
  });
  const code = made.replace(
    literal,
    (whole: string, _quote: string, text: string, at: number, all: string) => {
      const inBody = language.encodedBody && /^[\w-]+=/.test(text);
      const encoded = inBody || text.startsWith('http');
      const expression = expressionOf(pieces(text, parts), language, encoded);
      // A method is called on the whole, not on its last part.
      return all[at + whole.length] === '.' ? `(${expression})` : expression;
    },
  );
  return language.wrap(code);
}

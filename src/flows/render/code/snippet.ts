import { decodeForm } from '#protocol/form.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import type { CodeLanguage } from './code-languages.ts';
import { languages } from './languages.ts';
import { ownHeaders } from './own-headers.ts';
import { expressionOf, headerParts, partsOf } from './parts.ts';
import type { Part } from './parts.ts';
import { type Secret, secretsIn } from './secrets.ts';

/** Letters and digits alone: no library quotes, encodes or breaks them. */
const placeholder = /PH(\d+)PH/;
const literal = /(["'])((?:(?!\1)[^\\\n])*PH\d+PH(?:(?!\1)[^\\\n])*)\1/g;
const form = /^application\/x-www-form-urlencoded(?:;|$)/i;
/** A library writes names as they are: none may mean anything to a language. */
const plainName = /^[\w.~[\]-]+$/;

interface Prepared {
  url: string;
  headers: { name: string; value: string }[];
  form: { name: string; value: string }[] | undefined;
  parts: Part[][];
}

/** Puts a placeholder where each value is; undefined where the request is no form and no plain GET. */
function prepare(request: ExchangeRequest, secrets: readonly Secret[]): Prepared | undefined {
  const parts: Part[][] = [];
  const stand = (own: Part[]): string => `PH${parts.push(own) - 1}PH`;
  const { origin, pathname, search } = new URL(request.url);
  const query = decodeForm(search.slice(1));
  const body = request.body === undefined ? undefined : decodeForm(request.body);
  const headers = ownHeaders(request);
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (query.kind !== 'form' || body?.kind === 'malformed') return undefined;
  if (body && !form.test(type)) return undefined;
  const names = [...query.pairs, ...(body?.pairs ?? []), ...headers].map(([name]) => name);
  if (!/^[A-Z]+$/.test(request.method) || !names.every((name) => plainName.test(name))) {
    return undefined;
  }
  const path = stand([{ kind: 'literal', text: pathname.slice(1) }]);
  const pairs = query.pairs.map(([name, value]) => `${name}=${stand(partsOf(value, secrets))}`);
  return {
    url: `${origin}/${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`,
    headers: headers.map(([name, value]) => {
      if (name.toLowerCase() === 'content-type')
        return { name, value: 'application/x-www-form-urlencoded' };
      // A scheme stays in sight: some libraries ask for it apart.
      const { scheme, parts: own } = headerParts(value, secrets);
      return { name, value: `${scheme}${stand(own)}` };
    }),
    form: body?.pairs.map(([name, value]) => ({ name, value: stand(partsOf(value, secrets)) })),
    parts,
  };
}

/** A text with placeholders, cut where they are. */
function pieces(text: string, parts: readonly Part[][]): Part[] {
  return text.split(/(PH\d+PH)/).flatMap((piece): Part[] => {
    const index = placeholder.exec(piece)?.[1];
    if (index === undefined) return piece === '' ? [] : [{ kind: 'literal', text: piece }];
    return parts[Number(index)] ?? [];
  });
}

/**
 * A request as a program of a language, made by `@scalar/snippetz` around placeholders, which then
 * become texts in the language's own quoting. Secrets are read from the environment.
 *
 * @param known secrets by their names; those that stand where a protocol puts one need not be known
 * @param navigates the browser goes there: the program only makes the address
 * @returns undefined where the request is no form and no plain GET: only HTTP and curl show such a one
 */
export async function snippet(
  request: ExchangeRequest,
  id: CodeLanguage,
  known: readonly Secret[],
  navigates: boolean,
): Promise<string | undefined> {
  const language = languages[id];
  const prepared = prepare(request, secretsIn(request, known));
  if (!prepared) return undefined;
  const { url, headers, form: fields, parts } = prepared;
  if (navigates) {
    const expression = expressionOf(pieces(url, parts), language, true);
    return language.program(
      `${language.comment} Send the browser to this address.\n${language.show(expression)}`,
    );
  }
  const plugin = await language.load();
  const made = plugin.generate({
    method: request.method,
    url,
    headers,
    ...(fields
      ? { postData: { mimeType: 'application/x-www-form-urlencoded', params: fields } }
      : {}),
  });
  // What a library leaves out would be sent by no program.
  if (parts.some((_, index) => !made.includes(`PH${index}PH`))) return undefined;
  const code = made.replace(
    literal,
    (whole: string, _quote: string, text: string, at: number, all: string) => {
      const inBody = language.encodedBody && /^[\w.~[\]-]+=/.test(text);
      const encoded = inBody || text.startsWith('http');
      const expression = expressionOf(pieces(text, parts), language, encoded);
      const isWhole = expression === language.quote('') || !expression.includes(language.join);
      // A method is called on the whole, not on its last part; PowerShell reads an argument to its first space.
      const alone = all[at + whole.length] === '.' || all.slice(0, at).endsWith('-Uri ');
      return alone && !isWhole ? `(${expression})` : expression;
    },
  );
  return language.program(language.answer(code));
}

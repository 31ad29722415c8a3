import { type Piece, partial, tokenEndpoint } from '../known-parts.ts';
import { endOfBracket } from '../text-scan.ts';

/** Words that an address or a form of a sign-in has, by which a chain of texts is found. */
const begins = /oauth\/authorize|grant_type=|response_type=/g;
const most = 20;
const longestChain = 6_000;

interface Literal {
  /** Of what stands between the quotes. */
  from: number;
  to: number;
  /** Behind the closing quote. */
  end: number;
  text: string;
  prefix: string;
}

/** `f"…"`, `$"…"`, `@"…"`: what stands before a text that is filled in. */
const prefixes = /(?:^|[^\w])([fFrRbBuU$@]{1,2})$/;

/** The text that begins at a quote, to its end on the same line; templates may go on over lines. */
function literalAt(text: string, at: number): Literal | undefined {
  const quote = text[at] ?? '';
  if (quote === '' || !`"'\``.includes(quote)) return undefined;
  let to = at + 1;
  for (; to < text.length && to - at < 4_000; to += 1) {
    const sign = text[to];
    if (sign === '\\') {
      to += 1;
      continue;
    }
    if (sign === quote) break;
    if (sign === '\n' && quote !== '`') return undefined;
  }
  if (text[to] !== quote) return undefined;
  const [, prefix = ''] = prefixes.exec(text.slice(Math.max(0, at - 3), at)) ?? [];
  return { from: at + 1, to, end: to + 1, text: text.slice(at + 1, to), prefix };
}

/** The text that a place lies in: the last quote before it on its line whose end lies behind it. */
function literalAround(text: string, at: number): Literal | undefined {
  const line = Math.max(text.lastIndexOf('\n', at) + 1, at - 400);
  for (let open = at; open >= line; open -= 1) {
    const found = `"'\``.includes(text[open] ?? ' ') ? literalAt(text, open) : undefined;
    if (found && found.to > at && !/^\s*[+,)&]/.test(found.text)) return found;
  }
  return undefined;
}

/** What a program puts into a text, each written as the wire's readers know it: `${name}`. */
function filled({ text, prefix }: Literal): string {
  const open = text
    .replaceAll(/\\\(([^()]{1,80}(?:\([^()]{0,80}\))?[^()]{0,40})\)/g, '${$1}')
    .replaceAll(/#\{([^{}]{1,120})\}/g, '${$1}')
    .replaceAll(/(?<!\$)\{(\$[^{}]{1,120})\}/g, '${$1}')
    .replaceAll(/\$([A-Za-z_]\w{0,60})/g, '${$1}');
  return /[fF$]/.test(prefix) ? open.replaceAll(/(?<!\$)\{([^{}]{1,120})\}/g, '${$1}') : open;
}

/** Between the parts: `+`, `.`, `&`, `..`, a line that goes on, or nothing in a bracket. */
const joins = /^(?:[ \t]|\\?\r?\n|_\r?\n)*(?:\+=?|\.{1,2}|&|\|\|)(?:[ \t]|\\?\r?\n|_\r?\n)*/;
const adjacent = /^[ \t]*\\?\r?\n[ \t]*(?=[fFrRbBuU]{0,2}["'])/;

/** Something that is no text: a name, with what is called or looked up on it. */
function operandAt(text: string, at: number): number | undefined {
  const [head = ''] = /^[\w$.:>@?-]{1,120}(?<![.:>-])/.exec(text.slice(at, at + 120)) ?? [];
  let to = at + head.length;
  if (head === '' && text[to] !== '(') return undefined;
  for (let count = 0; count < 6 && '([{'.includes(text[to] ?? ' '); count += 1) {
    const end = endOfBracket(text, to, 400, `"'\``);
    if (end === undefined) return undefined;
    to = end;
    const [more = ''] = /^(?:\.|->|::|\?\.)[\w$.]{1,80}/.exec(text.slice(to, to + 84)) ?? [];
    to += more.length;
  }
  return to;
}

interface Chain {
  value: string;
  from: number;
  to: number;
  /** It has more parts than one text, or something is filled in. */
  isMade: boolean;
}

function chainFrom(text: string, first: Literal): Chain {
  let value = filled(first);
  let to = first.to;
  let end = first.end;
  let isMade = value !== first.text;
  const limit = Math.min(text.length, first.from + longestChain);
  while (end < limit) {
    const rest = text.slice(end, end + 200);
    const [join = adjacent.exec(rest)?.[0]] = joins.exec(rest) ?? [];
    if (join === undefined || join === '') break;
    const at = end + join.length;
    const [mark = ''] = /^[fFrRbBuU$@]{0,2}(?=["'`])/.exec(text.slice(at, at + 3)) ?? [];
    const literal = literalAt(text, at + mark.length);
    if (literal) {
      value += filled({ ...literal, prefix: mark });
      to = literal.to;
      end = literal.end;
    } else {
      const behind = operandAt(text, at);
      if (behind === undefined) break;
      value += `\${${text.slice(at, behind).replaceAll(/[{}]/g, '').slice(0, 80)}}`;
      to = behind;
      end = behind;
    }
    isMade = true;
  }
  return { value, from: first.from, to, isMade };
}

/** More is put into the address elsewhere: what lacks in it says nothing. */
const goesOn =
  /\+=|\.append\(|searchParams|URLSearchParams|urlencode\(|http_build_query|addQueryParam|queryParam\(|appendQuery|URIBuilder|UriBuilder|HttpUrl|URLQueryItem/;

function pieceOf({ value, from, to }: Chain, isOpen: boolean): Piece | undefined {
  const range = { from, to };
  const shared = { range, codes: [], ...(isOpen ? { isCut: true as const } : {}) };
  const [, path] = /^(?:\$\{[^{}]*\})?(\/[\s\S]*)$/.exec(value) ?? [];
  const url = path === undefined ? value : `https://platform.ringcentral.com${path}`;
  if (/^https?:\/\/[^\s?#]{1,200}\/oauth\/authorize(?:[?#]|$)/i.test(url)) {
    return {
      ...shared,
      form: 'address',
      exchange: partial({
        request: { method: 'GET', url, headers: [] },
        from: 'browser',
        to: 'authorization-server',
      }),
      unknown: ['request headers', 'response'],
    };
  }
  if (!/^(?:[\w.-]{1,60}=[^&\s]*&?)+$/.test(value) || !value.includes('grant_type=')) {
    return undefined;
  }
  return {
    ...shared,
    form: 'form body',
    exchange: partial({
      request: { method: 'POST', url: tokenEndpoint, headers: [], body: value },
    }),
    unknown: ['request headers', 'response'],
  };
}

/**
 * Addresses and forms of a sign-in that a program puts together: `"…" + id`, `'…' . $id`,
 * `"…" & id`, texts one below the other, and what stands in a template, an f-string or a Swift text.
 * What is no text stands there as `${code}`.
 *
 * @param text repaired
 */
export function concatenated(text: string): Piece[] {
  const pieces: Piece[] = [];
  const isOpen = goesOn.test(text);
  let end = 0;
  let tries = 0;
  for (const { index } of text.matchAll(begins)) {
    if (index < end) continue;
    tries += 1;
    if (tries > most * 4 || pieces.length >= most) break;
    const first = literalAround(text, index);
    if (!first) continue;
    const chain = chainFrom(text, first);
    end = chain.to;
    const piece = chain.isMade ? pieceOf(chain, isOpen) : undefined;
    if (piece) pieces.push(piece);
  }
  return pieces;
}

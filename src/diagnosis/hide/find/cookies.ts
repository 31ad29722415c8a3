import { isStandIn } from '../stand-in.ts';
import type { Span } from '../spans.ts';
import { plainly, valueAt } from './quoted.ts';

const header =
  /(?<![\w-])(set-cookie2?|cookies?)(?:\\{0,7}["'`\]])?[ \t]{0,4}(?:=>|:|=|,(?=\s?["']))\s?/gi;
const option = /(?:^|\s)(?:-b|--cookie)(?:\s{1,4}|=)(?=[\^"'\w][^\n]{0,400}=)/gm;
const line = /[^\n"'`]+/y;
const lines: ReadonlyMap<string, RegExp> = new Map([
  ['', /[^\n]+/y],
  ['"', /(?:[^\n"\\]|\\[^\n])+/y],
  ["'", /[^\n']+/y],
  ['`', /[^\n`]+/y],
]);
const crumb = /(?:^|[;,]\s{0,4})([^=;,\s"'{}]{1,200})=([^;\n]*)/g;
/** Attributes of `Set-Cookie` (RFC 6265 section 5.2, RFC 6265bis). */
/** A line of curl's cookie file: host, flag, path, secure, expiry, name, value. */
const ofJar =
  /^(?:#HttpOnly_)?[\w.-]{1,200}\t(?:TRUE|FALSE)\t[^\t\n]{1,200}\t(?:TRUE|FALSE)\t\d{1,12}\t[^\t\n]{1,200}\t([^\t\n]{1,4000})$/gm;
const attribute = /^(?:expires|max-age|domain|path|samesite|priority|version)$/i;
/** `New-Object System.Net.Cookie("name", "value", …)`, as *Copy as PowerShell* writes it. */
const powershell = /\bCookie\((["'])[^"'\n]{1,200}\1,\s?(["'])([^"'\n]{1,4000})\2/g;
/** The cookies of a HAR: a list of names and values. */
const list = /\\{0,3}"cookies\\{0,3}"\s{0,8}:\s{0,8}\[/g;
const valueInList = /\\{0,3}"value\\{0,3}"\s{0,8}:\s{0,8}(\\{0,3})"((?:[^"\\]|\\(?!\1"))*)/g;

function crumbs(text: string, from: number): Span[] {
  return [...text.matchAll(crumb)].flatMap(({ index, 0: whole, 1: name = '', 2: raw = '' }) => {
    const value = raw.trimEnd();
    if (value === '' || attribute.test(name) || isStandIn(value)) return [];
    const start = from + index + whole.length - raw.length;
    return [
      {
        of: 'secret' as const,
        kind: 'cookie',
        from: start,
        to: start + value.length,
        value: plainly(value),
      },
    ];
  });
}

/** `'set-cookie': [ 'a=b; Path=/', 'c=d' ]`, as Node, axios and Python print it. */
const headerList =
  /(?<![\w-])set-cookie2?\\{0,7}["'`]?\s{0,8}(?:=>|:|=)\s{0,8}\[(?=\s{0,40}\\{0,7}["'`])/gi;
const inList = /\s{0,40},?\s{0,40}(\\{0,7}["'`])((?:(?!\1)[^\n]){1,8000})\1/y;

/** The values of cookies, in header lines, in the options of curl, in a HAR, in PowerShell. */
export function cookies(text: string): Span[] {
  const found: Span[] = [];
  for (const pattern of [header, option]) {
    let end = 0;
    for (const { index, 0: whole } of text.matchAll(pattern)) {
      // The word within a line that is read already.
      if (index < end) continue;
      const quote = /["'`]/.exec(text[index - 1] ?? '')?.[0] ?? '';
      // Within a header line a quote is part of a cookie, unless it closes what stood before the name.
      const endOfValue = pattern === option ? line : (lines.get(quote) ?? line);
      const read = valueAt(text, index + whole.length, endOfValue);
      if (!read) continue;
      end = read.to;
      found.push(...crumbs(read.text, read.from));
    }
  }
  for (const { index, 0: whole, 3: value = '' } of text.matchAll(powershell)) {
    const from = index + whole.length - 1 - value.length;
    found.push({ of: 'secret', kind: 'cookie', from, to: from + value.length, value });
  }
  for (const { index, 0: whole, 1: value = '' } of text.matchAll(ofJar)) {
    const to = index + whole.length;
    found.push({ of: 'secret', kind: 'cookie', from: to - value.length, to, value });
  }
  for (const { index, 0: whole } of text.matchAll(headerList)) {
    inList.lastIndex = index + whole.length;
    for (let one = inList.exec(text); one; one = inList.exec(text)) {
      const [all, quote = '', value = ''] = one;
      found.push(...crumbs(value, one.index + all.length - quote.length - value.length));
    }
  }
  for (const { index, 0: whole } of text.matchAll(list)) {
    const start = index + whole.length;
    const end = text.indexOf(']', start);
    const inner = text.slice(start, end < 0 ? start + 20_000 : end);
    for (const one of inner.matchAll(valueInList)) {
      const value = one[2] ?? '';
      if (value === '' || isStandIn(value)) continue;
      const from = start + one.index + one[0].length - value.length;
      found.push({ of: 'secret', kind: 'cookie', from, to: from + value.length, value });
    }
  }
  return found;
}

import { looksSecret } from '../secret-value.ts';
import { isStandIn } from '../stand-in.ts';
import type { Span } from '../spans.ts';
import { isHarmlessBasic } from './basic-pair.ts';

const token = /(?:(?!\^(?:["'\n]|$))[^\s"'`,;<>()}\]\\]){2,16000}/y;

/**
 * The credentials in the value of an Authorization header, after the scheme where one stands there.
 *
 * @param from where the value begins in the whole text
 */
export function credentialsIn(value: string, from: number, kind = 'credentials'): Span[] {
  const [before = '', scheme = ''] =
    /^\s*(?:(Basic|Bearer|[A-Z][a-z]{2,9}|mac)\b:?\s+)?/i.exec(value) ?? [];
  token.lastIndex = before.length;
  const text = token.exec(value)?.[0];
  if (
    text === undefined ||
    isStandIn(text) ||
    isHarmlessBasic(text) ||
    /^(?:realm|error|scope)=/.test(text)
  )
    return [];
  // "Basic authentication header is missing"
  if (/^[A-Za-z]?[a-z]+[.:]?$/.test(text)) return [];
  if (scheme === '' && !looksSecret(text) && text.length < 16) return [];
  const own = /^bearer$/i.test(scheme) && kind === 'credentials' ? 'access_token' : kind;
  const start = from + before.length;
  return [{ of: 'secret', kind: own, from: start, to: start + text.length, value: text }];
}

const spoken = /\b(Basic|Bearer)\b:?[ \t+]{1,4}(?=[\w$])|\b(Basic|Bearer)(?:%20|\+)(?=\w)/gi;

/** Credentials behind their scheme, wherever they stand. */
export function schemes(text: string): Span[] {
  return [...text.matchAll(spoken)].flatMap(({ index, 0: whole, 1: one, 2: other }) => {
    const start = index + whole.length;
    const line = text.indexOf('\n', start);
    const rest = text.slice(start, Math.min(line < 0 ? text.length : line, start + 16_000));
    const scheme = one ?? other ?? '';
    const [span] = credentialsIn(`${scheme} ${rest}`, start - scheme.length - 1);
    if (!span) return [];
    // A word of a sentence is none, a token has a digit or is long.
    return looksSecret(span.value) || (span.value.length >= 16 && /[A-Z\d]/.test(span.value))
      ? [span]
      : [];
  });
}

/** `https://id:secret@host`, `curl -u id:secret`, `--user=id:secret`. */
const userInfo = /(?<![a-z\d+.-])[a-z][a-z\d+.-]{1,20}:\/\/([^\s/?#"'<>@]{1,2000})@/gi;
const userOption =
  /(?:^|[\s"'])(?:-u|-a|--user|--proxy-user|--auth)(?:\s{1,4}|=)\^?(["']?)([^\s"':]{0,200}):(?=([^\n]{1,2000}))/gm;

/** Secrets of a pair with a colon. */
export function pairs(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: whole, 1: info = '' } of text.matchAll(userInfo)) {
    const from = index + whole.length - 1 - info.length;
    const colon = info.indexOf(':');
    const value = info.slice(colon + 1);
    const isSecret = colon < 0 ? looksSecret(value) : value !== '' && !isStandIn(value);
    if (!isSecret) continue;
    const to = from + info.length;
    found.push({ of: 'secret', kind: 'client_secret', from: from + colon + 1, to, value });
  }
  for (const { index, 0: whole, 1: quote = '', 3: rest = '' } of text.matchAll(userOption)) {
    const from = index + whole.length;
    const end = quote === '' ? /[\s"'`]/ : new RegExp(`\\^?${quote}|$`);
    const length = end.exec(rest)?.index ?? rest.length;
    const value = rest.slice(0, length);
    if (value === '' || isStandIn(value)) continue;
    found.push({ of: 'secret', kind: 'client_secret', from, to: from + length, value });
  }
  return found;
}

import { isEverydayWord } from '#protocol/mask/secret-names.ts';
import { isKnownThing, isSecretValue, looksSecret } from '../secret-value.ts';
import type { Span } from '../spans.ts';
import { credentialsIn } from './credentials.ts';
import { kindOfName } from './kind-of-name.ts';
import { plainly, type Read, valueAt } from './quoted.ts';

/**
 * A name and what ties it to a value: `client_secret=`, `"code": `, `:password => `, `jwt: `,
 * `setPassword(`, `append('code', `, `[token] => string(3) `.
 */
const tied =
  /(?:(?<![A-Za-z0-9])|(?<=%(?:25){0,2}[2-7][\dA-Fa-f]))([A-Za-z][\w.-]{0,63}(?:\[\w{0,40}\]){0,3})(?:((?:\\{0,7}["'`\]]|\^"|%22|%5D|&quot;){0,3}[ \t]{0,8}(?:=>|:=|->|==?|:|%253D|%3D|%3A)[ \t]{0,8}\n?[ \t]{0,24}(?:string\(\d{1,6}\) )?)|((?:\\{0,3}["'`])[ \t]{0,4},\s{0,8}(?=\\{0,3}["'`]))|(\([ \t]{0,2}(?=["'`])))/gi;
/** A JSON list of names and values, as a HAR and Postman write one. */
const pair =
  /\b(?:name|key|parameterName)\\{0,7}["']\s{0,8}:\s{0,8}\\{0,7}["']([^"'\\\n]{1,64})\\{0,7}["']\s{0,8},\s{0,40}\\{0,7}["'](?:value|parameterValue)\\{0,7}["']\s{0,8}:\s{0,8}/g;
const reversedPair =
  /\bvalue\\{0,7}["']\s{0,8}:\s{0,8}\\{0,7}(["'])([^"'\\\n]{1,4000})\\{0,7}\1\s{0,8},\s{0,40}\\{0,7}["'](?:name|key)\\{0,7}["']\s{0,8}:\s{0,8}\\{0,7}["']([^"'\\\n]{1,64})/g;

/** Of a form and a query: up to the next pair, whatever stands between pairs. */
const inForm = /(?:(?!\^[&"<>|\n]|\\["'nrt]|[;,]\s?[A-Za-z_]{2,40}[=:])[^\s&"'`<>])+/y;
/** Within a value that was encoded once more the pairs are parted by `%26`. */
const inEncoded = /(?:(?!%(?:25)?26)[^\s&"'`<>\\])+/y;
/** Elsewhere up to what ends a word. */
const inText = /[^\s,;"'`<>&)}\]]+/y;
/** The rest of a header line. */
const inLine = /[^\n"'`]+/y;
/** What nobody sends as a parameter goes on with a password that was not encoded: `Not&Real=7`. */
const unencoded = /(?:&(?![a-z][a-z_\d]*=)[^\s&"'`<>]+)+/gy;

const expression = /^[A-Za-z_$][A-Za-z_$]*\d?(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*)*[([]?$/;
const isExpression = (text: string, { to, text: value }: Read): boolean =>
  /^[A-Za-z_$][\w$]{0,40}(?:\?\.|[([])/.test(value) ||
  (expression.test(value) &&
    (/[([]$|->|::|\?\./.test(value) ||
      /^(?:[ \t]*[,;)\]}.(+[]|\s+(?:&|\|\||\?)\s)/.test(text.slice(to, to + 4))));

/** `name=value` without a space, as forms, queries and shells have it. */
const isForm = (text: string, from: number, tie: string): boolean =>
  /^[^\s=]?=$/.test(tie) && (from === 0 || /[?&#\n"'`\s(^;,]/.test(text[from - 1] ?? ''));

function endOf(text: string, from: number, tie: string, kind: string): RegExp {
  if (kind === 'credentials' && tie.includes(':')) return inLine;
  if (/%(?:25)?3D/i.test(tie)) return inEncoded;
  return isForm(text, from, tie) ? inForm : inText;
}

const status =
  /^(?:is|was|are|the|a|an|it|not|no|wrong|invalid|expired|missing|incorrect|unknown|required|none|ok|yes|same|changed|reset|forgotten|found|revoked|error|failed|on|off|null|bearer|basic|mac|await|new|function|async|return|typeof|lambda|self|this)$/i;

const isQuotedName = (text: string, from: number): boolean => /["'`]/.test(text[from - 1] ?? '');
const isPassword = (kind: string, value: string): boolean =>
  kind === 'password' && !/^[a-z]+_[a-z_]+$/.test(value);

/** So much of a line is looked at: all of one that has no line ends would be read for each name in it. */
const edge = 200;

/** Whether nothing but marks stands before it on its line. */
const beginsLine = (text: string, from: number): boolean =>
  (from <= edge ? /(?:^|\n)[\s>+\-"'[:]*$/ : /\n[\s>+\-"'[:]*$/).test(
    text.slice(Math.max(0, from - edge), from),
  );

/** Whether nothing but marks stands behind it on its line. */
const endsLine = (text: string, to: number): boolean =>
  (text.length - to <= edge ? /^["'`,; \t\r]*(?:\n|$)/ : /^["'`,; \t\r]*\n/).test(
    text.slice(to, to + edge),
  );

/** A value without quotes is a word of a sentence, or a name of a program, more often than a secret. */
function isMeant(
  text: string,
  from: number,
  name: string,
  tie: string,
  kind: string,
  read: Read,
): boolean {
  const value = read.text.trim();
  // `"key": "password", "type": …`: what follows the comma is a name itself.
  if (tie.includes(',') && /^\\{0,7}["'`]\s{0,8}:/.test(text.slice(read.to, read.to + 20)))
    return false;
  // `"&password=" & value`: the quote ends a text that a program goes on with.
  if (/^["'`]?\s?(?:&|\+|\.)\s/.test(read.text)) return false;
  // A brace of a template, a part of a pattern.
  if (!/\w{3}/.test(value) && kind !== 'password') return false;
  if (read.isQuoted) {
    if (tie.includes(','))
      return isQuotedName(text, from) && (looksSecret(value) || isPassword(kind, value));
    return !tie.includes('(') || looksSecret(value) || isPassword(kind, value);
  }
  if (/^(?:[{[(<?]|-?\$)/.test(value) || isExpression(text, read)) return false;
  if (looksSecret(value) || isForm(text, from, tie) || /%/.test(tie)) return true;
  // In a program the name of another value: `jwt: token,`.
  if (isEverydayWord(value)) return false;
  if (kind === 'password' && /^\d{4,}$/.test(value)) return true;
  if (status.test(value)) return false;
  const isWholeLine = beginsLine(text, from) && endsLine(text, read.to);
  // What stands alone behind `password:` is one, even if it looks like a file or a version.
  if (isWholeLine && kind === 'password' && !/^(?:\w+:\/)?\//.test(value)) return true;
  if (isKnownThing(value) || (kind === 'code' && !tie.includes('='))) return false;
  // `password: hunter` on a line of its own; in a sentence `Wrong code: it has expired` names none.
  return isWholeLine || (!isEverydayWord(name) && value.length > 3);
}

const trimmed = (read: Read): Read => {
  const text = read.isQuoted ? read.text : read.text.replace(/[.,;:)\]}]+$/, '');
  return { ...read, text, to: read.from + text.length };
};

function spansOf(kind: string, read: Read): Span[] {
  if (kind === 'credentials' || /^(?:Basic|Bearer)\b/i.test(read.text)) {
    return credentialsIn(read.text, read.from, kind);
  }
  const value = plainly(read.text);
  if (!isSecretValue(kind, value.trim())) return [];
  return [{ of: 'secret', kind, from: read.from, to: read.to, value }];
}

/**
 * What stands after a secret's name, in whatever notation: forms, JSON, hashes, headers, sources,
 * variables of an environment.
 */
export function named(text: string): Span[] {
  const found: Span[] = [];
  tied.lastIndex = 0;
  for (let match = tied.exec(text); match; match = tied.exec(text)) {
    const { index, 0: whole, 1: name = '' } = match;
    const tie = (match[2] ?? match[3] ?? match[4] ?? '').replaceAll(/[\\"'`\]^]/g, '');
    const kind = kindOfName(name);
    if (kind === undefined) continue;
    const value = valueAt(text, index + whole.length, endOf(text, index, tie, kind));
    // A name on one line and its value on the next is a header of YAML or JSON, and quoted.
    if (!value || (whole.includes('\n') && !value.isQuoted)) continue;
    const read = trimmed(value);
    if (kind !== 'credentials' && !isMeant(text, index, name, tie, kind, read)) continue;
    if (kind === 'password' && !read.isQuoted && isForm(text, index, tie)) {
      unencoded.lastIndex = read.to;
      read.to += unencoded.exec(text)?.[0].length ?? 0;
      read.text = text.slice(read.from, read.to);
    }
    const spans = spansOf(kind, read);
    found.push(...spans);
    // What stands in a value that is hidden is not read again: a text made of names costs no more.
    tied.lastIndex = Math.max(tied.lastIndex, spans.at(-1)?.to ?? 0);
  }
  for (const { index, 0: whole, 1: name = '' } of text.matchAll(pair)) {
    const kind = kindOfName(name);
    const read = kind === undefined ? undefined : valueAt(text, index + whole.length, inText);
    if (kind !== undefined && read) found.push(...spansOf(kind, read));
  }
  for (const { index, 0: whole, 2: value = '', 3: name = '' } of text.matchAll(reversedPair)) {
    const kind = kindOfName(name);
    if (kind === undefined) continue;
    const from = index + whole.indexOf(value, 5);
    found.push(...spansOf(kind, { from, to: from + value.length, text: value, isQuoted: true }));
  }
  return found;
}

import { isSecretValue } from '../secret-value.ts';
import type { Span } from '../spans.ts';
import { kindOfName } from './kind-of-name.ts';

const element =
  /<([A-Za-z][\w:.-]{0,63})(?:\s[^<>]{0,400})?>\s{0,100}(?:<!\[CDATA\[)?([^<>\s][^<>\n]{0,8000}?)(?:\]\]>)?\s{0,100}<\//g;
const field = /<[A-Za-z][^<>]{0,2000}\bvalue\s{0,4}=[^<>]{0,8000}>/g;
const nameOf = /\b(?:name|key)\s{0,4}=\s{0,4}["']?([^"'\s>]{1,100})/i;
/** A field that a page covers with dots. */
const typeOf = /\btype\s{0,4}=\s{0,4}["']?(password)\b/i;
const valueOf = /\bvalue\s{0,4}=\s{0,4}(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i;
/** A part of a multipart body: its name, then an empty line, then its value. */
const part =
  /\bform-data;[^\n]{0,100}\bname=\\?"([^"\\\n]{1,100})\\?"[^\n]{0,200}\n(?:[<> ]{0,2}[\w-]{1,60}:[^\n]{0,200}\n){0,6}[<> ]{0,2}\n[<> ]{0,2}([^\n]{1,8000})/g;

const spanAt = (kind: string, from: number, value: string): Span[] =>
  isSecretValue(kind, value.trim())
    ? [{ of: 'secret', kind, from, to: from + value.length, value: value.trim() }]
    : [];

/** Secrets in HTML, XML and multipart: elements, fields and parts that are named after one. */
export function markup(text: string): Span[] {
  const found: Span[] = [];
  if (text.includes('</')) {
    for (const { index, 0: whole, 1: name = '', 2: value = '' } of text.matchAll(element)) {
      // In HTML a `code` is a word of the page.
      const kind = /^code$/i.test(name) ? undefined : kindOfName(name);
      if (kind !== undefined) found.push(...spanAt(kind, index + whole.lastIndexOf(value), value));
    }
  }
  for (const { index, 0: tag } of text.matchAll(field)) {
    const kind = kindOfName(nameOf.exec(tag)?.[1] ?? typeOf.exec(tag)?.[1] ?? '');
    const written = valueOf.exec(tag);
    const value = written?.[1] ?? written?.[2] ?? written?.[3] ?? '';
    if (kind === undefined || !written || value === '') continue;
    const from = index + written.index + written[0].lastIndexOf(value);
    found.push(...spanAt(kind, from, value));
  }
  for (const { index, 0: whole, 1: name = '', 2: value = '' } of text.matchAll(part)) {
    const kind = kindOfName(name);
    if (kind !== undefined) found.push(...spanAt(kind, index + whole.length - value.length, value));
  }
  return found;
}

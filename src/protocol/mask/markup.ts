import type { Labels } from './ledger.ts';
import { maskUrls } from './pairs.ts';
import { secretKind } from './secret-names.ts';

const unquoted = (text: string): string => text.replaceAll(/^["']|["']$/g, '');

/** `<input name="code" value="…">`: what a form would send. */
function maskField(tag: string, ledger: Labels): string {
  const name = /\bname\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1];
  const kind = name === undefined ? undefined : secretKind(name);
  if (kind === undefined) return tag;
  return tag.replace(
    /(\bvalue\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/i,
    (_, before: string, quoted: string) => `${before}"${ledger.mask(kind, unquoted(quoted))}"`,
  );
}

/** `<app client_secret="…">` */
function maskAttributes(tag: string, ledger: Labels): string {
  return tag.replaceAll(
    /([\w:.-]{1,64})(\s{0,4}=\s{0,4})("[^"]*"|'[^']*')/g,
    (whole, name: string, tie: string, quoted: string) => {
      const kind = secretKind(name);
      return kind === undefined ? whole : `${name}${tie}"${ledger.mask(kind, unquoted(quoted))}"`;
    },
  );
}

/** Masks the secrets of HTML and XML: form fields, attributes, and elements that are named after one. */
export function maskMarkup(text: string, ledger: Labels): string {
  const masked = text
    .replaceAll(/<[A-Za-z][^<>]*>/g, (tag) =>
      /^<(?:input|button|meta|param)\b/i.test(tag)
        ? maskField(tag, ledger)
        : maskAttributes(tag, ledger),
    )
    .replaceAll(
      /<([A-Za-z][\w:.-]{0,63})((?:\s[^<>]*)?>)([^<]+)(?=<\/)/g,
      (whole, name: string, rest: string, value: string) => {
        // In HTML these are elements of the page, which hold its words.
        const kind = /^code$/i.test(name) ? undefined : secretKind(name);
        return kind === undefined ? whole : `<${name}${rest}${ledger.mask(kind, value.trim())}`;
      },
    );
  return maskUrls(masked, ledger);
}

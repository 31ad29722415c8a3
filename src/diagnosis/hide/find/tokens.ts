import type { Span } from '../spans.ts';

const run = /(?<![\w.~-])[\w-]{20,4000}(?![\w-])/g;
/** How RingCentral's tokens and codes begin once decoded: site, pod and service, as in `SJC11P01PAS01|`. */
const site = /^[A-Z]{3}\d{2}[A-Z]\d{2}[A-Z]{2,4}\d{2}\|/;
const written = /\b[A-Z]{3}\d{2}[A-Z]\d{2}[A-Z]{2,4}\d{2}\|[\w+/=|-]{4,2000}/g;

const privateKey =
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g;

/** Twenty characters of base64 are fifteen octets: enough for the site, and always whole. */
const startOf = (base64: string): string =>
  atob(base64.slice(0, 20).replaceAll('-', '+').replaceAll('_', '/'));

const beginsJwt = /(?<![\w.-])eyJ[\w-]{8,}/g;
/** A mail broke the line within it, or a program wrote it in pieces: the next line is one run. */
const nextLine = /[ \t]*(?:\\n|\\)?\n[ \t>|"'+]*([\w.-]{4,})=*(?=["'`);,\s]*(?:\n|$))/y;
const parts = /(?:\.[\w-]*){0,4}/y;
/** Lines are cut at 64, 72 or 76 characters. */
const shortestCut = 60;

/** Where a JWT ends, its broken lines included, and its text without the breaks. */
function jwtAt(text: string, from: number, first: string): { to: number; value: string } {
  parts.lastIndex = from + first.length;
  let value = first + (parts.exec(text)?.[0] ?? '');
  let to = from + value.length;
  let line = value.length;
  for (;;) {
    nextLine.lastIndex = to;
    const next = nextLine.exec(text)?.[1] ?? '';
    const isWhole = value.split('.').length > 2;
    const goesOn = isWhole
      ? line >= shortestCut && line < 100 && next.length <= line && /\d/.test(next)
      : next.length >= 20 || (line >= shortestCut && /[\d.]/.test(next));
    if (next === '' || !goesOn) return { to, value };
    value += next;
    line = next.length;
    to = nextLine.lastIndex;
  }
}

/**
 * What is a secret by its own shape, whatever stands around it: JWTs (also cut ones, and over several
 * lines), RingCentral's tokens and codes, private keys.
 */
export function tokens(text: string): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (const { index, 0: first } of text.matchAll(beginsJwt)) {
    if (index < end) continue;
    const { to, value } = jwtAt(text, index, first);
    end = to;
    // Base64 of JSON without a full stop may be a state; a credential that was cut is longer.
    if (!value.includes('.') && value.length < 24) continue;
    found.push({ of: 'secret', kind: 'assertion', from: index, to, value });
  }
  for (const { index, 0: value } of text.matchAll(run)) {
    if (!site.test(startOf(value))) continue;
    found.push({ of: 'secret', kind: 'token', from: index, to: index + value.length, value });
  }
  for (const [pattern, kind] of [
    [written, 'token'],
    [privateKey, 'secret'],
  ] as const) {
    for (const { index, 0: value } of text.matchAll(pattern)) {
      found.push({ of: 'secret', kind, from: index, to: index + value.length, value });
    }
  }
  return found;
}

import { encodeFormPart } from '../form.ts';

const jsonEscape = (value: string): string => JSON.stringify(value).slice(1, -1);

function htmlEscape(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** `encodeURIComponent` throws on half a surrogate pair, which a body may hold. */
function encodeComponent(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return value;
  }
}

const lowerHex = (encoded: string): string =>
  encoded.replaceAll(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase());

const plain = /^[A-Za-z0-9\-._]*$/;

/** The ways that one value is written in a URL, a form, JSON, HTML and plain text. */
export function spellingsOf(value: string): string[] {
  // Tokens, codes and verifiers read the same everywhere.
  if (plain.test(value)) return [value];
  const encoded = encodeComponent(value);
  const form = encodeFormPart(value);
  return [
    ...new Set([
      value,
      encoded,
      lowerHex(encoded),
      form,
      lowerHex(form),
      jsonEscape(value),
      htmlEscape(value),
    ]),
  ];
}

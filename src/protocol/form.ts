/** One `name=value` of an `application/x-www-form-urlencoded` text, decoded. */
export type FormPair = readonly [name: string, value: string];

export type FormResult = { kind: 'form'; pairs: FormPair[] } | { kind: 'malformed'; part: string };

const encodedOctets = /%|\+/;

function decodePart(text: string): string | undefined {
  if (!encodedOctets.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/**
 * Decodes a form body or a query once, strictly: `+` is a space, `%XX` is an
 * octet of UTF-8, and a sequence that is neither makes the whole text malformed
 * (`URLSearchParams` would keep it literally, which hides the mistake).
 *
 * @param text the body, or the query without its `?`
 * @returns the pairs in their order, repeats kept; or the first malformed part
 * @see RFC 6749 Appendix B
 */
export function decodeForm(text: string): FormResult {
  const pairs: FormPair[] = [];
  if (text === '') return { kind: 'form', pairs };
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decodePart(equals < 0 ? part : part.slice(0, equals));
    const value = decodePart(equals < 0 ? '' : part.slice(equals + 1));
    if (name === undefined || value === undefined) return { kind: 'malformed', part };
    pairs.push([name, value]);
  }
  return { kind: 'form', pairs };
}

/** Encodes one name or value as a form part: a space becomes `+`. */
export function encodeFormPart(text: string): string {
  return new URLSearchParams([[text, '']]).toString().slice(0, -1);
}

/** Encodes pairs as a form body, in their order. */
export function encodeForm(pairs: Iterable<FormPair>): string {
  const parts: string[] = [];
  for (const [name, value] of pairs) parts.push(`${encodeFormPart(name)}=${encodeFormPart(value)}`);
  return parts.join('&');
}

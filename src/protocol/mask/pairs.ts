import { encodeFormPart } from '../form.ts';
import type { Labels } from './ledger.ts';
import { secretKind } from './secret-names.ts';

/** How many URLs may stand inside one another. */
const deepest = 3;

/** What parts pairs, also where a sender meant `&` and wrote a new line or a semicolon. */
const separators = /(&|;|\r?\n|%26|%0d%0a|%0a)/i;
const url = /[A-Za-z][A-Za-z0-9+.-]{0,31}:\/\/[^\s"'<>]+/g;

/** Decodes what can be decoded and keeps the rest: a malformed secret is still a secret. */
function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** A URL that can hold a secret: in its user information, its query or its fragment. */
const mayHold = (value: string): boolean =>
  /[?#].*=/s.test(value) || /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*@/.test(value);

function maskPart(part: string, ledger: Labels, depth: number): string {
  const tie = /=|%3d/i.exec(part);
  if (!tie) return part;
  const before = part.slice(0, tie.index + tie[0].length);
  const value = decodeLeniently(part.slice(before.length));
  const kind = secretKind(decodeLeniently(part.slice(0, tie.index)));
  if (kind !== undefined) {
    const spoken = /^(?:Bearer|Basic)\s+/i.exec(value)?.[0] ?? '';
    return before + encodeFormPart(spoken) + ledger.mask(kind, value.slice(spoken.length));
  }
  if (depth >= deepest || !mayHold(value)) return part;
  const inner = maskUrl(value, ledger, depth + 1);
  return inner === value ? part : before + encodeFormPart(inner);
}

/** Masks the secrets of a query, a fragment or a form body; all else stays as it was sent. */
export function maskPairs(text: string, ledger: Labels, depth = 0): string {
  return text
    .split('&')
    .map((whole) => {
      const encodedUrl = maskPart(whole, ledger, depth);
      if (encodedUrl !== whole) return encodedUrl;
      const parts = whole.split(separators);
      return parts.length === 1
        ? whole
        : parts.map((part) => maskPart(part, ledger, depth)).join('');
    })
    .join('&');
}

/** Masks the secrets of a URL: in its user information, its query and its fragment. */
export function maskUrl(address: string, ledger: Labels, depth = 0): string {
  const [, beforeQuery = '', query, fragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  const place = beforeQuery.replace(
    /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)([^/@]+)@/,
    (_, scheme: string, userInfo: string) => `${scheme}${ledger.mask('credentials', userInfo)}@`,
  );
  const rest = [query, fragment].map((part) =>
    part === undefined ? '' : part.slice(0, 1) + maskPairs(part.slice(1), ledger, depth),
  );
  return place + rest.join('');
}

/** Masks the secrets of each URL that stands in a text. */
export function maskUrls(text: string, ledger: Labels): string {
  return text.includes('://') ? text.replaceAll(url, (one) => maskUrl(one, ledger)) : text;
}

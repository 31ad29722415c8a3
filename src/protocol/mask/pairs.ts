import { encodeFormPart } from '../form.ts';
import type { Ledger } from './ledger.ts';
import { secretKind } from './secret-names.ts';

/** How many URLs may stand inside one another. */
const deepest = 3;

/** Decodes what can be decoded and keeps the rest: a malformed secret is still a secret. */
function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function maskPart(part: string, ledger: Ledger, depth: number): string {
  const equals = part.indexOf('=');
  if (equals < 0) return part;
  const value = decodeLeniently(part.slice(equals + 1));
  const kind = secretKind(decodeLeniently(part.slice(0, equals)));
  if (kind !== undefined) return `${part.slice(0, equals)}=${ledger.mask(kind, value)}`;
  if (depth >= deepest || !/[?#].*=/s.test(value)) return part;
  const inner = maskUrl(value, ledger, depth + 1);
  return inner === value ? part : `${part.slice(0, equals)}=${encodeFormPart(inner)}`;
}

/** Masks the secrets of a query, a fragment or a form body; all else stays as it was sent. */
export function maskPairs(text: string, ledger: Ledger, depth = 0): string {
  return text
    .split('&')
    .map((part) => maskPart(part, ledger, depth))
    .join('&');
}

/** Masks the secrets of a URL: in its user information, its query and its fragment. */
export function maskUrl(url: string, ledger: Ledger, depth = 0): string {
  const [, beforeQuery = '', query, fragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  const address = beforeQuery.replace(
    /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)([^/@]+)@/,
    (_, scheme: string, userInfo: string) => `${scheme}${ledger.mask('credentials', userInfo)}@`,
  );
  const rest = [query, fragment].map((part) =>
    part === undefined ? '' : part.slice(0, 1) + maskPairs(part.slice(1), ledger, depth),
  );
  return address + rest.join('');
}

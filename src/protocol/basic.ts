/** Client id and secret of a Basic header. */
export interface BasicPair {
  id: string;
  secret: string;
}

export type BasicResult =
  /** `decoded` as RFC 6749 says, absent when the halves cannot be form-decoded; `raw` as many clients send it. */
  { kind: 'basic'; raw: BasicPair; decoded?: BasicPair } | { kind: 'unreadable' };

const basicHeader = /^basic +([A-Za-z0-9+/=]+)$/i;
const encoded = /[%+]/;
// Written as escapes, because the text of a header is octets.
const beyondAscii = /[^\0-\x7f]/;

/** Octets are UTF-8 where they can be, else Latin-1, which older clients send. */
function readOctets(octets: string): string {
  if (!beyondAscii.test(octets)) return octets;
  const bytes = Uint8Array.from(octets, (octet) => octet.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return octets;
  }
}

function formDecode(text: string): string | undefined {
  if (!encoded.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/**
 * Reads `Authorization: Basic`: base64, then the first colon, then each half
 * form-decoded.
 *
 * @param header the whole value; the scheme may be in any case (AS-111)
 * @returns `unreadable` when it is not base64 or has no colon
 * @see RFC 6749 section 2.3.1, RFC 7617 section 2
 */
export function readBasic(header: string): BasicResult {
  const base64 = basicHeader.exec(header)?.[1];
  if (base64 === undefined) return { kind: 'unreadable' };
  let octets: string;
  try {
    octets = atob(base64);
  } catch {
    return { kind: 'unreadable' };
  }
  const text = readOctets(octets);
  const colon = text.indexOf(':');
  if (colon < 0) return { kind: 'unreadable' };
  const raw = { id: text.slice(0, colon), secret: text.slice(colon + 1) };
  const id = formDecode(raw.id);
  const secret = formDecode(raw.secret);
  if (id === undefined || secret === undefined) return { kind: 'basic', raw };
  return { kind: 'basic', raw, decoded: { id, secret } };
}

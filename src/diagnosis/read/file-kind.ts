/** What a file is, by its first octets. */
export type FileKind = 'picture' | 'binary' | 'har' | 'text';

const pictures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

const beginsWith = (octets: Uint8Array, start: readonly number[]): boolean =>
  start.every((octet, at) => octets[at] === octet);

/** `RIFF….WEBP`, and HEIC or AVIF behind a box of type `ftyp`. */
const isBoxed = (octets: Uint8Array): boolean => {
  const at = (from: number, to: number): string => String.fromCharCode(...octets.slice(from, to));
  return (
    at(8, 12) === 'WEBP' || (at(4, 8) === 'ftyp' && /^(?:heic|heix|mif1|avif)/.test(at(8, 12)))
  );
};

/** Texts in UTF-16 begin with a mark; other texts have no octet of zero. */
export function encodingOf(octets: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (beginsWith(octets, [0xff, 0xfe])) return 'utf-16le';
  return beginsWith(octets, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
}

/**
 * What to do with a file: a picture is answered, octets that are no text are refused, a HAR is read as
 * it comes, all else is read as a paste.
 *
 * @param octets its first ones, some thousand where it has them
 */
export function fileKind(octets: Uint8Array): FileKind {
  if (pictures.some((start) => beginsWith(octets, start)) || isBoxed(octets)) return 'picture';
  const encoding = encodingOf(octets);
  if (encoding === 'utf-8' && octets.slice(0, 4_096).includes(0)) return 'binary';
  const text = new TextDecoder(encoding).decode(octets.slice(0, 65_536));
  const isHar =
    encoding === 'utf-8' &&
    /^\s*\{/.test(text) &&
    (/"log"\s*:\s*\{/.test(text) || /"requests"\s*:\s*\[\s*\{/.test(text));
  return isHar ? 'har' : 'text';
}

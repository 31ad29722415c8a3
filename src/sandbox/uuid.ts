import type { Random } from '#protocol/random.ts';

const hex = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

/** A random UUID (RFC 9562 section 5.4), as RingCentral's request ids are written. */
export function makeUuid(random: Random): string {
  const octets = random.bytes(16);
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x40;
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80;
  let text = '';
  let index = 0;
  for (const octet of octets) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
    text += hex[octet];
    index += 1;
  }
  return text;
}

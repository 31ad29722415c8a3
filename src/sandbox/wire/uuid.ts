import type { Random } from '#protocol/random.ts';

const digits = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const hyphen = '-'.charCodeAt(0);

/** Filled anew for each: a text that is made of them at once has no parts to keep. */
const codes = new Array<number>(36).fill(hyphen);

/** A random UUID (RFC 9562 section 5.4), as RingCentral's request ids are written. */
export function makeUuid(random: Random): string {
  const octets = random.bytes(16);
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x40;
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80;
  let at = 0;
  for (const octet of octets) {
    if (at === 8 || at === 13 || at === 18 || at === 23) at += 1;
    codes[at] = digits[octet >> 4] ?? 0;
    codes[at + 1] = digits[octet & 15] ?? 0;
    at += 2;
  }
  return String.fromCharCode(...codes);
}

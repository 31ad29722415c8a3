import type { Random } from '#protocol/random.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const poolBytes = 4096;

/**
 * A source that draws 4 kB at a time and hands it out in pieces, because asking
 * the platform costs the same for four octets as for four thousand. No octet is
 * handed out twice.
 */
export function poolRandom(random: Random): {
  random: Random;
  /** Text of `[A-Za-z0-9_-]`: each character carries six unpredictable bits. */
  text(length: number): string;
} {
  let octets = random.bytes(poolBytes);
  let at = 0;
  function take(count: number): Uint8Array<ArrayBuffer> {
    if (count > poolBytes) return random.bytes(count);
    if (at + count > poolBytes) {
      octets = random.bytes(poolBytes);
      at = 0;
    }
    at += count;
    return octets.subarray(at - count, at);
  }
  return {
    // A copy: a caller's octets are its own.
    random: { bytes: (count) => take(count).slice() },
    text: (length) => {
      let text = '';
      // 256 is a multiple of 64, so each character is as likely as any other.
      for (const octet of take(length)) text += alphabet[octet & 63];
      return text;
    },
  };
}

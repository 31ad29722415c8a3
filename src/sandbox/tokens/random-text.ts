import type { Random } from '#protocol/random.ts';

const alphabet = new TextEncoder().encode(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
);
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
  let letters = '';
  let lettersAt = 0;

  return {
    random: {
      bytes: (count) => {
        if (count > poolBytes) return random.bytes(count);
        if (at + count > poolBytes) {
          octets = random.bytes(poolBytes);
          at = 0;
        }
        at += count;
        // A copy: a caller's octets are its own.
        return octets.slice(at - count, at);
      },
    },
    text: (length) => {
      if (lettersAt + length > letters.length) {
        // Made whole and cut: a text put together letter by letter is a chain of its parts until it is read.
        letters = lettersOf(random.bytes(Math.max(poolBytes, length)));
        lettersAt = 0;
      }
      lettersAt += length;
      return letters.slice(lettersAt - length, lettersAt);
    },
  };
}

/** 256 is a multiple of 64, so each character is as likely as any other. */
function lettersOf(octets: Uint8Array): string {
  const letters = new Uint8Array(octets.length);
  for (let index = 0; index < octets.length; index += 1) {
    letters[index] = alphabet[(octets[index] ?? 0) & 63] ?? 0;
  }
  return new TextDecoder().decode(letters);
}

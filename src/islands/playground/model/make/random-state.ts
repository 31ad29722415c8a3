import { encodeBase64Url } from '#protocol/base64url.ts';
import type { Random } from '#protocol/random.ts';

/** 128 random bits: nobody guesses it, and it still fits a line. */
export function makeState(random: Random): string {
  return encodeBase64Url(random.bytes(16));
}

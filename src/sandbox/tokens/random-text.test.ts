import { describe, expect, it } from 'vitest';
import type { Random } from '#protocol/random.ts';
import { webRandom } from '#protocol/random.ts';
import { poolRandom } from './random-text.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** As many characters as are made at once: whatever hung on the index would hang on this one. */
const pool = 4096;
const pools = 128;
/** Further from the mean than one run in 10^12 comes. */
const sigmas = 8;

/** So many pools of text, each character as its six bits. */
function drawn(): Uint8Array[] {
  const { text } = poolRandom(webRandom);
  return Array.from({ length: pools }, () =>
    Uint8Array.from(text(pool), (letter) => alphabet.indexOf(letter)),
  );
}

/** How far a count of even chances is from its mean, in standard deviations. */
const deviation = (count: number, of: number, chance = 0.5) =>
  Math.abs(count - of * chance) / Math.sqrt(of * chance * (1 - chance));

describe('AS-009 pooled randomness', () => {
  it('has each of 64 letters as often as any other', () => {
    const counts = new Array<number>(64).fill(0);
    for (const values of drawn())
      for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
    for (const [value, count] of counts.entries()) {
      expect(deviation(count, pool * pools, 1 / 64), alphabet[value]).toBeLessThan(sigmas);
    }
  });

  it('has six even bits at every index, and none tells of the index', () => {
    const all = drawn();
    let worst = 0;
    for (let index = 0; index < pool; index += 1) {
      for (let bit = 0; bit < 6; bit += 1) {
        let ones = 0;
        for (const values of all) ones += ((values[index] ?? 0) >> bit) & 1;
        worst = Math.max(worst, deviation(ones, pools));
      }
    }
    expect(worst).toBeLessThan(sigmas);
  });

  it('has bits that tell nothing of each other, in a letter and in the one before it', () => {
    const equal = Array.from({ length: 12 }, () => new Array<number>(12).fill(0));
    const total = (pool - 1) * pools;
    for (const values of drawn()) {
      for (let index = 1; index < pool; index += 1) {
        const bits = ((values[index - 1] ?? 0) << 6) | (values[index] ?? 0);
        for (let one = 0; one < 6; one += 1) {
          const row = equal[one] as number[];
          for (let other = one + 1; other < 12; other += 1) {
            if (((bits >> one) & 1) === ((bits >> other) & 1)) row[other] = (row[other] ?? 0) + 1;
          }
        }
      }
    }
    for (let one = 0; one < 6; one += 1) {
      for (let other = one + 1; other < 12; other += 1) {
        expect(deviation(equal[one]?.[other] ?? 0, total)).toBeLessThan(sigmas);
      }
    }
  });

  it('spends each octet of its source once, whatever lengths are drawn', () => {
    let next = 0;
    const counting: Random = {
      bytes: (count) => Uint8Array.from({ length: count }, () => ((next += 1) * 7) & 255),
    };
    const whole = poolRandom(counting).text(pool);
    next = 0;
    const { text } = poolRandom(counting);
    let pieces = '';
    for (const length of [1, 22, 32, 18, 4, 3])
      while (pieces.length + length <= 700) pieces += text(length);
    expect(whole.startsWith(pieces)).toBe(true);
    expect(new Set(whole).size).toBe(64);
  });

  it('repeats nothing over 10,000 draws and keeps to its characters', () => {
    const { text } = poolRandom(webRandom);
    const seen = new Set<string>();
    for (let draw = 0; draw < 10_000; draw += 1) {
      const drawnText = text(32);
      expect(drawnText).toMatch(/^[A-Za-z0-9_-]{32}$/);
      seen.add(drawnText);
    }
    expect(seen.size).toBe(10_000);
  });

  it('gives octets that later draws leave alone, of any number', () => {
    const { random } = poolRandom(webRandom);
    const first = random.bytes(16);
    const copy = [...first];
    for (let draw = 0; draw < 1000; draw += 1) random.bytes(16);
    expect([...first]).toEqual(copy);
    expect(random.bytes(10_000)).toHaveLength(10_000);
  });
});

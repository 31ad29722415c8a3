import { describe, expect, it } from 'vitest';
import { webRandom } from '#protocol/random.ts';
import { poolRandom } from './random-text.ts';

describe('AS-009 pooled randomness', () => {
  it('repeats nothing over 10,000 draws and keeps to its characters', () => {
    const { text } = poolRandom(webRandom);
    const seen = new Set<string>();
    for (let draw = 0; draw < 10_000; draw += 1) {
      const drawn = text(32);
      expect(drawn).toMatch(/^[A-Za-z0-9_-]{32}$/);
      seen.add(drawn);
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

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyText, cutText, octetsOf } from './copy-text.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes that are held by what `keep` makes of two hundred texts of 64 kB. */
function heldBy(keep: (text: string) => string): number {
  const kept: string[] = [];
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < 200; index += 1) {
    kept.push(keep(Buffer.from(`${index} `.padEnd(65_536, 'x')).toString('latin1')));
  }
  collect();
  const held = (process.memoryUsage().heapUsed - before) / 1e6;
  expect(kept).toHaveLength(200);
  return held;
}

describe('a copy of a text', () => {
  it('lets go of what it was cut from, which a slice does not', () => {
    expect(heldBy((text) => text.slice(0, 100))).toBeGreaterThan(5);
    expect(heldBy((text) => copyText(text.slice(0, 100)))).toBeLessThan(2);
    expect(heldBy((text) => cutText(text, 100))).toBeLessThan(2);
  });

  it('reads the same, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(copyText(text)).toBe(text);
        expect(copyText(`${text}\ud800`)).toBe(`${text}\ud800`);
      }),
    );
  });

  it('is cut at a number of characters', () => {
    expect([cutText('abcdef', 3), cutText('abc', 3), cutText('', 3)]).toEqual(['abc', 'abc', '']);
  });
});

describe('what a text costs', () => {
  it('is an octet a character, and two where one is beyond Latin-1', () => {
    expect([octetsOf(''), octetsOf('abc'), octetsOf('aé'), octetsOf('ab€')]).toEqual([0, 3, 2, 6]);
  });
});

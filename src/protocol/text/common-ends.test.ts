import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonEnds, cutAgainst } from './common-ends.ts';

describe('where two texts part', () => {
  it.each([
    ['https://a.example/cb', 'https://a.example/cb/', 20, 0],
    ['http://a.example', 'https://a.example', 4, 12],
    ['aa', 'aaa', 2, 0],
    ['same', 'same', 4, 0],
    ['', 'x', 0, 0],
    // Two smileys share the first half of their surrogate pairs.
    ['a😀b', 'a😁b', 1, 1],
  ])('%j and %j', (one, other, start, end) => {
    expect(commonEnds(one, other)).toEqual({ start, end });
  });

  it('cuts into three parts that are the text again, with both ends shared', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, , after] = cutAgainst(one, other);
        expect(cutAgainst(one, other).join('')).toBe(one);
        expect([other.startsWith(before), other.endsWith(after)]).toEqual([true, true]);
      }),
    );
  });
});

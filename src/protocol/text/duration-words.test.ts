import { describe, expect, it } from 'vitest';
import { durationWords, offsetWords } from './duration-words.ts';

describe('time in words', () => {
  it.each([
    [0, 'no time'],
    [1, '1 second'],
    [90, '1 minute 30 seconds'],
    [3600, '1 hour'],
    [-604_800, '7 days'],
    [90_061, '1 day 1 hour'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });

  it('says where the clock stands', () => {
    expect(offsetWords(60)).toBe('1 minute ahead of real time');
    expect(offsetWords(-3600)).toBe('1 hour behind real time');
    expect(offsetWords(0)).toBe('at real time');
  });
});

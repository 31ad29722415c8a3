import { describe, expect, it } from 'vitest';
import { away } from './away.ts';

describe('how far a clock is from real time', () => {
  it.each([
    [61, '1 minute 1 second ahead'],
    [3_601, '1 hour 1 second ahead'],
    [604_801, '7 days 1 second ahead'],
    [90_061, '1 day 1 hour ahead'],
    [-7_200, '2 hours behind'],
    [0, 'no time ahead'],
  ])('%i s: %s', (seconds, words) => expect(away(seconds)).toBe(words));
});

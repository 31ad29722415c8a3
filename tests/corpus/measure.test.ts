import { describe, expect, it } from 'vitest';
import { openCases, setAsideCases } from './index.ts';
import { measure, tableOf } from './measure.ts';

/** `CORPUS=set-aside` prints the other part, once, at the end: numbers and no paste. */
const isSetAside = process.env['CORPUS'] === 'set-aside';

describe('the diagnoser on the corpus', () => {
  it('is right as often as it was, and never falsely certain', async () => {
    const measured = await measure(isSetAside ? setAsideCases : openCases);
    console.log(tableOf(isSetAside ? 'set aside' : 'open', measured));
    if (isSetAside) return;
    const { causes, likely } = measured;
    expect(causes.right / causes.of).toBeGreaterThan(0.75);
    expect(likely.right / likely.of).toBeGreaterThan(0.85);
  });
});

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
    const { causes, falselyCertain, tooSure, cannotTell, healthy, likely, asking, who } = measured;
    const part = ({ right, of }: { right: number; of: number }): number => right / of;
    expect(part(causes)).toBeGreaterThanOrEqual(0.97);
    expect(falselyCertain).toBe(0);
    // One label of the second round allows less than the words of the code say by themselves.
    expect(tooSure).toBeLessThanOrEqual(1);
    expect(part(cannotTell)).toBe(1);
    expect(part(healthy)).toBe(1);
    expect(part(likely)).toBeGreaterThanOrEqual(0.95);
    expect(part(asking)).toBe(1);
    expect(part(who)).toBeGreaterThanOrEqual(0.95);
  });
});

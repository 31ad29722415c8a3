import { describe, expect, it } from 'vitest';
import { openCases, setAsideCases } from './index.ts';
import { isGood, measure, tableOf } from './measure.ts';

/** `CORPUS=set-aside` prints the other part, once, at the end: numbers and no paste. */
const isSetAside = process.env['CORPUS'] === 'set-aside';
const part = isSetAside ? 'set aside' : 'open';
const cases = isSetAside ? setAsideCases : openCases;

const isThird = ({ id }: { id: string }): boolean => id.startsWith('third-');

/** What the first run on the third round was wrong about, and what a right verdict has to say. */
const knownMisses: Record<string, string> = {
  'third-kotlin-base64-default':
    'Base64.DEFAULT makes no base64url; told: cannot tell, for the answer holds invalid_grant alone',
  'third-cors-wrong-path':
    'the address lacks /restapi; told: an endpoint that a page may not call, without the address',
};

describe('the diagnoser on the corpus', () => {
  it('is right as often as it was, and never falsely certain', async () => {
    const measured = await measure(cases.filter((one) => !isThird(one)));
    console.log(tableOf(part, measured));
    if (isSetAside) return;
    const { causes, falselyCertain, tooSure, cannotTell, healthy, likely, asking, who } = measured;
    const share = ({ right, of }: { right: number; of: number }): number => right / of;
    expect(share(causes)).toBeGreaterThanOrEqual(0.97);
    expect(falselyCertain).toBe(0);
    // One label of the second round allows less than the words of the code say by themselves.
    expect(tooSure).toBeLessThanOrEqual(1);
    expect(share(cannotTell)).toBe(1);
    expect(share(healthy)).toBe(1);
    expect(share(likely)).toBeGreaterThanOrEqual(0.95);
    expect(share(asking)).toBe(1);
    expect(share(who)).toBeGreaterThanOrEqual(0.95);
  });

  it('misses nothing of the third round but what it missed at first, and is never falsely certain', async () => {
    const measured = await measure(cases.filter(isThird));
    console.log(tableOf(`${part}, third round`, measured));
    if (isSetAside) return;
    const missed = measured.judged
      .filter((one) => !isGood(one))
      .map(({ corpusCase: { id } }) => id);
    expect(missed.filter((id) => !Object.hasOwn(knownMisses, id))).toEqual([]);
    expect(measured.falselyCertain).toBe(0);
    expect(measured.tooSure).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { usageNames } from '#sandbox/store/usage.ts';
import { nearlyFull } from './nearly-full.ts';

const mega = 1_048_576;
const shelf = (name: (typeof usageNames)[number], octets: number, number: number) => ({
  name,
  used: { octets, number },
  of: { octets: 4 * mega, number: 1000 },
  nearlyFull: octets >= 3.2 * mega || number >= 800,
});

describe('what the console says of a full sandbox', () => {
  it('is nothing where nothing is nearly full', () => {
    expect(nearlyFull([])).toEqual([]);
    expect(nearlyFull(usageNames.map((name) => shelf(name, mega, 799)))).toEqual([]);
  });

  it('names the measure that is nearer to its bound', () => {
    const [byNumber, byOctets] = nearlyFull([
      shelf('jwt-credentials', mega, 1000),
      shelf('codes', 3.61 * mega, 850),
    ]);
    expect(byNumber?.text).toContain('keeps 1,000 of at most 1,000 JWT credentials. ');
    expect(byOctets?.text).toContain('keeps 3.6 of at most 4 MB of codes, used ones among them. ');
  });

  it.each(usageNames)('has words for %s, and a way out', (name) => {
    const [line] = nearlyFull([shelf(name, 0, 900)]);
    expect(line?.text).toMatch(
      /^The sandbox keeps 900 of at most 1,000 [^.]+\. When they are full, /,
    );
    expect(line?.text).toMatch(/reset the sandbox\.$/i);
    expect(line?.text).not.toContain(name.includes('-') && name !== 'sign-ins' ? name : '\0');
  });
});

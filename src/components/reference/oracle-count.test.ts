import { expect, test } from 'vitest';
import { oracleCount } from './oracle-count.ts';

test('a line stands for every combination of its alternatives', () => {
  const csv =
    'head\nclassic,private|public,A|B|C,-,-|yes,yes,-,Y,Y,Y,Y,Y,Y,Y,"x"\nc,p,A,-,-,yes,-,Y\n';
  expect(oracleCount(csv)).toEqual({ apps: 13, cells: 91 });
});

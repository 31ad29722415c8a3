import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { createTextPool } from './text-pool.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

it('reads the same, whatever came before', () => {
  const share = createTextPool();
  const texts = Array.from({ length: 3000 }, (_, index) => `scope-${index % 1500}`);
  expect(texts.map(share)).toEqual(texts);
  expect(share('x'.repeat(100))).toBe('x'.repeat(100));
});

it('keeps nothing of what a text was cut from, and a bounded number of texts', () => {
  const share = createTextPool();
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < 5000; index += 1) {
    const body = Buffer.from(`scope-number-${index} `.padEnd(65_536, 'x')).toString('latin1');
    share(body.slice(0, 40));
    share(body.slice(0, 10_000));
  }
  collect();
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(5);
});

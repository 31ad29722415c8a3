import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import type { Wanted } from '../races/in-worker.ts';
import { nothingLives, redeemedOnce, refreshed, rotations } from '../races/race.ts';

const origin = 'http://localhost';
const many = 1000;

/** The races with the sandbox and its store, as one script. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: {
        input: fileURLToPath(new URL('../races/in-worker.ts', import.meta.url)),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk] = outputs.filter(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('There is no script.');
  return chunk.code;
}

/** A page of no site at all, whose worker runs one race after the other. */
async function openWorker(
  page: Page,
  code: string,
): Promise<(wanted: Omit<Wanted, 'many'>) => Promise<unknown>> {
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Races</title>' }),
  );
  await page.goto(`${origin}/`);
  const worker = await page.evaluateHandle(
    (text) => new Worker(URL.createObjectURL(new Blob([text]))),
    code,
  );
  return async (wanted) => {
    const { found, error } = await page.evaluate(
      ([to, message]) =>
        new Promise<{ found?: unknown; error?: string }>((resolve) => {
          to.onmessage = ({ data }) => resolve(data as { found?: unknown; error?: string });
          to.onerror = ({ message: text }) => resolve({ error: text });
          to.postMessage(message);
        }),
      [worker, { ...wanted, many }] as const,
    );
    if (error !== undefined) throw new Error(error);
    return found;
  };
}

test.describe(`${many} at the same time, in a browser’s database`, () => {
  let code = '';
  test.beforeAll(async () => {
    code = await bundle();
  });

  test('AS-127, AS-125 redeem one code: one success, and the session ends', async ({ page }) => {
    const run = await openWorker(page, code);
    const found = await run({ race: 'redeemAtOnce', rotation: 'grace' });
    expect(found).toEqual(redeemedOnce(many));
  });

  for (const rotation of rotations) {
    test(`AS-141, AS-144, AS-150, AS-151, AS-172 refresh with one token, alone and beside a revocation, under ${rotation}`, async ({
      page,
    }) => {
      const run = await openWorker(page, code);
      expect(await run({ race: 'refreshAtOnce', rotation })).toEqual(refreshed[rotation](many));
      expect(await run({ race: 'revokeAmongRefreshes', rotation })).toEqual(nothingLives);
    });
  }
});

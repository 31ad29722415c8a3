import { corpus } from '../corpus/index.ts';
import { expect, test } from './support/test.ts';

test.use({ reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });

/** Seen where the copied reply is awaited: no reply is this. */
const nothingCopied = 'nothing was copied';

test('every ticket of the corpus: its reply is copied with two keys', async ({ page }) => {
  // Five hundred tickets, on a machine that has other work.
  test.slow();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/diagnose/');
  await expect(page.locator('.dg[data-ready]')).toBeVisible();
  const verdict = page.getByRole('region', { name: 'The verdict' });
  const reply = page.getByRole('textbox', { name: 'Reply' });
  const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const times: number[] = [];
  const unlike: string[] = [];
  for (const { id, paste } of corpus) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), paste);
    const begun = performance.now();
    await page.keyboard.press('Control+V');
    await expect(verdict, id).toBeVisible();
    times.push(performance.now() - begun);
    await page.evaluate((text) => navigator.clipboard.writeText(text), nothingCopied);
    await page.keyboard.press('Control+Shift+C');
    await expect
      .poll(clipboard, { message: id, intervals: [5, 10, 20, 50] })
      .not.toBe(nothingCopied);
    if ((await clipboard()) !== (await reply.inputValue())) unlike.push(id);
    await page.keyboard.press('Escape');
    await expect(verdict, id).toHaveCount(0);
  }
  times.sort((one, other) => one - other);
  const at = (part: number): string => (times[Math.floor(times.length * part)] ?? NaN).toFixed(0);
  console.log(
    `${corpus.length} tickets, two keys each; from the first key to the verdict: median ${at(0.5)} ms, 99 in 100 within ${at(0.99)} ms`,
  );
  expect(unlike).toEqual([]);
});

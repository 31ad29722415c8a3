import { expectNoViolations } from './support/axe.ts';
import { PlaygroundPage } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const tokenPath = '/restapi/oauth/token';

/** Counts the animations that began since it was called. */
async function countAnimations(playground: PlaygroundPage): Promise<() => Promise<number>> {
  await playground.page.evaluate(() => {
    const begun: string[] = [];
    Reflect.set(window, 'begun', begun);
    for (const kind of ['animationstart', 'transitionrun']) {
      document.addEventListener(kind, (event) => begun.push(event.type));
    }
  });
  return () => playground.page.evaluate(() => (Reflect.get(window, 'begun') as string[]).length);
}

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test.describe(`motion: ${reducedMotion}`, () => {
    test.use({ reducedMotion });
    test(reducedMotion === 'reduce' ? 'nothing moves' : 'a dot runs the wire', async ({ page }) => {
      const playground = new PlaygroundPage(page);
      await playground.open('/playground/');
      await playground.toToken();
      const begun = await countAnimations(playground);
      await playground.send(tokenPath);
      await expect(playground.answer).toContainText('200 OK');
      if (reducedMotion === 'reduce') expect(await begun()).toBe(0);
      else await expect.poll(begun).toBeGreaterThan(0);
    });
  });
}

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active', reducedMotion: 'reduce' });

  test('what colour said is said by edges and shapes, before, refused and passed', async ({
    page,
    expectedRefusals,
  }) => {
    expectedRefusals.add(400);
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await expectNoViolations(page);
    await playground.toToken();
    await playground.field('code_verifier').fill('wrong');
    await playground.send(tokenPath);
    await expect(playground.explanation).toBeVisible();
    await expectNoViolations(page);
    await playground.button('Edit and send again').click();

    const edge = (selector: string) =>
      playground.root
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(element);
          return (borderTopStyle !== 'none' && borderTopWidth !== '0px') || outlineStyle !== 'none';
        });
    for (const selector of ['.pg-button', '.pg-input', '.pg-card', '.pg-chip']) {
      expect(await edge(selector), selector).toBe(true);
    }
    // The step where the reader is differs from the others by more than a tint.
    const colour = (selector: string) =>
      playground.root
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).borderTopColor);
    expect(await colour('.pg-step[data-current]')).not.toBe(await colour('.pg-panel'));
    expect(await colour('.pg-step:not([data-current])')).toBe(
      await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    );
    // A wire is drawn as a gradient, which forced colours take away.
    const wire = await playground.root
      .locator('.pg-step[data-current] .pg-wire')
      .first()
      .evaluate((element) => {
        const { backgroundImage, borderTopStyle, forcedColorAdjust } = getComputedStyle(element);
        return (
          backgroundImage !== 'none' || borderTopStyle !== 'none' || forcedColorAdjust === 'none'
        );
      });
    expect(wire).toBe(true);
  });
});

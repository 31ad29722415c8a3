import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Every island answers presses that does not wait to be seen: before, a button is a picture of one. */
export async function islandsAreAlive(page: Page): Promise<void> {
  await expect(page.locator('astro-island[ssr]:not([client="visible"])')).toHaveCount(0);
}

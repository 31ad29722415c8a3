import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/**
 * axe finds nothing on the page as it stands now.
 *
 * @param options.apartFrom what is left out, where another page is looked at for it
 */
export async function expectNoViolations(
  page: Page,
  { apartFrom }: { apartFrom?: string } = {},
): Promise<void> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (apartFrom ? builder.exclude(apartFrom) : builder).analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
  expect(told).toEqual([]);
}

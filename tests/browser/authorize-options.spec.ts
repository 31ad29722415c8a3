import { expectNoViolations } from './support/axe.ts';
import { PlaygroundPage, allow } from './support/playground.ts';
import { expect, test } from './support/test.ts';

test.describe('the optional parameters of the sign-in', () => {
  test.use({ reducedMotion: 'reduce' });

  test('stand folded, are sent once put in, and the sign-in page tells what became of them', async ({
    page,
  }) => {
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toAuthorize();
    const more = playground.button(/^More that RingCentral accepts/);
    await expect(more).toHaveAttribute('aria-expanded', 'false');
    await expect(playground.card.locator('[data-row="login_hint"]')).toHaveCount(0);
    await more.press('Enter');
    await expect(playground.card.locator('[data-row]')).toHaveCount(12);
    for (const name of ['login_hint', 'brand_id'])
      await playground.button(`Put in ${name}`).click();
    await playground.field('brand_id').fill('7710');
    await playground.button('Hide what is not sent').click();
    // What is put in stays on screen, and is counted.
    await expect(playground.card.locator('[data-row]')).toHaveCount(9);
    await expect(playground.card).toContainText('2 values edited');

    const window = await playground.openWindow(() =>
      playground.button('Go to the sign-in').click(),
    );
    const sent = new URL(window.url()).searchParams;
    expect(sent.get('login_hint')).toBe('+18335550100*103');
    expect(sent.get('brand_id')).toBe('7710');
    expect(sent.has('prompt')).toBe(false);
    await expect(window.getByRole('radio', { checked: true })).toHaveValue('+18335550100*103');
    const asked = window.getByRole('region', { name: 'What the app asked of this page' });
    await expect(asked).toContainText('the logo of BT');
    await expect(asked).toContainText('It chose extension 103');
    await expectNoViolations(window);
    await allow(window);
    await playground.atStep(4, 'Come back with a code');
  });

  test('prompt=none comes back without a page, and is explained', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toAuthorize('same-page');
    await playground.button(/^More that RingCentral accepts/).click();
    await playground.button('Put in prompt').click();
    await playground.field('prompt').fill('none');
    await playground.button('Go to the sign-in').click();
    await expect(playground.card).toContainText('login_required');
  });
});

test.describe('the link by which a customer makes a JWT', () => {
  test('is made with the client id that the reader enters, and stands in the guide', async ({
    page,
  }) => {
    await page.goto('/flows/jwt/');
    await expect(page.locator('pre', { hasText: 'my-credentials/create' })).toContainText(
      'https://developers.ringcentral.com/console/my-credentials/create?client_id=YOUR_CLIENT_ID',
    );
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/#flow=jwt');
    await playground.button('Make a credential').click();
    await playground.card.getByText('A customer makes it for your app, by a link').click();
    await expect(playground.card.getByRole('link', { name: 'Open at RingCentral' })).toHaveCount(0);
    await playground.card.getByLabel('Client ID of your app at RingCentral').fill('Ab-12 ');
    await expect(
      playground.card.getByRole('link', { name: 'Open at RingCentral' }),
    ).toHaveAttribute(
      'href',
      'https://developers.ringcentral.com/console/my-credentials/create?client_id=Ab-12',
    );
    await expectNoViolations(page);
  });
});

import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export type Place = '/playground/' | '/flows/auth-code-pkce/';
export type Mode = 'popup' | 'same-page';

/** The playground as a reader meets it: by what it says, not by how it is built. */
export class PlaygroundPage {
  readonly page: Page;
  readonly root: Locator;
  readonly card: Locator;
  readonly title: Locator;
  readonly answer: Locator;
  readonly explanation: Locator;
  readonly spoken: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('region', { name: 'Playground', exact: true });
    this.card = this.root.getByRole('article');
    this.title = this.card.getByRole('heading').first();
    this.answer = this.card.getByRole('region', { name: 'Answer', exact: true });
    this.explanation = this.card.getByRole('region', { name: 'What happened' });
    this.spoken = this.root.locator('[aria-live="polite"]');
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.alive();
  }

  /** In a guide the island wakes when it comes into view. */
  async alive(): Promise<void> {
    await this.root.scrollIntoViewIfNeeded();
    await expect(this.root).toHaveAttribute('data-ready', 'true');
  }

  button(name: string | RegExp): Locator {
    return this.card.getByRole('button', {
      name,
      ...(typeof name === 'string' && { exact: true }),
    });
  }

  /** The value of one parameter, where a reader edits it. */
  field(name: string): Locator {
    return this.card.getByLabel(name, { exact: true });
  }

  /** Leaves a parameter out: what is done to a row is offered where it is open. */
  async leaveOut(name: string): Promise<void> {
    await this.field(name).click();
    await this.button(`Leave out ${name}`).click();
  }

  /** One of the values so far. */
  value(name: string): Locator {
    return this.root
      .getByRole('region', { name: 'Values so far' })
      .getByRole('listitem')
      .filter({
        hasText: new RegExp(`^${name}`),
      });
  }

  async atStep(number: number, title: string): Promise<void> {
    await expect(this.card.getByText(`Step ${number} of 8`)).toBeVisible();
    await expect(this.title).toHaveText(title);
  }

  /** Step 1 made, step 2 open. */
  async toAuthorize(mode: Mode = 'popup'): Promise<void> {
    await this.button('Make the three').click();
    await this.button('See the sign-in request').click();
    await this.atStep(2, 'Send the user to the authorization server');
    const label = mode === 'popup' ? 'In a separate window' : 'On this page';
    await this.card.getByLabel(label).check();
  }

  /** Presses what opens the window, and gives the window. */
  async openWindow(press: () => Promise<void>): Promise<Page> {
    const [window] = await Promise.all([this.page.waitForEvent('popup'), press()]);
    // It may be opened empty, and sent on from there.
    await window.waitForURL((url) => url.protocol !== 'about:', { waitUntil: 'commit' });
    return window;
  }

  /** From step 2 to the code in hand, at step 4. */
  async signIn(): Promise<void> {
    const window = await this.openWindow(() => this.button('Go to the sign-in').click());
    await allow(window);
    await this.atStep(4, 'Come back with a code');
  }

  /** From a fresh page to step 5, not yet sent. */
  async toToken(): Promise<void> {
    await this.toAuthorize();
    await this.signIn();
    await this.button('Exchange the code').click();
    await this.atStep(5, 'Exchange the code for tokens');
  }

  /** Presses Send and gives the request that left, as it left. */
  async send(path: string, press = () => this.button('Send').click()) {
    const [request] = await Promise.all([
      this.page.waitForRequest((one) => new URL(one.url()).pathname === path),
      press(),
    ]);
    return request;
  }
}

/** Signs in as the demo user that the form is filled with, and allows; `between` runs before each press. */
export async function allow(window: Page, between = () => Promise.resolve()): Promise<void> {
  for (const name of ['Sign in', 'Allow']) {
    const button = window.getByRole('button', { name, exact: true });
    await button.waitFor();
    await between();
    await pressThatMayClose(window, button);
  }
}

/** Presses a button whose answer may close the window before the press is over. */
export async function pressThatMayClose(window: Page, button: Locator): Promise<void> {
  await button.click().catch((error: unknown) => {
    if (!window.isClosed()) throw error;
  });
}

/** Goes there with Tab, or back with Shift and Tab, as a reader without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const isAbove = await target.evaluate((element) => {
    const active = document.activeElement;
    if (!active || active === document.body) return false;
    return Boolean(active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
  });
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport();
      return;
    }
    await page.keyboard.press(isAbove ? 'Shift+Tab' : 'Tab');
  }
  throw new Error('Tab does not reach it');
}

/** Reaches a control by Tab and presses it with Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

import { type ElementHandle, type JSHandle, launch, type Page } from 'puppeteer-core';
import type { Browser, Tab } from './driver.ts';
import { hasMissed, watchPress } from './press.ts';
import { stands, until } from './until.ts';

/** What Firefox says of requests that end because their page is left; nothing of the site's is broken. */
const ofLeaving = [
  /NS_BINDING_ABORTED/,
  /A ServiceWorker intercepted the request and encountered an unexpected error/,
  /error loading dynamically imported module/,
];

function tabOf(page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    // Not by the driver's own way, which waits for a page that loads.
    travel: (pages) => page.evaluate((count) => void setTimeout(() => history.go(count)), pages),
    // Puppeteer's types follow handles into arguments; these walks pass none.
    run: (script, ...values) =>
      page.evaluate(script as never, ...(values as unknown as never[])) as never,
    press: async (find, ...values) => {
      const handle = await page.evaluateHandle(find as never, ...(values as unknown as never[]));
      const found = (handle as JSHandle).asElement() as ElementHandle<Element> | null;
      if (!found || !(await stands((one) => found.evaluate(one)))) return false;
      await found.evaluate(watchPress);
      await found.click();
      // Where the press led to another page, or closed this one, it met what it was meant for.
      return !(await page.evaluate(hasMissed).catch(() => false));
    },
    type: (text) => (text === 'Escape' ? page.keyboard.press(text) : page.keyboard.type(text)),
    resize: (width, height) => page.setViewport({ width, height }),
  };
}

/** Firefox without a window, over WebDriver BiDi. */
export async function startFirefox({ firefox }: { firefox: string }): Promise<Browser> {
  const browser = await launch({ browser: 'firefox', executablePath: firefox, headless: true });
  const complaints: string[] = [];
  const complain = (text: string): void => {
    if (!ofLeaving.some((one) => one.test(text))) complaints.push(text);
  };
  const listen = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') complain(message.text());
    });
    page.on('pageerror', (error) => complain(String(error)));
  };
  // The first tab of a start never has the focus.
  const page = await browser.newPage();
  listen(page);
  return {
    name: await browser.version(),
    narrow: 390,
    tab: tabOf(page),
    opened: async (act) => {
      const before = new Set(await browser.pages());
      await act();
      const opened = await until('a window', async () =>
        (await browser.pages()).find((one) => !before.has(one)),
      );
      listen(opened);
      return tabOf(opened);
    },
    windows: async () => (await browser.pages()).length,
    complaints: () => complaints.splice(0),
    end: () => browser.close(),
  };
}

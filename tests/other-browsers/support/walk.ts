import type { FlowDefinition } from '../../../src/flows/flow.ts';
import type { Browser, Tab } from './driver.ts';
import { until } from './until.ts';

export type Mode = 'In a separate window' | 'On this page';

/** The open step of a playground that is ready, as its reader sees it; null on any other page. */
const openStep = (end: string) => {
  const card = document.querySelector('.pg[data-ready] article');
  if (!card) return null;
  // One that is at work says so with an ellipsis.
  const primary = [...card.querySelectorAll<HTMLButtonElement>('button.pg-button-primary')].find(
    (one) => one.checkVisibility() && !one.disabled && !one.textContent?.endsWith('…'),
  );
  const said = card.textContent ?? '';
  return {
    step: Number(/Step (\d+) of/.exec(said)?.[1]),
    primary: primary?.textContent ?? '',
    // The request of a step before is the past; the newest status tells.
    status: /\b(\d{3}) (OK|Bad Request|Unauthorized|Forbidden)/.exec(said)?.[1],
    isOver: said.includes(end),
  };
};

const buttonNamed = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => one.textContent?.trim() === name && one.checkVisibility() && !one.disabled,
  );

const choiceNamed = (name: string) =>
  [...document.querySelectorAll('label')].find((one) => one.textContent?.trim() === name);

/** Signs in as the demo user that the form is filled with, and allows. */
export async function allow(window: Tab): Promise<void> {
  for (const name of ['Sign in', 'Allow']) {
    await until(`the button ${name}`, () =>
      window
        .run((label) => {
          const all = [...document.querySelectorAll('button')];
          return (
            document.readyState === 'complete' &&
            all.some((one) => one.textContent?.trim() === label)
          );
        }, name)
        // Between two pages there is none to ask.
        .catch(() => false),
    );
    await until(`a press of ${name}`, () => window.press(buttonNamed, name));
  }
}

/** Opens a flow from its beginning, whatever this tab ran before. */
export async function openFlow(tab: Tab, origin: string, id: string): Promise<void> {
  await tab.goto(`${origin}/quick-start/`);
  await tab.run(() => sessionStorage.clear());
  await tab.goto(`${origin}/playground/#flow=${id}`);
  await until('the playground', () => tab.run(openStep, '?'));
}

/**
 * Runs a flow as a reader does who presses the one primary button of each step, sign-in included.
 *
 * @returns what was pressed
 */
export async function walkFlow(
  browser: Browser,
  origin: string,
  flow: FlowDefinition,
  mode: Mode,
): Promise<string[]> {
  const { tab } = browser;
  const pressed: string[] = [];
  await openFlow(tab, origin, flow.id);
  const look = () => tab.run(openStep, flow.end).catch(() => undefined);
  let before = '';
  for (;;) {
    let last: unknown;
    const what = () => `what comes after ${pressed.join(', ')}; there is ${JSON.stringify(last)}`;
    const now = await until(what, async () => {
      const seen = await look();
      last = seen;
      const isNew = seen && JSON.stringify(seen) !== before;
      return isNew && (seen.isOver || seen.primary !== '') ? seen : undefined;
    });
    if (now.isOver) return pressed;
    const name = now.primary;
    const press = () => tab.press(buttonNamed, name);
    if (flow.steps[now.step - 1]?.kind !== 'navigate') {
      // What has changed since the look is looked at again.
      if (!(await press())) continue;
    } else {
      await until(mode, () => tab.press(choiceNamed, mode));
      if (mode === 'On this page') {
        await until(name, press);
        await allow(tab);
      } else {
        const windows = await browser.windows();
        await allow(await browser.opened(async () => void (await until(name, press))));
        await until('the window closes', async () => (await browser.windows()) === windows);
      }
    }
    before = JSON.stringify(now);
    pressed.push(`${now.step}: ${name}`);
  }
}

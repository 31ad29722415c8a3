import { setTimeout as sleep } from 'node:timers/promises';
import type { Act } from '#sandbox/certify/challenge.ts';
import type { Browser } from '../quick-starts/support/browser.ts';

/** What a reader does in a browser with a quick start's web app. A program that has died answers nothing. */
export async function drive(browser: Browser, origin: string, acts: readonly Act[]): Promise<void> {
  let at = origin;
  const call = () => browser.open(`${origin}/test?api=extension`);
  const does: Record<Act, () => Promise<unknown>> = {
    'sign-in': async () => {
      const consent = await browser.press(await browser.open(`${origin}/login`));
      at = (await browser.press(consent)).url;
    },
    wait: () => sleep(4000),
    call,
    'call-together': () => Promise.all([call(), call(), call()]),
    reload: () => browser.open(at),
  };
  for (const act of acts) await does[act]().catch(() => undefined);
}

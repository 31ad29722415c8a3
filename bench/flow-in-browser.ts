import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { servePlain } from '../scripts/preview-static.mjs';
import { findBrowser } from '../scripts/find-browser.mjs';
import { startServer } from '../src/sandbox/hosts/node.ts';

/**
 * A whole flow in the playground, step by step, without the reader: a script in
 * the page presses what a reader presses and signs in on the sandbox's own pages
 * in the window. Once against Node, once in the worker of the static build. Each
 * step is timed from the press to its answer in the page, medians of the rounds.
 *
 * A reader reads between two presses, and the page comes to rest meanwhile: the
 * rounds that count pause there, outside the clock. The others press the moment
 * that a button is there, which also counts what nobody would wait for.
 */
const pauses = { reading: 600, none: 0 };
const rounds = Number(process.env['ROUNDS'] ?? 5);
const site = fileURLToPath(new URL('../dist', import.meta.url));
const goals = { node: 300, worker: 500 };
type Host = keyof typeof goals;

interface Step {
  name: string;
  milliseconds: number;
}

/** Runs in the page. Each step ends when its answer is in the page. */
async function walkInPage(pause: number): Promise<Step[]> {
  const steps: Step[] = [];
  const root = document.querySelector('.pg') as HTMLElement;
  const buttons = (scope: ParentNode) => [...scope.querySelectorAll('button')];
  const named = (name: string) =>
    buttons(root.querySelector('article') as HTMLElement).find(
      (button) => button.textContent?.trim() === name && !button.disabled,
    );
  /** Looks whenever the page has changed, so that looking takes no time from what is measured. */
  const until = async <Value>(look: () => Value | undefined | null | false): Promise<Value> => {
    for (;;) {
      const found = look();
      if (found) return found;
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(root, { subtree: true, childList: true, attributes: true });
      });
    }
  };
  /** The window's pages come and go, so it is looked at every millisecond; a nested timeout would take four. */
  const untilInWindow = async <Value>(look: () => Value | undefined): Promise<Value> => {
    for (;;) {
      const found = look();
      if (found) return found;
      await scheduler.postTask(() => undefined, { delay: 1 });
    }
  };
  const press = async (name: string) => (await until(() => named(name))).click();
  const timed = async (name: string, work: () => Promise<unknown>) => {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const began = performance.now();
    await work();
    steps.push({ name, milliseconds: performance.now() - began });
  };
  const answered = () =>
    until(() => root.querySelector('article[data-answered] .pg-stay .pg-button-primary'));

  await timed('make verifier, challenge, state', async () => {
    await press('Make the three');
    await until(() => named('See the sign-in request'));
  });
  await press('See the sign-in request');
  let popup: Window | undefined;
  const open = window.open.bind(window);
  window.open = (...words) => {
    const opened = open(...words);
    popup = opened ?? undefined;
    return opened;
  };
  const formIn = (button: string) =>
    untilInWindow(() => {
      try {
        const { document: shown } = popup as Window;
        const found = buttons(shown).find((one) => one.textContent?.trim() === button);
        return shown.readyState === 'loading' ? undefined : found;
      } catch {
        return undefined;
      }
    });
  await timed('authorize: the sign-in page', async () => {
    await until(() => named('Go to the sign-in'));
    named('Go to the sign-in')?.click();
    await untilInWindow(() => popup);
    await formIn('Sign in');
  });
  await timed('sign in: the consent page', async () => {
    (await formIn('Sign in')).click();
    await formIn('Allow');
  });
  await timed('allow: the code is back in the app', async () => {
    (await formIn('Allow')).click();
    await until(() => named('Exchange the code'));
  });
  for (const [open, name] of [
    ['Exchange the code', 'exchange the code for tokens'],
    ['Call the API', 'call the API'],
    ['Refresh', 'refresh'],
    ['Revoke', 'revoke'],
  ] as const) {
    await press(open);
    await until(() => named('Send'));
    await timed(name, async () => {
      await press('Send');
      await answered();
    });
  }
  return steps;
}

async function round(page: Page, origin: string, pause: number): Promise<Step[]> {
  await page.goto(`${origin}/playground/`);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.locator('.pg[data-ready]').waitFor();
  return page.evaluate(walkInPage, pause);
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

const sum = (steps: readonly Step[]) =>
  steps.reduce((total, { milliseconds }) => total + milliseconds, 0);

function print(name: string, milliseconds: number, more = ''): void {
  console.log(`  ${name.padEnd(36)} ${milliseconds.toFixed(1).padStart(7)} ms ${more}`.trimEnd());
}

async function measure(host: Host): Promise<void> {
  const server =
    host === 'node' ? await startServer({ port: 0, site }) : await servePlain({ folder: site });
  const origin = `http://localhost:${server.port}`;
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await round(page, origin, pauses.none);
    const read: Step[][] = [];
    const hurried: Step[][] = [];
    for (let count = 0; count < rounds; count += 1) {
      read.push(await round(page, origin, pauses.reading));
      hurried.push(await round(page, origin, pauses.none));
    }
    console.log(`\n${host}, medians of ${rounds} rounds:`);
    for (const [index, { name }] of (read[0] ?? []).entries()) {
      print(name, median(read.map((steps) => steps[index]?.milliseconds ?? NaN)));
    }
    const total = median(read.map(sum));
    const verdict = total < goals[host] ? 'within' : 'OVER';
    print('whole flow', total, `of ${goals[host]}  ${verdict}`);
    print('whole flow, pressed without a pause', median(hurried.map(sum)));
  } finally {
    await browser.close();
    await server.close();
  }
}

await measure('node');
await measure('worker');

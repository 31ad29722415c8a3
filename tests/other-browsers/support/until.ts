import { setTimeout as wait } from 'node:timers/promises';

/**
 * Looks until something is there: a truthy value is what was waited for.
 *
 * @param what is said when it does not come
 */
export async function until<Found>(
  what: string | (() => string),
  look: () => Promise<Found | undefined | false | null>,
  seconds = 30,
): Promise<Found> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) {
      const missed = typeof what === 'string' ? what : what();
      throw new Error(`It did not come in ${seconds} s: ${missed}`);
    }
    await wait(50);
  }
}

/** Brings an element to the middle of the window, and says where it is then; null where it is gone. */
const place = (element: Element): string | null => {
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.isConnected && width * height > 0 ? [x, y, width, height].join() : null;
};

/**
 * Waits until an element stays where it is, so that a press does not miss it.
 *
 * @param ask runs a function of the element in the page
 * @returns false where it is gone before
 */
export async function stands(
  ask: (look: (element: Element) => string | null) => Promise<string | null>,
): Promise<boolean> {
  let before: string | null = '';
  for (;;) {
    const now = await ask(place).catch(() => null);
    if (now === null || now === before) return now !== null;
    before = now;
    await wait(60);
  }
}

import { offsetWords } from '#protocol/text/duration-words.ts';

/** What the banner needs of the page. */
export interface BannerSurroundings {
  /** Asks the control API, or sets the clock where an init is given. */
  askClock(init?: RequestInit): Promise<Response>;
  /** Calls back with what a page of this site has set the clock to. */
  listen(moved: (offsetSeconds: unknown) => void): void;
  /** Tells the other pages, and the console on this one. */
  tell(offsetSeconds: number): void;
  /** Calls back whenever the page comes to the front. */
  onShown(callback: () => void): void;
}

/** The banner's element, as far as it is touched. */
export interface BannerElement {
  show(shown: boolean): void;
  words: { textContent: string | null };
  back: { addEventListener(name: 'click', listener: () => void): void };
}

/** Loaded on every page, so that no schema library is: the one member is looked at by hand. */
function offsetOf(body: unknown): number | undefined {
  const offset: unknown =
    typeof body === 'object' && body !== null && 'offsetSeconds' in body
      ? body.offsetSeconds
      : undefined;
  return Number.isInteger(offset) ? (offset as number) : undefined;
}

/**
 * Shows a banner while the sandbox's clock is moved, wherever it was moved: here, on another page,
 * or from a terminal, which is noticed when the page comes to the front. A sandbox that does not
 * answer has no clock to tell of, and the banner stays as it is.
 */
export function startClockBanner(element: BannerElement, page: BannerSurroundings): void {
  function show(offsetSeconds: unknown): void {
    if (!Number.isInteger(offsetSeconds)) return;
    const offset = offsetSeconds as number;
    element.words.textContent = offsetWords(offset);
    element.show(offset !== 0);
  }
  async function ask(init?: RequestInit): Promise<number | undefined> {
    try {
      const response = await page.askClock(init);
      const offset = response.ok ? offsetOf(await response.json()) : undefined;
      if (offset !== undefined) show(offset);
      return offset;
    } catch {
      return undefined;
    }
  }
  element.back.addEventListener('click', () => {
    const init = {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: '{"offsetSeconds":0}',
    };
    void ask(init).then((offset) => {
      if (offset !== undefined) page.tell(offset);
    });
  });
  page.listen(show);
  page.onShown(() => void ask());
  void ask();
}

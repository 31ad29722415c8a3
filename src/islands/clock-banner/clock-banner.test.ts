import { describe, expect, it, vi } from 'vitest';
import { startClockBanner } from './clock-banner.ts';

/** A page with a banner over a sandbox whose clock can be moved from elsewhere. */
function makePage(answers: { offset: unknown; down?: boolean }) {
  const element: {
    hidden: boolean;
    show(shown: boolean): void;
    words: { textContent: string | null };
    back: { addEventListener(name: 'click', listener: () => void): void };
  } = {
    hidden: true,
    show: (shown: boolean) => (element.hidden = !shown),
    words: { textContent: '' },
    back: { addEventListener: (_: string, listener: () => void) => (press = listener) },
  };
  let press: () => void = () => undefined;
  let moved: (offset: unknown) => void = () => undefined;
  let shown: () => void = () => undefined;
  const sent: unknown[] = [];
  const told: number[] = [];
  startClockBanner(element, {
    askClock: async (init) => {
      sent.push(init?.method ?? 'GET');
      if (answers.down) throw new TypeError('Failed to fetch');
      if (init)
        answers.offset = (JSON.parse(String(init.body)) as { offsetSeconds: number }).offsetSeconds;
      return Response.json({ offsetSeconds: answers.offset });
    },
    listen: (callback) => (moved = callback),
    tell: (offset) => told.push(offset),
    onShown: (callback) => (shown = callback),
  });
  return {
    element,
    sent,
    told,
    press: () => press(),
    move: (offset: unknown) => moved(offset),
    show: () => shown(),
  };
}

describe('the banner of the clock', () => {
  it('is not there while the clock is at real time', async () => {
    const page = makePage({ offset: 0 });
    await vi.waitFor(() => expect(page.element.words.textContent).toBe('at real time'));
    expect(page.element.hidden).toBe(true);
  });

  it('says how far the clock was moved, and takes it back when it is pressed', async () => {
    const page = makePage({ offset: 604_800 });
    await vi.waitFor(() => expect(page.element.hidden).toBe(false));
    expect(page.element.words.textContent).toBe('7 days ahead of real time');
    page.press();
    await vi.waitFor(() => expect(page.element.hidden).toBe(true));
    expect(page.sent).toEqual(['GET', 'PUT']);
    expect(page.told).toEqual([0]);
  });

  it('follows another page at once, and a terminal when the page comes to the front', async () => {
    const answers = { offset: 0 };
    const page = makePage(answers);
    page.move(-60);
    expect(page.element).toMatchObject({
      hidden: false,
      words: { textContent: '1 minute behind real time' },
    });
    page.move('60');
    expect(page.element.words.textContent).toBe('1 minute behind real time');
    answers.offset = 3600;
    page.show();
    await vi.waitFor(() =>
      expect(page.element.words.textContent).toBe('1 hour ahead of real time'),
    );
  });

  it.each([{ offset: '60' }, { offset: null }, { offset: 0, down: true }])(
    'stays as it is where the answer is %j',
    async (answers) => {
      const page = makePage(answers);
      page.move(60);
      page.show();
      await vi.waitFor(() => expect(page.sent).toHaveLength(2));
      expect(page.element.hidden).toBe(false);
      expect(page.told).toEqual([]);
    },
  );
});

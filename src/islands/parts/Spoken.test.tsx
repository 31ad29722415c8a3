// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnnouncer } from './announcer.ts';
import { Spoken } from './Spoken.tsx';
import { draw } from './testing/draw.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A region, and each text that it came to hold: a screen reader speaks what is put in. */
async function drawn(before?: string) {
  const { announcement, announce } = createAnnouncer();
  if (before !== undefined) announce(before);
  await draw(<Spoken announcement={announcement} />);
  const region = document.querySelector('[aria-live]') as HTMLElement;
  const held: string[] = [];
  const look = (): void => {
    if (region.textContent !== held.at(-1)) held.push(region.textContent);
  };
  look();
  const say = async (message: string): Promise<void> => {
    await act(() => announce(message));
    look();
  };
  const wait = async (milliseconds: number): Promise<void> => {
    await act(() => void vi.advanceTimersByTime(milliseconds));
    look();
  };
  return { region, held, say, wait };
}

describe('the region that is spoken', () => {
  it('is polite, read as a whole, and there before anything is said', async () => {
    const { region } = await drawn();
    expect(region.getAttribute('aria-live')).toBe('polite');
    expect(region.getAttribute('aria-atomic')).toBe('true');
    expect(region.textContent).toBe('');
  });

  it('speaks the same words twice: it is emptied between', async () => {
    const { held, say, wait } = await drawn();
    await say('Copied.');
    await wait(60);
    await say('Copied.');
    await wait(60);
    expect(held).toEqual(['', 'Copied.', '', 'Copied.']);
  });

  it('speaks the newest alone where two come at once', async () => {
    const { held, say, wait } = await drawn();
    await say('Sending.');
    await wait(30);
    await say('200 OK.');
    await wait(30);
    await wait(30);
    expect(held).toEqual(['', '200 OK.']);
  });

  it('does not speak what was said before it was there', async () => {
    const { held, say, wait } = await drawn('Old news.');
    await wait(1000);
    expect(held).toEqual(['']);
    await say('New.');
    await wait(60);
    expect(held).toEqual(['', 'New.']);
  });
});

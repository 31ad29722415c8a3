import { describe, expect, it } from 'vitest';
import { keptSince, keptStrangersChoice } from './kept-choices.ts';

function shelf(breaks = false) {
  const kept = new Map<string, string>();
  const use = <Value>(value: Value): Value => {
    if (breaks) throw new Error('blocked');
    return value;
  };
  return {
    getItem: (key: string) => use(kept.get(key) ?? null),
    setItem: (key: string, text: string) => void use(kept.set(key, text)),
  };
}

describe('since when a page lists requests', () => {
  it('holds over a reload, and not on another page', () => {
    const session = shelf();
    keptSince(session, '/quick-start/php/').write('12');
    expect(keptSince(session, '/quick-start/php/').read()).toBe('12');
    expect(keptSince(session, '/quick-start/python/').read()).toBeUndefined();
  });

  it('holds until the page goes where storage is blocked, and believes no nonsense', () => {
    for (const session of [undefined, shelf(true)]) {
      const since = keptSince(session, '/console/');
      expect(since.read()).toBeUndefined();
      since.write('12');
      expect(since.read()).toBe('12');
    }
    const session = shelf();
    keptSince(session, '/console/').write('twelve');
    expect(keptSince(session, '/console/').read()).toBeUndefined();
  });
});

describe('the choice about other sites’ pages', () => {
  it('is each room’s own, and the usual one until the reader chose', () => {
    const preferences = shelf();
    const choice = (room: string, usual: boolean) => keptStrangersChoice(preferences, room, usual);
    expect([choice('console', false).read(), choice('quick-start', true).read()]).toEqual([
      false,
      true,
    ]);
    choice('quick-start', true).write(false);
    expect([choice('console', false).read(), choice('quick-start', true).read()]).toEqual([
      false,
      false,
    ]);
    expect(keptStrangersChoice(shelf(true), 'console', true).read()).toBe(true);
  });
});

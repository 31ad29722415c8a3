import { describe, expect, it } from 'vitest';
import { fakeStorage } from '#islands/storage/testing/fake-storage.ts';
import { storedSince, storedStrangersChoice } from './stored-choices.ts';

const refuse = () => {
  throw new Error('blocked');
};
const blocked = { getItem: refuse, setItem: refuse, removeItem: refuse };

describe('since when a page lists requests', () => {
  it('holds over a reload, and not on another page', () => {
    const session = fakeStorage();
    storedSince(session, '/quick-start/php/').write('12');
    expect(storedSince(session, '/quick-start/php/').read()).toBe('12');
    expect(storedSince(session, '/quick-start/python/').read()).toBeUndefined();
  });

  it('holds until the page goes where storage is blocked, and believes no nonsense', () => {
    for (const session of [undefined, blocked]) {
      const since = storedSince(session, '/console/');
      expect(since.read()).toBeUndefined();
      since.write('12');
      expect(since.read()).toBe('12');
    }
    const session = fakeStorage();
    storedSince(session, '/console/').write('twelve');
    expect(storedSince(session, '/console/').read()).toBeUndefined();
  });
});

describe('the choice about other sites’ pages', () => {
  it('is each room’s own, and the usual one until the reader chose', () => {
    const preferences = fakeStorage();
    const choice = (room: string, usual: boolean) =>
      storedStrangersChoice(preferences, room, usual);
    expect([choice('console', false).read(), choice('quick-start', true).read()]).toEqual([
      false,
      true,
    ]);
    choice('quick-start', true).write(false);
    expect([choice('console', false).read(), choice('quick-start', true).read()]).toEqual([
      false,
      false,
    ]);
    expect(storedStrangersChoice(blocked, 'console', true).read()).toBe(true);
  });
});

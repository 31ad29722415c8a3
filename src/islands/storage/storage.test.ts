import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readText, type TextStorage, writeText } from './storage.ts';
import { createStored } from './stored.ts';
import { fakeStorage } from './testing/fake-storage.ts';

const schema = z.object({ port: z.int() });

/** A storage whose every call throws. */
function throwing(error: Error): TextStorage {
  const refuse = () => {
    throw error;
  };
  return { getItem: refuse, setItem: refuse, removeItem: refuse };
}
const blocked = throwing(new DOMException('denied', 'SecurityError'));
const full: TextStorage = {
  ...fakeStorage(),
  setItem: throwing(new DOMException('full', 'QuotaExceededError')).setItem,
};

describe('a stored value', () => {
  it('is read as it was written, and is gone when it was removed', () => {
    const stored = createStored(fakeStorage(), 'key', schema);
    expect(stored.read()).toEqual({ kind: 'nothing' });
    expect(stored.write({ port: 5000 })).toBeUndefined();
    expect(stored.read()).toEqual({ kind: 'value', value: { port: 5000 } });
    expect(stored.remove()).toBeUndefined();
    expect(stored.read()).toEqual({ kind: 'nothing' });
  });

  it.each(['{', '[]', 'null', '{"port":"5000"}', ''])('%j is unreadable, and stays', (text) => {
    const storage = fakeStorage({ key: text });
    expect(createStored(storage, 'key', schema).read()).toEqual({ kind: 'unreadable' });
    expect(readText(storage, 'key')).toBe(text);
  });

  it.each([undefined, blocked])(
    'answers that storage is blocked, and throws nothing',
    (storage) => {
      const stored = createStored(storage, 'key', schema);
      expect(stored.read()).toEqual({ kind: 'blocked' });
      expect(stored.write({ port: 5000 })).toBe('blocked');
      expect(stored.remove()).toBe('blocked');
    },
  );

  it('answers that storage is full', () => {
    expect(createStored(full, 'key', schema).write({ port: 5000 })).toBe('full');
    expect(writeText(full, 'key', 'text')).toBe('full');
  });
});

import type { TextStorage } from '../storage.ts';

/** A storage for tests, with its texts in hand. */
export interface FakeStorage extends TextStorage {
  texts: Map<string, string>;
}

export function fakeStorage(texts: Record<string, string> = {}): FakeStorage {
  const map = new Map(Object.entries(texts));
  return {
    texts: map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

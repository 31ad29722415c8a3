import type { TextStorage } from '#islands/storage/storage.ts';

/** A storage that ends with its page: for what no storage of a browser may hold. */
export function createMemory(): TextStorage & { readonly size: number; clear(): void } {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    get size() {
      return entries.size;
    },
    clear: () => entries.clear(),
  };
}

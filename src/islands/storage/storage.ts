/** The part of a browser's storage that is used; any call may throw. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Why nothing could be stored: the browser allows none here, or there is no room left. */
export type StorageProblem = 'blocked' | 'full';

/** What stands under a key. */
export type ReadText = { kind: 'value'; value: string } | { kind: 'nothing' } | { kind: 'blocked' };

/** One of a page's two storages; undefined where the browser blocks it: reading the property throws then. */
export function browserStorage(name: 'sessionStorage' | 'localStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}

/** Reads the text under a key. */
export function readText(storage: Pick<TextStorage, 'getItem'> | undefined, key: string): ReadText {
  try {
    const value = storage ? storage.getItem(key) : undefined;
    if (value === undefined) return { kind: 'blocked' };
    return value === null ? { kind: 'nothing' } : { kind: 'value', value };
  } catch {
    return { kind: 'blocked' };
  }
}

function problemOf(act: () => void): StorageProblem | undefined {
  try {
    act();
    return undefined;
  } catch (cause) {
    return cause instanceof Error && cause.name === 'QuotaExceededError' ? 'full' : 'blocked';
  }
}

/** Writes a text under a key; answers what stood in the way, if anything did. */
export function writeText(
  storage: Pick<TextStorage, 'setItem'> | undefined,
  key: string,
  value: string,
): StorageProblem | undefined {
  return storage ? problemOf(() => storage.setItem(key, value)) : 'blocked';
}

/** Removes what stands under a key; answers what stood in the way, if anything did. */
export function removeText(
  storage: Pick<TextStorage, 'removeItem'> | undefined,
  key: string,
): StorageProblem | undefined {
  return storage ? problemOf(() => storage.removeItem(key)) : 'blocked';
}

/** The part of a browser's storage that is used; any call may throw. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Why nothing could be stored: the browser allows none here, or there is no room left. */
export type StorageProblem = 'blocked' | 'full';

/** One of a page's two storages; undefined where the browser blocks it: reading the property throws then. */
export function browserStorage(name: 'sessionStorage' | 'localStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}

/**
 * Reads the text under a key.
 *
 * @returns null where there is none, undefined where storage is blocked
 */
export function readText(
  storage: Pick<TextStorage, 'getItem'> | undefined,
  key: string,
): string | null | undefined {
  try {
    return storage?.getItem(key);
  } catch {
    return undefined;
  }
}

/**
 * Writes a text under a key.
 *
 * @param text null removes what stands there
 * @returns what stood in the way; undefined where nothing did
 */
export function writeText(
  storage: TextStorage | undefined,
  key: string,
  text: string | null,
): StorageProblem | undefined {
  try {
    if (text === null) storage?.removeItem(key);
    else storage?.setItem(key, text);
    return storage ? undefined : 'blocked';
  } catch (cause) {
    return (cause as Error).name === 'QuotaExceededError' ? 'full' : 'blocked';
  }
}

import { readText, type TextStorage, writeText } from '#islands/storage/storage.ts';

/** sessionStorage: when the database was made that this tab last worked with. */
export const bornKey = 'authorization-flows:sandbox-born';

/** The same for this page, where the tab's storage was emptied too. */
let lastSeen: string | undefined;

/**
 * Whether the sandbox's storage is another one than this tab last saw: the
 * browser emptied it, or the reader did. Notes the present one.
 *
 * @param born undefined where nothing can be stored
 */
export function wasCleared(born: number | undefined, session: TextStorage | undefined): boolean {
  if (born === undefined) return false;
  // A tab that stores nothing knows of this page alone.
  const before = lastSeen ?? readText(session, bornKey) ?? undefined;
  lastSeen = String(born);
  writeText(session, bornKey, lastSeen);
  return before !== undefined && before !== lastSeen;
}

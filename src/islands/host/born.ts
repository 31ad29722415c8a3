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
export function wasCleared(
  born: number | undefined,
  session: Pick<Storage, 'getItem' | 'setItem'> | undefined,
): boolean {
  if (born === undefined) return false;
  let before = lastSeen;
  lastSeen = String(born);
  try {
    before ??= session?.getItem(bornKey) ?? undefined;
    session?.setItem(bornKey, lastSeen);
  } catch {
    // A tab that keeps nothing knows of this page alone.
  }
  return before !== undefined && before !== lastSeen;
}

/** sessionStorage: when the database was made that this tab last worked with. */
export const bornKey = 'authorization-flows:sandbox-born';

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
  try {
    const before = session?.getItem(bornKey) ?? null;
    session?.setItem(bornKey, String(born));
    return before !== null && before !== String(born);
  } catch {
    // A tab that keeps nothing has nothing to miss.
    return false;
  }
}

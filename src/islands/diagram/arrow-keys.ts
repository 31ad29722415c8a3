/**
 * Where a key leads in a row of items, of which one has the focus.
 *
 * @param at the item that has it
 * @param count how many there are
 * @returns the item to go to; undefined where the key leads nowhere, or no item has the focus
 */
export function itemAfter(key: string, at: number, count: number): number | undefined {
  if (at < 0 || at >= count) return undefined;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(at + 1, last);
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

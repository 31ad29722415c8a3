/** Whether an event came after another: one sandbox numbers all its events in one row. */
export function isAfter(event: string, other: string): boolean {
  return Number(event) > Number(other);
}

/** Drops the oldest entries of a map beyond `limit`; a map keeps the order of insertion. */
export function dropOldest<Value>(map: Map<string, Value>, limit: number): void {
  if (map.size <= limit) return;
  for (const key of map.keys()) {
    if (map.size <= limit) return;
    map.delete(key);
  }
}

/** Drops from the front of a map while `isOld` holds: entries are kept in the order of their time. */
export function dropWhile<Value>(map: Map<string, Value>, isOld: (value: Value) => boolean): void {
  for (const [key, value] of map) {
    if (!isOld(value)) return;
    map.delete(key);
  }
}

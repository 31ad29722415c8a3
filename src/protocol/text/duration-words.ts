const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * Seconds in the two largest units that they have: "7 days", "1 hour 30 minutes", "no time".
 * `Intl.DurationFormat` would say the same, and not every browser has it yet.
 */
export function durationWords(seconds: number): string {
  let left = Math.abs(Math.round(seconds));
  const parts: string[] = [];
  for (const [name, size] of units) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`);
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? 'no time' : parts.join(' ');
}

/** Where the sandbox's clock stands: "7 days ahead of real time". */
export function offsetWords(seconds: number): string {
  if (seconds === 0) return 'at real time';
  return `${durationWords(seconds)} ${seconds > 0 ? 'ahead of' : 'behind'} real time`;
}

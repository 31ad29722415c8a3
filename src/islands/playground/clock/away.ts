const units: readonly [seconds: number, one: string, many: string][] = [
  [86_400, 'day', 'days'],
  [3_600, 'hour', 'hours'],
  [60, 'minute', 'minutes'],
  [1, 'second', 'seconds'],
];

/** How far a clock is from real time, in its two largest units: "7 days 1 second ahead". */
export function away(offsetSeconds: number): string {
  let left = Math.abs(offsetSeconds);
  const parts: string[] = [];
  for (const [seconds, one, many] of units) {
    const count = Math.floor(left / seconds);
    left -= count * seconds;
    if (count > 0) parts.push(`${count} ${count === 1 ? one : many}`);
  }
  const told = parts.slice(0, 2).join(' ') || 'no time';
  return `${told} ${offsetSeconds < 0 ? 'behind' : 'ahead'}`;
}

const pad = (part: number): string => String(part).padStart(2, '0');

/** A moment as the reader's own calendar and clock have it: `2026-11-25 21:14:09`. */
export function momentText(milliseconds: number): string {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return 'unknown';
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join(':')}`;
}

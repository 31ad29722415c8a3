import { durationWords } from '#protocol/text/duration-words.ts';

/** How far a clock is from real time: "7 days 1 second ahead". */
export function away(offsetSeconds: number): string {
  return `${durationWords(offsetSeconds)} ${offsetSeconds < 0 ? 'behind' : 'ahead'}`;
}

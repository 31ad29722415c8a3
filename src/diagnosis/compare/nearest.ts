import { commonEnds } from './characters.ts';

/** Of several texts the one that shares most with another at its two ends; undefined when there is none. */
export function nearestOf(text: string, others: readonly string[]): string | undefined {
  const shared = (other: string): number => {
    const { start, end } = commonEnds(text, other);
    return start + end;
  };
  return others.toSorted((one, other) => shared(other) - shared(one))[0];
}

import { commonEnds } from './common-ends.ts';

/** Characters that the two do not share at their two ends: small when one edit lies between them. */
export function unsharedBy(left: string, right: string): number {
  const { start, end } = commonEnds(left, right);
  return Math.max([...left].length, [...right].length) - start - end;
}

/** The text that is most like `wanted`; the first of several. */
export function nearestText(wanted: string, candidates: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const distance = unsharedBy(wanted, candidate);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

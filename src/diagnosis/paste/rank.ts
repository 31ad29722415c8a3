import { type Certainty, certaintyOf, type Finding, type FindingKind } from '../finding.ts';

/** A finding with where it comes from. */
export interface Placed {
  finding: Finding;
  /** 0: of a refusal, as the request shows why; 1: of what a request shows; 2: of a code or text; 3: of words. */
  from: 0 | 1 | 2 | 3;
  /** Where it stands in the text. */
  at: number;
}

/** A finding where its first evidence stands; behind the text, where it has none. */
export const place = (finding: Finding, from: Placed['from'], text: string): Placed => ({
  finding,
  from,
  at: finding.evidence[0]?.range?.from ?? text.length,
});

/** It says why something came to nothing, and can be told. */
export const isTold = ({ finding, from }: Placed): boolean =>
  (finding.kind === 'wrong' || (finding.kind === 'note' && from === 0)) &&
  certaintyOf(finding) !== 'cannot tell';

const byKind: Record<FindingKind, number> = { wrong: 0, risk: 1, note: 2, well: 3 };
const byCertainty: Record<Certainty, number> = { certain: 0, likely: 1, 'cannot tell': 2 };

/** A cause that cannot be told stands behind every one that can; a note on a refusal is its verdict. */
function weight({ finding, from }: Placed): number {
  if (certaintyOf(finding) === 'cannot tell') return 0.8;
  if (finding.kind === 'note' && from === 0) return 0.5;
  return byKind[finding.kind];
}

const order = (one: Placed, other: Placed): number =>
  weight(one) - weight(other) ||
  byCertainty[certaintyOf(one.finding)] - byCertainty[certaintyOf(other.finding)] ||
  one.from - other.from ||
  one.at - other.at;

/**
 * One list, the verdict first: what is wrong before what is a risk, certain before likely before
 * what cannot be told, a refusal before what a request shows, then the order of the text. What is
 * said twice is said once, with all of its evidence.
 */
export function rank(placed: readonly Placed[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const { finding } of placed.toSorted(order)) {
    const key = `${finding.id} ${finding.title}`;
    const same = merged.get(key);
    merged.set(
      key,
      same ? { ...same, evidence: [...same.evidence, ...finding.evidence] } : finding,
    );
  }
  return [...merged.values()];
}

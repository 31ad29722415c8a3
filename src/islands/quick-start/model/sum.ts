import type { Finding } from '#diagnosis/finding.ts';
import type { Milestone } from '#diagnosis/watch/progress.ts';
import type { LiveRow } from './live-rows.ts';

/** What a run came to. */
export interface Sum {
  /** Kinds of things done right, each once. */
  well: Finding[];
  /** What works here and must change before production. */
  risk: Finding[];
  /** What went wrong and has not been put right since. */
  wrong: Finding[];
  /** What was not seen yet, as it stands in a sentence. */
  unseen: string[];
}

const unseenWords: Record<Milestone, string> = {
  'sign-in': 'a sign-in',
  token: 'a token',
  api: 'an API call',
  refresh: 'a refresh',
  revocation: 'a revocation',
};

/**
 * Adds a run up: the last finding of each rule counts, so that what was put right is not held against
 * it. A note counts for nothing: what is as expected, and what a later success struck, is one.
 */
export function sumOf(
  rows: readonly LiveRow[],
  plan: readonly Milestone[],
  seen: ReadonlySet<Milestone>,
): Sum {
  const last = new Map<string, Finding>();
  for (const row of rows) {
    if (row.kind !== 'exchange') continue;
    for (const found of row.findings) if (found.kind !== 'note') last.set(found.id, found);
  }
  const of = (kind: Finding['kind']): Finding[] =>
    [...last.values()].filter((found) => found.kind === kind);
  return {
    well: of('well'),
    risk: of('risk'),
    wrong: of('wrong'),
    unseen: plan
      .filter((milestone) => !seen.has(milestone))
      .map((milestone) => unseenWords[milestone]),
  };
}

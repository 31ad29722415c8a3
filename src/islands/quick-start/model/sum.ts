import type { Milestone, Remark } from '#diagnosis/watch/index.ts';
import type { LiveRow } from './quick-start.ts';

/** What a run came to. */
export interface Sum {
  /** Kinds of things done right, each once. */
  well: Remark[];
  /** What works here and must change before production. */
  production: Remark[];
  /** What went wrong and has not been put right since. */
  wrong: Remark[];
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

/** Adds a run up: the last remark of each rule counts, so that what was put right is not held against it. */
export function sumOf(
  rows: readonly LiveRow[],
  plan: readonly Milestone[],
  seen: ReadonlySet<Milestone>,
): Sum {
  const last = new Map<string, Remark>();
  for (const row of rows) {
    if (row.kind !== 'exchange') continue;
    for (const remark of row.remarks) last.set(remark.id, remark);
  }
  const of = (kind: Remark['kind']): Remark[] =>
    [...last.values()].filter((remark) => remark.kind === kind);
  return {
    well: of('well'),
    production: of('production'),
    wrong: of('wrong'),
    unseen: plan
      .filter((milestone) => !seen.has(milestone))
      .map((milestone) => unseenWords[milestone]),
  };
}

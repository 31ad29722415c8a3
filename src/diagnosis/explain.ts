import { authorizeParameters, kindOf } from '#protocol/exchange-parts.ts';
import { type Case, caseOf } from './case.ts';
import { causeOf, withEvidence } from './cause-of.ts';
import type { Finding, FindingId } from './finding.ts';
import { habits } from './rules/habits/index.ts';

/** What every run on this site shows, because it is a site for trying things on loopback. */
const usualHere: ReadonlySet<FindingId> = new Set([
  'LINT-012',
  'LINT-017',
  'LINT-018',
  'LINT-040',
  'LINT-156',
]);

/** The first thing that works and is a hole, in a request that came to something. */
function holeIn(one: Case): Finding | undefined {
  for (const habit of habits) {
    const found = habit(one);
    if (!found || usualHere.has(found.id)) continue;
    if (found.kind === 'wrong' || found.kind === 'risk') return found;
  }
  return undefined;
}

/** The authorization request whose answer a redirect brings, as a case of its own. */
function begun(one: Case): Case | undefined {
  const at = one.earlier.findLastIndex((exchange) => kindOf(exchange) === 'authorize');
  const exchange = one.earlier[at];
  if (one.task !== 'return' || !exchange || authorizeParameters(exchange).size === 0) {
    return undefined;
  }
  return caseOf(exchange, one.earlier.slice(0, at), one);
}

/**
 * The one thing to tell of an exchange beside its answer: why it came to nothing, or else what is a
 * hole in it. Nothing where there is nothing to tell.
 */
export async function explain(one: Case): Promise<Finding | undefined> {
  const known = await withEvidence(one);
  const first = begun(known);
  return causeOf(known) ?? holeIn(known) ?? (first && holeIn(first));
}

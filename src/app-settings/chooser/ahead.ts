import type { Outcome } from './outcome.ts';
import { everyPath } from './path.ts';
import type { Answers } from './question.ts';
import { type RuledOut, ruledOut } from './ruled-out.ts';

/** What the answers so far leave open. */
export interface Ahead {
  /** Where the questions can still end. */
  outcomes: readonly Outcome[];
  /** The flows that none of them uses; without words where the reason hangs on answers to come. */
  out: readonly (Pick<RuledOut, 'flow'> & Partial<RuledOut>)[];
}

/** @param answers Those before the open question; a later one is not yet given. */
export function ahead(answers: Answers): Ahead {
  const outcomes = [...new Set(everyPath(answers).map(({ outcome }) => outcome))];
  // A refresh token goes with a flow: it is no end of its own.
  const outOf = outcomes.flatMap((outcome) =>
    outcome.kind === 'flow' ? [ruledOut(outcome, true)] : [],
  );
  const [first = [], ...others] = outOf;
  const out = first.flatMap((reason) => {
    const same = others.map((list) => list.find(({ flow }) => flow === reason.flow));
    if (same.includes(undefined)) return [];
    return same.every((other) => other?.words === reason.words)
      ? [reason]
      : [{ flow: reason.flow }];
  });
  return { outcomes, out };
}

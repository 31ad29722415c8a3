import type { JSX } from 'preact';
import { Verdict, type VerdictKind } from '#islands/parts/Verdict.tsx';
import type { Outcome, Place, QuickStart } from './model/quick-start.ts';

const shapes: Record<Outcome['kind'], { kind: VerdictKind; label: string }> = {
  done: { kind: 'allowed', label: 'Done:' },
  none: { kind: 'warning', label: 'Nothing done:' },
  problem: { kind: 'refused', label: 'Error:' },
};

/** What came of a button, beside it; the island's live region says the same. */
export function OutcomeLine({
  quickStart,
  place,
}: {
  quickStart: QuickStart;
  place: Place;
}): JSX.Element | null {
  const outcome = quickStart.outcome.value;
  if (outcome?.place !== place) return null;
  const { kind, label } = shapes[outcome.kind];
  return (
    <p class="qs-outcome" data-kind={outcome.kind}>
      <Verdict kind={kind} label={label} size={14} />
      <span>{outcome.words}</span>
    </p>
  );
}

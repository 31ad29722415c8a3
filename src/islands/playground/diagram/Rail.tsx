import type { JSX } from 'preact';
import type { StepView } from '../model/types.ts';

/** The flow as a row of segments, where the diagram stands further down. The card says "Step 5 of 8" in words. */
export function Rail({ steps }: { steps: readonly StepView[] }): JSX.Element {
  return (
    <div class="pg-rail" aria-hidden="true">
      {steps.map((step) => (
        <span
          key={step.id}
          data-status={step.status}
          data-current={step.current || undefined}
          data-from={step.definition.from}
          data-to={step.definition.to}
        />
      ))}
    </div>
  );
}

import type { JSX } from 'preact';
import { late } from '#islands/parts/late.tsx';
import type { StepView } from './model/types.ts';
import type { Values } from './model/values.ts';
import type { RowsProps } from './TranscriptRows.tsx';

/** With the first request. */
const LateRows = late<RowsProps>(async () => (await import('./TranscriptRows.tsx')).TranscriptRows);

/** Every request of this run in its order; a row opens the step it belongs to. */
export function Transcript({
  values,
  steps,
  onOpen,
  level,
}: {
  values: Values;
  steps: readonly StepView[];
  onOpen: (step: string) => void;
  level: 'h2' | 'h3';
}): JSX.Element {
  const { exchanges } = values.transcript.value;
  const Heading = level;
  return (
    <section class="pg-panel pg-transcript" aria-label="Transcript">
      <div class="pg-section-head">
        <Heading>Transcript</Heading>
        <span class="pg-note">
          {exchanges.length === 1 ? '1 request' : `${exchanges.length} requests`}
        </span>
      </div>
      {exchanges.length === 0 ? (
        <p class="pg-note">Nothing sent yet. Each request appears here with its answer.</p>
      ) : (
        <LateRows exchanges={exchanges} steps={steps} onOpen={onOpen} />
      )}
    </section>
  );
}

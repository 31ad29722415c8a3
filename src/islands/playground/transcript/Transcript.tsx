import type { JSX } from 'preact';
import { late } from '#islands/parts/late.tsx';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';
import type { BelowProps } from './Below.tsx';

/** The requests with the ways in which they leave, and one that comes back: with the first, or with a press. */
const LateBelow = late<BelowProps>(async () => (await import('./Below.tsx')).Below, {
  needed: ({ playground, desk }) =>
    playground.values.transcript.value.exchanges.length > 0 || desk.replay.value !== undefined,
});

/** Every request of this run in its order; a row opens the step it belongs to. */
export function Transcript({
  playground,
  desk,
  level,
}: {
  playground: Playground;
  desk: Desk;
  level: 'h2' | 'h3';
}): JSX.Element {
  const { length } = playground.values.transcript.value.exchanges;
  const Heading = level;
  return (
    <section class="pg-panel pg-transcript" aria-label="Transcript">
      <div class="pg-section-head">
        <Heading>Transcript</Heading>
        <span class="pg-note">{length === 1 ? '1 request' : `${length} requests`}</span>
        {level === 'h2' ? (
          <button
            type="button"
            class="pg-button pg-button-small"
            onClick={() => (desk.replay.value ??= '')}
          >
            Replay one
          </button>
        ) : null}
      </div>
      {length > 0 ? null : (
        <p class="pg-note">Nothing sent yet. Each request appears here with its answer.</p>
      )}
      <LateBelow playground={playground} desk={desk} />
    </section>
  );
}

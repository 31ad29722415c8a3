import type { JSX } from 'preact';
import { late } from '#islands/parts/late.tsx';
import type { ChipProps } from './HeldChip.tsx';

/** A value that is not here yet: who makes it, and when. */
function Awaited({ view: { name, maker, note, purpose } }: ChipProps): JSX.Element {
  return (
    <li class="pg-chip" data-actor={maker} data-status="awaited">
      <div class="pg-chip-head">
        <code class="pg-chip-name">{name}</code>
      </div>
      <div class="pg-chip-body">
        <div class="pg-chip-text">
          <span class="pg-chip-note">{note ?? purpose}</span>
        </div>
      </div>
    </li>
  );
}

/** With the first value that is made: its copy button, its ring, what is in it. */
const LateHeld = late<ChipProps>(async () => (await import('./HeldChip.tsx')).HeldChip, {
  waiting: Awaited,
});

/** One value of the run. */
export function ValueChip(props: ChipProps): JSX.Element {
  return props.view.value === undefined ? <Awaited {...props} /> : <LateHeld {...props} />;
}

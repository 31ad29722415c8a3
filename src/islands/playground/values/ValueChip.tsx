import type { JSX } from 'preact';
import type { ValueView } from '../model/types.ts';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { Ring } from './Ring.tsx';

/** One value of the run: who made it (edge and colour), what it is for, how long it lives. */
export function ValueChip({
  view,
  announce,
}: {
  view: ValueView;
  announce: (message: string) => void;
}): JSX.Element {
  const over = view.status === 'spent' || view.status === 'expired' || view.status === 'ended';
  return (
    <li class="pg-chip" data-actor={view.maker} data-status={view.status}>
      <div class="pg-chip-head">
        <code class="pg-chip-name">{view.name}</code>
        {view.confirmed ? <Verdict kind="allowed" label="Came back unchanged" /> : null}
        {view.value !== undefined ? (
          <CopyButton text={view.value} name={view.name} announce={announce} />
        ) : null}
      </div>
      <div class="pg-chip-body">
        <div class="pg-chip-text">
          {view.value !== undefined ? (
            <code class="pg-chip-value">{over ? <s>{view.value}</s> : view.value}</code>
          ) : null}
          <span class="pg-chip-note">{view.note ?? view.purpose}</span>
        </div>
        {view.expiry ? <Ring expiry={view.expiry} over={over} /> : null}
      </div>
    </li>
  );
}

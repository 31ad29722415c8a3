import type { JSX } from 'preact';
import { late } from '#islands/parts/late.tsx';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';
import type { ReplayProps } from './Replay.tsx';
import { Rows } from './Rows.tsx';

export interface BelowProps {
  playground: Playground;
  desk: Desk;
}

/** A transcript that is sent again, with the press that asks for it, or with a link that brings one. */
const LateReplay = late<ReplayProps>(async () => (await import('./Replay.tsx')).Replay, {
  waiting: () => <p class="pg-note">One moment…</p>,
  failed: (_, again) => (
    <p class="pg-note">
      This part did not load.{' '}
      <button type="button" class="pg-button pg-button-small" onClick={again}>
        Try again
      </button>
    </p>
  ),
});

export function Below({ playground, desk }: BelowProps): JSX.Element {
  return (
    <>
      {playground.values.transcript.value.exchanges.length > 0 ? (
        <Rows playground={playground} />
      ) : null}
      {desk.replay.value === undefined ? null : <LateReplay desk={desk} />}
    </>
  );
}

import type { JSX } from 'preact';
import { clockTime } from '#islands/parts/clock-time.ts';
import type { SandboxClock } from '../model/clock.ts';
import { away } from './away.ts';

interface Move {
  label: string;
  /** Whose life it passes. */
  past: string;
  seconds: number;
  value: string;
}

/** A little more than each life, so that it is over. */
const moves: readonly Move[] = [
  { label: '+1 min', past: 'past a code', seconds: 61, value: 'code' },
  { label: '+1 h', past: 'past an access token', seconds: 3_601, value: 'access_token' },
  { label: '+7 d', past: 'past a refresh token', seconds: 604_801, value: 'refresh_token' },
];

/** Moves time, so that what lives a minute, an hour or a week can be seen to end. */
export function ClockCard({
  clock,
  ready,
  level,
}: {
  clock: SandboxClock;
  ready: boolean;
  level: 'h2' | 'h3';
}): JSX.Element {
  const Heading = level;
  const offset = clock.offsetSeconds.value;
  return (
    <section
      class="pg-panel pg-clock"
      aria-label="Sandbox clock"
      data-moved={offset !== 0 || undefined}
    >
      <div class="pg-section-head">
        <Heading>Sandbox clock</Heading>
        <span class="pg-figures pg-clock-time">{ready ? clockTime(clock.time.value) : ''}</span>
      </div>
      <p class="pg-note">
        Move time and watch things expire. The whole sandbox has one clock: every page and every
        terminal moves with it.
      </p>
      <div class="pg-clock-moves">
        {moves.map((move) => (
          <button
            key={move.value}
            type="button"
            class="pg-button pg-button-small"
            disabled={!ready}
            onClick={() => void clock.move(move.seconds)}
          >
            <span>{move.label}</span>
            <span class="pg-clock-past">{move.past}</span>
          </button>
        ))}
      </div>
      {offset === 0 ? null : (
        <div class="pg-clock-away">
          <span>
            <b>{away(offset)}</b> of real time.
          </span>
          <button type="button" class="pg-quiet" onClick={() => void clock.reset()}>
            Back to real time
          </button>
        </div>
      )}
    </section>
  );
}

import type { JSX } from 'preact';
import type { Expiry } from '../model/types.ts';
import { steady } from './steady.ts';

const radius = 12;
const length = 2 * Math.PI * radius;

/** Time in at most three letters, and in words. */
function shortTime(seconds: number): { short: string; words: string } {
  if (seconds < 100) return { short: String(seconds), words: `${seconds} seconds` };
  const minutes = Math.floor(seconds / 60);
  if (minutes < 100) return { short: `${minutes}m`, words: `${minutes} minutes` };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { short: `${hours}h`, words: `${hours} hours` };
  const days = Math.round(hours / 24);
  return { short: `${days}d`, words: `${days} days` };
}

/** The share of a value's life that is left, with the number in it. Grey when the value is over. */
export function Ring({
  expiry,
  over,
}: {
  expiry: Pick<Expiry, 'remainingSeconds' | 'lifetimeSeconds'>;
  over: boolean;
}): JSX.Element {
  const seconds = steady(expiry.remainingSeconds);
  const share = Math.min(1, expiry.lifetimeSeconds ? seconds / expiry.lifetimeSeconds : 0);
  const { short, words } = shortTime(seconds);
  return (
    <span
      class="pg-ring"
      data-low={(!over && share < 0.2) || undefined}
      data-over={over || undefined}
    >
      <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true" focusable="false">
        <circle class="pg-ring-rest" cx="15" cy="15" r={radius} />
        <circle
          class="pg-ring-left"
          cx="15"
          cy="15"
          r={radius}
          stroke-dasharray={`${(share * length).toFixed(1)} ${length.toFixed(1)}`}
          transform="rotate(-90 15 15)"
        />
      </svg>
      <span class="pg-ring-number" data-long={short.length > 2 || undefined} aria-hidden="true">
        {short}
      </span>
      <span class="sr-only">{over ? `Had ${words} left.` : `${words} left.`}</span>
    </span>
  );
}

import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { sliceSize } from '#islands/sandbox-events/backlog.ts';

/** The one line under which older requests are folded away, with the button that opens them. */
export function EarlierRequests({
  count,
  show,
  say,
  onEmpty,
}: {
  count: number;
  show: () => Promise<number | undefined>;
  say: (words: string) => void;
  /** All are shown, and the button is gone: where the reader goes on. */
  onEmpty: () => void;
}): JSX.Element | null {
  const isBusy = useRef(false);
  if (count === 0) return null;
  const next = Math.min(count, sliceSize);

  async function press(): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    const shown = await show();
    isBusy.current = false;
    if (shown === undefined) say('The sandbox gave no answer.');
    else say(shown === 1 ? '1 earlier request is shown.' : `${shown} earlier requests are shown.`);
    // Once they are drawn.
    if (next === count) requestAnimationFrame(onEmpty);
  }

  return (
    <p class="pg-earlier">
      <span class="pg-figures">
        {count === 1 ? '1 earlier request' : `${count} earlier requests`}
      </span>
      <button type="button" class="pg-button pg-button-small" onClick={() => void press()}>
        Show {next} earlier
      </button>
    </p>
  );
}

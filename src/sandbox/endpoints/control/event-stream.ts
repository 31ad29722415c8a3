import { nextTurn, textsOf } from '../../log/event-text.ts';
import type { EventFilter } from '../../store/event-log.ts';
import type { Store } from '../../store/store.ts';

/** Proxies and browsers drop a stream that says nothing for a minute. */
const keepaliveMs = 15_000;
/** Events that are handed out in one piece: a slow reader holds up no more than this. */
const most = 25;

const encoder = new TextEncoder();

/**
 * The events of one app, or of all, as server-sent events, those after `sequence` first and
 * then each as it comes. The stream keeps its own place in the log and reads on
 * from there, so none is lost or repeated however slow the reader is. What is
 * no longer kept is announced by an event named `gap`.
 *
 * @param filter without an app: all apps, and requests that named none
 * @param sequence the last event that the reader has; 0 for none
 * @param ended called once, when nobody reads any more
 */
export function eventStream(
  { events: log }: Pick<Store, 'events'>,
  filter: EventFilter,
  sequence: number,
  ended: () => void = () => undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let place = sequence;
  let fresh = true;
  let wake: (() => void) | undefined;
  let stop: (() => void) | undefined;
  let isOver = false;

  async function news(): Promise<string> {
    fresh = false;
    const { events, gap } = await log.after(filter, place, most);
    let text = gap ? 'event: gap\ndata: {}\n\n' : '';
    for await (const one of textsOf(events, () => isOver)) {
      text += `id: ${one.event.sequence}\nevent: exchange\ndata: ${one.text}\n\n`;
    }
    place = events.at(-1)?.sequence ?? place;
    if (events.length === most) {
      // There may be more: the next piece begins behind these. A reader who takes each at once
      // would otherwise have the whole log copied out in one turn.
      fresh = true;
      await nextTurn();
    }
    return text;
  }

  function somethingOrTimeout(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, keepaliveMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return new ReadableStream({
    start(controller) {
      stop = log.subscribe(filter.clientId, () => {
        fresh = true;
        wake?.();
      });
      controller.enqueue(encoder.encode('retry: 1000\n\n'));
    },
    async pull(controller) {
      let text = fresh ? await news() : '';
      if (text === '' && !isOver) {
        if (!fresh) await somethingOrTimeout();
        text = (fresh && !isOver ? await news() : '') || ': still here\n\n';
      }
      if (!isOver) controller.enqueue(encoder.encode(text));
    },
    cancel() {
      if (isOver) return;
      isOver = true;
      stop?.();
      wake?.();
      ended();
    },
  });
}

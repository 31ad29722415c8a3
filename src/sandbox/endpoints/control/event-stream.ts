import { type Masker, createMasker } from '#protocol/mask/mask.ts';
import type { Store, StoredEvent } from '../../store/store.ts';

/** Proxies and browsers drop a stream that says nothing for a minute. */
const keepaliveMs = 15_000;

const encoder = new TextEncoder();

function eventText({ sequence, exchange }: StoredEvent, masker: Masker): string {
  return `id: ${sequence}\nevent: exchange\ndata: ${JSON.stringify(masker.mask(exchange))}\n\n`;
}

/**
 * The events of one app, or of all, as server-sent events, those after `sequence` first and
 * then each as it comes. The stream keeps its own place in the log and reads on
 * from there, so none is lost or repeated however slow the reader is. What is
 * no longer kept is announced by an event named `gap`.
 *
 * @param clientId undefined for all apps, and for requests that named none
 * @param sequence the last event that the reader has; 0 for none
 */
export function eventStream(
  { events: log }: Pick<Store, 'events'>,
  clientId: string | undefined,
  sequence: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const after = (from: number) =>
    clientId === undefined ? log.afterInAll(from) : log.after(clientId, from);
  const subscribe = (listener: () => void) =>
    clientId === undefined ? log.subscribeToAll(listener) : log.subscribe(clientId, listener);
  const masker = createMasker();
  let place = sequence;
  let labelled = false;
  let fresh = true;
  let wake: (() => void) | undefined;
  let stop: (() => void) | undefined;
  let ended = false;

  /** What a reader had before a reconnect is masked again, so that labels go on as they were. */
  async function labelEarlier(): Promise<void> {
    if (labelled || place === 0) return;
    const { events } = await after(0);
    for (const event of events) if (event.sequence <= place) masker.mask(event.exchange);
  }

  async function news(): Promise<string> {
    fresh = false;
    await labelEarlier();
    labelled = true;
    const { events, gap } = await after(place);
    const announced = gap ? 'event: gap\ndata: {}\n\n' : '';
    place = events.at(-1)?.sequence ?? place;
    return announced + events.map((event) => eventText(event, masker)).join('');
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
      stop = subscribe(() => {
        fresh = true;
        wake?.();
      });
      controller.enqueue(encoder.encode('retry: 1000\n\n'));
    },
    async pull(controller) {
      let text = fresh ? await news() : '';
      if (text === '' && !ended) {
        if (!fresh) await somethingOrTimeout();
        text = (fresh && !ended ? await news() : '') || ': still here\n\n';
      }
      if (!ended) controller.enqueue(encoder.encode(text));
    },
    cancel() {
      ended = true;
      stop?.();
      wake?.();
    },
  });
}

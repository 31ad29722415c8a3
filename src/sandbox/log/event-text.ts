import type { StoredEvent } from '../store/event-log.ts';

/**
 * Octets of exchanges that are masked in one turn of the loop: a few ordinary exchanges, or one that
 * was made to cost time. Other requests go between two turns.
 */
const octetsInATurn = 4096;

/** Lets other requests through. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The masked texts of events, each once, made in slices that let other requests through. */
export async function* textsOf(
  events: readonly StoredEvent[],
  isOver: () => boolean = () => false,
): AsyncGenerator<{ event: StoredEvent; text: string }> {
  let octets = 0;
  for (const event of events) {
    for (const earlier of event.unmaskedBefore()) {
      octets += earlier.text().length;
      if (octets < octetsInATurn) continue;
      octets = 0;
      await nextTurn();
      if (isOver()) return;
    }
    if (isOver()) return;
    const wasMasked = event.isMasked();
    const text = event.text();
    yield { event, text };
    // What is masked already is only copied, which costs a hundredth.
    octets += wasMasked ? text.length / 100 : text.length;
    if (octets < octetsInATurn) continue;
    octets = 0;
    await nextTurn();
  }
}

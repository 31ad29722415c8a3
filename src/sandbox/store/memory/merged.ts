import type { EventRing, KeptEvent } from './event-ring.ts';

/** How far reading has come in one list. */
interface Cursor {
  ring: EventRing;
  index: number;
}

/** The list whose next event is the first, or the last, of all. */
function pick(cursors: readonly Cursor[], direction: 1 | -1): Cursor | undefined {
  let best: Cursor | undefined;
  let bestSequence = 0;
  for (const cursor of cursors) {
    const sequence = cursor.ring.at(cursor.index)?.sequence;
    if (sequence === undefined) continue;
    if (!best || (sequence - bestSequence) * direction < 0) {
      best = cursor;
      bestSequence = sequence;
    }
  }
  return best;
}

/** Events of several lists in one order, from a number on: one look at each list for each event. */
export function* forwards(rings: readonly EventRing[], after: number): Generator<KeptEvent> {
  const cursors = rings
    .map((ring) => ({ ring, index: ring.countBefore(after + 1) }))
    .filter(({ ring, index }) => index < ring.number);
  for (;;) {
    const cursor = pick(cursors, 1);
    const event = cursor?.ring.at(cursor.index);
    if (!cursor || !event) return;
    cursor.index += 1;
    yield event;
  }
}

/** The same, from before a number back to the first. */
export function* backwards(rings: readonly EventRing[], before: number): Generator<KeptEvent> {
  const cursors = rings.map((ring) => ({ ring, index: ring.countBefore(before) - 1 }));
  for (;;) {
    const cursor = pick(
      cursors.filter(({ index }) => index >= 0),
      -1,
    );
    const event = cursor?.ring.at(cursor.index);
    if (!cursor || !event) return;
    cursor.index -= 1;
    yield event;
  }
}

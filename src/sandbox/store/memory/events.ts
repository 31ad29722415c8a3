import { createMasker } from '#protocol/mask/mask.ts';
import { type Amount, eventsInAll, eventsOfStrangers, eventsPerApp } from '../../limits.ts';
import { type EventFilter, type EventLog, type StoredEvent, isWanted } from '../event-log.ts';
import { createListeners } from '../listeners.ts';
import { type Usage, isBeyond } from '../usage.ts';
import { EventRing, KeptEvent } from './event-ring.ts';
import { backwards, forwards } from './merged.ts';

/**
 * The event log: what reached the sandbox, by the app it named, and what strangers' pages sent in a
 * list of its own.
 *
 * @param firstSequence what numbers count on from: a log that is made again after a restart
 *   begins above the numbers of the one before, so that a stream resumes rightly over it
 */
export function createEventLog(firstSequence = 0) {
  const rings = new Map<string, EventRing>();
  const total: Amount = { octets: 0, number: 0 };
  let strangers = newRing(false);
  const listeners = createListeners();
  const masker = createMasker();
  // One number for all apps; a reset does not begin it again, so a stream can resume over one.
  let sequence = firstSequence;
  // The last event before a reset or a restart; whoever saw an earlier one has missed what was dropped.
  let firstKept = firstSequence;

  function largest(): EventRing {
    let most = strangers;
    for (const ring of rings.values()) if (ring.octets > most.octets) most = ring;
    return most;
  }

  function bound(ring: EventRing): void {
    const own = ring === strangers ? eventsOfStrangers : eventsPerApp;
    while (ring.number > 0 && isBeyond(ring, own)) ring.dropOldest();
    while (isBeyond(total, eventsInAll)) largest().dropOldest();
  }

  /** What strangers send teaches nothing, so theirs are masked as they are read. */
  function newRing(inOrder: boolean): EventRing {
    return new EventRing(total, bound, inOrder);
  }

  const ringsOf = ({ clientId, withoutStrangers }: EventFilter): EventRing[] => {
    const own = clientId === undefined ? [...rings.values()] : [rings.get(clientId)];
    return [...own, withoutStrangers ? undefined : strangers].filter((ring) => ring !== undefined);
  };

  /** The number of the last event that was dropped of those that are told. */
  function lastDropped(filter: EventFilter): number {
    let last = 0;
    for (const ring of ringsOf(filter)) {
      for (const [clientId, dropped] of ring.dropped) {
        if (filter.clientId === undefined || filter.clientId === clientId) {
          last = Math.max(last, dropped);
        }
      }
    }
    return last;
  }

  const verbs: EventLog = {
    append: async (clientId, make, about) => {
      sequence += 1;
      let ring = about.caller === 'stranger' ? strangers : rings.get(clientId);
      if (!ring) rings.set(clientId, (ring = newRing(true)));
      const event = new KeptEvent({ sequence, clientId, make, about }, { masker, ring });
      ring.push(event);
      listeners.emit(clientId);
    },
    after: async (filter, from, most = Infinity) => {
      const place = from > sequence ? 0 : from;
      const events: StoredEvent[] = [];
      for (const event of forwards(ringsOf(filter), place)) {
        if (events.length >= most) break;
        if (isWanted(event, filter)) events.push(event);
      }
      const missed = from < firstKept || from > sequence || from < lastDropped(filter);
      return { events, gap: from > 0 && missed };
    },
    last: async (filter, most, before = Infinity) => {
      const events: StoredEvent[] = [];
      let earlier = 0;
      for (const event of backwards(ringsOf(filter), before)) {
        if (!isWanted(event, filter)) continue;
        if (events.length < most) events.push(event);
        else earlier += 1;
      }
      return { events: events.reverse(), earlier, end: sequence };
    },
    // Asked for by a reader, one at a time; an index would cost every request.
    find: async (id) => {
      for (const event of backwards(ringsOf({}), Infinity)) if (event.id === id) return event;
      return undefined;
    },
    subscribe: listeners.add,
  };
  return {
    verbs,
    usage: (): Usage[] => [
      { name: 'events', used: { ...total }, of: eventsInAll },
      {
        name: 'events-of-strangers',
        used: { octets: strangers.octets, number: strangers.number },
        of: eventsOfStrangers,
      },
    ],
    removeApp: (clientId: string) => {
      for (const ring of [rings.get(clientId), strangers]) ring?.remove(clientId);
      rings.delete(clientId);
    },
    clear: () => {
      rings.clear();
      total.octets = 0;
      total.number = 0;
      strangers = newRing(false);
      firstKept = sequence;
    },
  };
}

import type { Backlog, News, SandboxEvents, Wanted } from '../sandbox-events.ts';
import type { Since } from '../request-list.ts';
import { event } from './fake-browser.ts';

/** The events client under a test's hand. */
export function fakeEvents() {
  const listenings = new Set<{ listener: (news: News) => void; wanted: Wanted }>();
  const older: (Backlog | undefined)[] = [];
  const asked: string[] = [];
  const events: SandboxEvents = {
    listen: (listener, wanted = {}) => {
      const listening = { listener, wanted };
      listenings.add(listening);
      return () => listenings.delete(listening);
    },
    before: (id) => {
      asked.push(id);
      return Promise.resolve(older.shift());
    },
    retryNow: () => undefined,
  };
  return {
    events,
    tell: (news: News) => listenings.forEach(({ listener }) => listener(news)),
    /** What is wanted by those that listen now. */
    wanted: () => [...listenings].map(({ wanted }) => wanted),
    /** The next answers to `before`, and the events that were named. */
    older,
    asked,
  };
}

/** A backlog of events by number; all before the first are kept too. */
export const backlogOf = (first: number, last: number): Backlog => ({
  events: Array.from({ length: last - first + 1 }, (_, index) => event(first + index)),
  lastEventId: String(last),
  earlier: first - 1,
});

/** Where a tab keeps since when it lists. */
export function fakeSince(kept?: string): Since & { kept: () => string | undefined } {
  return { read: () => kept, write: (next) => void (kept = next), kept: () => kept };
}

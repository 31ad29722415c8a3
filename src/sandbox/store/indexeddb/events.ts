import { copyText, octetsOf } from '#protocol/text/copy-text.ts';
import { eventsInAll, eventsOfStrangers, eventsPerApp } from '../../limits.ts';
import type { EventFilter, EventLog, StoredEvent } from '../event-log.ts';
import { createListeners } from '../listeners.ts';
import { type Usage, isBeyond } from '../usage.ts';
import { type CountingTransaction, count, largestShare, readCount } from './counts.ts';
import type { Connection } from './database.ts';
import type { LogKey, Schema } from './layout.ts';
import { createLogMasker } from './log-masker.ts';
import { eventSchema, readStored } from './schemas.ts';

/** What a row costs beside its text. */
const overhead = 300;
/** How many rows are read in one go. */
const slice = 100;

type Row = Schema['events']['value'];

const strangers = 'strangers';
const shareOf = ({ clientId, caller }: Pick<Row, 'clientId' | 'caller'>): string =>
  caller === 'stranger' ? strangers : `app ${clientId}`;

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Every event of an app from one number to another, both left out. */
const between = (clientId: string, after: number, before: number) =>
  IDBKeyRange.bound([clientId, after], [clientId, before], true, true);
/** Where it stands what is no longer kept of what is asked for. */
const logsOf = ({ clientId, withoutStrangers }: EventFilter): IDBKeyRange[] =>
  (withoutStrangers ? ['told'] : ['told', 'strangers']).map((who) =>
    clientId === undefined
      ? IDBKeyRange.bound([who], [who, []])
      : IDBKeyRange.only([who, clientId]),
  );
const ofShare = (share: string, before = Infinity) =>
  IDBKeyRange.bound([share, -1], [share, before], true, true);

async function drop(transaction: CountingTransaction, row: Row): Promise<void> {
  const { clientId, sequence, octets, share } = row;
  const log: LogKey = [share === strangers ? 'strangers' : 'told', clientId];
  await transaction.objectStore('events').delete([clientId, sequence]);
  await transaction.objectStore('logs').put({ dropped: sequence }, log);
  await count(transaction, ['events'], { octets: -octets, number: -1 });
  await count(transaction, ['events', share], { octets: -octets, number: -1 });
}

/** Drops the oldest of a share while it holds too much, then the oldest of the largest share. */
async function bound(transaction: CountingTransaction, share: string): Promise<void> {
  const counts = transaction.objectStore('counts');
  const oldest = (of: string) =>
    transaction.objectStore('events').index('byShare').get(ofShare(of));
  const own = share === strangers ? eventsOfStrangers : eventsPerApp;
  while (isBeyond(readCount(await counts.get(['events', share])), own)) {
    const row = await oldest(share);
    if (!row) break;
    await drop(transaction, row);
  }
  while (isBeyond(readCount(await counts.get(['events'])), eventsInAll)) {
    const largest = await largestShare(transaction, 'events');
    const row = largest === undefined ? undefined : await oldest(largest);
    if (!row) break;
    await drop(transaction, row);
  }
}

/** Part of a transaction that removes an app. */
export async function removeEventsOf(
  transaction: CountingTransaction,
  clientId: string,
): Promise<void> {
  const events = transaction.objectStore('events');
  for (const { sequence, octets, share } of await events.getAll(between(clientId, -1, Infinity))) {
    await events.delete([clientId, sequence]);
    await count(transaction, ['events'], { octets: -octets, number: -1 });
    await count(transaction, ['events', share], { octets: -octets, number: -1 });
  }
  for (const range of logsOf({ clientId })) await transaction.objectStore('logs').delete(range);
}

function storedEvent(row: Row | undefined): StoredEvent | undefined {
  const event = readStored(eventSchema, row);
  return (
    event && { ...event, isMasked: () => true, unmaskedBefore: () => [], text: () => event.text }
  );
}
const isStored = (event: StoredEvent | undefined): event is StoredEvent => event !== undefined;

/**
 * The event log. Who listens is known to this worker alone: it answers every
 * request, so it hears of every event; a stopped one has no listeners left.
 */
export function createEventLog(connection: Connection) {
  const { run } = connection;
  const listeners = createListeners();
  const masker = createLogMasker(connection);

  const verbs: EventLog = {
    append: async (clientId, make, { id, caller }) => {
      // A worker may be stopped before anybody reads, and would have to keep the secrets till then.
      const text = JSON.stringify((await masker.ready()).mask(make()));
      const share = shareOf({ clientId, caller });
      const octets = octetsOf(text) + overhead;
      await run(async (database) => {
        const stores = ['settings', 'events', 'logs', 'counts', 'labels'] as const;
        const transaction = database.transaction(stores, 'readwrite');
        const settings = transaction.objectStore('settings');
        // One number for all apps; a reset does not begin it again, so a stream can resume over one.
        const sequence = number(await settings.get('sequence')) + 1;
        await settings.put(sequence, 'sequence');
        const row = { sequence, clientId, id: copyText(id), caller, share, octets, text };
        await transaction.objectStore('events').add(row);
        await count(transaction, ['events'], { octets, number: 1 });
        await count(transaction, ['events', share], { octets, number: 1 });
        await bound(transaction, share);
        await masker.save(transaction);
        await transaction.done;
      });
      listeners.emit(clientId);
    },

    after: (filter, from, most = Infinity) =>
      run(async (database) => {
        const transaction = database.transaction(['settings', 'events', 'logs']);
        const settings = transaction.objectStore('settings');
        const events = transaction.objectStore('events');
        const logs = transaction.objectStore('logs');
        const sequence = number(await settings.get('sequence'));
        const firstKept = number(await settings.get('firstKept'));
        // A number that this log never gave is of a log before it: all that is kept is news.
        let place = from > sequence ? 0 : from;
        const rows: Row[] = [];
        for (;;) {
          const wanted = Math.min(slice, most - rows.length);
          const found =
            filter.clientId === undefined
              ? await events.index('bySequence').getAll(IDBKeyRange.lowerBound(place, true), wanted)
              : await events.getAll(between(filter.clientId, place, Infinity), wanted);
          rows.push(...found.filter((row) => isWanted(row, filter)));
          place = found.at(-1)?.sequence ?? place;
          if (found.length < wanted || rows.length >= most) break;
        }
        const about = await Promise.all(logsOf(filter).map((range) => logs.getAll(range)));
        const missed =
          from > sequence || from < firstKept || about.flat().some(({ dropped }) => from < dropped);
        return { events: rows.map(storedEvent).filter(isStored), gap: from > 0 && missed };
      }),

    last: (filter, most, before = Infinity) =>
      run(async (database) => {
        const transaction = database.transaction(['settings', 'events']);
        const events = transaction.objectStore('events');
        const { clientId, withoutStrangers } = filter;
        const keys =
          clientId === undefined
            ? await events.index('bySequence').getAllKeys(IDBKeyRange.upperBound(before, true))
            : await events.getAllKeys(between(clientId, -1, before));
        // Strangers are few: their keys are known without reading their rows.
        const left = new Set(
          withoutStrangers
            ? (await events.index('byShare').getAllKeys(ofShare(strangers))).map(([, one]) => one)
            : [],
        );
        const wanted = keys.filter(([, sequence]) => !left.has(sequence));
        const rows = await Promise.all(wanted.slice(-most).map((key) => events.get(key)));
        const earlier = Math.max(0, wanted.length - most);
        const end = number(await transaction.objectStore('settings').get('sequence'));
        return { events: rows.map(storedEvent).filter(isStored), earlier, end };
      }),

    find: (id) =>
      run(async (database) => storedEvent(await database.getFromIndex('events', 'byId', id))),
    subscribe: listeners.add,
  };

  return {
    verbs,
    usage: () =>
      run(async (database): Promise<Usage[]> => [
        {
          name: 'events',
          used: readCount(await database.get('counts', ['events'])),
          of: eventsInAll,
        },
        {
          name: 'events-of-strangers',
          used: readCount(await database.get('counts', ['events', strangers])),
          of: eventsOfStrangers,
        },
      ]),
  };
}

const isWanted = ({ caller }: Row, { withoutStrangers }: EventFilter): boolean =>
  !(withoutStrangers && caller === 'stranger');

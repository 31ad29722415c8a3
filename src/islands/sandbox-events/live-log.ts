import type { Exchange } from '#protocol/exchange.ts';
import { sliceSize } from './backlog.ts';
import { isAfter } from './is-after.ts';
import type { Backlog, SandboxEvent } from './news.ts';

/** A row of the list: a request under the sandbox's number, or a place where some are missing. */
export type LogRow =
  { kind: 'exchange'; id: string; event: string; exchange: Exchange } | { kind: 'gap'; id: string };

/** The list of requests as a page shows it. Paused, it stands still, and what comes waits. */
export interface LiveLog {
  /** All that the page has, oldest first. */
  rows: readonly LogRow[];
  /** How many of them came before the list began. */
  past: number;
  /** How many older ones the sandbox keeps besides. */
  earlier: number;
  /** The newest so many are drawn. */
  most: number;
  /** Whether those from before the list began are drawn too. */
  opened: boolean;
  waiting: readonly LogRow[];
  paused: boolean;
}

export const emptyLog: LiveLog = {
  rows: [],
  past: 0,
  earlier: 0,
  most: sliceSize,
  opened: false,
  waiting: [],
  paused: false,
};

/** The newest this many are kept on a page, and more only where the reader asked for older ones. */
const mostRows = 500;

const rowOf = ({ id, exchange }: SandboxEvent): LogRow => ({
  kind: 'exchange',
  id: exchange.id,
  event: id,
  exchange,
});

const requestsIn = (rows: readonly LogRow[]): number =>
  rows.filter(({ kind }) => kind === 'exchange').length;

/** Rows at the end; the sandbox keeps what falls off at the beginning. */
function append(log: LiveLog, added: readonly LogRow[]): LiveLog {
  const rows = [...log.rows, ...added];
  const dropped = Math.max(0, rows.length - Math.max(mostRows, log.most));
  return {
    ...log,
    rows: rows.slice(dropped),
    past: Math.max(0, log.past - dropped),
    earlier: log.earlier + requestsIn(rows.slice(0, dropped)),
  };
}

/**
 * A list that begins with what was there.
 *
 * @param since the event after which the list began; undefined where it begins now
 */
export function beginLog(log: LiveLog, backlog: Backlog, since: string | undefined): LiveLog {
  const known = new Map([...log.rows, ...log.waiting].map((row) => [row.id, row]));
  // The same row object for the same request: what is drawn of it stays.
  const rows = backlog.events.map((event) => known.get(event.exchange.id) ?? rowOf(event));
  const began = since === undefined ? -1 : backlog.events.findIndex(({ id }) => isAfter(id, since));
  return {
    ...emptyLog,
    rows,
    past: began < 0 ? rows.length : began,
    earlier: backlog.earlier,
    paused: log.paused,
  };
}

function take(log: LiveLog, rows: readonly LogRow[]): LiveLog {
  return log.paused
    ? { ...log, waiting: [...log.waiting, ...rows].slice(-mostRows) }
    : append(log, rows);
}

/** The list with what came, however many it is. */
export function takeEvents(log: LiveLog, events: readonly SandboxEvent[]): LiveLog {
  return take(log, events.map(rowOf));
}

/** The list with a place where some are missing. */
export function takeGap(log: LiveLog): LiveLog {
  const before = log.waiting.at(-1) ?? sinceBegan(log).at(-1);
  // Before the first row nothing is missed that was ever seen, and two gaps in a row are one.
  if (!before || before.kind === 'gap') return log;
  return take(log, [{ kind: 'gap', id: `gap-${before.id}` }]);
}

/** The list with older requests before its first: they came before it began. */
export function takeEarlier(log: LiveLog, { events, earlier }: Backlog): LiveLog {
  const known = new Set(log.rows.map(({ id }) => id));
  const older = events.filter(({ exchange }) => !known.has(exchange.id)).map(rowOf);
  return { ...log, rows: [...older, ...log.rows], past: log.past + older.length, earlier };
}

const firstDrawn = ({ rows, past, most, opened }: LiveLog): number =>
  Math.max(rows.length - most, opened ? 0 : past, 0);

/** What is drawn. */
export function drawnOf(log: LiveLog): readonly LogRow[] {
  return log.rows.slice(firstDrawn(log));
}

/** How many requests are folded away before the first that is drawn. */
export function foldedIn(log: LiveLog): number {
  return log.earlier + requestsIn(log.rows.slice(0, firstDrawn(log)));
}

/** What came since the list began. */
export function sinceBegan({ rows, past }: LiveLog): readonly LogRow[] {
  return rows.slice(past);
}

/** Draws fifty more, as far as the page has them. */
export function openEarlier(log: LiveLog): LiveLog {
  return { ...log, opened: true, most: log.rows.length - firstDrawn(log) + sliceSize };
}

export function pauseLog(log: LiveLog): LiveLog {
  return { ...log, paused: true };
}

/** Goes on with what came in the meantime. */
export function followLog(log: LiveLog): LiveLog {
  return append({ ...log, waiting: [], paused: false }, log.waiting);
}

/** Begins the list on the page anew: what was drawn is folded away, and the sandbox keeps it. */
export function clearLog(log: LiveLog): LiveLog {
  const { paused } = log;
  const all = append(log, log.waiting);
  return { ...emptyLog, rows: all.rows, past: all.rows.length, earlier: all.earlier, paused };
}

import type { Exchange } from '#protocol/exchange.ts';
import type { News } from './news.ts';

/** A row of the list: a request, or a place where some are missing. */
export type LogRow =
  { kind: 'exchange'; id: string; exchange: Exchange } | { kind: 'gap'; id: string };

/** The list of requests as a page shows it. Paused, it stands still, and what comes waits. */
export interface LiveLog {
  rows: readonly LogRow[];
  waiting: readonly LogRow[];
  paused: boolean;
}

export const emptyLog: LiveLog = { rows: [], waiting: [], paused: false };

/** The newest this many; a page that shows more helps nobody. */
const mostRows = 500;

function rowOf(news: News, log: LiveLog): LogRow | undefined {
  if (news.kind === 'event') {
    return { kind: 'exchange', id: news.event.exchange.id, exchange: news.event.exchange };
  }
  if (news.kind !== 'gap') return undefined;
  const before = [...log.rows, ...log.waiting].at(-1);
  // Before the first row nothing is missed that was ever seen, and two gaps in a row are one.
  return before && before.kind !== 'gap' ? { kind: 'gap', id: `gap-${before.id}` } : undefined;
}

/** The list with one more piece of news. */
export function takeNews(log: LiveLog, news: News): LiveLog {
  const row = rowOf(news, log);
  if (!row) return log;
  return log.paused
    ? { ...log, waiting: [...log.waiting, row].slice(-mostRows) }
    : { ...log, rows: [...log.rows, row].slice(-mostRows) };
}

export function pauseLog(log: LiveLog): LiveLog {
  return { ...log, paused: true };
}

/** Goes on with what came in the meantime. */
export function followLog(log: LiveLog): LiveLog {
  return { rows: [...log.rows, ...log.waiting].slice(-mostRows), waiting: [], paused: false };
}

/** Empties the list on the page; the sandbox keeps what it has. */
export function clearLog(log: LiveLog): LiveLog {
  return { ...log, rows: [], waiting: [] };
}

/** Whether a row belongs to one app; a gap may concern any. */
export function isOfApp(row: LogRow, clientId: string): boolean {
  return row.kind === 'gap' || row.exchange.clientId === clientId;
}

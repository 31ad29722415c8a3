import { describe, expect, it } from 'vitest';
import { clearLog, emptyLog, followLog, isOfApp, pauseLog, takeNews } from './live-log.ts';
import type { LiveLog } from './live-log.ts';
import { exchange } from './testing/fake-browser.ts';

const event = (id: number) =>
  ({ kind: 'event', event: { id: String(id), exchange: exchange(id) } }) as const;
const ids = (log: LiveLog) => log.rows.map(({ id }) => id);

describe('the live list', () => {
  it('grows at its end', () => {
    const log = [event(1), event(2)].reduce(takeNews, emptyLog);
    expect(ids(log)).toEqual(['exchange-1', 'exchange-2']);
  });

  it('stands still while it is paused, counts what waits, and goes on with it', () => {
    const paused = [event(2), event(3)].reduce(takeNews, pauseLog(takeNews(emptyLog, event(1))));
    expect(ids(paused)).toEqual(['exchange-1']);
    expect(paused.waiting).toHaveLength(2);
    const on = followLog(paused);
    expect(ids(on)).toEqual(['exchange-1', 'exchange-2', 'exchange-3']);
    expect(on).toMatchObject({ waiting: [], paused: false });
  });

  it('shows a gap where one is, once, and never before the first row', () => {
    const gap = { kind: 'gap' } as const;
    const log = [gap, event(1), gap, gap, event(2)].reduce(takeNews, emptyLog);
    expect(log.rows.map(({ kind }) => kind)).toEqual(['exchange', 'gap', 'exchange']);
  });

  it('keeps the newest five hundred', () => {
    const many = Array.from({ length: 503 }, (_, index) => event(index));
    const log = many.reduce(takeNews, emptyLog);
    expect(log.rows).toHaveLength(500);
    expect(ids(log)[0]).toBe('exchange-3');
  });

  it('is emptied on the page, paused or not', () => {
    const log = clearLog(takeNews(pauseLog(takeNews(emptyLog, event(1))), event(2)));
    expect(log).toEqual({ rows: [], waiting: [], paused: true });
  });

  it('knows whose row is whose; a gap may be anybody’s', () => {
    const log = [event(1), { kind: 'gap' } as const].reduce(takeNews, emptyLog);
    expect(log.rows.map((row) => isOfApp(row, 'another'))).toEqual([false, true]);
    expect(log.rows.map((row) => isOfApp(row, 'an-app'))).toEqual([true, true]);
  });

  it('takes no row from a state', () => {
    expect(takeNews(emptyLog, { kind: 'state', state: { kind: 'open' } })).toBe(emptyLog);
  });
});

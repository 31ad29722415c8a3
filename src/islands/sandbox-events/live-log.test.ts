import { describe, expect, it } from 'vitest';
import {
  beginLog,
  clearLog,
  drawnOf,
  emptyLog,
  foldedIn,
  followLog,
  openEarlier,
  pauseLog,
  sinceBegan,
  takeEarlier,
  takeEvents,
  takeGap,
} from './live-log.ts';
import type { LogRow } from './live-log.ts';
import { event } from './testing/fake-browser.ts';

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => event(first + index));
const backlog = (first: number, last: number) => ({
  events: range(first, last),
  lastEventId: String(last),
  earlier: first - 1,
});
const ids = (rows: readonly LogRow[]) =>
  rows.map((row) => (row.kind === 'exchange' ? Number(row.event) : row.kind));
const log = (first: number, last: number) => takeEvents(emptyLog, range(first, last));

describe('the live list', () => {
  it('grows at its end, and every row of before is the same row', () => {
    const before = log(1, 1);
    const after = takeEvents(before, range(2, 3));
    expect(ids(drawnOf(after))).toEqual([1, 2, 3]);
    expect(drawnOf(after)[0]).toBe(drawnOf(before)[0]);
  });

  it('stands still while it is paused, keeps what waits, and goes on with it', () => {
    const paused = takeEvents(pauseLog(log(1, 1)), range(2, 3));
    expect(ids(drawnOf(paused))).toEqual([1]);
    expect(paused.waiting).toHaveLength(2);
    const on = followLog(paused);
    expect(ids(drawnOf(on))).toEqual([1, 2, 3]);
    expect(on).toMatchObject({ waiting: [], paused: false });
  });

  it('shows a gap where one is, once, and never before the first row', () => {
    const gapped = takeEvents(
      takeGap(takeGap(takeEvents(takeGap(emptyLog), range(1, 1)))),
      range(2, 2),
    );
    expect(ids(drawnOf(gapped))).toEqual([1, 'gap', 2]);
    expect(takeGap(beginLog(emptyLog, backlog(1, 5), undefined)).rows).toHaveLength(5);
  });

  it('draws fifty of a thousand, and fifty more each time', () => {
    const whole = beginLog(emptyLog, { ...backlog(1, 1000), earlier: 0 }, '0');
    expect(ids(drawnOf(whole))).toEqual(range(951, 1000).map(({ id }) => Number(id)));
    expect(foldedIn(whole)).toBe(950);
    const more = openEarlier(whole);
    expect(drawnOf(more)).toHaveLength(100);
    expect(foldedIn(more)).toBe(900);
  });

  it('draws the same number when one comes, and keeps the newest five hundred', () => {
    const many = log(1, 503);
    expect(many.rows).toHaveLength(500);
    const [one, next] = [many, takeEvents(many, range(504, 504))];
    expect(drawnOf(next)).toHaveLength(50);
    expect(drawnOf(next).filter((row) => !drawnOf(one).includes(row))).toHaveLength(1);
    expect(foldedIn(next)).toBe(454);
  });

  it('folds away what was there before it began, until it is opened', () => {
    const begun = beginLog(emptyLog, backlog(71, 120), undefined);
    expect([drawnOf(begun), foldedIn(begun)]).toEqual([[], 120]);
    const more = takeEvents(begun, range(121, 122));
    expect([ids(drawnOf(more)), foldedIn(more)]).toEqual([[121, 122], 120]);
    const opened = openEarlier(more);
    expect([drawnOf(opened).length, foldedIn(opened)]).toEqual([52, 70]);
    expect(ids(sinceBegan(opened))).toEqual([121, 122]);
    const older = takeEarlier(openEarlier(opened), backlog(21, 70));
    expect([drawnOf(older).length, foldedIn(older)]).toEqual([102, 20]);
    expect(ids(sinceBegan(older))).toEqual([121, 122]);
  });

  it('goes on after a reload with what came since it began', () => {
    expect(ids(drawnOf(beginLog(emptyLog, backlog(1, 8), '5')))).toEqual([6, 7, 8]);
    expect(drawnOf(beginLog(emptyLog, backlog(1, 8), '8'))).toEqual([]);
  });

  it('begun anew keeps the rows that it had', () => {
    const before = beginLog(emptyLog, backlog(1, 8), '5');
    const again = beginLog(before, backlog(1, 9), '5');
    expect(drawnOf(again).slice(0, 3)).toEqual(drawnOf(before));
    expect(drawnOf(again)[0]).toBe(drawnOf(before)[0]);
  });

  it('is emptied on the page, paused or not: the sandbox keeps what was in it', () => {
    const cleared = clearLog(takeEvents(pauseLog(log(1, 1)), range(2, 2)));
    expect(cleared).toMatchObject({ waiting: [], paused: true, opened: false });
    expect([drawnOf(cleared), sinceBegan(cleared), foldedIn(cleared)]).toEqual([[], [], 2]);
  });
});

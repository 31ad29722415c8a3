import { effect } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { LogRow } from './live-log.ts';
import { createRequestList } from './request-list.ts';
import { event } from './testing/fake-browser.ts';
import { backlogOf, fakeEvents, fakeSince } from './testing/fake-events.ts';

const ids = (rows: readonly LogRow[]) =>
  rows.map((row) => (row.kind === 'exchange' ? Number(row.event) : row.kind));

function listing(kept?: string) {
  const fake = fakeEvents();
  const since = fakeSince(kept);
  const heard: string[] = [];
  const list = createRequestList(fake.events, since, ({ kind }) => void heard.push(kind));
  list.listen({});
  return { ...fake, since, heard, list };
}

describe('the list of a page', () => {
  it('takes a batch with one update, and folds away what was there', () => {
    const { list, tell, since } = listing();
    let updates = 0;
    effect(() => {
      updates += list.drawn.value.length + 1 > 0 ? 1 : 0;
    });
    tell({ kind: 'backlog', ...backlogOf(71, 120) });
    expect(updates).toBe(2);
    expect([list.rows.value, list.folded.value, since.kept()]).toEqual([[], 120, '120']);
    tell({ kind: 'events', events: backlogOf(121, 150).events });
    expect(updates).toBe(3);
    expect(list.drawn.value).toHaveLength(30);
  });

  it('goes on after a reload, and asks back to where it began', async () => {
    const { list, tell, older, asked, heard } = listing('40');
    older.push(backlogOf(21, 70));
    tell({ kind: 'backlog', ...backlogOf(71, 120) });
    tell({ kind: 'events', events: [event(121)] });
    await vi.waitFor(() => expect(heard).toContain('backlog'));
    expect(asked).toEqual(['71']);
    expect(ids(list.rows.value)).toEqual(Array.from({ length: 81 }, (_, at) => 41 + at));
    expect([list.drawn.value.length, list.folded.value]).toEqual([50, 71]);
  });

  it('of a sandbox that was started again holds all that is there', () => {
    const { list, tell, since } = listing('400');
    tell({ kind: 'backlog', ...backlogOf(1, 3) });
    expect(ids(list.rows.value)).toEqual([1, 2, 3]);
    expect(since.kept()).toBe('0');
  });

  it('shows fifty earlier ones, those that it has and then those that it asks for', async () => {
    const { list, tell, older, asked } = listing();
    tell({ kind: 'backlog', ...backlogOf(71, 120) });
    expect(await list.showEarlier()).toBe(50);
    expect([asked, list.folded.value]).toEqual([[], 70]);
    expect(await list.showEarlier()).toBeUndefined();
    older.push(backlogOf(21, 70));
    expect(await list.showEarlier()).toBe(50);
    expect([asked, list.folded.value]).toEqual([['71', '71'], 20]);
    expect(ids(list.drawn.value)[0]).toBe(21);
    expect(list.rows.value).toEqual([]);
  });

  it('cleared, begins anew, and a reload does not bring it back', () => {
    const { list, tell, since } = listing('0');
    tell({ kind: 'backlog', ...backlogOf(1, 8) });
    tell({ kind: 'events', events: [event(9)] });
    list.clear();
    expect([list.drawn.value, list.folded.value, since.kept()]).toEqual([[], 9, '9']);
  });

  it('lists others in place of those of before, and stays paused', () => {
    const { list, tell, wanted } = listing();
    tell({ kind: 'backlog', ...backlogOf(1, 8) });
    list.pause();
    list.listen({ clientId: 'another' });
    expect(wanted()).toEqual([{ clientId: 'another' }]);
    tell({ kind: 'backlog', ...backlogOf(1, 9) });
    expect([ids(list.rows.value), list.paused.value]).toEqual([[9], true]);
  });
});

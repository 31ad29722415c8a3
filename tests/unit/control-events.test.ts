import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exchange, exchangeSchema } from '#protocol/exchange.ts';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import type { Store } from '#sandbox/store/store.ts';
import { readEvents } from '../support/event-reader.ts';

const store = createMemoryStore();
const clientId = 'sandbox-browser';
let server: RunningServer;
let url: string;

beforeAll(async () => {
  server = await startServer({ port: 0, store });
  url = `${server.origin}/sandbox/api/events?clientId=${clientId}`;
  await fetch(`${server.origin}/restapi`);
});
afterAll(() => server.close());

function exchange(id: number): Exchange {
  return {
    id: String(id),
    from: 'app',
    to: 'authorization-server',
    clientId,
    startedAt: 0,
    request: {
      method: 'POST',
      url: `${server.origin}/restapi/oauth/token`,
      headers: [],
      body: `grant_type=refresh_token&refresh_token=the-live-refresh-token-${id % 2}`,
    },
  };
}

const appendTo = (log: Store, to: string, id: number) =>
  log.events.append(to, () => exchange(id), { id: String(id), caller: 'program', octets: 500 });
const append = async (from: number, to: number) => {
  for (let id = from; id <= to; id += 1) await appendTo(store, clientId, id);
};
const ids = (events: { data: string }[]) =>
  events.map(({ data }) => exchangeSchema.parse(JSON.parse(data)).id);

describe('the event stream', () => {
  it('tells what is kept, then what comes, in order, with secrets masked', async () => {
    await append(1, 3);
    const reading = readEvents(url, 5);
    await append(4, 5);
    const events = await reading;
    expect(ids(events)).toEqual(['1', '2', '3', '4', '5']);
    expect(events.every(({ name }) => name === 'exchange')).toBe(true);
    const text = JSON.stringify(events);
    expect(text).not.toContain('the-live-refresh-token');
    expect(text).toContain('refresh_token=masked-refresh_token-1-24chars');
    expect(text).toContain('refresh_token=masked-refresh_token-2-24chars');
  });

  it('resumes by Last-Event-ID and by lastEventId without loss or repeat, labels unchanged', async () => {
    const all = await readEvents(url, 5);
    const third = all[2]?.id ?? '';
    expect(await readEvents(url, 2, { 'last-event-id': third })).toEqual(all.slice(3));
    expect(await readEvents(`${url}&lastEventId=${third}`, 2)).toEqual(all.slice(3));
    // A browser's own reconnect repeats the URL; the header is the newer one.
    const stale = `${url}&lastEventId=${all[0]?.id ?? ''}`;
    expect(await readEvents(stale, 2, { 'last-event-id': third })).toEqual(all.slice(3));
  });

  it('loses nothing when events come while a reader is connecting', async () => {
    const writing = append(6, 105);
    const seen: string[] = [];
    let last = (await readEvents(url, 5))[4]?.id ?? '';
    while (seen.length < 100) {
      const events = await readEvents(url, 1, { 'last-event-id': last });
      seen.push(...ids(events));
      last = events.at(-1)?.id ?? last;
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => String(index + 6)));
  });

  it('announces a gap when the events after the last one are no longer kept', async () => {
    const first = (await readEvents(url, 1))[0]?.id ?? '';
    await append(106, 1205);
    const [gap, next] = await readEvents(url, 2, { 'last-event-id': first });
    expect(gap?.name).toBe('gap');
    expect(ids(next ? [next] : [])).toEqual(['206']);
  });

  it('of all apps tells theirs and those that named none, in order, and resumes', async () => {
    const quiet = createMemoryStore();
    const other = await startServer({ port: 0, store: quiet });
    const all = `${other.origin}/sandbox/api/events`;
    await fetch(`${other.origin}/restapi`);
    await appendTo(quiet, 'sandbox-jwt', 2);
    await appendTo(quiet, 'sandbox-browser', 3);
    const reading = readEvents(all, 4);
    await appendTo(quiet, '', 4);
    const events = await reading;
    expect(ids(events).slice(1)).toEqual(['2', '3', '4']);
    const second = events[1]?.id ?? '';
    expect(await readEvents(`${all}?lastEventId=${second}`, 2)).toEqual(events.slice(2));
    expect(JSON.stringify(events)).not.toContain('the-live-refresh-token');
    await other.close();
  });

  it('goes on over a restart: a gap is announced and nothing new is lost', async () => {
    const last = (await readEvents(url, 1))[0]?.id ?? '';
    const restarted = createMemoryStore();
    await appendTo(restarted, clientId, 1);
    const other = await startServer({ port: 0, store: restarted });
    const stream = `${other.origin}/sandbox/api/events?clientId=${clientId}`;
    const [gap, next] = await readEvents(stream, 2, { 'last-event-id': last });
    expect(gap?.name).toBe('gap');
    expect(ids(next ? [next] : [])).toEqual(['1']);
    await other.close();
    // A host counts on from the time, so an id of an earlier run is always below.
    const later = createMemoryStore({ firstEvent: 5000 });
    await appendTo(later, clientId, 2);
    expect(await later.events.after({ clientId }, 4000)).toMatchObject({ gap: true });
    expect((await later.events.after({ clientId }, 4000)).events).toHaveLength(1);
    expect(await later.events.after({}, 5001)).toEqual({ events: [], gap: false });
  });

  it('of an unknown app, an empty one or with an id that is no number is refused', async () => {
    const events = `${server.origin}/sandbox/api/events`;
    expect((await fetch(`${events}?clientId=nobody`)).status).toBe(404);
    expect((await fetch(`${events}?clientId=`)).status).toBe(400);
    expect((await fetch(`${events}?lastEventId=x`)).status).toBe(400);
    expect((await fetch(url, { headers: { 'last-event-id': '1; drop' } })).status).toBe(400);
  });

  it('closes with the server', async () => {
    const other = await startServer({ port: 0 });
    const response = await fetch(`${other.origin}/sandbox/api/events?clientId=${clientId}`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const read = response.text().catch(() => 'closed');
    await other.close();
    expect(await read).toBe('closed');
  });
});

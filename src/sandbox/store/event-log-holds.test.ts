import 'fake-indexeddb/auto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { eventsOfStrangers, eventsPerApp } from '../limits.ts';
import type { Caller } from '../wire/caller.ts';
import type { EventFilter } from './event-log.ts';
import { createIndexedDbStore } from './indexeddb.ts';
import { createMemoryStore } from './memory.ts';
import type { Store } from './store.ts';

let databases = 0;
const stores: Record<string, () => Store> = {
  memory: createMemoryStore,
  IndexedDB: () => createIndexedDbStore(`event-log-${(databases += 1)}`),
};

const kilobyte = 1024;

interface Sent {
  id: string;
  clientId?: string;
  caller?: Caller;
  body?: string;
  answer?: string;
}

const exchangeOf = ({ id, clientId, caller = 'program', body, answer }: Sent): Exchange => ({
  id,
  from: 'app',
  to: 'authorization-server',
  caller,
  startedAt: 0,
  ...(clientId !== undefined && { clientId }),
  request: {
    method: 'POST',
    url: 'http://localhost/restapi/oauth/token',
    headers: [],
    ...(body !== undefined && { body }),
  },
  ...(answer !== undefined && { response: { status: 200, headers: [], body: answer } }),
});

const send = ({ events }: Store, sent: Sent, make = () => exchangeOf(sent)) =>
  events.append(sent.clientId ?? '', make, {
    id: sent.id,
    caller: sent.caller ?? 'program',
    octets: (sent.body ?? '').length + (sent.answer ?? '').length,
  });

const idsOf = async ({ events }: Store, filter: EventFilter) =>
  (await events.after(filter, 0)).events.map(({ id }) => id);

const mine = { clientId: 'mine' };
const large = (name: string) => name.padEnd(8 * kilobyte, '.');

/** One suite for both stores, as in store.test.ts. */
describe.each(Object.entries(stores))('the event log in %s', (_, createStore) => {
  it('tells a gap of exactly one event', async () => {
    const store = createStore();
    for (let n = 1; n <= eventsPerApp.number + 2; n += 1) {
      await send(store, { ...mine, id: `${n}` });
    }
    // The first two are gone: who has none of them has missed two, who has one of them one.
    expect((await store.events.after(mine, 1)).gap).toBe(true);
    expect((await store.events.after(mine, 2)).gap).toBe(false);
    expect((await store.events.after({}, 1)).gap).toBe(true);
    expect((await store.events.after({}, 2)).gap).toBe(false);
  });

  it('bounds an app in octets, and what strangers sent in a share of its own', async () => {
    const store = createStore();
    await send(store, { ...mine, id: 'first' });
    for (let n = 0; n < 700; n += 1) {
      await send(store, { ...mine, id: `stranger ${n}`, caller: 'stranger', body: large(`${n}`) });
    }
    const own = { ...mine, withoutStrangers: true };
    expect(await idsOf(store, own)).toEqual(['first']);
    const usage = await store.usage();
    const ofStrangers = usage.find(({ name }) => name === 'events-of-strangers')?.used;
    expect(ofStrangers?.octets).toBeLessThanOrEqual(eventsOfStrangers.octets);
    expect(ofStrangers?.octets).toBeGreaterThan(eventsOfStrangers.octets - 20 * kilobyte);
    for (let n = 0; n < 700; n += 1) {
      await send(store, { ...mine, id: `own ${n}`, body: large(`${n}`) });
    }
    const kept = await idsOf(store, own);
    expect(kept.length).toBeLessThan(600);
    expect(kept.at(-1)).toBe('own 699');
  });

  it('tells of a gap only who would have been sent what is gone', async () => {
    const store = createStore();
    await send(store, { ...mine, id: 'a' });
    await send(store, { clientId: 'other', id: 'b' });
    for (let n = 0; n < 400; n += 1) {
      await send(store, { ...mine, id: `stranger ${n}`, caller: 'stranger', body: large(`${n}`) });
    }
    expect((await store.events.after(mine, 1)).gap).toBe(true);
    expect((await store.events.after({}, 1)).gap).toBe(true);
    expect((await store.events.after({ ...mine, withoutStrangers: true }, 1)).gap).toBe(false);
    expect((await store.events.after({ withoutStrangers: true }, 1)).gap).toBe(false);
    expect((await store.events.after({ clientId: 'other' }, 1)).gap).toBe(false);
  });

  it('keeps an app’s log however much is sent to others and to none', async () => {
    const store = createStore();
    await send(store, { ...mine, id: 'first' });
    for (let n = 0; n < 600; n += 1) {
      await send(store, { id: `none ${n}`, body: large('') });
      await send(store, { clientId: `app ${n % 9}`, id: `other ${n}`, body: large('') });
    }
    expect(await idsOf(store, mine)).toEqual(['first']);
    expect((await store.events.after(mine, 1)).gap).toBe(false);
  });

  it('hides a token that an earlier answer brought, whichever of both is read first', async () => {
    const store = createStore();
    const token = 'wandering-token-of-forty-characters-in-all';
    await send(store, { ...mine, id: 'issue', answer: JSON.stringify({ access_token: token }) });
    await send(store, { ...mine, id: 'between' });
    await send(store, { ...mine, id: 'use', body: `note=see ${token} here` });
    const [last] = (await store.events.last(mine, 1)).events;
    expect(last?.id).toBe('use');
    expect(last?.text()).not.toContain(token);
    expect(last?.text()).toContain('masked-access_token-1-');
    expect((await store.events.find('use'))?.text()).toBe(last?.text());
  });

  it('makes and masks an event at most once', async () => {
    const store = createStore();
    let made = 0;
    const sent = { ...mine, id: 'one', body: 'code=the-code-of-the-app' };
    await send(store, sent, () => {
      made += 1;
      return exchangeOf(sent);
    });
    const texts: (string | undefined)[] = [];
    for (const filter of [mine, {}]) {
      texts.push((await store.events.after(filter, 0)).events[0]?.text());
      texts.push((await store.events.last(filter, 5)).events[0]?.text());
    }
    texts.push((await store.events.find('one'))?.text());
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('code=masked-code-1-');
    expect(made).toBe(1);
  });

  it('answers the last ones, those before them and where the log has come to', async () => {
    const store = createStore();
    for (let n = 1; n <= 10; n += 1) {
      await send(store, {
        clientId: n % 2 ? 'mine' : 'other',
        id: `${n}`,
        caller: n % 5 ? 'program' : 'stranger',
      });
    }
    const last = async (filter: EventFilter, most: number, before?: number) => {
      const { events, earlier, end } = await store.events.last(filter, most, before);
      return [events.map(({ id }) => id).join(), earlier, end];
    };
    expect(await last({}, 3)).toEqual(['8,9,10', 7, 10]);
    expect(await last({}, 3, 8)).toEqual(['5,6,7', 4, 10]);
    expect(await last({ withoutStrangers: true }, 3)).toEqual(['7,8,9', 5, 10]);
    expect(await last({ withoutStrangers: true }, 3, 7)).toEqual(['3,4,6', 2, 10]);
    expect(await last(mine, 2)).toEqual(['7,9', 3, 10]);
    expect(await last({ ...mine, withoutStrangers: true }, 2)).toEqual(['7,9', 2, 10]);
    expect(await last({ ...mine, withoutStrangers: true }, 2, 7)).toEqual(['1,3', 0, 10]);
    expect(await last({ clientId: 'nobody' }, 2)).toEqual(['', 0, 10]);
  });
});

describe('the event log in memory', () => {
  it('lets go of what it dropped', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const store = createMemoryStore();
    const bodies: WeakRef<object>[] = [];
    for (let n = 0; n < 900; n += 1) {
      const held = { text: large(`${n}`) };
      bodies.push(new WeakRef(held));
      const sent = { ...mine, id: `${n}`, body: held.text };
      await send(store, sent, () => exchangeOf({ ...sent, body: held.text }));
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    collect();
    const alive = bodies.filter((body) => body.deref() !== undefined).length;
    expect(alive).toBeLessThanOrEqual((await idsOf(store, mine)).length);
  });
});

describe('the labels of a log in IndexedDB', () => {
  const maskOf = (text: string | undefined) => /masked-code-([0-9]+)-/.exec(text ?? '')?.[1];

  it('stay over a restart, and none is given twice to different secrets', async () => {
    const name = 'labels-of-two-workers';
    const first = createIndexedDbStore(name);
    await send(first, { ...mine, id: '1', body: 'code=one-of-the-reader' });
    await send(first, { ...mine, id: '2', body: 'code=two-of-a-stranger', caller: 'stranger' });
    await first.close();
    const second = createIndexedDbStore(name);
    await send(second, { ...mine, id: '3', body: 'code=one-of-the-reader' });
    await send(second, { ...mine, id: '4', body: 'code=three-of-the-reader' });
    const texts = (await second.events.after(mine, 0)).events.map((event) => event.text());
    const [one, two, again, three] = texts.map(maskOf);
    expect(again).toBe(one);
    expect(new Set([one, two, three]).size).toBe(3);
    await second.close();
  });
});

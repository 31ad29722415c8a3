import { describe, expect, it } from 'vitest';
import type { News } from './news.ts';
import { createSandboxEvents, type SandboxEvents, type Wanted } from './sandbox-events.ts';
import { event, exchange, fakeBrowser } from './testing/fake-browser.ts';

/** What a listener heard, in short. */
function hearing() {
  const news: News[] = [];
  const events = () =>
    news.flatMap((one) => (one.kind === 'events' || one.kind === 'backlog' ? one.events : []));
  return {
    news,
    listener: (one: News) => void news.push(one),
    ids: () => events().map(({ id }) => id),
    /** How often it was told of requests, and of how many. */
    deliveries: () => news.flatMap((one) => (one.kind === 'events' ? [one.events.length] : [])),
    backlogs: () => news.filter((one) => one.kind === 'backlog'),
    gaps: () => news.filter(({ kind }) => kind === 'gap').length,
    state: () => news.findLast((one) => one.kind === 'state')?.state,
  };
}

const past = (count: number) => Array.from({ length: count }, (_, index) => event(index + 1));

/** A listener of a tab that has heard its backlog. */
async function begun(
  browser: ReturnType<typeof fakeBrowser>,
  events: SandboxEvents,
  wanted?: Wanted,
) {
  const heard = hearing();
  const stop = events.listen(heard.listener, wanted);
  await browser.settle();
  return { ...heard, stop };
}

describe('one tab', () => {
  it('hears what was there as one batch, then opens the stream after it', async () => {
    const browser = fakeBrowser();
    browser.keep(...past(120));
    const heard = await begun(browser, createSandboxEvents(browser.tab('a').surroundings));
    expect(browser.asked).toEqual(['/sandbox/api/events/backlog?limit=50']);
    expect(heard.news.map(({ kind }) => kind)).toEqual(['state', 'backlog']);
    expect(heard.backlogs()).toMatchObject([{ earlier: 70, lastEventId: '120' }]);
    expect(heard.ids()).toEqual(
      past(120)
        .slice(-50)
        .map(({ id }) => id),
    );
    expect(browser.only().url).toBe('http://localhost:4321/sandbox/api/events?lastEventId=120');
  });

  it('tells once of what came before the page is drawn', async () => {
    const browser = fakeBrowser();
    const heard = await begun(browser, createSandboxEvents(browser.tab('a').surroundings));
    for (let id = 1; id <= 30; id += 1) browser.send(browser.only(), id);
    expect(heard.deliveries()).toEqual([]);
    browser.turn();
    browser.send(browser.only(), 31);
    browser.turn();
    expect(heard.deliveries()).toEqual([30, 1]);
    expect(heard.ids()).toHaveLength(31);
  });

  it('opens one stream for all its listeners, each with a backlog of its own', async () => {
    const browser = fakeBrowser();
    browser.keep(event(1), event(2, { clientId: 'another' }), event(3, { caller: 'stranger' }));
    const events = createSandboxEvents(browser.tab('a').surroundings);
    const first = await begun(browser, events);
    browser.only().listener.opened();
    const second = await begun(browser, events, { clientId: 'an-app', strangers: 'leave-out' });
    expect(browser.asked[1]).toBe(
      '/sandbox/api/events/backlog?limit=50&clientId=an-app&strangers=leave-out',
    );
    browser.send(browser.only(), 4, { clientId: 'another' });
    browser.send(browser.only(), 5, { caller: 'stranger' });
    browser.send(browser.only(), 6, { caller: 'page' });
    browser.turn();
    expect(first.ids()).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(second.ids()).toEqual(['1', '6']);
    expect(second.state()).toEqual({ kind: 'open' });
    first.stop();
    expect(browser.open()).toHaveLength(1);
    second.stop();
    expect(browser.open()).toHaveLength(0);
  });

  it('keeps for a listener what comes while its backlog is on its way, and tells nothing twice', async () => {
    const browser = fakeBrowser();
    const events = createSandboxEvents(browser.tab('a').surroundings);
    await begun(browser, events);
    const late = hearing();
    browser.keep(event(1));
    events.listen(late.listener);
    browser.send(browser.only(), 1);
    browser.send(browser.only(), 2);
    browser.turn();
    expect(late.ids()).toEqual([]);
    await browser.settle();
    expect(late.ids().toSorted()).toEqual(['1', '2']);
  });

  it('asks without the app where the sandbox does not have it', async () => {
    const browser = fakeBrowser();
    browser.keep(event(1, { clientId: 'gone' }), event(2));
    const events = createSandboxEvents(browser.tab('a').surroundings);
    const heard = await begun(browser, events, { clientId: 'gone' });
    expect(heard.ids()).toEqual(['1']);
    expect(browser.asked.at(-1)).toBe('/sandbox/api/events/backlog?limit=50');
  });

  it('gives older ones on demand', async () => {
    const browser = fakeBrowser();
    browser.keep(...past(120));
    const events = createSandboxEvents(browser.tab('a').surroundings);
    const older = await events.before('71', { clientId: 'an-app' });
    expect(browser.asked).toEqual([
      '/sandbox/api/events/backlog?limit=50&clientId=an-app&before=71',
    ]);
    expect(older).toMatchObject({ earlier: 20 });
    expect(older?.events.map(({ id }) => id).at(-1)).toBe('70');
    browser.setUp(false);
    expect(await events.before('71')).toBeUndefined();
  });

  it('asks again where the sandbox gives no answer, later each time', async () => {
    const browser = fakeBrowser();
    browser.setUp(false);
    const events = createSandboxEvents(browser.tab('a').surroundings);
    const heard = await begun(browser, events);
    expect(heard.state()).toEqual({ kind: 'lost', since: 1000 });
    expect(browser.open()).toHaveLength(0);
    expect(browser.runOut()).toBe(1000);
    await browser.settle();
    browser.setUp(true);
    expect(browser.runOut()).toBe(2000);
    await browser.settle();
    browser.only().listener.opened();
    expect(heard.backlogs()).toHaveLength(1);
    expect(heard.state()).toEqual({ kind: 'open' });
  });

  it('makes a source that failed anew, after the last event, later each time', async () => {
    const browser = fakeBrowser();
    const events = createSandboxEvents(browser.tab('a').surroundings);
    const heard = await begun(browser, events);
    browser.only().listener.opened();
    browser.send(browser.only(), 7);
    browser.only().listener.failed();
    expect(browser.open()).toHaveLength(0);
    expect(heard.state()).toEqual({ kind: 'lost', since: 1000 });

    const waits = [1, 2, 3, 4, 5].map(() => {
      const waited = browser.runOut();
      browser.only().listener.failed();
      return waited;
    });
    expect(waits).toEqual([1000, 2000, 5000, 10_000, 10_000]);
    expect(heard.state()).toEqual({ kind: 'lost', since: 1000 });
    events.retryNow();
    expect(browser.only().url).toMatch(/\?lastEventId=7$/);
    browser.only().listener.opened();
    expect(heard.state()).toEqual({ kind: 'open' });
    browser.only().listener.failed();
    expect(browser.runOut()).toBe(1000);
  });

  it('drops what it has, what is no exchange, and what an ended source still says', async () => {
    const browser = fakeBrowser();
    const heard = await begun(browser, createSandboxEvents(browser.tab('a').surroundings));
    const ended = browser.only();
    browser.send(ended, 1);
    browser.send(ended, 1);
    ended.listener.exchange('2', 'no json');
    ended.listener.exchange('3', '{"id":"x"}');
    ended.listener.failed();
    browser.runOut();
    expect(browser.only().url).toMatch(/lastEventId=3$/);
    browser.send(browser.only(), 1);
    browser.send(ended, 4);
    ended.listener.failed();
    browser.turn();
    expect(heard.ids()).toEqual(['1']);
    expect(browser.open()).toHaveLength(1);
  });

  it('tells of a gap, after what came before it', async () => {
    const browser = fakeBrowser();
    const heard = await begun(browser, createSandboxEvents(browser.tab('a').surroundings));
    browser.send(browser.only(), 1);
    browser.only().listener.gap();
    expect(heard.news.map(({ kind }) => kind).slice(-2)).toEqual(['events', 'gap']);
  });
});

describe('several tabs', () => {
  it('share one stream: what one receives, all hear, each once', async () => {
    const browser = fakeBrowser();
    const one = await begun(browser, createSandboxEvents(browser.tab('a').surroundings));
    browser.only().listener.opened();
    browser.send(browser.only(), 1);
    browser.turn();
    const two = await begun(browser, createSandboxEvents(browser.tab('b').surroundings));
    expect(two.state()).toEqual({ kind: 'open' });
    browser.send(browser.only(), 2);
    browser.only().listener.gap();
    browser.turn();
    expect([one.ids(), two.ids()]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
    expect([one.gaps(), two.gaps()]).toEqual([1, 1]);
    browser.only().listener.failed();
    expect(two.state()).toEqual({ kind: 'lost', since: 1000 });
  });

  it('go on when the one that had it leaves: the next resumes after the last event', async () => {
    const browser = fakeBrowser();
    const first = browser.tab('a');
    const one = await begun(browser, createSandboxEvents(first.surroundings));
    const two = await begun(browser, createSandboxEvents(browser.tab('b').surroundings));
    const three = await begun(browser, createSandboxEvents(browser.tab('c').surroundings));
    browser.send(browser.only(), 1);
    first.leave();
    expect(browser.only()).toMatchObject({ page: 'b', url: expect.stringMatching(/Id=1$/) });
    browser.send(browser.only(), 2);
    browser.turn();
    expect([two.ids(), three.ids()]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);

    // The tab that comes back out of the browser's cache asks anew what is there.
    first.comeBack();
    await browser.settle();
    expect(browser.only().page).toBe('b');
    expect(one.backlogs().at(-1)).toMatchObject({
      events: [{ id: '1' }, { id: '2' }],
      lastEventId: '2',
    });
  });

  it('do not believe what is no message of theirs', async () => {
    const browser = fakeBrowser();
    await begun(browser, createSandboxEvents(browser.tab('a').surroundings));
    const heard = await begun(browser, createSandboxEvents(browser.tab('b').surroundings));
    const before = heard.news.length;
    const channel = browser.tab('x').surroundings.openChannel();
    for (const message of ['x', { kind: 'event', event: { id: 1 } }, { kind: 'other' }, null]) {
      channel?.post(message);
    }
    browser.turn();
    expect(heard.news).toHaveLength(before);
    channel?.post({ kind: 'event', event: { id: '1', exchange: exchange(1) } });
    browser.turn();
    expect(heard.ids()).toEqual(['1']);
  });

  it('open one each where a browser has no locks or channels', async () => {
    const browser = fakeBrowser({ shares: false });
    await begun(browser, createSandboxEvents(browser.tab('a').surroundings));
    await begun(browser, createSandboxEvents(browser.tab('b').surroundings));
    expect(browser.open()).toHaveLength(2);
  });
});

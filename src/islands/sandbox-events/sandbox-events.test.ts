import { describe, expect, it } from 'vitest';
import type { News } from './news.ts';
import { createSandboxEvents } from './sandbox-events.ts';
import { exchange, fakeBrowser } from './testing/fake-browser.ts';

/** What a listener heard, in short. */
function hearing() {
  const news: News[] = [];
  return {
    news,
    listener: (one: News) => void news.push(one),
    ids: () => news.flatMap((one) => (one.kind === 'event' ? [one.event.id] : [])),
    gaps: () => news.filter(({ kind }) => kind === 'gap').length,
    state: () => news.findLast((one) => one.kind === 'state')?.state,
  };
}

describe('one tab', () => {
  it('opens one stream for all its listeners, and a later one hears what came before', () => {
    const browser = fakeBrowser();
    const events = createSandboxEvents(browser.tab('a').surroundings);
    const first = hearing();
    const second = hearing();
    const stopFirst = events.listen(first.listener);
    expect(browser.only().url).toBe('http://localhost:4321/sandbox/api/events');
    expect(first.state()).toEqual({ kind: 'connecting' });
    browser.only().listener.opened();
    browser.send(browser.only(), 1);
    const stopSecond = events.listen(second.listener);
    browser.send(browser.only(), 2);
    expect([first.ids(), second.ids()]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
    expect(second.state()).toEqual({ kind: 'open' });
    stopFirst();
    expect(browser.open()).toHaveLength(1);
    stopSecond();
    expect(browser.open()).toHaveLength(0);
  });

  it('makes a source that failed anew, after the last event, later each time', () => {
    const browser = fakeBrowser();
    const events = createSandboxEvents(browser.tab('a').surroundings);
    const heard = hearing();
    events.listen(heard.listener);
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

  it('drops what it has, what is no exchange, and what an ended source still says', () => {
    const browser = fakeBrowser();
    const events = createSandboxEvents(browser.tab('a').surroundings);
    const heard = hearing();
    events.listen(heard.listener);
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
    expect(heard.ids()).toEqual(['1']);
    expect(browser.open()).toHaveLength(1);
  });

  it('tells of a gap', () => {
    const browser = fakeBrowser();
    const heard = hearing();
    createSandboxEvents(browser.tab('a').surroundings).listen(heard.listener);
    browser.only().listener.gap();
    expect(heard.gaps()).toBe(1);
  });

  it('keeps the newest thousand for a listener that comes later', () => {
    const browser = fakeBrowser();
    const events = createSandboxEvents(browser.tab('a').surroundings);
    events.listen(() => undefined);
    for (let id = 1; id <= 1003; id += 1) browser.send(browser.only(), id);
    const heard = hearing();
    events.listen(heard.listener);
    expect(heard.ids()).toHaveLength(1000);
    expect(heard.ids()[0]).toBe('4');
  });
});

describe('several tabs', () => {
  it('share one stream: what one receives, all hear, each once', () => {
    const browser = fakeBrowser();
    const [one, two] = [hearing(), hearing()];
    createSandboxEvents(browser.tab('a').surroundings).listen(one.listener);
    browser.only().listener.opened();
    browser.send(browser.only(), 1);
    createSandboxEvents(browser.tab('b').surroundings).listen(two.listener);
    expect(two.state()).toEqual({ kind: 'open' });
    browser.send(browser.only(), 2);
    browser.only().listener.gap();
    expect([one.ids(), two.ids()]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
    expect([one.gaps(), two.gaps()]).toEqual([1, 1]);
    browser.only().listener.failed();
    expect(two.state()).toEqual({ kind: 'lost', since: 1000 });
  });

  it('go on when the one that had it leaves: the next resumes after the last event', () => {
    const browser = fakeBrowser();
    const [one, two, three] = [hearing(), hearing(), hearing()];
    const first = browser.tab('a');
    createSandboxEvents(first.surroundings).listen(one.listener);
    createSandboxEvents(browser.tab('b').surroundings).listen(two.listener);
    createSandboxEvents(browser.tab('c').surroundings).listen(three.listener);
    browser.send(browser.only(), 1);
    first.leave();
    expect(browser.only()).toMatchObject({ page: 'b', url: expect.stringMatching(/Id=1$/) });
    browser.send(browser.only(), 2);
    expect([one.ids(), two.ids(), three.ids()]).toEqual([['1'], ['1', '2'], ['1', '2']]);

    // The tab that comes back out of the browser's cache asks for what it missed.
    first.comeBack();
    expect(browser.only().page).toBe('b');
    expect(one.ids()).toEqual(['1', '2']);
  });

  it('do not believe what is no message of theirs', () => {
    const browser = fakeBrowser();
    const heard = hearing();
    createSandboxEvents(browser.tab('a').surroundings).listen(() => undefined);
    createSandboxEvents(browser.tab('b').surroundings).listen(heard.listener);
    const before = heard.news.length;
    const channel = browser.tab('x').surroundings.openChannel();
    for (const message of ['x', { kind: 'event', event: { id: 1 } }, { kind: 'other' }, null]) {
      channel?.post(message);
    }
    channel?.post({ kind: 'kept', to: 'c', state: { kind: 'open' }, events: [] });
    expect(heard.news).toHaveLength(before);
    channel?.post({ kind: 'event', event: { id: '1', exchange: exchange(1) } });
    expect(heard.ids()).toEqual(['1']);
  });

  it('open one each where a browser has no locks or channels', () => {
    const browser = fakeBrowser({ shares: false });
    createSandboxEvents(browser.tab('a').surroundings).listen(() => undefined);
    createSandboxEvents(browser.tab('b').surroundings).listen(() => undefined);
    expect(browser.open()).toHaveLength(2);
  });
});

import type { Exchange } from '#protocol/exchange.ts';
import type { EventsSurroundings, SourceListener } from '../surroundings.ts';

/** A source that a page opened, and whether it is still open. */
export interface FakeSource {
  page: string;
  url: string;
  listener: SourceListener;
  open: boolean;
}

export const exchange = (id: number, more: Partial<Exchange> = {}): Exchange => ({
  id: `exchange-${id}`,
  from: 'app',
  to: 'authorization-server',
  clientId: 'an-app',
  startedAt: id,
  request: { method: 'POST', url: 'http://localhost:4321/restapi/oauth/token', headers: [] },
  ...more,
});

/** The event of that number, as a list takes it. */
export const event = (id: number, more?: Partial<Exchange>) => ({
  id: String(id),
  exchange: exchange(id, more),
});

/**
 * One browser with its tabs and the sandbox's log: a lock that one page holds, channels, sources,
 * and timers and turns that run when told.
 */
export function fakeBrowser({ shares = true } = {}) {
  const sources: FakeSource[] = [];
  const timers = new Set<{ milliseconds: number; callback: () => void }>();
  const ends: { page: string; listener: (message: unknown) => void }[] = [];
  const line: { page: string; held: () => void }[] = [];
  const turns: (() => void)[] = [];
  const asked: string[] = [];
  const log: ReturnType<typeof event>[] = [];
  let up = true;
  let now = 1000;

  function claim(page: string) {
    return (held: () => void) => {
      const place = { page, held };
      line.push(place);
      if (line[0] === place) held();
      return () => {
        const at = line.indexOf(place);
        line.splice(at, 1);
        if (at === 0) line[0]?.held();
      };
    };
  }

  /** `GET /sandbox/api/events/backlog`. */
  function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    asked.push(url.pathname + url.search);
    if (!up) return Promise.reject(new TypeError('Failed to fetch'));
    const query = url.searchParams;
    const before = Number(query.get('before') ?? Infinity);
    const clientId = query.get('clientId');
    if (clientId === 'gone') return Promise.resolve(Response.json({}, { status: 404 }));
    const matching = log.filter(
      ({ id, exchange: one }) =>
        Number(id) < before &&
        (clientId === null || one.clientId === clientId) &&
        !(query.get('strangers') === 'leave-out' && one.caller === 'stranger'),
    );
    const events = matching.slice(-Number(query.get('limit')));
    return Promise.resolve(
      Response.json({
        events,
        earlier: matching.length - events.length,
        lastEventId: log.at(-1)?.id ?? '0',
      }),
    );
  }

  function tab(page: string) {
    const gone: { leave?: () => void; comeBack?: () => void } = {};
    const surroundings: EventsSurroundings = {
      origin: 'http://localhost:4321',
      clock: { now: () => now },
      fetch: answer,
      openSource: (url, listener) => {
        const source = { page, url, listener, open: true };
        sources.push(source);
        return () => (source.open = false);
      },
      wait: (milliseconds, callback) => {
        const timer = { milliseconds, callback };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      soon: (callback) => void turns.push(callback),
      openChannel: () => {
        if (!shares) return undefined;
        const listening: (typeof ends)[number][] = [];
        return {
          post: (message) => {
            const copy: unknown = structuredClone(message);
            for (const end of [...ends]) if (end.page !== page) end.listener(copy);
          },
          listen: (listener) => {
            const end = { page, listener };
            listening.push(end);
            ends.push(end);
          },
          close: () => {
            for (const end of listening) ends.splice(ends.indexOf(end), 1);
          },
        };
      },
      ...(shares && { claim: claim(page) }),
      watchPage: (leave, comeBack) => {
        Object.assign(gone, { leave, comeBack });
        return () => undefined;
      },
    };
    return {
      surroundings,
      leave: () => gone.leave?.(),
      comeBack: () => gone.comeBack?.(),
    };
  }

  return {
    sources,
    /** Paths of the backlogs that were asked for. */
    asked,
    tab,
    /** What the sandbox kept before anybody listened. */
    keep: (...events: ReturnType<typeof event>[]) => void log.push(...events),
    setUp: (isUp: boolean) => void (up = isUp),
    open: () => sources.filter(({ open }) => open),
    /** The one source that is open. */
    only: (): FakeSource => {
      const [first, ...more] = sources.filter(({ open }) => open);
      if (!first || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} are open`);
      return first;
    },
    /** A request reaches the sandbox: it keeps it, and tells it over a source. */
    send: (source: FakeSource, id: number, more?: Partial<Exchange>) => {
      const sent = event(id, more);
      if (!log.some((one) => one.id === sent.id)) log.push(sent);
      source.listener.exchange(sent.id, JSON.stringify(sent.exchange));
    },
    /** The pages are drawn. */
    turn: () => {
      for (const callback of turns.splice(0)) callback();
    },
    /** Lets the answers that are on their way arrive. */
    settle: async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    /** Lets the one timer run out; answers how long it was. */
    runOut: (): number | undefined => {
      const [timer] = timers;
      if (!timer) return undefined;
      timers.delete(timer);
      now += timer.milliseconds;
      timer.callback();
      return timer.milliseconds;
    },
  };
}

export type FakeBrowser = ReturnType<typeof fakeBrowser>;

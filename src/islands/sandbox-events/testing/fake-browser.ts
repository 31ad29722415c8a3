import type { Exchange } from '#protocol/exchange.ts';
import type { EventsSurroundings, SourceListener } from '../surroundings.ts';

/** A source that a page opened, and whether it is still open. */
export interface FakeSource {
  page: string;
  url: string;
  listener: SourceListener;
  open: boolean;
}

export const exchange = (id: number, clientId = 'an-app'): Exchange => ({
  id: `exchange-${id}`,
  from: 'app',
  to: 'authorization-server',
  clientId,
  startedAt: id,
  request: { method: 'POST', url: 'http://localhost:4321/restapi/oauth/token', headers: [] },
});

/** One browser with its tabs: a lock that one page holds, channels, sources, and timers that run when told. */
export function fakeBrowser({ shares = true } = {}) {
  const sources: FakeSource[] = [];
  const timers = new Set<{ milliseconds: number; callback: () => void }>();
  const ends: { page: string; listener: (message: unknown) => void }[] = [];
  const line: { page: string; held: () => void }[] = [];
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

  function tab(page: string) {
    const gone: { leave?: () => void; comeBack?: () => void } = {};
    const surroundings: EventsSurroundings = {
      origin: 'http://localhost:4321',
      page,
      clock: { now: () => now },
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
    tab,
    open: () => sources.filter(({ open }) => open),
    /** The one source that is open. */
    only: (): FakeSource => {
      const [first, ...more] = sources.filter(({ open }) => open);
      if (!first || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} are open`);
      return first;
    },
    send: (source: FakeSource, id: number) =>
      source.listener.exchange(String(id), JSON.stringify(exchange(id))),
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

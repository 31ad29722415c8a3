import { type News, type SandboxEvent, type StreamState, tabMessageSchema } from './news.ts';
import type { TabMessage } from './news.ts';
import { createStream } from './stream.ts';
import type { Channel, EventsSurroundings } from './surroundings.ts';

export type { News, SandboxEvent, StreamState } from './news.ts';

/** How many events a page keeps for a listener that comes later, and for another tab. */
const mostKept = 1000;

export interface SandboxEvents {
  /**
   * Hears how the stream is, all that is kept, then each event as it comes, none of them twice.
   * The first listener opens the stream, and when the last one stops it is closed.
   */
  listen(listener: (news: News) => void): () => void;
  /** Opens a lost stream now. */
  retryNow(): void;
}

/**
 * What reaches the sandbox, for everything on a page that wants to know, over one stream a browser:
 * the tab that holds a lock has it open and tells the others over a channel. When that tab goes, the
 * next takes up where it was. HTTP/1.1 gives an origin six connections, and each stream costs one.
 * Where a browser has no locks or channels, each tab opens its own.
 */
export function createSandboxEvents(surroundings: EventsSurroundings): SandboxEvents {
  const listeners = new Set<(news: News) => void>();
  let kept: SandboxEvent[] = [];
  let seen = new Set<string>();
  let state: StreamState = { kind: 'connecting' };
  let leading = false;
  let channel: Channel | undefined;
  let letGo: (() => void) | undefined;
  let stopWatching: (() => void) | undefined;

  const post = (message: TabMessage): void => channel?.post(message);
  const lastId = (): string => kept.at(-1)?.id ?? '';

  /** Takes news in once, from the stream or from the tab that has it; answers whether it was any. */
  function take(news: News): boolean {
    if (news.kind === 'state') state = news.state;
    if (news.kind === 'event') {
      const { id } = news.event.exchange;
      if (seen.has(id)) return false;
      seen.add(id);
      kept.push(news.event);
      if (kept.length > mostKept) {
        kept = kept.slice(-mostKept);
        seen = new Set(kept.map(({ exchange }) => exchange.id));
      }
    }
    for (const listener of listeners) listener(news);
    return true;
  }

  const stream = createStream(surroundings, (news) => {
    if (take(news)) post(news);
  });

  function lead(): void {
    leading = true;
    post({ kind: 'leading' });
    stream.open(lastId());
  }

  const ask = (): void => post({ kind: 'ask', from: surroundings.page, after: lastId() });

  function hear(message: unknown): void {
    const parsed = tabMessageSchema.safeParse(message);
    if (!parsed.success) return;
    const said = parsed.data;
    if (said.kind === 'ask') {
      if (!leading) return;
      const at = kept.findIndex(({ id }) => id === said.after);
      post({ kind: 'kept', to: said.from, events: kept.slice(at + 1), state });
      return;
    }
    if (leading) return;
    if (said.kind === 'leading') return ask();
    if (said.kind === 'kept') {
      if (said.to !== surroundings.page) return;
      for (const event of said.events) take({ kind: 'event', event });
      take({ kind: 'state', state: said.state });
      return;
    }
    take(said);
  }

  function start(): void {
    channel = surroundings.claim ? surroundings.openChannel() : undefined;
    if (!channel || !surroundings.claim) return lead();
    channel.listen(hear);
    ask();
    letGo = surroundings.claim(lead);
  }

  function stop(): void {
    leading = false;
    stream.close();
    letGo?.();
    channel?.close();
    letGo = undefined;
    channel = undefined;
  }

  return {
    listen: (listener) => {
      listener({ kind: 'state', state });
      for (const event of kept) listener({ kind: 'event', event });
      listeners.add(listener);
      if (listeners.size === 1) {
        start();
        stopWatching = surroundings.watchPage(stop, start);
      }
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return;
        stopWatching?.();
        stop();
      };
    },
    retryNow: () => stream.retryNow(),
  };
}

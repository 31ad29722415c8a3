import { readBacklog } from './backlog.ts';
import { createMending } from './mending.ts';
import { type Backlog, type News, type SandboxEvent, type StreamState } from './news.ts';
import { type StreamNews, type TabMessage, tabMessageSchema } from './news.ts';
import { createStream } from './stream.ts';
import type { Channel, EventsSurroundings } from './surroundings.ts';
import { type Wanted, isWanted } from './wanted.ts';

export type { Backlog, News, SandboxEvent, StreamState } from './news.ts';
export type { Wanted } from './wanted.ts';

/** A stream that is opened anew may repeat so many. */
const mostSeen = 1000;

export interface SandboxEvents {
  /**
   * Hears how the stream is, then what was there in one piece, then what comes, none of it twice.
   * The first listener opens the stream, and when the last one stops it is closed.
   */
  listen(listener: (news: News) => void, wanted?: Wanted): () => void;
  /** Requests from before an event; undefined where the sandbox gives no answer. */
  before(event: string, wanted?: Wanted): Promise<Backlog | undefined>;
  /** Opens a lost stream now. */
  retryNow(): void;
}

interface Listening {
  listener: (news: News) => void;
  wanted: Wanted;
  /** The exchanges of its backlog; undefined until that is here. */
  begun: ReadonlySet<string> | undefined;
  /** What came in the meantime. */
  held: SandboxEvent[];
}

/**
 * What reaches the sandbox, for everything on a page that wants to know. Each listener's backlog is
 * one answer; what comes after it comes over one stream a browser: the tab that holds a lock has it
 * open and tells the others over a channel. When that tab goes, the next takes up where it was.
 * HTTP/1.1 gives an origin six connections, and each stream costs one. Where a browser has no locks
 * or channels, each tab opens its own.
 */
export function createSandboxEvents(surroundings: EventsSurroundings): SandboxEvents {
  const listenings = new Set<Listening>();
  const seen = new Set<string>();
  const mending = createMending(surroundings);
  let state: StreamState = { kind: 'connecting' };
  /** The newest event, after which a stream begins; undefined until a backlog has told. */
  let last: string | undefined;
  let arrived: SandboxEvent[] = [];
  /** Grows when the page is put aside: what was asked before counts no more. */
  let visit = 0;
  let leading = false;
  let streaming = false;
  let channel: Channel | undefined;
  let letGo: (() => void) | undefined;
  let stopWatching: (() => void) | undefined;

  const post = (message: TabMessage): void => channel?.post(message);

  function hand(listening: Listening, events: readonly SandboxEvent[]): void {
    const { begun, wanted, held, listener } = listening;
    const news = events.filter(
      ({ exchange }) => !begun?.has(exchange.id) && isWanted(wanted, exchange),
    );
    if (news.length === 0) return;
    if (begun) listener({ kind: 'events', events: news });
    else held.push(...news);
  }

  /** However many came since the page was drawn, each listener is told once. */
  function handOut(): void {
    const events = arrived;
    arrived = [];
    if (events.length > 0) for (const listening of listenings) hand(listening, events);
  }

  /** Takes news in once, from the stream or from the tab that has it; answers whether it was any. */
  function take(news: StreamNews): boolean {
    if (news.kind === 'event') {
      const { id } = news.event.exchange;
      if (seen.has(id)) return false;
      seen.add(id);
      const [oldest] = seen;
      if (seen.size > mostSeen && oldest !== undefined) seen.delete(oldest);
      last = news.event.id;
      arrived.push(news.event);
      if (arrived.length === 1) surroundings.soon(handOut);
      return true;
    }
    handOut();
    if (news.kind === 'state') state = news.state;
    for (const { listener, begun } of listenings) {
      // What was missed before a backlog is no gap in what it begins.
      if (news.kind === 'state' || begun) listener(news);
    }
    return true;
  }

  const stream = createStream(surroundings, (news) => {
    if (take(news)) post(news);
  });

  function openWhenKnown(): void {
    if (!leading || streaming || last === undefined) return;
    streaming = true;
    stream.open(last);
  }

  async function begin(listening: Listening): Promise<void> {
    const asked = visit;
    const backlog = await readBacklog(surroundings, listening.wanted);
    if (asked !== visit || !listenings.has(listening)) return;
    if (!backlog) {
      const since = mending.failed(beginAll);
      if (last === undefined) take({ kind: 'state', state: { kind: 'lost', since } });
      return;
    }
    mending.worked();
    const isFirst = last === undefined;
    last ??= backlog.lastEventId;
    const held = listening.held.splice(0);
    listening.begun = new Set(backlog.events.map(({ exchange }) => exchange.id));
    listening.listener({ kind: 'backlog', ...backlog });
    hand(listening, held);
    openWhenKnown();
    if (isFirst && !leading) post({ kind: 'ask' });
  }

  function beginAll(): void {
    for (const listening of listenings) if (!listening.begun) void begin(listening);
  }

  function hear(message: unknown): void {
    const parsed = tabMessageSchema.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.kind !== 'ask') {
      if (!leading) take(parsed.data);
    } else if (leading) {
      post({ kind: 'state', state });
    }
  }

  function lead(): void {
    leading = true;
    openWhenKnown();
  }

  function start(): void {
    state = { kind: 'connecting' };
    last = undefined;
    channel = surroundings.claim ? surroundings.openChannel() : undefined;
    if (channel && surroundings.claim) {
      channel.listen(hear);
      letGo = surroundings.claim(lead);
    } else {
      lead();
    }
    beginAll();
  }

  function stop(): void {
    visit += 1;
    leading = false;
    streaming = false;
    stream.close();
    mending.cancel();
    letGo?.();
    channel?.close();
    letGo = undefined;
    channel = undefined;
    for (const listening of listenings) {
      listening.begun = undefined;
      listening.held = [];
    }
  }

  return {
    listen: (listener, wanted = {}) => {
      const listening: Listening = { listener, wanted, begun: undefined, held: [] };
      listenings.add(listening);
      listener({ kind: 'state', state });
      if (listenings.size === 1) {
        start();
        stopWatching = surroundings.watchPage(stop, start);
      } else {
        void begin(listening);
      }
      return () => {
        if (!listenings.delete(listening) || listenings.size > 0) return;
        stopWatching?.();
        stop();
      };
    },
    before: (event, wanted = {}) => readBacklog(surroundings, wanted, event),
    retryNow: () => {
      stream.retryNow();
      mending.now();
    },
  };
}

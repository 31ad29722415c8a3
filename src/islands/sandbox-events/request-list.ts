import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import { isAfter } from './is-after.ts';
import * as liveLog from './live-log.ts';
import type { LiveLog, LogRow } from './live-log.ts';
import type { Backlog, News, SandboxEvents, StreamState, Wanted } from './sandbox-events.ts';

/** Where a tab keeps the event after which its list began. */
export interface Since {
  read(): string | undefined;
  write(event: string): void;
}

/** So often a page asks on for what came since its list began. */
const mostAsked = 10;

/** The requests that a page lists. */
export interface RequestList {
  readonly stream: ReadonlySignal<StreamState>;
  readonly paused: ReadonlySignal<boolean>;
  /** What came while the list stood still. */
  readonly waiting: ReadonlySignal<readonly LogRow[]>;
  /** What came since the list began, oldest first. */
  readonly rows: ReadonlySignal<readonly LogRow[]>;
  /** What of it is drawn, and the older ones that the reader wanted. */
  readonly drawn: ReadonlySignal<readonly LogRow[]>;
  /** How many older ones are folded away. */
  readonly folded: ReadonlySignal<number>;
  /** Lists these requests, in place of those of before. */
  listen(wanted: Wanted): void;
  stop(): void;
  /** Draws up to fifty older ones; answers how many, or undefined where the sandbox gave no answer. */
  showEarlier(): Promise<number | undefined>;
  pause(): void;
  follow(): void;
  /** Folds away all that is listed. */
  clear(): void;
  /** The sandbox was reset: it keeps nothing. */
  forget(): void;
}

/**
 * A list begins when its page is opened, and goes on over a reload. What was there before is folded
 * away, and what the page does not have of it is asked for when the reader wants it.
 *
 * @param heard hears what the list hears, after it, and how the stream was before
 */
export function createRequestList(
  events: Pick<SandboxEvents, 'listen' | 'before'>,
  since: Since,
  heard: (news: News, was: StreamState) => void = () => undefined,
): RequestList {
  const stream = signal<StreamState>({ kind: 'connecting' });
  const log = signal<LiveLog>(liveLog.emptyLog);
  let wanted: Wanted = {};
  let stopListening: (() => void) | undefined;
  /** The newest event that was told. */
  let newest: string | undefined;
  /** What came while the list begins; undefined when it has begun. */
  let held: News[] | undefined;
  /** Counts what the list was begun with: an answer to an earlier one comes too late. */
  let round = 0;

  /** Everything since an event, as far as a page asks. */
  async function reachBack(backlog: Backlog, from: string): Promise<Backlog> {
    let all = backlog;
    for (let asked = 0; asked < mostAsked && all.earlier > 0; asked += 1) {
      const oldest = all.events[0]?.id;
      if (oldest === undefined || !isAfter(oldest, from)) break;
      const older = await events.before(oldest, wanted);
      if (!older || older.events.length === 0) break;
      all = { ...all, events: [...older.events, ...all.events], earlier: older.earlier };
    }
    return all;
  }

  function keptSince(): string | undefined {
    const kept = since.read();
    // A number that this sandbox never gave is of one before it: all that is there came later.
    return kept !== undefined && newest !== undefined && isAfter(kept, newest) ? '0' : kept;
  }

  async function begin(backlog: Backlog): Promise<void> {
    const mine = ++round;
    newest ??= backlog.lastEventId;
    const from = keptSince();
    since.write(from ?? newest);
    held = [];
    const needsMore = from !== undefined && backlog.earlier > 0;
    const all = needsMore ? await reachBack(backlog, from) : backlog;
    if (mine !== round) return;
    const meanwhile = held;
    held = undefined;
    batch(() => {
      log.value = liveLog.beginLog(log.peek(), all, from);
      for (const news of meanwhile) take(news);
    });
    heard({ kind: 'backlog', ...all }, stream.peek());
  }

  function take(news: News): void {
    if (news.kind === 'events') log.value = liveLog.takeEvents(log.peek(), news.events);
    if (news.kind === 'gap') log.value = liveLog.takeGap(log.peek());
  }

  function hear(news: News): void {
    const was = stream.peek();
    if (news.kind === 'state') stream.value = news.state;
    if (news.kind === 'backlog') return void begin(news);
    if (news.kind === 'events') newest = news.events.at(-1)?.id ?? newest;
    if (held && news.kind !== 'state') held.push(news);
    else take(news);
    heard(news, was);
  }

  return {
    stream,
    paused: computed(() => log.value.paused),
    waiting: computed(() => log.value.waiting),
    rows: computed(() => liveLog.sinceBegan(log.value)),
    drawn: computed(() => liveLog.drawnOf(log.value)),
    folded: computed(() => liveLog.foldedIn(log.value)),
    listen: (next) => {
      wanted = next;
      round += 1;
      held = undefined;
      const { paused } = log.peek();
      log.value = { ...liveLog.emptyLog, paused };
      const stopBefore = stopListening;
      // The new one first: a stream that nobody listens to would be closed in between.
      stopListening = events.listen(hear, wanted);
      stopBefore?.();
    },
    stop: () => {
      round += 1;
      stopListening?.();
      stopListening = undefined;
    },
    showEarlier: async () => {
      const mine = round;
      const before = liveLog.drawnOf(log.peek()).length;
      log.value = liveLog.openEarlier(log.peek());
      const { rows, most, earlier } = log.peek();
      const oldest = rows.find((row) => row.kind === 'exchange');
      if (rows.length < most && earlier > 0 && oldest) {
        const backlog = await events.before(oldest.event, wanted);
        if (mine !== round) return 0;
        if (backlog) log.value = liveLog.takeEarlier(log.peek(), backlog);
        else if (rows.length === before) return undefined;
      }
      return liveLog.drawnOf(log.peek()).length - before;
    },
    pause: () => void (log.value = liveLog.pauseLog(log.peek())),
    follow: () => void (log.value = liveLog.followLog(log.peek())),
    clear: () => {
      log.value = liveLog.clearLog(log.peek());
      if (newest !== undefined) since.write(newest);
    },
    forget: () => {
      const { paused } = log.peek();
      log.value = { ...liveLog.emptyLog, paused };
      if (newest !== undefined) since.write(newest);
    },
  };
}

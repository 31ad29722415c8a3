import type { News, Wanted } from '#islands/sandbox-events/sandbox-events.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { createDeferred } from '../deferred.ts';
import type { Deferred } from '../deferred.ts';
import { createSandboxCalls } from '../sandbox-calls.ts';
import type { Channel, OpenedWindow, Surroundings } from '../surroundings.ts';

/** A storage in memory; `broken` makes every call throw that error. */
export class TabStorage implements TextStorage {
  entries = new Map<string, string>();
  broken: Error | undefined;

  getItem(key: string): string | null {
    if (this.broken) throw this.broken;
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.broken) throw this.broken;
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    if (this.broken) throw this.broken;
    this.entries.delete(key);
  }
  /** What "duplicate tab" and a popup start with. */
  copy(): TabStorage {
    const copy = new TabStorage();
    copy.entries = new Map(this.entries);
    return copy;
  }
}

/** What joins tabs of one browser: the channel and the locks. */
export class FakeBrowser {
  listeners = new Set<(message: unknown) => void>();
  locks = new Set<string>();
  posted: unknown[] = [];

  channel(): Channel {
    let own: ((message: unknown) => void) | undefined;
    return {
      post: (message) => {
        this.posted.push(message);
        for (const listener of [...this.listeners]) if (listener !== own) listener(message);
      },
      listen: (listener) => {
        own = listener;
        this.listeners.add(listener);
      },
      close: () => {
        if (own) this.listeners.delete(own);
      },
    };
  }
}

export interface FakeWindow extends OpenedWindow {
  url: string;
  name: string;
  closed: boolean;
  /** The storage that it was opened with. */
  session: TabStorage;
}

export type Answerer = (request: Request) => Response | Promise<Response>;

/** A tab with everything outside the model under a test's hand. */
export class FakeTab implements Surroundings {
  origin = 'http://localhost:4321';
  path = '/playground/';
  time = 1_700_000_000_000;
  clock = { now: () => this.time };
  random = {
    bytes: (count: number): Uint8Array<ArrayBuffer> =>
      crypto.getRandomValues(new Uint8Array(count)),
  };
  session: TabStorage = new TabStorage();
  preferences: TabStorage = new TabStorage();
  windows: FakeWindow[] = [];
  navigated: string[] = [];
  popupsBlocked = false;
  ticks = new Set<() => void>();
  /** Each time that the sandbox's events were listened to. */
  streams: {
    wanted: Wanted;
    open: boolean;
    hear: (news: News) => void;
    tell: (id: string, exchange: Exchange) => void;
  }[] = [];
  requests: { method: string; url: string; headers: Headers; body: string }[] = [];
  /** By path; the last answer stands. */
  answers = new Map<string, Answerer>();
  browser: FakeBrowser;

  constructor(browser = new FakeBrowser()) {
    this.browser = browser;
  }

  fetch = async (request: Request): Promise<Response> => {
    const body = await request.clone().text();
    const { method, url, headers } = request;
    this.requests.push({ method, url, headers, body });
    const answer = this.answers.get(`${method} ${new URL(url).pathname}`);
    if (!answer) throw new TypeError('Failed to fetch');
    return answer(request);
  };
  openWindow = (url: string, name: string): OpenedWindow | undefined => {
    if (this.popupsBlocked) return undefined;
    const opened: FakeWindow = {
      url,
      name,
      closed: false,
      session: this.session.copy(),
      focus: () => undefined,
      close: () => {
        opened.closed = true;
      },
    };
    this.windows.push(opened);
    return opened;
  };
  /** With its `#`. */
  hash = '';
  fragmentListeners = new Set<() => void>();
  fragment = (): string => this.hash;
  setFragment = (text: string): void => {
    this.hash = `#${text}`;
  };
  onFragment = (callback: () => void): (() => void) => {
    this.fragmentListeners.add(callback);
    return () => this.fragmentListeners.delete(callback);
  };
  onVisible = (): (() => void) => () => undefined;
  navigate = (url: string): void => {
    this.navigated.push(url);
  };
  reloads = 0;
  reload = (): void => {
    this.reloads += 1;
  };
  visit: Surroundings['visit'] = () => Promise.reject(new TypeError('Failed to fetch'));
  pressIn: Surroundings['pressIn'] = () => undefined;
  openChannel = (): Channel => this.browser.channel();
  claim = (name: string): Promise<boolean> => {
    if (this.browser.locks.has(name)) return Promise.resolve(false);
    this.browser.locks.add(name);
    return Promise.resolve(true);
  };
  every = (_milliseconds: number, callback: () => void): (() => void) => {
    this.ticks.add(callback);
    return () => this.ticks.delete(callback);
  };
  /** What waits for its time, in milliseconds from the first moment. */
  #timers = new Set<{ at: number; callback: () => void }>();
  #elapsed = 0;
  deferred = (): Deferred =>
    createDeferred((milliseconds, callback) => {
      const timer = { at: this.#elapsed + milliseconds, callback };
      this.#timers.add(timer);
      return () => this.#timers.delete(timer);
    });
  leaving = new Set<() => void>();
  onLeave = (callback: () => void): (() => void) => {
    this.leaving.add(callback);
    return () => this.leaving.delete(callback);
  };
  /** The page goes: to be shown again as it was left, or not. */
  leave(): void {
    for (const callback of [...this.leaving]) callback();
  }
  /** The page goes for good, and its locks and what waited in it with it; the tab stays. */
  unload(): void {
    this.leave();
    for (const left of [this.leaving, this.returning, this.ticks, this.#timers]) left.clear();
    this.browser.locks.clear();
    this.browser.listeners.clear();
  }
  returning = new Set<() => void>();
  onReturn = (callback: () => void): (() => void) => {
    this.returning.add(callback);
    return () => this.returning.delete(callback);
  };
  sandbox = createSandboxCalls(this.origin, (request) => this.fetch(request));
  events: Surroundings['events'] = {
    listen: (listener, wanted = {}) => {
      const stream = {
        wanted,
        open: true,
        hear: (news: News): void => {
          if (stream.open) listener(news);
        },
        tell: (id: string, exchange: Exchange): void =>
          stream.hear({ kind: 'events', events: [{ id, exchange }] }),
      };
      this.streams.push(stream);
      return () => {
        stream.open = false;
      };
    },
  };

  #moveTo(moment: number): void {
    this.time += moment - this.#elapsed;
    this.#elapsed = moment;
  }

  /** Lets milliseconds pass: what waited for one of them comes in its turn. */
  wait(milliseconds: number): void {
    const until = this.#elapsed + milliseconds;
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= until);
      const next = due.sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.#moveTo(next.at);
      this.#timers.delete(next);
      next.callback();
    }
    this.#moveTo(until);
  }

  /** Lets seconds pass and the page's second hand move. */
  pass(seconds: number): void {
    this.wait(seconds * 1000);
    for (const tick of [...this.ticks]) tick();
  }
}

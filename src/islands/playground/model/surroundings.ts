import type { SandboxEvents } from '#islands/sandbox-events/sandbox-events.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import type { Clock } from '#protocol/clock.ts';
import type { Random } from '#protocol/random.ts';
import type { Making } from '#flows/flow.ts';
import type { Core } from './core.ts';
import type { Deferred } from './deferred.ts';
import type { Maker } from './make/made.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import type { PlaygroundServer } from './types.ts';

/** A window that the model opened. */
export interface OpenedWindow {
  /** A hint only: COOP makes it true while the window is open. */
  readonly closed: boolean;
  focus(): void;
  close(): void;
}

/** A page of the sandbox, gone to without a window. */
export interface Visit {
  /** Where redirects have led; a browser keeps the fragment to itself. */
  url: string;
  status: number;
  /** The sandbox's rule that decided. */
  rule?: string | undefined;
  /** What a press of its form's first button sends, where it has a form. */
  press?: Request | undefined;
}

/** One end of a BroadcastChannel. */
export interface Channel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

/** What a run against a real server has in the place of what the sandbox tells. */
export interface RealRun {
  server: PlaygroundServer;
  /** Keeps what the tab's storage keeps of the sandbox, and keeps it in memory. */
  keep: TextStorage;
  /** By what a step makes: what the reader brings takes the place of what the sandbox makes. */
  makers: Partial<Record<Making, Maker>>;
  /** Tells a run of its app, whenever the reader enters something of it; answers the way to stop. */
  follow(core: Core): () => void;
}

/** Everything outside the model, handed in. */
export interface Surroundings {
  /** Scheme and authority of the page, no trailing slash. */
  origin: string;
  /** The page's own path and link, to come back to after a sign-in on this page. */
  readonly path: string;
  fetch: (request: Request) => Promise<Response>;
  clock: Clock;
  random: Random;
  /** The tab's sessionStorage; undefined where it is blocked. */
  session: TextStorage | undefined;
  /** localStorage, for the sign-in mode and nothing else. */
  preferences: TextStorage | undefined;
  /** Undefined when the browser blocked it. `name` becomes the window's own. */
  openWindow(url: string, name: string): OpenedWindow | undefined;
  navigate(url: string): void;
  /** Goes to a page as a browser does, with its cookies and after its redirects. */
  visit(request: Request): Promise<Visit>;
  /** Presses the first button of the form that stands in a window, once a page. */
  pressIn(opened: OpenedWindow): void;
  /** The page's fragment, with its `#`; empty where there is none. */
  fragment(): string;
  /** Puts a fragment in place of the one before, without an entry in the history. */
  setFragment(text: string): void;
  /** Calls back when a link or the reader changes the fragment; answers the way to stop. */
  onFragment(callback: () => void): () => void;
  /** Calls back when the reader comes back to the page; answers the way to stop. */
  onVisible(callback: () => void): () => void;
  /** Calls back when the page goes; answers the way to stop. */
  onLeave(callback: () => void): () => void;
  /** Calls back when the page is shown again as it was left; answers the way to stop. */
  onReturn(callback: () => void): () => void;
  /** Undefined where there is none. */
  openChannel(): Channel | undefined;
  /** True when no other tab holds the name; it is then held until the page goes. */
  claim(name: string): Promise<boolean>;
  /** Calls back every so many milliseconds; answers the way to stop. */
  every(milliseconds: number, callback: () => void): () => void;
  /** A row of work that can wait. */
  deferred(): Deferred;
  /** The sandbox's control API. */
  sandbox: SandboxCalls;
  /** Set where requests go to a real server. */
  real?: RealRun;
  reload(): void;
  /** What reaches the sandbox. */
  events: Pick<SandboxEvents, 'listen'>;
}

import type { Clock } from '#protocol/clock.ts';

/** What an open stream tells. After `failed` it is over: it is closed and made anew. */
export interface SourceListener {
  opened(): void;
  exchange(id: string, data: string): void;
  gap(): void;
  failed(): void;
}

/** One end of a BroadcastChannel. */
export interface Channel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

/** Everything outside the client, handed in. */
export interface EventsSurroundings {
  /** Scheme and authority of the sandbox, no trailing slash. */
  origin: string;
  clock: Clock;
  fetch: (request: Request) => Promise<Response>;
  /** Opens an EventSource; answers the way to close it. */
  openSource(url: string, listener: SourceListener): () => void;
  /** Calls back after so many milliseconds; answers the way to stop. */
  wait(milliseconds: number, callback: () => void): () => void;
  /** Calls back when the page is drawn next, and soon where it is not drawn. */
  soon(callback: () => void): void;
  /** Where the tabs meet; undefined where there is no BroadcastChannel. */
  openChannel(): Channel | undefined;
  /** Calls back once no other tab holds the stream; answers the way to let go. Absent where a browser has no locks. */
  claim?: (held: () => void) => () => void;
  /** A page that is put aside must let go of the stream; one that comes back takes it up. Answers the way to stop. */
  watchPage(leave: () => void, comeBack: () => void): () => void;
}

import type * as explain from './explain.ts';
import type { MyApps } from '#islands/my-apps/my-apps.ts';
import type { SandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import type { StoredChoice } from '#islands/sandbox-events/stored-choices.ts';
import type { Since } from '#islands/sandbox-events/request-list.ts';
import type { SandboxEvents } from '#islands/sandbox-events/sandbox-events.ts';
import type { TextStorage } from '#islands/storage/storage.ts';

/** Where this page is served from: a program in a terminal can reach `node` alone. */
export type Host = 'node' | 'static' | 'unreachable';

/** What explains a program's requests. */
export type Explain = typeof explain;

/** Everything outside the quick start's model, handed in. */
export interface QuickStartSurroundings {
  /** Scheme and authority of the sandbox, no trailing slash. */
  origin: string;
  api: SandboxApi;
  events: SandboxEvents;
  since: Since;
  strangersChoice: StoredChoice;
  myApps: MyApps;
  /** Reads `/sandbox/host.json`. */
  askHost(): Promise<Host>;
  /** The engine with its rules and words, which a page loads late. */
  loadExplain(): Promise<Explain>;
  /** This tab's storage; undefined where it is blocked. */
  session: TextStorage | undefined;
  /** The browser's storage, for what is no secret; undefined where it is blocked. */
  local: TextStorage | undefined;
  /** Milliseconds since the epoch. */
  now(): number;
}

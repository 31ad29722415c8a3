import type { LanguageId } from '#flows/language-names.ts';
import type { Answer, AppView } from '#islands/sandbox-api/sandbox-api.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import type { Clock } from '#protocol/clock.ts';
import type { CertifySurroundings } from '#sandbox/certify/run.ts';

/** Who answers for the sandbox: a program in a terminal can reach `node` alone. */
export type Host = 'node' | 'tab' | 'none';

/**
 * A browser slows the timers of a tab in the background, and the reader is in the program's tab: what
 * the sandbox tells of a request wakes the run.
 */
export interface Ears {
  /** Until something came, or so long. */
  wait(milliseconds: number): Promise<void>;
  close(): void;
}

/** Everything outside the certification's model, handed in. */
export interface CertifyPageSurroundings {
  /** Scheme and authority of the sandbox, no trailing slash. */
  origin: string;
  askHost(): Promise<Host>;
  listApps(): Promise<Answer<AppView[]>>;
  control: CertifySurroundings['control'];
  /** The lesson of a language's quick start, which a page loads late. */
  loadLesson(language: LanguageId): Promise<string>;
  wait(milliseconds: number): Promise<void>;
  /** Listens to the sandbox while a run lasts. */
  listen(): Ears;
  clock: Clock;
  /** The tab's own storage; undefined where it is blocked. */
  session: TextStorage | undefined;
  /** The browser's storage, for what is no secret; undefined where it is blocked. */
  local: TextStorage | undefined;
  /** The address's fragment, its `#` included; empty for none. */
  fragment(): string;
  /** Calls back when the page is left; answers the way to stop. */
  watchLeaving(leaves: () => void): () => void;
}

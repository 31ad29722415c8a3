import type { Exchange } from '#protocol/exchange.ts';

/** What is known of the app that is watched. */
export interface WatchedApp {
  clientId: string;
  redirectUris: readonly string[];
  /** Whether the app has a secret. */
  confidential: boolean;
}

/** What the catalogue of errors says of a code; it comes late to a page, because it is large. */
export type Explain = (code: string) => { cause: string; fix: string } | undefined;

/** One exchange with what came before it, as a rule looks at it. */
export interface Moment {
  exchange: Exchange;
  /** Of the same app, oldest first. */
  earlier: readonly Exchange[];
  app: WatchedApp;
  explain: Explain;
}

import type { SightingSource } from './sources.ts';

/** Who can put it right, most often. */
export type WhoActs = 'developer' | 'administrator' | 'user' | 'provider' | 'nobody';

/** How often a public report of it was found among about 75 of them. */
export type Met = 'often' | 'sometimes' | 'rarely' | 'not met';

/** One form in which a code was seen at RingCentral. */
export interface Sighting {
  /** As it was sent; what differs from answer to answer stands in angle brackets, `<client id>`. */
  text: string;
  by: SightingSource;
  /** The HTTP status, where the source tells it. */
  status?: number;
  /** The `error` member, where the source shows it. */
  error?: string;
}

/** What is known of a code from outside: who acts, how often it was met, and each form of it. */
export interface Seen {
  who: WhoActs;
  met: Met;
  /** What decides it, as a request to whoever reported it. */
  ask: string;
  /** The newest first. */
  sightings: readonly Sighting[];
}

/** What is known from outside of every code of a family that is RingCentral's own. */
export type SeenOf<Codes> = {
  [Code in keyof Codes as Code extends `SANDBOX-${string}` ? never : Code]: Seen;
};

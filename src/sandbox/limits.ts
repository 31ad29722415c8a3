/**
 * Everything that a client can make the sandbox keep is bounded, in octets and in number. All
 * bounds together are below what a heap of 256 MB can spare, and each is above what a reader, or a
 * class of them, comes to.
 */
import type { Caller } from './wire/caller.ts';

/** So much, in octets and in number. */
export interface Amount {
  octets: number;
  number: number;
}

const mega = 1_048_576;

/** Sign-ins that wait for their user, of each kind of caller apart: a flood of one takes nothing from another. */
export const signInShares: Readonly<Record<Caller, Amount>> = {
  /** A browser that the reader steers: a class of thirty with twenty pages each fits in. */
  page: { octets: 8 * mega, number: 2000 },
  /** Programs that ask for the page and throw it away; one that goes on with its cookie counts as a page. */
  program: { octets: 4 * mega, number: 2000 },
  /** What other sites' pages open behind the reader's back; nobody ever finishes one. */
  stranger: { octets: 2 * mega, number: 500 },
};

/** Open sign-ins of one browser: more than anybody has tabs open for, and its own oldest goes first. */
export const mostSignInsPerBrowser = 20;

/** How long an open sign-in is kept, in milliseconds: a page that stood open for a day is not coming back. */
export const signInKept = 86_400_000;

/** Codes of one app, spent ones among them: ten minutes of eight sign-ins a second. */
export const codesPerApp: Amount = { octets: 4 * mega, number: 5000 };
/** Codes of all apps; beyond it the app that holds the most loses its oldest. */
export const codesInAll: Amount = { octets: 16 * mega, number: 20_000 };

/** How long a code is kept at least, in milliseconds, so that a lifetime which is raised later still finds it. */
export const codeKept = 3_600_000;

/** Rows that one sweep of a database drops at most, so that no request waits long for it; the next goes on. */
export const sweptAtOnce = 500;

/** Challenges of one app that a repeated one is known by: more sign-ins than one is looking at. */
export const mostChallenges = 50;
/** RFC 7636 section 4.2 has no longer one. */
export const longestChallenge = 128;

/** Sessions of one app with their tokens, ended ones among them: a load test of a thousand users fits in. */
export const sessionsPerApp: Amount = { octets: 4 * mega, number: 1000 };
/** Those of all apps; beyond it the app that holds the most loses its oldest. */
export const sessionsInAll: Amount = { octets: 24 * mega, number: 10_000 };
/** Ended sessions of one app whose tokens are still told from unknown ones. */
export const endedSessionsPerApp = 200;
/**
 * Access tokens of one session. Only where refresh tokens do not rotate does one have more than a
 * few that live; what is beyond ends before its time, the oldest first.
 */
export const mostAccessTokens = 2000;
/** Replaced tokens of one session, of each kind: enough to tell a client that is late what became of its own. */
export const mostReplacedTokens = 100;
/** How long an expired token is told from an unknown one, in milliseconds. */
export const staleAfter = 30 * 86_400_000;

/** Apps, the demo apps among them: nobody looks through more, and their list stays quick to read. */
export const appsInAll: Amount = { octets: 4 * mega, number: 500 };

/** What single apps override of the policy: one record of small values an app, and a few whose app is going. */
export const policiesInAll: Amount = { octets: 600 * 2048, number: 600 };

/** JWT credentials of one user for the same apps: a script that makes one a run replaces its oldest. */
export const jwtsOfOneKind: Amount = { octets: mega, number: 100 };
/** Those that are not revoked, of all users. */
export const jwtsInAll: Amount = { octets: 4 * mega, number: 1000 };
/** Revoked ones that are still told from unknown ones. */
export const revokedJwts: Amount = { octets: mega, number: 500 };

/** Counters of rate limits: a few of each app and user that there is, and those that made-up names share. */
export const rateCounters: Amount = { octets: mega, number: 3000 };

/** From this part of a bound on a store is called nearly full. */
export const nearlyFullFrom = 0.8;

/** Events of one app: an afternoon of a busy program, and enough for every page that draws them. */
export const eventsPerApp: Amount = { octets: 4 * mega, number: 1000 };
/** What strangers' pages sent, whichever app they named: seen by who looks, never in a reader's way. */
export const eventsOfStrangers: Amount = { octets: 2 * mega, number: 1000 };
/** Events of all; beyond it the app that holds the most loses its oldest. */
export const eventsInAll: Amount = { octets: 24 * mega, number: 50_000 };

/** What one event keeps of an exchange; nothing in OAuth comes near. */
export const eventParts = {
  /** Characters of a body, or of an address. */
  body: 8192,
  url: 4096,
  /** Header fields, the characters of one, and of all together. */
  fields: 100,
  field: 4096,
  allFields: 12_288,
  /** Characters of a client id or of a transaction's id. */
  id: 256,
} as const;

/** Labels of secrets that a worker's log remembers over a restart. */
export const rememberedLabels = 5000;

/**
 * Event streams that are open at the same time, of pages and of programs apart: a browser holds one
 * for all its tabs, and each costs a few kilobytes and a wake-up an event.
 */
export const openStreams = { page: 100, program: 100, stranger: 0 } as const satisfies Record<
  Caller,
  number
>;

import type { DBSchema, IDBPDatabase } from 'idb';
import type { Learned } from '#protocol/mask/mask.ts';
import type { Amount } from '../../limits.ts';
import type { Policy } from '../../policy.ts';
import type { Caller } from '../../wire/caller.ts';
import type {
  AccessTokenRecord,
  AppRecord,
  CodeRecord,
  JwtCredentialRecord,
  RateRecord,
  RefreshTokenRecord,
  SessionRecord,
  TransactionRecord,
} from '../records.ts';

/** What is told to whoever leaves strangers out, or what strangers sent, of an app. */
export type LogKey = ['told' | 'strangers', clientId: string];

/** A whole store, or one share of it. */
export type CountKey = [store: string] | [store: string, share: string];

/** A row carries the order that it came in, which lists, bounds and eviction go by. */
interface Placed {
  place?: number;
}

/** What a row carries beside its record: whose part of the store it is counted in, and for how much. */
export interface Counted extends Placed {
  share: string;
  octets: number;
}

/** Raised with every change of the stores; what an older version made is then dropped. */
export const version = 2;

export interface Schema extends DBSchema {
  /** `policy`, `offsetSeconds`, `faults`, `sequence`, `firstKept`, `signingKey`, `browser`, `born`. */
  settings: { key: string; value: unknown };
  overrides: { key: string; value: Partial<Policy> };
  apps: { key: number; value: Placed & { app: AppRecord }; indexes: { byId: string } };
  transactions: {
    key: number;
    value: Counted & { transaction: TransactionRecord };
    indexes: {
      byId: string;
      byTime: number;
      byShare: string;
      byOwner: [share: string, browser: string];
    };
  };
  codes: {
    key: number;
    value: Counted & { code: CodeRecord };
    indexes: { byCode: string; byTime: number; byShare: string };
  };
  /** The last challenges of each app. */
  challenges: { key: string; value: string[] };
  sessions: {
    key: number;
    /** `owner` is there while the session lives, so that the index holds no ended one; `octets` are its tokens’ too. */
    value: Placed & { session: SessionRecord; owner?: string; octets: number };
    indexes: { byId: string; byOwner: string; byClient: string; byTime: number };
  };
  /** Ended sessions in the order of their end. */
  endings: {
    key: number;
    value: Placed & { id: string; clientId: string };
    indexes: { byId: string; byClient: string };
  };
  access: {
    key: number;
    value: Placed & { token: AccessTokenRecord };
    indexes: { byToken: string; bySession: string };
  };
  refresh: {
    key: number;
    value: Placed & { token: RefreshTokenRecord };
    indexes: { byToken: string; bySession: string };
  };
  jwts: {
    key: number;
    value: Counted & { credential: JwtCredentialRecord };
    indexes: { byId: string; byShare: string };
  };
  rates: {
    key: number;
    value: Counted & { key: string; rate: RateRecord };
    indexes: { byKey: string; byShare: string };
  };
  /** How much each store holds, and each share of one. */
  counts: { key: CountKey; value: Amount };
  events: {
    key: [clientId: string, sequence: number];
    value: {
      sequence: number;
      clientId: string;
      id: string;
      caller: Caller;
      share: string;
      octets: number;
      text: string;
    };
    indexes: { bySequence: number; byShare: [share: string, sequence: number]; byId: string };
  };
  /** The last event of each app that is no longer kept, of those that strangers sent apart. */
  logs: { key: LogKey; value: { dropped: number } };
  /** Secrets with their labels, the oldest first: what the log's masker knows again. */
  labels: { key: number; value: Learned };
}

/** Every store with the key paths of its indexes; the first is unique. */
const placed = {
  apps: { byId: 'app.clientId' },
  transactions: {
    byId: 'transaction.id',
    byTime: 'transaction.createdAt',
    byShare: 'share',
    byOwner: ['share', 'transaction.browser'],
  },
  codes: { byCode: 'code.code', byTime: 'code.issuedAt', byShare: 'share' },
  sessions: {
    byId: 'session.id',
    byOwner: 'owner',
    byClient: 'session.clientId',
    byTime: 'session.lastUsedAt',
  },
  endings: { byId: 'id', byClient: 'clientId' },
  access: { byToken: 'token.token', bySession: 'token.sessionId' },
  refresh: { byToken: 'token.token', bySession: 'token.sessionId' },
  jwts: { byId: 'credential.id', byShare: 'share' },
  rates: { byKey: 'key', byShare: 'share' },
} as const;

export const storeNames = [
  'settings',
  'overrides',
  'counts',
  'events',
  'logs',
  'labels',
  'apps',
  'transactions',
  'codes',
  'challenges',
  'sessions',
  'endings',
  'access',
  'refresh',
  'jwts',
  'rates',
] as const;

/** Makes every store anew, on a change of version. */
export function createStores(untyped: IDBPDatabase): void {
  for (const name of untyped.objectStoreNames) untyped.deleteObjectStore(name);
  for (const name of ['settings', 'overrides', 'counts', 'logs', 'challenges']) {
    untyped.createObjectStore(name);
  }
  const events = untyped.createObjectStore('events', { keyPath: ['clientId', 'sequence'] });
  events.createIndex('bySequence', 'sequence', { unique: true });
  events.createIndex('byShare', ['share', 'sequence']);
  events.createIndex('byId', 'id');
  untyped.createObjectStore('labels', { autoIncrement: true });
  for (const [name, indexes] of Object.entries(placed)) {
    const store = untyped.createObjectStore(name, { keyPath: 'place', autoIncrement: true });
    for (const [index, [key, path]] of Object.entries(indexes).entries()) {
      store.createIndex(key, path, { unique: index === 0 });
    }
  }
}

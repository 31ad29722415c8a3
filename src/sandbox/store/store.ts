import type { Policy } from '../policy.ts';
import type { GivenFault } from '../faults/given.ts';
import type { EventLog } from './event-log.ts';
import type {
  AccessTokenRecord,
  AppRecord,
  CodeRecord,
  JwtCredentialRecord,
  RateRecord,
  RefreshTokenRecord,
  SessionRecord,
  SigningKeyRecord,
  TransactionRecord,
} from './records.ts';
import type { Usage } from './usage.ts';

/**
 * Where the sandbox keeps what it knows. Every verb is atomic: a code is taken
 * once, a refresh token is swapped once, whatever runs beside it. Memory and
 * IndexedDB stand behind it today, a shared database may later, and no grant
 * knows which. What a verb returns is a copy or is never changed by the caller.
 */
export interface Store {
  apps: {
    get(clientId: string): Promise<AppRecord | undefined>;
    list(): Promise<AppRecord[]>;
    /** Fails, without a change, when the client id is taken, or there is no room for one more app. */
    add(app: AppRecord): Promise<'added' | 'taken' | 'full'>;
    /** Fails, without a change, when the app has grown and there is no room for that. */
    put(app: AppRecord): Promise<'put' | 'full'>;
    /** Removes the app with its policy, codes, sessions and tokens. */
    remove(clientId: string): Promise<boolean>;
  };
  policy: {
    get(): Promise<Policy>;
    put(policy: Policy): Promise<void>;
    /** The fields that one app overrides. */
    getOverrides(clientId: string): Promise<Partial<Policy>>;
    putOverrides(clientId: string, fields: Partial<Policy>): Promise<void>;
  };
  clock: {
    getOffsetSeconds(): Promise<number>;
    putOffsetSeconds(offsetSeconds: number): Promise<void>;
  };
  transactions: {
    /** Beyond the bounds of its share, the oldest of the same browser goes, then the oldest of the share. */
    add(transaction: TransactionRecord): Promise<void>;
    get(id: string): Promise<TransactionRecord | undefined>;
    /** Takes it once: a second taker gets nothing (AS-066). */
    take(id: string): Promise<TransactionRecord | undefined>;
  };
  codes: {
    /** Beyond the bound of its app, the app's oldest goes. */
    add(code: CodeRecord): Promise<void>;
    get(code: string): Promise<CodeRecord | undefined>;
    /** Marks it spent if it is not; answers whether this caller was the one (AS-127). */
    spend(code: string, at: number): Promise<boolean>;
    /** Notes which session the exchange began; false when the code was replayed before that was known. */
    setSession(code: string, sessionId: string): Promise<boolean>;
    /** Notes a second use, and answers the session of the first one, once that is known (AS-125). */
    markReplayed(code: string): Promise<string | undefined>;
  };
  challenges: {
    /** Notes the challenge of a code that was issued to an app; answers whether an earlier one had the same. */
    remember(clientId: string, challenge: string): Promise<boolean>;
  };
  sessions: {
    /** Adds a session and ends the oldest ones of this user and app beyond `limit`. */
    add(session: SessionRecord, limit: number, now: number): Promise<void>;
    get(id: string): Promise<SessionRecord | undefined>;
    list(): Promise<SessionRecord[]>;
    /** Ends it with all its tokens. False when it is unknown or has ended. */
    end(id: string, reason: NonNullable<SessionRecord['ended']>, now: number): Promise<boolean>;
  };
  tokens: {
    addPair(access: AccessTokenRecord, refresh: RefreshTokenRecord | undefined): Promise<void>;
    getAccess(token: string): Promise<AccessTokenRecord | undefined>;
    getRefresh(token: string): Promise<RefreshTokenRecord | undefined>;
    /** Notes the first use of an access token, once: it starts the grace of the refresh token before it. */
    markUsed(token: string, now: number): Promise<void>;
    /** Cuts short the life of every access token that an app has; answers how many live sessions it has. */
    expireAccess(clientId: string, now: number): Promise<number>;
    endAccess(token: string, now: number): Promise<void>;
    endRefresh(token: string, now: number): Promise<void>;
    /**
     * Swaps a refresh token for a new pair once, and ends the session's earlier access tokens.
     * `swapped` for the one caller that did it; `already` with the record as the first one left it.
     */
    swapRefresh(
      token: string,
      access: AccessTokenRecord,
      refresh: RefreshTokenRecord | undefined,
      now: number,
    ): Promise<
      { kind: 'swapped' } | { kind: 'already'; record: RefreshTokenRecord } | { kind: 'gone' }
    >;
  };
  /** JWT credentials, by the digest of their text. */
  jwts: {
    /** Beyond a number of one user for the same apps the oldest goes; of all users together it is refused. */
    add(credential: JwtCredentialRecord): Promise<'added' | 'full'>;
    get(id: string): Promise<JwtCredentialRecord | undefined>;
    /** Those that are not revoked, oldest first. */
    list(): Promise<JwtCredentialRecord[]>;
    /** Marks it revoked, once: false when it is unknown or was revoked before. */
    revoke(id: string, now: number): Promise<boolean>;
  };
  /** The one key that signs JWT credentials. */
  signingKey: {
    get(): Promise<SigningKeyRecord | undefined>;
    /** Keeps it unless there is one, and answers the one that is kept: of several makers one wins. */
    add(key: SigningKeyRecord): Promise<SigningKeyRecord>;
  };
  rates: {
    /**
     * Replaces a count by what `change` makes of it, atomically; `change` does not wait. The key is
     * of an app or a user that there is, or one of a few that made-up names share: a made-up name
     * of its own would push out another's count.
     */
    update(
      key: string,
      change: (before: RateRecord | undefined) => RateRecord,
    ): Promise<RateRecord>;
  };
  /** What the sandbox does wrong on demand, of all apps: one short list, which every request reads. */
  faults: {
    list(): Promise<readonly GivenFault[]>;
    /** Replaces the list by what `change` makes of it, atomically; `change` does not wait. */
    update(change: (before: readonly GivenFault[]) => readonly GivenFault[]): Promise<void>;
  };
  events: EventLog;
  /**
   * Grows whenever what was kept is found gone through no verb: a browser may clear its storage at
   * any time. Left out where that cannot happen.
   */
  generation?(): number;
  /** How full each store is, from running counts. */
  usage(): Promise<Usage[]>;
  /** Drops what expired long ago. */
  sweep(now: number): Promise<void>;
  /** Back to nothing but the signing key, which is the server's own: the sandbox then seeds its demo apps again. */
  reset(): Promise<void>;
}

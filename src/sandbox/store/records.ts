import type { AppSettings } from '#app-settings/app.ts';
import type { ChallengeMethod } from '#protocol/pkce.ts';
import type { Wishes } from '../checks/authorize/wishes.ts';
import type { Caller } from '../wire/caller.ts';

/** All times are milliseconds since the epoch, on the sandbox's clock. */

export interface AppRecord extends AppSettings {
  clientId: string;
  /** Absent for a public client. */
  clientSecret?: string;
  createdAt: number;
  /** Demo apps come back with every reset. */
  demo: boolean;
  /** What the reader did to this app's program from its page; never part of its settings. */
  acts?: {
    /** The next consent is answered as denied, whichever button is pressed. */
    refuseNextConsent?: boolean;
  };
}

export interface UserRecord {
  extensionNumber: string;
  /** RingCentral's internal id; `owner_id` in a token response is this as a string. */
  extensionId: number;
  accountId: number;
  /** The main company number, `+18335550100`. */
  companyNumber: string;
  name: string;
  email: string;
  password: string;
  administrator: boolean;
  thirdPartyAppsAccess: boolean;
  mfaRequired: boolean;
  ssoEnforced: boolean;
  disabled: boolean;
}

/** An authorization request that passed its checks and waits for sign-in, then consent. */
export interface TransactionRecord {
  id: string;
  /** The browser session that began it; a form from another is refused (AS-066). */
  browser: string;
  /** In whose share of the memory it is counted. */
  caller: Caller;
  clientId: string;
  /** The URI the answer goes to. */
  redirectUri: string;
  /** Whether the request named it, which binds the token request (AS-121). */
  redirectUriSent: boolean;
  responseType: 'code' | 'token';
  state?: string;
  scopes: string[];
  codeChallenge?: string;
  codeChallengeMethod?: ChallengeMethod;
  /** Set by the sign-in form: the extension id. */
  userId?: number;
  /** What the request asked of the pages; absent where it asked nothing. */
  wishes?: Wishes;
  createdAt: number;
}

export interface CodeRecord {
  code: string;
  clientId: string;
  userId: number;
  redirectUri: string;
  redirectUriSent: boolean;
  scopes: string[];
  codeChallenge?: string;
  codeChallengeMethod?: ChallengeMethod;
  /** Its life is counted from here by the policy in force when it is redeemed, so that it can be extended. */
  issuedAt: number;
  /** Set by the one successful take; kept as a tombstone so that a replay is known (AS-126). */
  spentAt?: number;
  /** The session that the successful exchange began. */
  sessionId?: string;
  /** Somebody used it again: whoever is still beginning its session ends that (AS-125). */
  replayed?: true;
}

/** One sign-in of one user in one app; every token of a grant belongs to one. */
export interface SessionRecord {
  id: string;
  clientId: string;
  userId: number;
  grantType: string;
  scopes: string[];
  endpointId: string;
  createdAt: number;
  lastUsedAt: number;
  /** What its refresh tokens prove that they are of it with. */
  familySecret?: string;
  /** Why it ended, once it has. */
  ended?: 'revoked' | 'evicted' | 'replayed' | 'reused' | 'user';
}

export interface AccessTokenRecord {
  token: string;
  sessionId: string;
  clientId: string;
  userId: number;
  scopes: string[];
  issuedAt: number;
  expiresAt: number;
  firstUsedAt?: number;
  /** The reader cut its life short: it is over, wherever the clock is moved. */
  madeToExpire?: true;
  /** Set when a refresh replaced it, or it was revoked. */
  endedAt?: number;
  /** It ended with all of its session, and is kept so that a use of it is told to its app. */
  endedWithSession?: true;
}

export interface RefreshTokenRecord {
  token: string;
  sessionId: string;
  clientId: string;
  userId: number;
  scopes: string[];
  issuedAt: number;
  expiresAt: number;
  /** Set by the first rotation: the pair that took its place. */
  successor?: { accessToken: string; refreshToken: string; at: number };
  /** It would live longer if its family did (AS-147). */
  endsWithFamily?: true;
  endedAt?: number;
}

/** A JWT that the console made, without its text: what the server knows about it and no claim tells. */
export interface JwtCredentialRecord {
  /** SHA-256 of the JWT's text, in base64url: it finds the record and gives no JWT away. */
  id: string;
  userId: number;
  /** The apps that may use it; absent, every app of the user's own company. */
  clientIds?: string[];
  createdAt: number;
  /** Absent when it was made without an end. */
  expiresAt?: number;
  /** Set by the console: from then on it is refused (AS-163). */
  revokedAt?: number;
}

/** The key that signs JWT credentials, as a private JWK: a stopped worker must find it again. */
export interface SigningKeyRecord {
  kid: string;
  privateJwk: JsonWebKey;
}

/** What has been counted of one app in one rate limit group. */
export interface RateRecord {
  /** When each request that still counts arrived, oldest first. */
  at: number[];
  /** Until when every request is refused, and restarts the penalty. */
  penaltyUntil?: number;
}

import * as z from 'zod/mini';
import { appSettingsShape } from '#app-settings/schema.ts';
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
} from '../records.ts';

/**
 * What a browser kept may be an earlier version's, or tampered with, so it
 * passes these on its way back. They are loose: a member that is added to a
 * record is kept before it stands here.
 */
const text = z.string();
const maybe = z.exactOptional;
const method = z.enum(['S256', 'plain']);

const { platformType, methods, issueRefreshTokens, portal, audience } = appSettingsShape;

export const appSchema: z.ZodMiniType<AppRecord> = z.looseObject({
  // What goes together was checked when the app was made.
  name: text,
  portal,
  audience,
  platformType,
  methods,
  issueRefreshTokens,
  redirectUris: z.array(text),
  scopes: z.array(text),
  clientId: text,
  clientSecret: maybe(text),
  createdAt: z.number(),
  demo: z.boolean(),
});

export const transactionSchema: z.ZodMiniType<TransactionRecord> = z.looseObject({
  id: text,
  browser: text,
  caller: z.enum(['page', 'program', 'stranger']),
  clientId: text,
  redirectUri: text,
  redirectUriSent: z.boolean(),
  responseType: z.enum(['code', 'token']),
  state: maybe(text),
  scopes: z.array(text),
  codeChallenge: maybe(text),
  codeChallengeMethod: maybe(method),
  userId: maybe(z.number()),
  createdAt: z.number(),
});

export const codeSchema: z.ZodMiniType<CodeRecord> = z.looseObject({
  code: text,
  clientId: text,
  userId: z.number(),
  redirectUri: text,
  redirectUriSent: z.boolean(),
  scopes: z.array(text),
  codeChallenge: maybe(text),
  codeChallengeMethod: maybe(method),
  issuedAt: z.number(),
  spentAt: maybe(z.number()),
  sessionId: maybe(text),
  replayed: maybe(z.literal(true)),
});

export const sessionSchema: z.ZodMiniType<SessionRecord> = z.looseObject({
  id: text,
  clientId: text,
  userId: z.number(),
  grantType: text,
  scopes: z.array(text),
  endpointId: text,
  createdAt: z.number(),
  lastUsedAt: z.number(),
  familySecret: maybe(text),
  ended: maybe(z.enum(['revoked', 'evicted', 'replayed', 'reused', 'user'])),
});

const tokenShape = {
  token: text,
  sessionId: text,
  clientId: text,
  userId: z.number(),
  scopes: z.array(text),
  issuedAt: z.number(),
  expiresAt: z.number(),
  endedAt: maybe(z.number()),
};

export const accessSchema: z.ZodMiniType<AccessTokenRecord> = z.looseObject({
  ...tokenShape,
  firstUsedAt: maybe(z.number()),
  madeToExpire: maybe(z.literal(true)),
  endedWithSession: maybe(z.literal(true)),
});

export const refreshSchema: z.ZodMiniType<RefreshTokenRecord> = z.looseObject({
  ...tokenShape,
  successor: maybe(z.object({ accessToken: text, refreshToken: text, at: z.number() })),
  endsWithFamily: maybe(z.literal(true)),
});

export const credentialSchema: z.ZodMiniType<JwtCredentialRecord> = z.looseObject({
  id: text,
  userId: z.number(),
  clientIds: maybe(z.array(text)),
  createdAt: z.number(),
  expiresAt: maybe(z.number()),
  revokedAt: maybe(z.number()),
});

export const signingKeySchema: z.ZodMiniType<SigningKeyRecord> = z.looseObject({
  kid: text,
  privateJwk: z.looseObject({ kty: text, n: text, e: text, d: text }),
});

export const rateSchema: z.ZodMiniType<RateRecord> = z.looseObject({
  at: z.array(z.number()),
  penaltyUntil: maybe(z.number()),
});

export const eventSchema = z.object({
  sequence: z.number(),
  clientId: text,
  id: text,
  caller: z.enum(['page', 'program', 'stranger']),
  text,
});

/** A value that was kept, or undefined when it is not what it should be. */
export function readStored<Value>(schema: z.ZodMiniType<Value>, value: unknown): Value | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

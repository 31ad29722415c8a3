import * as z from 'zod/mini';
import { usageNames } from '../../store/usage.ts';

/** What a refusal says. */
export const refusalSchema = z.object({
  errors: z.array(
    z.object({
      path: z.string(),
      message: z.string(),
      /** The code in the catalogue of errors, where the refusal has one. */
      code: z.optional(z.string()),
    }),
  ),
});

const amountSchema = z.object({ octets: z.int(), number: z.int() });

/** How full the stores are in which the sandbox keeps what it knows. */
export const usageSchema = z.array(
  z.object({
    name: z.enum(usageNames),
    used: amountSchema,
    of: amountSchema,
    nearlyFull: z.boolean(),
  }),
);

export const userViewSchema = z.object({
  extensionNumber: z.string(),
  extensionId: z.int(),
  accountId: z.int(),
  companyNumber: z.string(),
  name: z.string(),
  email: z.string(),
  password: z.string(),
  administrator: z.boolean(),
  thirdPartyAppsAccess: z.boolean(),
  mfaRequired: z.boolean(),
  ssoEnforced: z.boolean(),
  disabled: z.boolean(),
});

export const sessionViewSchema = z.object({
  sessionId: z.string(),
  clientId: z.string(),
  userId: z.int(),
  extensionNumber: z.optional(z.string()),
  grantType: z.string(),
  scopes: z.array(z.string()),
  endpointId: z.string(),
  createdAt: z.number(),
  lastUsedAt: z.number(),
});

/** What the sandbox knows of a token. Times are milliseconds on its own clock. */
export const inspectedTokenSchema = z.union([
  z.object({ kind: z.literal('unknown'), ownShape: z.boolean(), now: z.number() }),
  z.object({
    kind: z.enum(['access-token', 'refresh-token']),
    status: z.enum(['live', 'expired', 'replaced', 'ended']),
    clientId: z.string(),
    extensionId: z.int(),
    extensionNumber: z.optional(z.string()),
    scopes: z.array(z.string()),
    issuedAt: z.number(),
    expiresAt: z.number(),
    endedAt: z.optional(z.number()),
    replacedAt: z.optional(z.number()),
    sessionId: z.string(),
    grantType: z.optional(z.string()),
    sessionEnded: z.optional(z.string()),
    now: z.number(),
  }),
]);

/** Ten years either way: enough to expire all there is. */
const furthest = 315_360_000;

export const clockSchema = z.strictObject({
  offsetSeconds: z.int().check(z.minimum(-furthest), z.maximum(furthest)),
});

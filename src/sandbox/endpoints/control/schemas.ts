import * as z from 'zod/mini';

/** What a refusal says. */
export const refusalSchema = z.object({
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});

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

/** Ten years either way: enough to expire all there is. */
const furthest = 315_360_000;

export const clockSchema = z.strictObject({
  offsetSeconds: z.int().check(z.minimum(-furthest), z.maximum(furthest)),
});

import * as z from 'zod/mini';

const seconds = z.int().check(z.minimum(0), z.maximum(31_536_000));

/**
 * Every choice that the RFCs or RingCentral leave open, as data. Read through
 * `policyFor` alone; nothing else in the sandbox holds a default.
 */
export const policySchema = z.strictObject({
  profile: z.enum(['oauth20', 'oauth21']),
  pkce: z.enum(['optional', 'public', 'all']),
  plain: z.boolean(),
  redirectMatch: z.enum(['exact', 'prefix']),
  implicit: z.boolean(),
  password: z.boolean(),
  rotation: z.enum(['none', 'rotate', 'grace', 'reuse-detection']),
  codeLifetimeSeconds: seconds,
  codeTombstoneSeconds: seconds,
  accessTokenLifetimeSeconds: seconds,
  refreshTokenLifetimeSeconds: seconds,
  refreshFamilyLifetimeSeconds: seconds,
  sessionsPerUserAndApp: z.int().check(z.minimum(1), z.maximum(1000)),
  consumeCodeOnWrongVerifier: z.boolean(),
  revokeOnReplay: z.enum(['none', 'valid', 'any']),
  unknownScope: z.enum(['ignore', 'drop', 'refuse']),
  iss: z.boolean(),
  queryToken: z.boolean(),
  revokeCascade: z.enum(['session', 'grant', 'token']),
  errorShape: z.enum(['ringcentral', 'rfc']),
  basicDecoding: z.enum(['tolerant', 'strict']),
  pkceReplacesSecret: z.boolean(),
  rateLimit: z.boolean(),
  failureLimit: z.int().check(z.minimum(0), z.maximum(1000)),
});

export type Policy = z.infer<typeof policySchema>;
export const presetNames = ['ringcentral', 'strict', 'ringcentral-today'] as const;
export type PresetName = (typeof presetNames)[number];

const ringcentral: Policy = {
  profile: 'oauth20',
  pkce: 'optional',
  plain: true,
  redirectMatch: 'exact',
  implicit: true,
  password: true,
  rotation: 'grace',
  codeLifetimeSeconds: 60,
  codeTombstoneSeconds: 600,
  accessTokenLifetimeSeconds: 3600,
  refreshTokenLifetimeSeconds: 604_800,
  refreshFamilyLifetimeSeconds: 0,
  sessionsPerUserAndApp: 5,
  consumeCodeOnWrongVerifier: true,
  revokeOnReplay: 'valid',
  unknownScope: 'ignore',
  iss: false,
  queryToken: true,
  revokeCascade: 'session',
  errorShape: 'ringcentral',
  basicDecoding: 'tolerant',
  pkceReplacesSecret: false,
  rateLimit: false,
  failureLimit: 0,
};

/** What each preset sets. `ringcentral` is where the sandbox starts; `strict` is RFC 9700. */
export const presets: Record<PresetName, Policy> = {
  ringcentral,
  strict: {
    ...ringcentral,
    pkce: 'public',
    plain: false,
    implicit: false,
    password: false,
    rotation: 'reuse-detection',
    refreshFamilyLifetimeSeconds: 7_776_000,
    unknownScope: 'refuse',
    iss: true,
    queryToken: false,
    revokeCascade: 'grant',
    errorShape: 'rfc',
    basicDecoding: 'strict',
    failureLimit: 10,
  },
  'ringcentral-today': { ...ringcentral, implicit: false, password: false },
};

/**
 * What a policy comes to once its profile has spoken: OAuth 2.1 has neither implicit nor password
 * nor `plain` nor tokens in a query, and always sends `iss`.
 */
export function inForce(policy: Policy) {
  const modern = policy.profile === 'oauth21';
  return {
    implicit: policy.implicit && !modern,
    password: policy.password && !modern,
    plain: policy.plain && !modern,
    queryToken: policy.queryToken && !modern,
    iss: policy.iss || modern,
  };
}

/** A PUT to the policy: a preset, set first, and the fields named beside it. */
export const policyPatchSchema = z.partial(
  z.strictObject({ ...policySchema.shape, preset: z.enum(presetNames) }),
);
export type PolicyPatch = z.infer<typeof policyPatchSchema>;

/** Applies a patch to a policy, or to what an app overrides of it: the preset first, then each field it names. */
export function patchPolicy<Current extends Partial<Policy>>(
  current: Current,
  { preset, ...fields }: PolicyPatch,
): Policy | Current {
  const named = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  return { ...(preset ? presets[preset] : current), ...named };
}

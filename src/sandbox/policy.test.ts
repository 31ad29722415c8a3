import { describe, expect, it } from 'vitest';
import { inForce, patchPolicy, policySchema, presets } from './policy.ts';

/** Typed by hand from the design: each field under ringcentral and under strict. */
const contract = {
  profile: ['oauth20', 'oauth20'],
  pkce: ['optional', 'public'],
  plain: [true, false],
  redirectMatch: ['exact', 'exact'],
  implicit: [true, false],
  password: [true, false],
  rotation: ['grace', 'reuse-detection'],
  codeLifetimeSeconds: [60, 60],
  codeTombstoneSeconds: [600, 600],
  accessTokenLifetimeSeconds: [3600, 3600],
  refreshTokenLifetimeSeconds: [604_800, 604_800],
  sessionsPerUserAndApp: [5, 5],
  consumeCodeOnWrongVerifier: [true, true],
  revokeOnReplay: ['valid', 'valid'],
  unknownScope: ['ignore', 'refuse'],
  iss: [false, true],
  queryToken: [true, false],
  revokeCascade: ['session', 'grant'],
  errorShape: ['ringcentral', 'rfc'],
  basicDecoding: ['tolerant', 'strict'],
  pkceReplacesSecret: [false, false],
  rateLimit: [false, false],
  failureLimit: [0, 10],
  refreshFamilyLifetimeSeconds: [0, 7_776_000],
} as const;

const column = (index: 0 | 1) =>
  Object.fromEntries(Object.entries(contract).map(([field, values]) => [field, values[index]]));

describe('the presets', () => {
  it('are the contract’s, field by field', () => {
    expect(presets.ringcentral).toEqual(column(0));
    expect(presets.strict).toEqual(column(1));
    expect(presets['ringcentral-today']).toEqual({
      ...column(0),
      implicit: false,
      password: false,
    });
  });

  it.each(Object.keys(contract))('%s takes nothing but its own values', (field) => {
    const bad = { ...presets.ringcentral, [field]: 'nonsense' };
    expect(policySchema.safeParse(bad).success).toBe(false);
    const none = { ...presets.ringcentral, [field]: undefined };
    expect(policySchema.safeParse(none).success).toBe(false);
  });

  it('a patch sets its preset first, then each field it names', () => {
    const patched = patchPolicy(presets.ringcentral, { preset: 'strict', implicit: true });
    expect(patched).toEqual({ ...presets.strict, implicit: true });
    expect(patchPolicy(presets.strict, { plain: true })).toEqual({
      ...presets.strict,
      plain: true,
    });
  });
});

describe('what is in force', () => {
  const open = { implicit: true, password: true, plain: true, queryToken: true, iss: false };

  it('is what the fields say under OAuth 2.0', () => {
    expect(inForce({ ...presets.ringcentral, ...open })).toEqual(open);
  });

  it('AS-087, AS-140, AS-075, AS-182, AS-195 is closed under OAuth 2.1, whatever they say', () => {
    expect(inForce({ ...presets.ringcentral, ...open, profile: 'oauth21' })).toEqual({
      implicit: false,
      password: false,
      plain: false,
      queryToken: false,
      iss: true,
    });
  });
});

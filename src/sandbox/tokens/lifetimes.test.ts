import { describe, expect, it } from 'vitest';
import { presets } from '../policy.ts';
import { lifetimes } from './lifetimes.ts';

const ask = (parameters: Record<string, string>, policy = presets.ringcentral) =>
  lifetimes(new Map(Object.entries(parameters)), policy);

describe('token lifetimes', () => {
  it('are the policy’s when nothing is asked', () => {
    expect(ask({})).toEqual({
      accessSeconds: 3600,
      refreshSeconds: 604_800,
      familySeconds: 0,
    });
  });

  it('are clamped and never refused', () => {
    expect(ask({ access_token_ttl: '60', refresh_token_ttl: '9999999' })).toEqual({
      accessSeconds: 600,
      refreshSeconds: 604_800,
      familySeconds: 0,
    });
    expect(ask({ access_token_ttl: '7200' }).accessSeconds).toBe(3600);
    expect(ask({ access_token_ttl: '-1', refresh_token_ttl: 'x' })).toEqual(ask({}));
  });

  it('are shorter where the request asks so, down to no refresh token', () => {
    expect(ask({ access_token_ttl: '1200', refresh_token_ttl: '1200' })).toEqual({
      accessSeconds: 1200,
      refreshSeconds: 1200,
      familySeconds: 0,
    });
    expect(ask({ refresh_token_ttl: '0' }).refreshSeconds).toBe(0);
  });

  it('follow a policy shorter than RingCentral’s shortest', () => {
    const policy = { ...presets.ringcentral, accessTokenLifetimeSeconds: 30 };
    expect(ask({ access_token_ttl: '600' }, policy).accessSeconds).toBe(30);
  });
});

import { describe, expect, it } from 'vitest';
import { type JwtDraft, emptyJwt, jwtOf, jwtParts } from './jwt-draft.ts';

const draft = (differences: Partial<JwtDraft> = {}): JwtDraft => ({
  ...emptyJwt,
  user: '+18335550100*101',
  ...differences,
});

describe('the form of a JWT credential', () => {
  it('permits all apps and never expires unless it is said', () => {
    expect(jwtOf(draft({ clientIds: ['left from before'] }))).toEqual({
      extensionNumber: '101',
      companyNumber: '+18335550100',
    });
  });

  it('sends what was chosen', () => {
    const expires = '2026-12-24T18:00';
    expect(
      jwtOf(draft({ only: true, clientIds: ['a', 'b'], expires, claims: ' {"aud":null} ' })),
    ).toEqual({
      extensionNumber: '101',
      companyNumber: '+18335550100',
      clientIds: ['a', 'b'],
      expiresAt: new Date(expires).getTime(),
      claims: { aud: null },
    });
  });

  it.each([
    ['user', { user: '' }],
    ['clientIds', { only: true }],
    ['expires', { expires: 'soon' }],
    ['claims', { claims: '{' }],
    ['claims', { claims: '[]' }],
    ['claims', { claims: 'null' }],
    ['claims', { claims: '"x"' }],
  ] as const)('says what is wrong with %s', (field, differences) => {
    expect(jwtOf(draft(differences))).toMatchObject({ field, message: expect.any(String) });
  });
});

describe('a JWT laid out', () => {
  it('shows header and claims, in any script', () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const jwt = `${part({ alg: 'RS256' })}.${part({ sub: 'ü>?' })}.x`;
    expect(jwtParts(jwt)).toEqual({
      header: '{\n  "alg": "RS256"\n}',
      claims: '{\n  "sub": "ü>?"\n}',
    });
  });

  it.each(['', 'a.b.c', 'e30', '....'])('is none where %j is none', (text) => {
    expect(jwtParts(text)).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import type { AppSettings } from '../app.ts';
import { newAppLink } from './write.ts';

const description = 'Signs a user in and reads the call log.';
const spa: AppSettings = {
  name: 'My app & yours',
  portal: 'current',
  audience: 'public',
  methods: ['three-legged'],
  platformType: 'BrowserBased',
  redirectUris: ['https://a.example/cb?x=1', 'http://localhost:5000/oauth2callback'],
  scopes: ['ReadAccounts', 'ReadCallLog'],
};
const job: AppSettings = {
  name: 'Job',
  portal: 'current',
  audience: 'private',
  methods: ['jwt'],
  redirectUris: [],
  scopes: [],
};
const byHand = (settings: AppSettings) => newAppLink(settings).byHand.map(({ field }) => field);

test('a three-legged app is named by its platform type', () => {
  const { href } = newAppLink(spa, description);
  const { origin, pathname, searchParams } = new URL(href);
  expect(origin + pathname).toBe('https://developer.ringcentral.com/new-app');
  expect(Object.fromEntries(searchParams)).toEqual({
    name: 'My app & yours',
    desc: description,
    public: 'true',
    type: 'BrowserBased',
    permissions: 'ReadAccounts,ReadCallLog',
    redirectUri: 'https://a.example/cb?x=1,http://localhost:5000/oauth2callback',
  });
});

test('a JWT app is named by its grant type and has no redirect', () => {
  const { href, byHand: rest } = newAppLink(job, description);
  expect(Object.fromEntries(new URL(href).searchParams)).toEqual({
    name: 'Job',
    desc: description,
    public: 'false',
    type: 'ServerOther',
    grantType: 'PersonalJWT',
  });
  expect(rest).toEqual([]);
});

test('without a description the link carries one of at least 20 characters', () => {
  const { searchParams } = new URL(newAppLink(job).href);
  expect(searchParams.get('desc')?.length).toBeGreaterThanOrEqual(20);
});

test('nothing in it ends the address in Markdown or HTML', () => {
  const app = { ...job, name: `It's (mine)! "x" <b> \uD800` };
  expect(newAppLink(app).href).toMatch(/^[\w.:/?&=%~-]+$/);
});

test('the whole address, with what Markdown and HTML would cut percent-encoded', () => {
  const app: AppSettings = { ...spa, name: `It's (mine)*! \uD800`, scopes: [] };
  expect(newAppLink(app, 'Signs in.').href).toBe(
    'https://developer.ringcentral.com/new-app?name=It%27s%20%28mine%29%2A%21%20%EF%BF%BD&desc=Signs%20in.&public=true&type=BrowserBased&redirectUri=https%3A%2F%2Fa.example%2Fcb%3Fx%3D1%2Chttp%3A%2F%2Flocalhost%3A5000%2Foauth2callback',
  );
});

describe('what the link cannot set is said', () => {
  test('Issue refresh tokens, which no parameter sets', () => {
    const [first] = newAppLink({ ...job, issueRefreshTokens: true }).byHand;
    expect(first?.field).toBe('issueRefreshTokens');
    expect(first?.words).toContain('Issue refresh tokens: Yes');
    expect(byHand({ ...job, issueRefreshTokens: false })).toEqual([]);
  });

  test.each<[string, AppSettings, (keyof AppSettings)[]]>([
    ['3-legged OAuth, which the form may not show', spa, ['methods']],
    ['a second method', { ...spa, methods: ['three-legged', 'jwt'] }, ['methods']],
    ['the password method', { ...job, methods: ['password'] }, ['methods']],
    [
      'a redirect URI with a comma',
      { ...job, redirectUris: ['https://a.example/?x=1,2', 'https://a.example/'] },
      ['redirectUris'],
    ],
  ])('%s', (_name, settings, fields) => {
    expect(byHand(settings)).toEqual(fields);
  });

  test('that the form is the current portal’s, for a classic app', () => {
    const classic: AppSettings = { ...spa, portal: 'classic', methods: undefined };
    expect(byHand(classic)).toEqual(['portal']);
    expect(byHand({ ...classic, issueRefreshTokens: false })).toEqual([
      'portal',
      'issueRefreshTokens',
    ]);
  });
});

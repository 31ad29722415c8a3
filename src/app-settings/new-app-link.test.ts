import { expect, test } from 'vitest';
import { newAppLink } from './new-app-link.ts';

const description = 'Signs a user in and reads the call log.';

test('a three-legged app is named by its platform type', () => {
  const link = newAppLink(
    {
      name: 'My app & yours',
      portal: 'current',
      audience: 'public',
      methods: ['three-legged'],
      platformType: 'BrowserBased',
      redirectUris: ['https://a.example/cb?x=1', 'http://localhost:5000/oauth2callback'],
      scopes: ['ReadAccounts', 'ReadCallLog'],
    },
    description,
  );
  const { origin, pathname, searchParams } = new URL(link);
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
  const link = newAppLink(
    {
      name: 'Job',
      portal: 'current',
      audience: 'private',
      methods: ['jwt'],
      redirectUris: [],
      scopes: [],
    },
    description,
  );
  expect(Object.fromEntries(new URL(link).searchParams)).toEqual({
    name: 'Job',
    desc: description,
    public: 'false',
    type: 'ServerOther',
    grantType: 'PersonalJWT',
  });
});

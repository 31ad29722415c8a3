import { describe, expect, it } from 'vitest';
import type { AppSettings } from './app.ts';
import { asJwtApp, withMethod, withoutThreeLegged, withPlatform } from './changes.ts';

const phone: AppSettings = {
  name: 'Shop',
  portal: 'current',
  audience: 'public',
  platformType: 'MobileIOS',
  methods: ['three-legged', 'jwt'],
  issueRefreshTokens: true,
  redirectUris: ['com.example.shop:/callback'],
  scopes: ['ReadAccounts'],
};
const job: AppSettings = {
  name: 'Job',
  portal: 'current',
  audience: 'private',
  methods: ['jwt'],
  redirectUris: [],
  scopes: [],
};

describe('a change of settings leaves the rest, and the app that it was made from', () => {
  // Strictly: a member that is there and undefined is another new-app link, and another export.
  it.each<[string, () => AppSettings, AppSettings]>([
    [
      'another platform',
      () => withPlatform(phone, 'ServerWeb'),
      { ...phone, platformType: 'ServerWeb' },
    ],
    [
      'no platform',
      () => withPlatform(phone),
      {
        name: 'Shop',
        portal: 'current',
        audience: 'public',
        methods: ['three-legged', 'jwt'],
        issueRefreshTokens: true,
        redirectUris: ['com.example.shop:/callback'],
        scopes: ['ReadAccounts'],
      },
    ],
    [
      'three-legged OAuth beside JWT, on a web server unless it says otherwise',
      () => withMethod(job, 'three-legged'),
      { ...job, methods: ['jwt', 'three-legged'], platformType: 'ServerWeb' },
    ],
    [
      'a method that it has, once',
      () => withMethod(phone, 'three-legged'),
      { ...phone, methods: ['three-legged', 'jwt'] },
    ],
    [
      'the first method of an app that has none yet',
      () => withMethod({ ...job, methods: undefined }, 'password'),
      { ...job, methods: ['password'] },
    ],
    [
      'no three-legged OAuth, and so no platform',
      () => withoutThreeLegged(phone),
      {
        name: 'Shop',
        portal: 'current',
        audience: 'public',
        methods: ['jwt'],
        issueRefreshTokens: true,
        redirectUris: ['com.example.shop:/callback'],
        scopes: ['ReadAccounts'],
      },
    ],
    [
      'no three-legged OAuth of an app that has no method yet',
      () => withoutThreeLegged({ ...job, methods: undefined }),
      { ...job, methods: [] },
    ],
    [
      'a JWT app of the current portal, with refresh tokens off',
      () =>
        asJwtApp({ ...job, portal: 'classic', methods: undefined, platformType: 'ServerOther' }),
      { ...job, issueRefreshTokens: false },
    ],
  ])('%s', (_name, change, expected) => {
    const before = structuredClone([phone, job]);
    expect(change()).toStrictEqual(expected);
    expect([phone, job]).toStrictEqual(before);
  });
});

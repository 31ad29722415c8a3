import { describe, expect, it } from 'vitest';
import type { AppSettings, FlowId } from './app.ts';
import type { AccountFacts } from './facts.ts';
import { type Change, smallestChange } from './smallest-change.ts';

const noInterface: AppSettings = {
  name: 'Test',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerOther',
  redirectUris: [],
  scopes: [],
};

describe('the smallest change', () => {
  it('of two steps asks for a new app where the first of them does, though the last is an edit (X3, X21)', () => {
    const change = smallestChange(noInterface, 'auth-code');
    expect(change?.changes).toEqual([
      'Give the app the platform type Server/Web.',
      'Add a redirect URI.',
    ]);
    expect(change?.how).toBe('new app');
    expect(change?.settings).toMatchObject({ platformType: 'ServerWeb' });
    expect(change?.settings.redirectUris).toHaveLength(1);
  });

  it('of one edit is an edit (X21)', () => {
    const change = smallestChange({ ...noInterface, platformType: 'ServerWeb' }, 'auth-code');
    expect(change).toMatchObject({ changes: ['Add a redirect URI.'], how: 'edit' });
  });

  it('is none where nothing is refused, and none where no setting helps (X20)', () => {
    expect(smallestChange(noInterface, 'password')).toBeUndefined();
    expect(smallestChange(noInterface, 'client-credentials')).toBeUndefined();
  });
});

const withUri: AppSettings = {
  ...noInterface,
  redirectUris: ['https://app.example.com/callback'],
};
const web: AppSettings = {
  ...withUri,
  portal: 'current',
  platformType: 'ServerWeb',
  methods: ['three-legged'],
};
const job: AppSettings = {
  name: 'Test',
  portal: 'current',
  audience: 'private',
  methods: ['jwt'],
  redirectUris: ['https://app.example.com/callback'],
  scopes: [],
};

/** What is to be done, how it is done, and what is another member afterwards. */
type Row = [
  name: string,
  settings: AppSettings,
  flow: FlowId,
  changes: string[],
  how: Change['how'],
  after: Partial<AppSettings>,
  facts?: AccountFacts,
];

describe('each rule that a setting satisfies says what to set, and whether an app can be edited so', () => {
  it.each<Row>([
    [
      'M3, on a classic web server',
      { ...withUri, platformType: 'ServerWeb' },
      'implicit',
      ['Give the app the platform type Browser-based.'],
      'new app',
      { platformType: 'BrowserBased' },
    ],
    [
      'M5',
      job,
      'auth-code-pkce',
      ['Choose “3-legged OAuth flow” and where the code runs.'],
      'edit',
      { methods: ['jwt', 'three-legged'], platformType: 'ServerWeb' },
    ],
    [
      'M6',
      job,
      'password',
      ['Choose “Password-based auth flow”, if the portal still shows it.'],
      'not known',
      { methods: ['jwt', 'password'] },
    ],
    [
      'M7, which keeps the platform that three-legged OAuth has',
      web,
      'jwt',
      ['Choose “JWT auth flow”.'],
      'edit',
      { methods: ['three-legged', 'jwt'] },
    ],
    [
      'X1, in the classic portal',
      { ...withUri, audience: 'public' },
      'password',
      ['Make the app private.'],
      'new app',
      { audience: 'private' },
    ],
    [
      'X1, in the current portal, of which no source says it (X5)',
      { ...job, audience: 'public', methods: ['password'] },
      'password',
      ['Make the app private.'],
      'not known',
      { audience: 'private' },
    ],
    [
      'X2, in the classic portal',
      { ...withUri, platformType: 'BrowserBased' },
      'password',
      ['Give the app the platform type Server-only (No UI).'],
      'new app',
      { platformType: 'ServerOther' },
    ],
    [
      'X2, in the current portal',
      { ...web, methods: ['three-legged', 'password'] },
      'password',
      ['Give the app no three-legged OAuth, so that it has no platform type.'],
      'not known',
      { methods: ['password'], platformType: undefined },
    ],
    [
      'X3, for implicit',
      withUri,
      'implicit',
      ['Give the app the platform type Browser-based.'],
      'new app',
      { platformType: 'BrowserBased' },
    ],
    [
      'X3, for a code',
      withUri,
      'auth-code-pkce',
      ['Give the app the platform type Server/Web.'],
      'new app',
      { platformType: 'ServerWeb' },
    ],
    [
      'X7',
      { ...withUri, platformType: 'ServerWeb', issueRefreshTokens: false },
      'refresh-token',
      ['Give the app the refresh token flow.'],
      'not known',
      { issueRefreshTokens: true },
    ],
    [
      'X8',
      web,
      'refresh-token',
      ['Set “Issue refresh tokens” to Yes.'],
      'edit',
      { issueRefreshTokens: true },
    ],
    [
      'X16, in the classic portal',
      { ...withUri, platformType: 'ServerWeb' },
      'auth-code',
      ['Make the app public.'],
      'new app',
      { audience: 'public' },
      { otherCompanies: true },
    ],
    [
      'X16, in the current portal',
      job,
      'jwt',
      ['Make the app public.'],
      'not known',
      { audience: 'public' },
      { otherCompanies: true },
    ],
    [
      'X21',
      { ...web, redirectUris: [] },
      'auth-code',
      ['Add a redirect URI.'],
      'edit',
      { redirectUris: ['http://localhost:5000/oauth2callback'] },
    ],
    [
      'X26',
      { ...withUri, platformType: 'MobileIOS' },
      'jwt',
      [
        'Edit the app and choose “JWT auth flow” in its Auth section. If it shows none, create a new app.',
      ],
      'edit',
      {
        portal: 'current',
        methods: ['jwt'],
        platformType: undefined,
        issueRefreshTokens: false,
      },
    ],
    [
      'two steps, of which the second is the harder one (M5, X16)',
      job,
      'auth-code',
      ['Choose “3-legged OAuth flow” and where the code runs.', 'Make the app public.'],
      'not known',
      { methods: ['jwt', 'three-legged'], platformType: 'ServerWeb', audience: 'public' },
      { otherCompanies: true },
    ],
  ])('%s', (_name, settings, flow, changes, how, after, facts) => {
    expect(smallestChange(settings, flow, facts)).toEqual({
      changes,
      how,
      settings: { ...settings, ...after },
    });
  });

  it.each<[string, AppSettings, FlowId, AccountFacts]>([
    ['X10', { ...job, methods: ['password'] }, 'password', { ssoEnforced: true }],
    ['X10 beside M6, which a setting would satisfy', job, 'password', { ssoEnforced: true }],
    ['X23', job, 'jwt', { thirdPartyAppsAccess: false }],
    ['M2', web, 'implicit', {}],
  ])('%s says nothing, for no setting helps', (_name, settings, flow, facts) => {
    expect(smallestChange(settings, flow, facts)).toBeUndefined();
  });
});

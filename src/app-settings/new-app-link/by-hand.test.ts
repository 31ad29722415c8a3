import { expect, it } from 'vitest';
import type { AppSettings } from '../app.ts';
import { byHand } from './by-hand.ts';

const job: AppSettings = {
  name: 'Job',
  portal: 'current',
  audience: 'private',
  methods: ['jwt'],
  redirectUris: [],
  scopes: [],
};
const web: AppSettings = { ...job, methods: ['three-legged'], platformType: 'ServerWeb' };
const classic: AppSettings = {
  name: 'Old',
  portal: 'classic',
  audience: 'private',
  platformType: 'MobileIOS',
  redirectUris: [],
  scopes: [],
};
const otherForm =
  'The form that opens is the current portal’s: it asks for a method, where these settings have an application type and a platform type.';

it.each<[string, AppSettings, [field: string, words: string][]]>([
  ['nothing for a JWT app, which the link names whole', job, []],
  [
    'nothing for refresh tokens that are off, as the form starts',
    { ...job, issueRefreshTokens: false },
    [],
  ],
  [
    'refresh tokens that are on',
    { ...job, issueRefreshTokens: true },
    [
      [
        'issueRefreshTokens',
        'Issue refresh tokens: Yes. No parameter of the link sets it, and it is off by default.',
      ],
    ],
  ],
  [
    '3-legged OAuth and its platform type, by the labels of the form',
    web,
    [
      [
        'methods',
        'Auth: “3-legged OAuth flow” and “Server-side web app (most common)”, if the form does not show them chosen. The link was described before this form existed.',
      ],
    ],
  ],
  [
    'the password method',
    { ...job, methods: ['password'] },
    [
      [
        'methods',
        'Auth: “Password-based auth flow”, if the portal still shows it. The guide has not had it since April 2025.',
      ],
    ],
  ],
  [
    'two methods',
    { ...web, methods: ['three-legged', 'jwt'] },
    [
      [
        'methods',
        'Auth: “3-legged OAuth flow” and “JWT auth flow”, if the portal lets you choose more than one.',
      ],
    ],
  ],
  ['that the form asks otherwise, for a classic app', classic, [['portal', otherForm]]],
  [
    'the same for a classic app whose refresh tokens are on: its platform type brings them',
    { ...classic, issueRefreshTokens: true },
    [['portal', otherForm]],
  ],
  [
    'refresh tokens that are off, for a classic app',
    { ...classic, issueRefreshTokens: false },
    [
      ['portal', otherForm],
      ['issueRefreshTokens', 'Issue refresh tokens: No, which no parameter of the link says.'],
    ],
  ],
  [
    'each redirect URI that has a comma, and no other',
    { ...job, redirectUris: ['https://a.example/?x=1,2', 'https://a.example/'] },
    [
      [
        'redirectUris',
        'Redirect URI: https://a.example/?x=1,2. It has a comma, which separates the URIs of the link.',
      ],
    ],
  ],
])('what the new-app link leaves to its reader: %s', (_name, settings, expected) => {
  expect(byHand(settings).map(({ field, words }) => [field, words])).toEqual(expected);
});

import { browser, desktop, mobile, web } from './apps.ts';
import { errorPage, refused } from './outcomes.ts';
import { authorize, exchange, authorized } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { AppSpec, RequestSpec, Row } from './row.ts';

const register = (json: AppSpec): RequestSpec => ({
  method: 'POST',
  path: '/sandbox/api/apps',
  json,
});
const withUri = (app: AppSpec, ...redirectUris: string[]) => register({ ...app, redirectUris });
const rejected = [{ status: 400 }];
const created = [{ status: 201 }];

/** A.2: what the server asks of a registration. */
export const registration: Row[] = [
  ...cases('AS-016', 'M', [browser, desktop, mobile], (app) => [
    `a public client (${app.platformType}) that registered no redirect URI gets no code`,
    {
      apps: { app: { ...app, redirectUris: [] } },
      request: authorize({ redirect_uri: app.redirectUris[0] ?? null }),
      accept: [errorPage],
    },
  ]),
  ...cases(
    'AS-017',
    'M',
    ['https://a.example.com/cb#x', 'https://a.example.com/cb#', '/cb', 'a.example.com/cb', ''],
    (uri) => [
      `a redirect URI is absolute and has no fragment: ${uri || 'empty'}`,
      { request: withUri(web, uri), accept: rejected },
    ],
  ),
  ...cases('AS-018', 'M', [web, browser, desktop], (app) => [
    `${app.platformType}: http outside the loopback is refused`,
    { request: withUri(app, 'http://app.example.com/cb'), accept: rejected },
  ]),
  ...['http://127.0.0.1/cb', 'http://[::1]:8080/cb', 'http://localhost:5000/cb'].map((uri, index) =>
    rule(`AS-018${'def'[index] ?? ''}`, 'P', `http on the loopback may be registered: ${uri}`, {
      request: withUri(web, uri),
      accept: created,
    }),
  ),
  rule('AS-019a', 'M', 'a private-use scheme without a dot is refused', {
    request: withUri(mobile, 'myapp:/cb'),
    accept: rejected,
  }),
  rule('AS-019b', 'M', 'a private-use scheme in reverse-domain form is taken', {
    request: withUri(mobile, 'com.example.app:/cb'),
    accept: created,
  }),
  ...cases(
    'AS-020',
    'P',
    [
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:https://a.example.com/x',
      'file:///etc/passwd',
      'about:blank',
      'https://user:pw@a.example.com/cb',
      'https://*.example.com/cb',
      'https://a.example.com/*',
      'https://a.example.com/x/../cb',
    ],
    (uri) => [`never registered: ${uri}`, { request: withUri(mobile, uri), accept: rejected }],
  ),
  ...cases(
    'AS-021',
    'M',
    ['https://app.example.com/', 'https://app.example.com/callback2'],
    (uri) => [
      `the whole URI is compared, its path too: ${uri}`,
      { request: authorize({ redirect_uri: uri }), accept: [errorPage] },
    ],
  ),
  rule('AS-022a', 'M', 'a public client is given no secret', {
    request: register(browser),
    accept: [{ status: 201, json: { clientId: { type: 'string' }, clientSecret: null } }],
  }),
  rule('AS-022b', 'M', 'a confidential client is given one', {
    request: register(web),
    accept: [
      { status: 201, json: { clientId: { type: 'string' }, clientSecret: { type: 'string' } } },
    ],
  }),
  rule('AS-022c', 'M', 'a client does not change its type', {
    request: {
      method: 'PATCH',
      path: '/sandbox/api/apps/{clientId}',
      json: { platformType: 'BrowserBased' },
    },
    accept: [{ status: [400, 409, 422] }],
  }),
  rule('AS-023', 'S', 'a secret that a native app presents proves nothing', {
    apps: { app: desktop },
    given: [authorized()],
    request: exchange({ client_id: '{clientId}', client_secret: 'embedded' }, { auth: 'none' }),
    accept: [refused('invalid_client', [400, 401])],
  }),
];

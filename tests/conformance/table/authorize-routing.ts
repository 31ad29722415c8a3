import { browser, desktop, noUi, twoUris, web } from './apps.ts';
import {
  errorPage,
  page,
  redirectedCode,
  redirectedError,
  ringcentral,
  strict,
} from './outcomes.ts';
import { approve, authorize, paths } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Pairs, RequestSpec, Row } from './row.ts';

const asForm = ({ query = [], ...request }: RequestSpec): RequestSpec => ({
  ...request,
  method: 'POST',
  form: query as Pairs,
});
const toUri = (uri: string) => authorize({ redirect_uri: uri });

/** A.3, first half: which requests get as far as a redirect URI that can be trusted. */
export const authorizeRouting: Row[] = [
  rule('AS-024', 'M', 'GET is supported', { request: authorize(), accept: [page] }),
  rule('AS-025a', 'm', 'POST with a form behaves the same', {
    request: asForm(approve()),
    accept: [redirectedCode({ state: 'state-1' })],
  }),
  rule('AS-025b', 'm', 'POST with another media type is refused', {
    request: { method: 'POST', path: paths.authorize, json: { client_id: '{clientId}' } },
    accept: [{ status: [400, 415], headers: { location: null } }],
  }),
  rule('AS-025c', 'm', 'POST gives the same error page', {
    request: asForm(authorize({ client_id: 'nobody' })),
    accept: [errorPage],
  }),
  rule('AS-026', 'M', 'no client_id: an error page, no redirect', {
    request: authorize({ client_id: null }),
    accept: [errorPage],
  }),
  rule('AS-027', 'M', 'an unknown client_id: an error page, even with a good redirect URI', {
    request: authorize({ client_id: 'nobody' }),
    accept: [errorPage],
  }),
  rule('AS-028', 'M', 'a redirect URI that is not registered: an error page, no redirect', {
    request: toUri('https://evil.example.com/callback'),
    accept: [errorPage],
  }),
  rule('AS-029a', 'S', 'the error page is 400 and HTML', {
    request: toUri('https://evil.example.com/callback'),
    accept: [errorPage],
  }),
  rule('AS-029b', 'P', 'a client that prefers JSON gets RingCentral’s envelope', {
    presets: ringcentral,
    request: authorize(
      { redirect_uri: 'https://evil.example.com/callback' },
      { headers: { accept: 'application/json' } },
    ),
    accept: [
      { status: 400, headers: { location: null }, json: { 'errors.0.errorCode': 'OAU-109' } },
    ],
  }),
  rule('AS-030', 'M', 'client_id twice: an error page', {
    request: authorize({ client_id: ['{clientId}', '{clientId}'] }),
    accept: [errorPage],
  }),
  rule('AS-031a', 'M', 'redirect_uri twice: an error page, though one is registered', {
    request: authorize({ redirect_uri: ['{redirectUri}', 'https://evil.example.com/'] }),
    accept: [errorPage],
  }),
  rule('AS-031b', 'M', 'redirect_uri twice: an error page, though both are registered', {
    apps: { app: twoUris },
    request: authorize({ redirect_uri: ['{redirectUri}', '{redirectUri2}'] }),
    accept: [errorPage],
  }),
  ...cases(
    'AS-032',
    'M',
    ['response_type', 'scope', 'code_challenge', 'code_challenge_method'] as const,
    (name) => [
      `${name} twice: a redirect with invalid_request`,
      {
        request: authorize({ [name]: ['S256', 'S256'] }),
        accept: [redirectedError('invalid_request', { state: 'state-1' })],
      },
    ],
  ),
  rule('AS-032e', 'P', 'state twice: a redirect with invalid_request and no state', {
    request: authorize({ state: ['one', 'two'] }),
    accept: [redirectedError('invalid_request', { state: null })],
  }),
  rule('AS-033', 'M', 'redirect_uri left out, one registered: that one is used', {
    request: approve({ redirect_uri: null }),
    accept: [redirectedCode()],
  }),
  rule('AS-034a', 'M', 'redirect_uri left out, several registered: an error page', {
    apps: { app: twoUris },
    request: authorize({ redirect_uri: null }),
    accept: [errorPage],
  }),
  rule('AS-034b', 'M', 'redirect_uri left out, none registered: an error page', {
    apps: { app: noUi },
    request: authorize({ redirect_uri: null }),
    accept: [errorPage],
  }),
  ...cases(
    'AS-035',
    'M',
    [
      'https://APP.example.com/callback',
      'HTTPS://app.example.com/callback',
      'https://app.example.com/Callback',
      'https://app.example.com/callback/',
      'https://app.example.com:443/callback',
      'https://app.example.com/callback?',
      'https://app.example.com/callback?x=1',
      'https://app.example.com/%63allback',
    ],
    (uri) => [`a simple string comparison: ${uri}`, { request: toUri(uri), accept: [errorPage] }],
  ),
  rule('AS-035i', 'M', 'the order of a registered query matters', {
    apps: { app: { ...web, redirectUris: ['https://app.example.com/cb?a=1&b=%2f'] } },
    request: toUri('https://app.example.com/cb?b=%2f&a=1'),
    accept: [errorPage],
  }),
  rule('AS-035j', 'M', 'the case of a percent-encoding matters', {
    apps: { app: { ...web, redirectUris: ['https://app.example.com/cb?a=1&b=%2f'] } },
    request: toUri('https://app.example.com/cb?a=1&b=%2F'),
    accept: [errorPage],
  }),
  ...cases(
    'AS-036',
    'M',
    [
      'https://app.example.com/callback.evil',
      'https://app.example.com/callback/../x',
      'https://app.example.com/callback@evil.example.com',
      'https://app.example.com.evil.example.com/callback',
      'https://app.example.com/callback&x=1',
    ],
    (uri) => [
      `a registered URI with something after it: ${uri}`,
      { request: toUri(uri), accept: [errorPage] },
    ],
  ),
  rule('AS-037', 'M', 'a redirect URI with a fragment: an error page', {
    request: toUri('https://app.example.com/callback#x'),
    accept: [errorPage],
  }),
  rule('AS-038a', 'M', 'a native app varies the port on 127.0.0.1', {
    apps: { app: desktop },
    request: approve({ redirect_uri: 'http://127.0.0.1:51004/callback' }),
    accept: [redirectedCode({}, 'http://127.0.0.1:51004/callback')],
  }),
  rule('AS-038b', 'M', 'a native app varies the port on [::1]', {
    apps: { app: { ...desktop, redirectUris: ['http://[::1]/callback'] } },
    request: approve({ redirect_uri: 'http://[::1]:51004/callback' }),
    accept: [redirectedCode({}, 'http://[::1]:51004/callback')],
  }),
  ...[
    'http://127.0.0.1:51004/other',
    'http://127.0.0.1:51004/callback?x=1',
    'http://127.0.0.1:51004/Callback',
  ].map((uri, index) =>
    rule(`AS-038${'cde'[index] ?? ''}`, 'M', `only the port varies: ${uri}`, {
      apps: { app: desktop },
      request: toUri(uri),
      accept: [errorPage],
    }),
  ),
  ...cases('AS-039', 'M', ['localhost', '[::1]', '127.0.0.2'], (host) => [
    `127.0.0.1 is not ${host}`,
    {
      apps: { app: desktop },
      request: toUri(`http://${host}:51004/callback`),
      accept: [errorPage],
    },
  ]),
  rule('AS-040', 'P', 'localhost varies its port for native apps as well', {
    apps: { app: { ...desktop, redirectUris: ['http://localhost/callback'] } },
    request: approve({ redirect_uri: 'http://localhost:51004/callback' }),
    accept: [redirectedCode({}, 'http://localhost:51004/callback')],
  }),
  rule('AS-041a', 'M', 'https on the loopback has a fixed port', {
    apps: { app: { ...desktop, redirectUris: ['https://127.0.0.1/callback'] } },
    request: toUri('https://127.0.0.1:51004/callback'),
    accept: [errorPage],
  }),
  rule('AS-041b', 'M', 'a web app’s loopback has a fixed port', {
    apps: { app: { ...web, redirectUris: ['http://127.0.0.1/callback'] } },
    request: toUri('http://127.0.0.1:51004/callback'),
    accept: [errorPage],
  }),
  rule('AS-041c', 'M', 'a browser app’s loopback has a fixed port', {
    apps: { app: { ...browser, redirectUris: ['http://127.0.0.1/callback'] } },
    request: toUri('http://127.0.0.1:51004/callback'),
    accept: [errorPage],
  }),
  ...cases(
    'AS-042',
    'M',
    [
      'http://127.0.0.1.evil.example.com/callback',
      'http://127.0.0.1:51004@evil.example.com/callback',
      'http://127.0.0.1@evil.example.com/callback',
      'http://[::1].evil.example.com/callback',
    ],
    (uri) => [
      `not the loopback: ${uri}`,
      { apps: { app: desktop }, request: toUri(uri), accept: [errorPage] },
    ],
  ),
  rule('AS-070a', 'S', 'nobody is redirected to a URI that is not registered', {
    request: authorize({ redirect_uri: 'https://evil.example.com/', response_type: 'nonsense' }),
    accept: [errorPage],
  }),
  rule('AS-070b', 'S', 'an error before sign-in goes to the registered URI alone', {
    presets: strict,
    request: authorize({ response_type: 'nonsense' }),
    accept: [redirectedError('unsupported_response_type')],
  }),
];

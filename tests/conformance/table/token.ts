import { browser, noUi, web } from './apps.ts';
import { refused, refusedWith, ringcentral, strict, tokens } from './outcomes.ts';
import { authorized, exchange, loggedIn, password, paths, refresh, works } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Outcome, RequestSpec, Row } from './row.ts';

const form = 'application/x-www-form-urlencoded';
const basic = { id: '{clientId}', secret: '{clientSecret}' };
const raw = (type: string | undefined, body: string): RequestSpec => ({
  method: 'POST',
  path: paths.token,
  basic,
  body,
  ...(type === undefined ? {} : { headers: { 'content-type': type } }),
});
const notForm: Outcome[] = [refused('invalid_request', [400, 415])];
const noStore = {
  'cache-control': { matches: 'no-store' },
  pragma: 'no-cache',
} as const;

/** A.6: what all grants share at /token. */
export const token: Row[] = [
  ...cases('AS-088', 'M', ['GET', 'PUT', 'DELETE', 'PATCH'], (method) => [
    `${method} is not processed: 405 with Allow`,
    {
      given: [authorized()],
      request: {
        method,
        path: paths.token,
        query: [
          ['grant_type', 'authorization_code'],
          ['code', '{code}'],
          ['client_id', '{clientId}'],
          ['redirect_uri', '{redirectUri}'],
          ['code_verifier', '{verifier}'],
        ],
        basic,
      },
      accept: [{ status: 405, headers: { allow: { matches: 'POST' } } }],
      after: [{ send: exchange(), accept: [tokens] }],
    },
  ]),
  rule('AS-089a', 'M', 'the media type may carry parameters', {
    request: raw(`${form}; charset=UTF-8`, 'grant_type=refresh_token&refresh_token=none'),
    accept: [refused('invalid_grant')],
  }),
  rule('AS-089b', 'M', 'the media type is case-insensitive', {
    request: raw(
      'Application/X-WWW-Form-UrlEncoded',
      'grant_type=refresh_token&refresh_token=none',
    ),
    accept: [refused('invalid_grant')],
  }),
  rule('AS-089c', 'M', 'JSON is refused', {
    request: raw('application/json', '{"grant_type":"refresh_token"}'),
    accept: notForm,
  }),
  rule('AS-089d', 'M', 'multipart is refused', {
    request: raw('multipart/form-data; boundary=x', '--x--'),
    accept: notForm,
  }),
  rule('AS-089e', 'M', 'plain text is refused', {
    request: raw('text/plain', 'grant_type=refresh_token&refresh_token=none'),
    accept: notForm,
  }),
  rule('AS-089f', 'P', 'RingCentral answers 415 to another media type', {
    presets: ringcentral,
    request: raw('application/json', '{}'),
    accept: [refusedWith('invalid_request', 'OAU-250', 415)],
  }),
  rule('AS-090a', 'M', 'parameters in the query are not read', {
    given: [authorized()],
    request: {
      ...exchange({ code: null }),
      path: `${paths.token}?code={code}`,
    },
    accept: [refused('invalid_request')],
  }),
  rule('AS-090b', 'M', 'a secret in the query is never accepted', {
    given: [authorized()],
    request: {
      ...exchange({}, { auth: 'none' }),
      path: `${paths.token}?client_id={clientId}&client_secret={clientSecret}`,
    },
    accept: [refused(['invalid_request', 'invalid_client'], [400, 401])],
  }),
  rule('AS-090c', 'P', 'RingCentral: a query parameter that differs from the body’s is OAU-150', {
    presets: ringcentral,
    request: {
      ...refresh({ refresh_token: 'one' }),
      path: `${paths.token}?refresh_token=two`,
    },
    accept: [refusedWith('invalid_request', 'OAU-150')],
  }),
  rule('AS-091', 'M', 'success is 200 and a JSON object', {
    given: [authorized()],
    request: exchange(),
    accept: [
      { ...tokens, headers: { 'content-type': { matches: '^application/json', flags: 'i' } } },
    ],
  }),
  rule('AS-092a', 'M', 'a success is not stored', {
    given: [authorized()],
    request: exchange(),
    accept: [{ ...tokens, headers: noStore }],
  }),
  rule('AS-092b', 'M', 'an error is not stored', {
    request: exchange({ code: 'nothing' }),
    accept: [{ ...refused('invalid_grant'), headers: noStore }],
  }),
  rule('AS-092c', 'M', 'a failed authentication is not stored', {
    request: exchange({ code: 'nothing' }, { auth: 'none', basic: { ...basic, secret: 'wrong' } }),
    accept: [{ ...refused('invalid_client', [400, 401]), headers: noStore }],
  }),
  rule('AS-093', 'M', 'access_token and token_type are there, expires_in is a number', {
    given: [authorized()],
    request: exchange(),
    accept: [
      {
        status: 200,
        json: {
          access_token: { type: 'string' },
          token_type: { matches: '^bearer$', flags: 'i' },
          expires_in: { type: 'number' },
        },
      },
    ],
  }),
  rule('AS-094', 'P', 'scope is always told', {
    given: [authorized()],
    request: exchange(),
    accept: [{ status: 200, json: { scope: { matches: 'ReadAccounts' } } }],
  }),
  rule('AS-095a', 'M', 'an error is JSON with error, and 400', {
    request: exchange({ code: 'nothing' }),
    accept: [
      {
        ...refused('invalid_grant'),
        headers: { 'content-type': { matches: '^application/json', flags: 'i' } },
      },
    ],
  }),
  rule('AS-095b', 'M', 'an error has the members of RFC 6749 section 5.2 alone', {
    presets: strict,
    request: exchange({ code: 'nothing' }),
    accept: [{ status: 400, json: { error: 'invalid_grant', errors: null, errorCode: null } }],
  }),
  rule('AS-095c', 'P', 'RingCentral adds errors[], whose first message is error_description', {
    presets: ringcentral,
    request: exchange({ code: 'nothing' }),
    accept: [
      {
        status: 400,
        json: {
          error: 'invalid_grant',
          error_description: { type: 'string' },
          'errors.0.errorCode': 'OAU-106',
          'errors.0.message': { type: 'string' },
        },
      },
    ],
  }),
  rule('AS-096a', 'M', 'no grant_type: invalid_request', {
    request: exchange({ grant_type: null, code: 'nothing' }),
    accept: [refused('invalid_request')],
  }),
  rule('AS-096b', 'M', 'an empty body: invalid_request', {
    request: { method: 'POST', path: paths.token, form: [], basic },
    accept: [refused('invalid_request')],
  }),
  ...cases(
    'AS-097',
    'M',
    [
      'Authorization_Code',
      'authorization-code',
      'nonsense',
      'urn:example:grant',
      '__proto__',
      'constructor',
    ],
    (grant) => [
      `an unknown grant: ${grant}`,
      {
        presets: strict,
        request: exchange({ grant_type: grant, code: 'nothing' }),
        accept: [refused('unsupported_grant_type')],
      },
    ],
  ),
  rule('AS-098a', 'M', 'a grant that this client may not use: unauthorized_client', {
    presets: ringcentral,
    fields: { password: true },
    apps: { app: browser },
    request: password(),
    accept: [refused('unauthorized_client')],
  }),
  rule('AS-098b', 'M', 'a server app without sign-in may not use the code grant', {
    apps: { app: noUi },
    request: exchange({ code: 'nothing', redirect_uri: 'https://app.example.com/callback' }),
    accept: [refused('unauthorized_client')],
  }),
  rule('AS-098c', 'P', 'RingCentral: OAU-251', {
    presets: ringcentral,
    apps: { app: web },
    request: password(),
    accept: [refusedWith('unauthorized_client', 'OAU-251')],
  }),
  rule('AS-099', 'M', '/token never redirects', {
    request: exchange({ redirect_uri: 'https://evil.example.com/', code: 'nothing' }),
    accept: [{ ...refused('invalid_grant'), headers: { location: null } }],
  }),
  rule('AS-140a', 'M', 'the password grant is unsupported', {
    presets: ['strict', 'ringcentral-today'],
    apps: { app: noUi },
    request: password(),
    accept: [refused(['unsupported_grant_type', 'unauthorized_client'])],
  }),
  rule('AS-140b', 'P', 'the password grant works where the teaching policy has it', {
    presets: ringcentral,
    apps: { app: noUi },
    request: password(),
    accept: [tokens],
  }),
  rule('RC-020', 'P', 'a token response has RingCentral’s members', {
    presets: ringcentral,
    given: [authorized()],
    request: exchange(),
    accept: [
      {
        status: 200,
        json: {
          token_type: 'bearer',
          expires_in: '3600',
          refresh_token_expires_in: '604800',
          owner_id: { matches: '^[0-9]+$' },
          endpoint_id: { type: 'string' },
        },
      },
    ],
  }),
  rule('RC-021', 'P', 'access_token_ttl above an hour is an hour', {
    presets: ringcentral,
    given: [authorized()],
    request: exchange({ access_token_ttl: '7200' }),
    accept: [{ status: 200, json: { expires_in: '3600' } }],
  }),
  rule('RC-022', 'P', 'access_token_ttl below ten minutes is ten minutes', {
    presets: ringcentral,
    given: [authorized()],
    request: exchange({ access_token_ttl: '60' }),
    accept: [{ status: 200, json: { expires_in: '600' } }],
  }),
  rule('RC-023', 'P', 'endpoint_id comes back as it was sent', {
    presets: ringcentral,
    given: [authorized()],
    request: exchange({ endpoint_id: 'my-endpoint' }),
    accept: [{ status: 200, json: { endpoint_id: 'my-endpoint' } }],
  }),
  rule('RC-024', 'P', 'refresh_token_ttl=0 leaves the refresh token out', {
    presets: ringcentral,
    given: [authorized()],
    request: exchange({ refresh_token_ttl: '0' }),
    accept: [{ status: 200, json: { refresh_token: null, refresh_token_expires_in: null } }],
  }),
  rule('RC-025', 'P', 'no grant_type is OAU-250', {
    presets: ringcentral,
    request: exchange({ grant_type: null, code: 'nothing' }),
    accept: [refusedWith('invalid_request', 'OAU-250')],
  }),
  rule('RC-026', 'P', 'the sixth session of a user in an app ends the oldest', {
    given: [
      ...loggedIn(),
      works(),
      ...[1, 2, 3, 4, 5].flatMap(() => [
        { advance: 1 },
        authorized(),
        { send: exchange(), accept: [tokens] },
      ]),
    ],
    request: refresh(),
    accept: [refused('invalid_grant')],
  }),
  rule('RC-027', 'P', 'sessions of another app are another count', {
    presets: ringcentral,
    apps: { app: noUi, other: { ...noUi, name: 'Other' } },
    given: [
      { send: password(), accept: [tokens], save: { accessToken: 'json.access_token' } },
      ...[1, 2, 3, 4, 5, 6].map(() => ({
        send: password({}, { auth: 'other' }),
        accept: [tokens],
      })),
    ],
    request: works().send,
    accept: [{ status: 200 }],
  }),
  rule('RC-028', 'P', 'a limit of one session: the second sign-in ends the first', {
    presets: ringcentral,
    apps: { app: noUi },
    fields: { sessionsPerUserAndApp: 1 },
    given: [
      { send: password(), accept: [tokens], save: { accessToken: 'json.access_token' } },
      works(),
      { send: password(), accept: [tokens], save: { accessToken2: 'json.access_token' } },
      works('{accessToken2}'),
    ],
    request: works('{accessToken}').send,
    accept: [{ status: 401 }],
  }),
];

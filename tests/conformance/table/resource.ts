import { accountsOnly } from './apps.ts';
import { ringcentral, strict } from './outcomes.ts';
import {
  authorized,
  call,
  dead,
  get,
  loggedIn,
  paths,
  refreshed,
  revoke,
  works,
} from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Outcome, Row, Test } from './row.ts';

const bearer = (value: string) => get(paths.extension, { authorization: value });
const challenge = (test: Test) => ({ 'www-authenticate': test });
/** `Bearer`, then attributes quoted and none twice (RFC 6750 section 3). */
const wellFormed =
  '^Bearer (?!.*\\b(\\w+)="[^"]*".*\\b\\1=)(realm|scope|error|error_description|error_uri)="[^"\\\\]*"(, ?(realm|scope|error|error_description|error_uri)="[^"\\\\]*")*$';
const invalidToken: Outcome = {
  status: 401,
  headers: challenge({ all: [{ matches: wellFormed }, { matches: 'error="invalid_token"' }] }),
};
const noCredentials: Outcome = {
  status: 401,
  headers: challenge({ all: [{ matches: '^Bearer realm="' }, { excludes: 'error=' }] }),
};

/** A.14: the API behind the token. */
export const resource: Row[] = [
  rule('AS-176a', 'M', 'Authorization: Bearer', {
    given: loggedIn(),
    request: call(),
    accept: [{ status: 200, json: { extensionNumber: '101' } }],
  }),
  ...['bearer', 'BEARER', 'bEaReR'].map((scheme, index) =>
    rule(`AS-176${'bcd'[index] ?? ''}`, 'M', `the scheme is case-insensitive: ${scheme}`, {
      given: loggedIn(),
      request: bearer(`${scheme} {accessToken}`),
      accept: [{ status: 200 }],
    }),
  ),
  rule('AS-177', 'S', 'no credentials: 401 and a challenge without an error', {
    request: get(paths.extension),
    accept: [noCredentials],
  }),
  ...cases('AS-178', 'M', ['unknown', 'eyJhbGciOiJIUzI1NiJ9.e30.x', '__proto__'], (token) => [
    `a token that is not one: ${token}`,
    { request: call(token), accept: [invalidToken] },
  ]),
  rule('AS-178d', 'M', 'an expired token', {
    given: [...loggedIn(), { advance: 3601 }],
    request: call(),
    accept: [invalidToken],
  }),
  rule('AS-178e', 'M', 'a revoked token', {
    given: [...loggedIn(), { send: revoke(), accept: [{ status: 200 }] }],
    request: call(),
    accept: [invalidToken],
  }),
  ...cases('AS-179', 'M', [paths.callLog, '/restapi/v1.0/account/~/call-log'], (path) => [
    `a scope that is too small: 403 (${path})`,
    {
      apps: { app: accountsOnly },
      given: loggedIn(),
      request: call('{accessToken}', path),
      accept: [
        {
          status: 403,
          headers: challenge({
            all: [
              { matches: wellFormed },
              { matches: 'error="insufficient_scope"' },
              { matches: 'scope="ReadCallLog"' },
            ],
          }),
        },
      ],
    },
  ]),
  rule('AS-180a', 'M', 'a token in the header and in the query: invalid_request', {
    fields: { queryToken: true },
    given: loggedIn(),
    request: {
      ...call(),
      path: `${paths.extension}?access_token={accessToken}`,
    },
    accept: [
      {
        status: 400,
        headers: challenge({
          all: [{ matches: wellFormed }, { matches: 'error="invalid_request"' }],
        }),
      },
    ],
  }),
  rule('AS-180b', 'M', 'access_token twice: invalid_request', {
    fields: { queryToken: true },
    given: loggedIn(),
    request: get(`${paths.extension}?access_token={accessToken}&access_token={accessToken}`),
    accept: [{ status: 400, headers: challenge({ matches: 'error="invalid_request"' }) }],
  }),
  ...cases('AS-181', 'm', ['POST', 'PUT'], (method) => [
    `a token in a form body is not taken: ${method}`,
    {
      given: loggedIn(),
      request: { method, path: paths.extension, form: [['access_token', '{accessToken}']] },
      accept: [
        {
          status: 401,
          headers: {
            'www-authenticate': { all: [{ matches: '^Bearer ' }, { excludes: 'error=' }] },
          },
        },
      ],
    },
  ]),
  rule('AS-182a', 'm', 'a token in the query is not taken', {
    presets: strict,
    given: loggedIn(),
    request: get(`${paths.extension}?access_token={accessToken}`),
    accept: [{ status: [400, 401] }],
  }),
  rule('AS-182b', 'm', 'RingCentral takes it, and the answer is private', {
    presets: ringcentral,
    given: loggedIn(),
    request: get(`${paths.extension}?access_token={accessToken}`),
    accept: [{ status: 200, headers: { 'cache-control': { matches: 'private|no-store' } } }],
  }),
  rule('AS-182c', 'M', 'OAuth 2.1 has no token in the query, whatever else the policy says', {
    fields: { queryToken: true, profile: 'oauth21' },
    given: loggedIn(),
    request: get(`${paths.extension}?access_token={accessToken}`),
    accept: [{ status: [400, 401] }],
  }),
  rule('AS-182d', 'P', 'where it is taken, the trace warns of it', {
    presets: ringcentral,
    given: loggedIn(),
    request: get(`${paths.extension}?access_token={accessToken}`),
    accept: [{ status: 200, headers: { 'sandbox-rule': 'AS-182' } }],
  }),
  ...cases('AS-183', 'M', ['Bearer', 'Bearer one two', 'Bearer {accessToken} x'], (value) => [
    `not one token: ${value.replace(/[{}]/g, '')}`,
    { given: loggedIn(), request: bearer(value), accept: [{ status: [400, 401] }] },
  ]),
  ...cases('AS-184', 'M', ['Basic aWQ6c2VjcmV0', 'Digest x', 'nonsense'], (value) => [
    `another scheme: ${value}`,
    { request: bearer(value), accept: [noCredentials] },
  ]),
  rule('AS-185', 'M', 'the attributes of the challenge are quoted and occur once', {
    request: call('no"such\\token'),
    accept: [{ status: [400, 401], headers: challenge({ matches: wellFormed }) }],
  }),
  rule('AS-187a', 'M', 'a refresh token is no access token', {
    given: loggedIn(),
    request: call('{refreshToken}'),
    accept: [invalidToken],
  }),
  rule('AS-187b', 'M', 'a code is no access token', {
    given: [authorized()],
    request: call('{code}'),
    accept: [invalidToken],
  }),
  rule('AS-187c', 'M', 'a JWT is no access token', {
    request: call('eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMDEifQ.c2ln'),
    accept: [invalidToken],
  }),
  ...cases('AS-188', 'M', [paths.extension, paths.callLog], (path) => [
    `an answer is not for shared caches: ${path}`,
    {
      given: loggedIn(),
      request: call('{accessToken}', path),
      accept: [{ status: 200, headers: { 'cache-control': { matches: 'private|no-store' } } }],
    },
  ]),
  rule('AS-189', 'M', 'a revoked grant is refused at the next call', {
    given: [
      ...loggedIn(),
      works(),
      { send: revoke({ token: '{refreshToken}' }), accept: [{ status: 200 }] },
    ],
    request: call(),
    accept: [{ status: 401 }],
    after: [dead()],
  }),
  ...[
    ['RC-060', 'none', get(paths.extension), 'AGW-401'],
    ['RC-061', 'the wrong scheme', bearer('Basic aWQ6c2VjcmV0'), 'AGW-402'],
    ['RC-062', 'garbage', call('garbage'), 'OAU-149'],
  ].map((parts) => {
    const [id, what, request, errorCode] = parts as [
      string,
      string,
      ReturnType<typeof get>,
      string,
    ];
    return rule(id, 'P', `RingCentral: ${what} is ${errorCode}`, {
      presets: ringcentral,
      request,
      accept: [{ status: 401, json: { 'errors.0.errorCode': errorCode } }],
    });
  }),
  rule('RC-063', 'P', 'RingCentral: an expired token is OAU-128', {
    presets: ringcentral,
    given: [...loggedIn(), { advance: 3601 }],
    request: call(),
    accept: [{ status: 401, json: { 'errors.0.errorCode': 'OAU-128' } }],
  }),
  rule('RC-064', 'P', 'RingCentral: a token whose session is gone is OAU-213', {
    presets: ringcentral,
    given: [...loggedIn(), { send: revoke(), accept: [{ status: 200 }] }],
    request: call(),
    accept: [{ status: 401, json: { errorCode: 'TokenInvalid', 'errors.0.errorCode': 'OAU-213' } }],
  }),
  rule(
    'RC-065',
    'P',
    'RingCentral: a scope that is missing is CMN-401, under InsufficientPermissions',
    {
      presets: ringcentral,
      apps: { app: accountsOnly },
      given: loggedIn(),
      request: call('{accessToken}', paths.callLog),
      accept: [
        {
          status: 403,
          json: {
            errorCode: 'InsufficientPermissions',
            permissionName: 'ReadCallLog',
            'errors.0.errorCode': 'CMN-401',
            'errors.0.permissionName': 'ReadCallLog',
          },
        },
      ],
    },
  ),
  rule('RC-066', 'P', 'RingCentral: the token before a refresh is OAU-129 at first', {
    presets: ringcentral,
    given: [...loggedIn(), refreshed()],
    request: call(),
    accept: [{ status: 401, json: { 'errors.0.errorCode': 'OAU-129' } }],
  }),
  rule('RC-067', 'P', 'RingCentral: and OAU-213 ten seconds later', {
    presets: ringcentral,
    given: [...loggedIn(), refreshed(), { advance: 11 }],
    request: call(),
    accept: [{ status: 401, json: { 'errors.0.errorCode': 'OAU-213' } }],
  }),
  rule('RC-068', 'P', 'RingCentral’s shape of 6750’s invalid_request: two tokens in one call', {
    presets: ringcentral,
    given: loggedIn(),
    request: { ...call(), path: `${paths.extension}?access_token={accessToken}` },
    accept: [
      {
        status: 400,
        headers: { 'www-authenticate': { matches: '^Bearer .*error="invalid_request"' } },
        json: {
          errorCode: 'SANDBOX-API-1',
          message: { type: 'string' },
          'errors.0.errorCode': 'SANDBOX-API-1',
          error: null,
        },
      },
    ],
  }),
  rule('RC-069', 'P', 'RingCentral’s shape of 6750’s invalid_request: a header without its token', {
    presets: ringcentral,
    request: get(paths.extension, { authorization: 'Bearer' }),
    accept: [
      {
        status: 400,
        headers: { 'www-authenticate': { matches: '^Bearer .*error="invalid_request"' } },
        json: { errorCode: 'SANDBOX-API-2', 'errors.0.errorCode': 'SANDBOX-API-2', error: null },
      },
    ],
  }),
];

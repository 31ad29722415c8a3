import { both, ringcentral, strict, tokens } from './outcomes.ts';
import { authorized, call, exchange, get, loggedIn, paths, revoke } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Outcome, RequestSpec, Row, Test } from './row.ts';

const metadata = get(paths.metadata);
const has = (json: Record<string, Test>): Outcome[] => [{ status: 200, json }];
const contains = (value: string) => ({ matches: `(^|\\W)${value}($|\\W)` });
const origin = 'https://spa.example.com';
const preflight = (path: string, method: string): RequestSpec => ({
  method: 'OPTIONS',
  path,
  headers: {
    origin,
    'access-control-request-method': method,
    'access-control-request-headers': 'authorization,content-type',
  },
});
const withOrigin = (request: RequestSpec): RequestSpec => ({
  ...request,
  headers: { ...request.headers, origin },
});
const open = { 'access-control-allow-origin': { oneOf: [origin, '*'] } };
const exposes = (test: Test) => ({ ...open, 'access-control-expose-headers': test });
const endpoints = [
  [paths.token, 'POST'],
  [paths.revoke, 'POST'],
  [paths.metadata, 'GET'],
  [paths.extension, 'GET'],
] as const;

/** A.15: metadata and CORS. */
export const metadataAndCors: Row[] = [
  ...cases('AS-190', 'M', [paths.metadata, paths.openid], (path) => [
    `${path} is JSON`,
    {
      request: get(path),
      accept: [
        { status: 200, headers: { 'content-type': { matches: '^application/json', flags: 'i' } } },
      ],
    },
  ]),
  rule('AS-191', 'M', 'issuer is the origin that was asked; the endpoints stand on it', {
    request: metadata,
    accept: has({
      issuer: '{origin}',
      authorization_endpoint: `{origin}${paths.authorize}`,
      token_endpoint: `{origin}${paths.token}`,
    }),
  }),
  rule('AS-192a', 'M', 'response_types_supported is there', {
    request: metadata,
    accept: has({ response_types_supported: contains('code') }),
  }),
  rule('AS-192b', 'M', 'no empty list', {
    presets: both,
    request: metadata,
    accept: [{ status: 200, text: { excludes: '[]' } }],
  }),
  rule('AS-193a', 'M', 'S256 is told', {
    request: metadata,
    accept: has({ code_challenge_methods_supported: contains('S256') }),
  }),
  rule('AS-193b', 'M', 'plain is not told where it is off', {
    presets: strict,
    request: metadata,
    accept: has({ code_challenge_methods_supported: { excludes: 'plain' } }),
  }),
  rule('AS-193c', 'M', 'plain is told where it is on', {
    presets: ringcentral,
    request: metadata,
    accept: has({ code_challenge_methods_supported: contains('plain') }),
  }),
  rule('AS-194a', 'M', 'the grants are told', {
    request: metadata,
    accept: has({
      grant_types_supported: { all: [contains('authorization_code'), contains('refresh_token')] },
    }),
  }),
  rule('AS-194b', 'M', 'the ways to authenticate are told', {
    request: metadata,
    accept: has({
      token_endpoint_auth_methods_supported: {
        all: [contains('none'), contains('client_secret_post'), contains('client_secret_basic')],
      },
    }),
  }),
  rule('AS-195a', 'M', 'iss is promised where it is sent', {
    presets: strict,
    request: metadata,
    accept: has({ authorization_response_iss_parameter_supported: 'true' }),
  }),
  rule('AS-195b', 'M', 'and not where it is not', {
    presets: ringcentral,
    request: metadata,
    accept: has({ authorization_response_iss_parameter_supported: { oneOf: ['', 'false'] } }),
  }),
  rule('AS-196', 'm', 'revocation is told', {
    request: metadata,
    accept: has({
      revocation_endpoint: `{origin}${paths.revoke}`,
      revocation_endpoint_auth_methods_supported: contains('none'),
    }),
  }),
  ...endpoints.map(([path, method], index) =>
    rule(`AS-197${'abcd'[index] ?? ''}`, 'M', `preflight of ${method} ${path}`, {
      request: preflight(path, method),
      accept: [
        {
          status: 204,
          headers: {
            'access-control-allow-origin': { oneOf: [origin, '*'] },
            'access-control-allow-methods': { matches: method },
            'access-control-allow-headers': {
              all: [
                { matches: 'authorization', flags: 'i' },
                { matches: 'content-type', flags: 'i' },
              ],
            },
            vary: { matches: 'origin', flags: 'i' },
          },
        },
      ],
    }),
  ),
  rule('AS-197e', 'M', 'a success carries CORS', {
    given: [authorized()],
    request: withOrigin(exchange()),
    accept: [{ ...tokens, headers: { ...open, vary: { matches: 'origin', flags: 'i' } } }],
  }),
  rule('AS-197f', 'M', 'an error carries CORS too', {
    request: withOrigin(exchange({ code: 'nothing' })),
    accept: [{ status: 400, headers: open }],
  }),
  rule('AS-197g', 'M', 'a 405 carries CORS too', {
    request: withOrigin(get(paths.token)),
    accept: [{ status: 405, headers: { 'access-control-allow-origin': { oneOf: [origin, '*'] } } }],
  }),
  rule('AS-197h', 'M', 'a 401 of the API carries CORS and shows its challenge', {
    presets: strict,
    request: withOrigin(get(paths.extension)),
    accept: [{ status: 401, headers: exposes({ matches: 'www-authenticate', flags: 'i' }) }],
  }),
  // zengfenfei/ringcentral-ts, src/RestClient-test.ts: two 429 that a page got in March 2017.
  rule('AS-197n', 'P', 'RingCentral shows a page neither a challenge nor how long to wait', {
    presets: ringcentral,
    request: withOrigin(get(paths.extension)),
    accept: [
      {
        status: 401,
        headers: exposes({
          all: [
            { matches: '^Date, RoutingKey, Content-Length, Content-Encoding, ' },
            { excludes: 'WWW-Authenticate' },
            { excludes: 'Retry-After' },
          ],
        }),
      },
    ],
  }),
  rule('AS-197i', 'M', 'an answer of the API carries CORS', {
    given: loggedIn(),
    request: withOrigin(call()),
    accept: [{ status: 200, headers: open }],
  }),
  rule('AS-197j', 'M', 'an answer of /revoke carries CORS', {
    given: loggedIn(),
    request: withOrigin(revoke()),
    accept: [{ status: 200, headers: open }],
  }),
  rule('AS-197k', 'M', 'no credentials across origins', {
    presets: strict,
    request: preflight(paths.token, 'POST'),
    accept: [{ status: 204, headers: { 'access-control-allow-credentials': null } }],
  }),
  rule('AS-197l', 'P', 'RingCentral allows credentials, for its SDK includes them', {
    presets: ringcentral,
    request: preflight(paths.token, 'POST'),
    accept: [
      {
        status: 204,
        headers: {
          'access-control-allow-credentials': 'true',
          'access-control-allow-origin': origin,
        },
      },
    ],
  }),
  rule('AS-197m', 'P', 'the control API answers no preflight', {
    request: preflight('/sandbox/api/apps', 'POST'),
    accept: [
      {
        status: [200, 204, 400, 403, 404, 405],
        headers: { 'access-control-allow-origin': null },
      },
    ],
  }),
  rule('AS-198a', 'M', 'implicit is not told where it is off', {
    presets: strict,
    request: metadata,
    accept: has({
      response_types_supported: { excludes: 'token' },
      grant_types_supported: { excludes: 'implicit' },
    }),
  }),
  rule('AS-198b', 'M', 'the password grant is not told where it is off', {
    presets: strict,
    request: metadata,
    accept: has({ grant_types_supported: { excludes: 'password' } }),
  }),
  rule('AS-198c', 'M', 'the password grant is told where it is on', {
    presets: ringcentral,
    request: metadata,
    accept: has({ grant_types_supported: contains('password') }),
  }),
  rule('AS-198d', 'M', 'metadata follows a change of policy', {
    presets: ringcentral,
    given: [
      {
        send: metadata,
        accept: has({ code_challenge_methods_supported: contains('plain') }),
      },
      { policy: { plain: false } },
    ],
    request: metadata,
    accept: has({ code_challenge_methods_supported: { excludes: 'plain' } }),
  }),
  rule('AS-198e', 'M', 'implicit is told where it is on', {
    presets: ringcentral,
    request: metadata,
    accept: has({
      response_types_supported: contains('token'),
      grant_types_supported: contains('implicit'),
    }),
  }),
  rule('AS-198f', 'M', 'OAuth 2.1 is told: code alone, S256 alone, iss', {
    fields: { profile: 'oauth21', implicit: true, password: true, plain: true, iss: false },
    request: metadata,
    accept: has({
      response_types_supported: '["code"]',
      code_challenge_methods_supported: '["S256"]',
      grant_types_supported: { excludes: 'password' },
      authorization_response_iss_parameter_supported: 'true',
    }),
  }),
  rule('AS-198g', 'M', 'RingCentral today: neither implicit nor the password grant is told', {
    presets: ['ringcentral-today'],
    request: metadata,
    accept: has({
      response_types_supported: '["code"]',
      grant_types_supported: {
        all: [{ excludes: 'implicit' }, { excludes: 'password' }, contains('jwt-bearer')],
      },
      code_challenge_methods_supported: contains('plain'),
    }),
  }),
];

import { jwtApp, web } from './apps.ts';
import { both, refused, refusedWith, ringcentral, strict, tokens } from './outcomes.ts';
import { call, get, jwtBearer, minted, paths, works } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Outcome, Row, SendStep } from './row.ts';

const on = { presets: both, apps: { app: jwtApp } };
const imitated = { presets: ringcentral, apps: { app: jwtApp } };
/** RFC 7523 has `invalid_grant`; RingCentral was seen to say `invalid_request` of some. */
const invalid = [refused(['invalid_grant', 'invalid_request'])];
const invalidGrant = [refused('invalid_grant')];

const base64Url = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
/** A JWT that this table wrote, its signature a word. */
const written = (header: unknown, mac = 'c2lnbmF0dXJl') =>
  `${base64Url(header)}.${base64Url({ iss: 'x', sub: '1000101', aud: 'x', exp: 4_000_000_000 })}.${mac}`;

const taken: SendStep = { send: jwtBearer(), accept: [tokens] };
const dated = { exp: 4_000_000_000, iat: 1 };

const revoked: SendStep = {
  send: {
    method: 'DELETE',
    path: '/sandbox/api/jwt/{jwtId}',
    headers: { 'content-type': 'application/json' },
  },
  accept: [{ status: 204 }],
};

const causedBy = (rule: string): Outcome[] => [
  { status: 400, headers: { 'sandbox-rule': rule }, json: { error: 'invalid_grant' } },
];

/** A.12: the JWT bearer grant, with credentials of the console. */
export const jwtGrant: Row[] = [
  rule('AS-153a', 'M', 'the URN with one JWT gives tokens that work', {
    ...on,
    given: [
      minted(),
      { send: jwtBearer(), accept: [tokens], save: { accessToken: 'json.access_token' } },
    ],
    request: call(),
    accept: [{ status: 200, json: { extensionNumber: '101' } }],
  }),
  ...cases(
    'AS-153',
    'M',
    ['urn:ietf:params:oauth:grant-type:JWT-bearer', 'jwt-bearer', 'jwt'],
    (grantType) => [
      `the URN is compared exactly: ${grantType}`,
      {
        ...on,
        given: [minted()],
        request: jwtBearer({ grant_type: grantType }),
        accept: [refused(['unsupported_grant_type', 'invalid_request'])],
      },
    ],
  ).map((row, index) => ({ ...row, id: `AS-153${'bcd'[index] ?? ''}` })),
  rule('AS-153e', 'M', 'no assertion: invalid_request', {
    ...on,
    request: jwtBearer({ assertion: null }),
    accept: [refused('invalid_request')],
  }),
  rule('AS-153f', 'M', 'two assertions: invalid_request', {
    ...on,
    given: [minted()],
    request: jwtBearer({ assertion: ['{jwt}', '{jwt}'] }),
    accept: [refused('invalid_request')],
  }),
  ...cases(
    'AS-153',
    'M',
    ['{jwt} {jwt}', '{jwt}.{jwt}', '"{jwt}"', 'Bearer {jwt}', 'junk', 'a.b.c', '__proto__', 'é'],
    (assertion) => [
      `not exactly one JWT: ${assertion}`,
      { ...on, given: [minted()], request: jwtBearer({ assertion }), accept: invalid },
    ],
  ).map((row, index) => ({ ...row, id: `AS-153${'ghijklmn'[index] ?? ''}` })),
  rule('AS-153p', 'P', 'a client assertion beside it is another thing, and is refused as one', {
    ...on,
    given: [minted()],
    request: jwtBearer(
      {
        client_id: '{clientId}',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: '{jwt}',
      },
      { auth: 'none' },
    ),
    accept: [refused('invalid_client', [400, 401])],
  }),
  rule('AS-154a', 'P', 'the client authenticates, as RingCentral asks', {
    ...on,
    given: [minted()],
    request: jwtBearer({ client_id: '{clientId}' }, { auth: 'none' }),
    accept: [refused('invalid_client', [400, 401])],
  }),
  rule('AS-154b', 'M', 'credentials that are there must be right', {
    ...on,
    given: [minted()],
    request: jwtBearer({}, { basic: { id: '{clientId}', secret: 'wrong' }, auth: 'none' }),
    accept: [refused('invalid_client', [400, 401])],
  }),
  ...cases('AS-155', 'M', ['iss', 'sub', 'aud', 'exp'], (name) => [
    `${name} is missing`,
    {
      ...on,
      given: [minted({ claims: { [name]: null } })],
      request: jwtBearer(),
      accept: invalidGrant,
    },
  ]),
  ...cases(
    'AS-155',
    'M',
    [{ exp: '4000000000' }, { iss: 1 }, { sub: 1_000_101 }, { aud: { a: 1 } }, { nbf: 'x' }],
    (claims) => [
      `a claim of the wrong type: ${JSON.stringify(claims)}`,
      { ...on, given: [minted({ claims })], request: jwtBearer(), accept: invalidGrant },
    ],
  ).map((row, index) => ({ ...row, id: `AS-155${'efghi'[index] ?? ''}` })),
  ...cases(
    'AS-156',
    'M',
    ['https://platform.ringcentral.com/restapi/oauth/token', '{origin}/', '{origin}/restapi', ''],
    (aud) => [
      `an audience that does not name this server: ${aud || 'empty'}`,
      { ...on, given: [minted({ claims: { aud } })], request: jwtBearer(), accept: invalidGrant },
    ],
  ),
  rule('AS-156e', 'M', 'none of several names it', {
    ...on,
    given: [minted({ claims: { aud: ['https://a.example', 'https://b.example'] } })],
    request: jwtBearer(),
    accept: invalidGrant,
  }),
  ...cases(
    'AS-156',
    'M',
    [
      '{origin}',
      '{origin}/restapi/oauth/token',
      ['https://a.example', '{origin}/restapi/oauth/token'],
    ],
    (aud) => [
      `an audience that does: ${String(aud)}`,
      { ...on, given: [minted({ claims: { aud } })], request: jwtBearer(), accept: [tokens] },
    ],
  ).map((row, index) => ({ ...row, id: `AS-156${'fgh'[index] ?? ''}` })),
  rule('AS-157a', 'M', 'past exp', {
    ...on,
    given: [minted({ claims: { exp: 1_700_000_000 } })],
    request: jwtBearer(),
    accept: invalidGrant,
  }),
  rule('AS-157b', 'M', 'exp passes on the sandbox’s clock', {
    ...on,
    given: [minted({ expiresAt: '2090-01-01T00:00:00Z' }), taken, { advance: 315_000_000 }, taken],
    request: jwtBearer(),
    accept: [tokens],
  }),
  rule('AS-157c', 'M', 'nbf has not come', {
    ...on,
    given: [minted({ claims: { nbf: 4_000_000_000 } })],
    request: jwtBearer(),
    accept: invalidGrant,
  }),
  rule('AS-157d', 'M', 'a credential without an end does not end in a year', {
    ...on,
    given: [minted(), { advance: 31_536_000 }],
    request: jwtBearer(),
    accept: [tokens],
  }),
  ...cases(
    'AS-158',
    'M',
    [
      ['alg none', written({ alg: 'none' }, '')],
      ['alg None', written({ alg: 'None' }, '')],
      ['no alg', written({ typ: 'JWT' })],
      ['HS256, as if the public key were a secret', written({ alg: 'HS256', typ: 'JWT' })],
      ['another key', written({ alg: 'RS256', typ: 'JWT' })],
      ['a signature with four letters more', '{jwt}AAAA'],
    ] as const,
    ([what, assertion]) => [
      `not signed with a trusted key: ${what}`,
      {
        ...on,
        given: [minted()],
        request: jwtBearer({ assertion }),
        accept: invalid,
      },
    ],
  ),
  rule('AS-158g', 'M', 'another issuer, though the key is this server’s', {
    ...on,
    given: [minted({ claims: { iss: 'https://platform.ringcentral.com' } })],
    request: jwtBearer(),
    accept: invalidGrant,
  }),
  rule('AS-158h', 'M', 'the key is published without its private half', {
    request: get('/restapi/oauth/jwks'),
    accept: [
      {
        status: 200,
        json: {
          'keys.0.kty': 'RSA',
          'keys.0.alg': 'RS256',
          'keys.0.use': 'sig',
          'keys.0.kid': { matches: '.' },
          'keys.0.n': { matches: '^[\\w-]{300,}$' },
          'keys.0.e': 'AQAB',
          'keys.0.d': null,
        },
      },
    ],
  }),
  rule('AS-159', 'm', 'a credential is used again and again: jti is no nonce here', {
    ...on,
    given: [minted(), taken],
    request: jwtBearer(),
    accept: [tokens],
  }),
  rule('AS-160', 'M', 'a failure is 400 invalid_grant: a subject that is nobody', {
    ...on,
    given: [minted({ claims: { sub: '42' } })],
    request: jwtBearer(),
    accept: invalidGrant,
  }),
  rule('AS-161a', 'M', 'a scope beyond the app’s: invalid_scope', {
    ...on,
    presets: strict,
    given: [minted()],
    request: jwtBearer({ scope: 'ReadAccounts Faxes' }),
    accept: [refused('invalid_scope')],
  }),
  rule('AS-161b', 'M', 'a scope within it is what the token has', {
    ...on,
    presets: strict,
    given: [minted()],
    request: jwtBearer({ scope: 'ReadAccounts' }),
    accept: [{ status: 200, json: { scope: 'ReadAccounts' } }],
  }),
  rule('AS-162a', 'S', 'no refresh token, and an hour at most', {
    ...on,
    presets: strict,
    given: [minted()],
    request: jwtBearer(),
    accept: [{ status: 200, json: { refresh_token: null, expires_in: '3600' } }],
  }),
  rule('AS-162b', 'P', 'RingCentral adds one where the app has them on', {
    ...imitated,
    given: [minted()],
    request: jwtBearer(),
    accept: [
      { ...tokens, json: { refresh_token: { matches: '.' }, refresh_token_expires_in: '604800' } },
    ],
  }),
  rule('AS-163a', 'P', 'revoked in the console: its own cause, invalid_grant', {
    ...on,
    fields: { errorShape: 'rfc' },
    given: [minted(), taken, revoked],
    request: jwtBearer(),
    accept: causedBy('AS-163'),
  }),
  rule('AS-163b', 'P', 'restricted to another app: its own cause, invalid_grant', {
    ...on,
    fields: { errorShape: 'rfc' },
    given: [minted({ clientIds: ['another-app'] })],
    request: jwtBearer(),
    accept: causedBy('X17'),
  }),
  rule('AS-163c', 'P', 'expired: its own cause, invalid_grant', {
    ...on,
    fields: { errorShape: 'rfc' },
    given: [minted({ claims: { exp: 1_700_000_000 } })],
    request: jwtBearer(),
    accept: causedBy('AS-157'),
  }),
  rule('AS-163d', 'P', 'revoking it ends no session that it began', {
    ...on,
    given: [
      minted(),
      { send: jwtBearer(), accept: [tokens], save: { accessToken: 'json.access_token' } },
      revoked,
    ],
    request: works().send,
    accept: [{ status: 200 }],
  }),
  ...cases(
    'RC-088',
    'P',
    [
      ['OAU-331', 'junk'],
      ['OAU-345', '{jwt}AAAA'],
      ['OAU-347', written({ alg: 'HS256' })],
    ] as const,
    ([code, assertion]) => [
      `RingCentral: ${code}`,
      {
        ...imitated,
        given: [minted()],
        request: jwtBearer({ assertion }),
        accept: [refusedWith('invalid_request', code)],
      },
    ],
  ),
  rule('RC-088d', 'P', 'RingCentral: OAU-473 names the app that may not use it', {
    ...imitated,
    given: [minted({ clientIds: ['another-app'] })],
    request: jwtBearer(),
    accept: [
      {
        status: 400,
        json: {
          error: 'invalid_request',
          'errors.0.errorCode': 'OAU-473',
          error_description: 'The client [{clientId}] is not allowed to use this personal API Key',
        },
      },
    ],
  }),
  rule('RC-088e', 'P', 'a credential that lists the app works', {
    ...on,
    given: [minted({ clientIds: ['another-app', '{clientId}'] })],
    request: jwtBearer(),
    accept: [tokens],
  }),
  rule('RC-088f', 'P', 'RingCentral: an app without the method is OAU-251', {
    presets: ringcentral,
    apps: { app: web },
    given: [minted()],
    request: jwtBearer(),
    accept: [refusedWith('unauthorized_client', 'OAU-251')],
  }),
  ...cases(
    'RC-089',
    'P',
    [
      ['103', 'a second factor'],
      ['104', 'single sign-on'],
    ],
    ([extensionNumber, what]) => [
      `${what} is no matter: no password is sent`,
      { ...on, given: [minted({ extensionNumber })], request: jwtBearer(), accept: [tokens] },
    ],
  ),
  rule('RC-089c', 'P', 'a JWT of another company has to list the app', {
    ...on,
    apps: { app: { ...jwtApp, audience: 'public' } },
    given: [minted({ companyNumber: '+18335550200' })],
    request: jwtBearer(),
    accept: invalid,
  }),
  rule('RC-089d', 'P', 'and then a public app takes it', {
    ...on,
    apps: { app: { ...jwtApp, audience: 'public' } },
    given: [minted({ companyNumber: '+18335550200', clientIds: ['{clientId}'] })],
    request: jwtBearer(),
    accept: [{ ...tokens, json: { owner_id: '2000101' } }],
  }),
  rule('RC-089e', 'P', 'the two well-known documents name the keys and the grant', {
    request: get(paths.openid),
    accept: [
      {
        status: 200,
        json: {
          jwks_uri: '{origin}/restapi/oauth/jwks',
          grant_types_supported: { matches: 'urn:ietf:params:oauth:grant-type:jwt-bearer' },
        },
      },
    ],
  }),
  rule('RC-089f', 'P', 'dates are claims like others: a credential of long ago with a late end', {
    ...on,
    given: [minted({ claims: dated })],
    request: jwtBearer(),
    accept: [tokens],
  }),
];

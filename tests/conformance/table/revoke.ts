import { browser, web } from './apps.ts';
import { refused, refusedWith, ringcentral, strict } from './outcomes.ts';
import {
  dead,
  loggedIn,
  paths,
  refreshDead,
  refreshed,
  refreshWorks,
  revoke,
  works,
} from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Outcome, Row } from './row.ts';

const done: Outcome = { status: 200 };

/** A.13: revocation. */
export const revocation: Row[] = [
  rule('AS-164a', 'M', 'no token: invalid_request', {
    request: revoke({ token: null }),
    accept: [refused('invalid_request')],
  }),
  rule('AS-164b', 'M', 'an empty token: invalid_request', {
    request: revoke({ token: '' }),
    accept: [refused('invalid_request')],
  }),
  rule('AS-164c', 'M', 'JSON is refused', {
    request: {
      method: 'POST',
      path: paths.revoke,
      json: { token: 'x' },
      basic: { id: '{clientId}', secret: '{clientSecret}' },
    },
    accept: [refused('invalid_request', [400, 415])],
  }),
  rule('AS-164d', 'M', 'strict: JSON is 400, as RFC 7009 has no other status for it', {
    presets: strict,
    request: {
      method: 'POST',
      path: paths.revoke,
      json: { token: 'x' },
      basic: { id: '{clientId}', secret: '{clientSecret}' },
    },
    accept: [refused('invalid_request')],
  }),
  rule('AS-164e', 'P', 'RingCentral: JSON is 415', {
    presets: ringcentral,
    request: {
      method: 'POST',
      path: paths.revoke,
      json: { token: 'x' },
      basic: { id: '{clientId}', secret: '{clientSecret}' },
    },
    accept: [refused('invalid_request', 415)],
  }),
  rule('AS-164f', 'M', 'strict: a token in the address is refused, and lives on', {
    presets: strict,
    given: loggedIn(),
    request: { ...revoke({ token: null }), path: `${paths.revoke}?token={accessToken}` },
    accept: [refused('invalid_request')],
    after: [works()],
  }),
  rule('AS-164g', 'M', 'strict: even where the body has it as well', {
    presets: strict,
    given: loggedIn(),
    request: { ...revoke(), path: `${paths.revoke}?token={accessToken}` },
    accept: [refused('invalid_request')],
    after: [works()],
  }),
  rule('AS-165a', 'M', 'a wrong secret: 401 invalid_client, and the token lives', {
    presets: strict,
    given: loggedIn(),
    request: revoke({}, { auth: 'none', basic: { id: '{clientId}', secret: 'wrong' } }),
    accept: [
      {
        ...refused('invalid_client', 401),
        headers: { 'www-authenticate': { matches: '^Basic realm="' } },
      },
    ],
    after: [works()],
  }),
  rule('AS-165b', 'M', 'a confidential client must authenticate', {
    given: loggedIn(),
    request: revoke({ client_id: '{clientId}' }, { auth: 'none' }),
    accept: [refused('invalid_client', [400, 401])],
    after: [works()],
  }),
  rule('AS-165c', 'M', 'a public client names itself', {
    apps: { app: browser },
    given: loggedIn(),
    request: revoke({ client_id: '{clientId}' }, { auth: 'none' }),
    accept: [done],
    after: [dead()],
  }),
  rule('AS-165d', 'M', 'nobody may not revoke', {
    given: loggedIn(),
    request: revoke({}, { auth: 'none' }),
    accept: [refused(['invalid_client', 'invalid_request'], [400, 401])],
    after: [works()],
  }),
  ...cases('AS-166', 'M', ['unknown', 'é', '__proto__', 'x'.repeat(5000)], (token) => [
    `a token that is not one is no error: ${token.slice(0, 20)}`,
    { request: revoke({ token }), accept: [done] },
  ]),
  rule('AS-166e', 'M', 'a token revoked before is no error', {
    given: [...loggedIn(), { send: revoke(), accept: [done] }],
    request: revoke(),
    accept: [done],
  }),
  rule('AS-166f', 'M', 'an expired token is no error', {
    given: [...loggedIn(), { advance: 3601 }],
    request: revoke(),
    accept: [done],
  }),
  ...cases('AS-167', 'M', ['refresh_token', 'nonsense', ''], (hint) => [
    `a token_type_hint that is wrong or unknown is ignored: ${hint || 'empty'}`,
    {
      given: loggedIn(),
      request: revoke({ token_type_hint: hint }),
      accept: [done],
      after: [dead()],
    },
  ]),
  rule('AS-167d', 'M', 'and for a refresh token', {
    given: loggedIn(),
    request: revoke({ token: '{refreshToken}', token_type_hint: 'access_token' }),
    accept: [done],
    after: [refreshDead()],
  }),
  rule('AS-168a', 'M', 'another client’s token lives on', {
    apps: { app: web, other: { ...web, name: 'Other' } },
    given: loggedIn(),
    request: revoke({}, { auth: 'other' }),
    accept: [{ status: [200, 400] }],
    after: [works(), refreshWorks()],
  }),
  rule('RC-051', 'P', 'RingCentral: another app’s token is OAU-164, and lives on', {
    presets: ringcentral,
    apps: { app: web, other: { ...web, name: 'Other' } },
    given: loggedIn(),
    request: revoke({}, { auth: 'other' }),
    accept: [refusedWith('invalid_grant', 'OAU-164')],
    after: [works(), refreshWorks()],
  }),
  ...cases('RC-052', 'P', ['', null], (token) => [
    `RingCentral: ${token === null ? 'no token' : 'an empty token'} is CMN-101`,
    {
      presets: ringcentral,
      request: revoke({ token }),
      accept: [refusedWith('invalid_request', 'CMN-101')],
    },
  ]),
  rule('AS-168b', 'M', 'another client’s refresh token lives on', {
    apps: { app: web, other: browser },
    given: loggedIn(),
    request: revoke({ token: '{refreshToken}' }, { auth: 'other' }),
    accept: [{ status: [200, 400] }],
    after: [works(), refreshWorks()],
  }),
  rule('AS-169a', 'M', 'a refresh token can be revoked', {
    given: loggedIn(),
    request: revoke({ token: '{refreshToken}' }),
    accept: [done],
    after: [refreshDead()],
  }),
  rule('AS-169b', 'S', 'an access token can be revoked', {
    given: [...loggedIn(), works()],
    request: revoke(),
    accept: [done],
    after: [dead()],
  }),
  rule('AS-170', 'S', 'revoking a refresh token ends the access tokens of its grant', {
    given: [...loggedIn(), works()],
    request: revoke({ token: '{refreshToken}' }),
    accept: [done],
    after: [dead()],
  }),
  rule('AS-171a', 'm', 'RingCentral: revoking an access token ends its refresh token', {
    presets: ringcentral,
    given: loggedIn(),
    request: revoke(),
    accept: [done],
    after: [refreshDead()],
  }),
  rule('AS-171b', 'm', 'with the cascade at token, a refresh token outlives its access token', {
    fields: { revokeCascade: 'token' },
    given: loggedIn(),
    request: revoke(),
    accept: [done],
    after: [dead(), refreshWorks()],
  }),
  rule('AS-171d', 'm', 'strict: it does not', {
    presets: strict,
    given: loggedIn(),
    request: revoke(),
    accept: [done],
    after: [dead(), refreshWorks()],
  }),
  rule('AS-171c', 'P', 'revoking a rotated-away pair’s successor ends what came before', {
    given: [...loggedIn(), refreshed()],
    request: revoke({ token: '{refreshToken2}' }),
    accept: [done],
    after: [refreshDead(), refreshDead('{refreshToken2}')],
  }),
  rule('AS-172', 'S', '200 with an empty body, in force at once', {
    given: loggedIn(),
    request: revoke(),
    accept: [{ status: 200, text: '' }],
    after: [dead()],
  }),
  ...cases('AS-174', 'P', ['GET', 'PUT'], (method) => [
    `${method}: 405 with Allow`,
    {
      given: loggedIn(),
      request: {
        method,
        path: `${paths.revoke}?token={accessToken}&client_id={clientId}&callback=x`,
      },
      accept: [{ status: 405, headers: { allow: { matches: 'POST' } } }],
      after: [works()],
    },
  ]),
  rule('AS-175', 'P', 'a JWT as token: 200, no effect', {
    request: revoke({ token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x' }),
    accept: [done],
  }),
  rule('RC-050', 'P', 'RingCentral takes the token in the query as well', {
    presets: ringcentral,
    given: loggedIn(),
    request: { ...revoke({ token: null }), path: `${paths.revoke}?token={accessToken}` },
    accept: [done],
    after: [dead()],
  }),
];

import { browser, web } from './apps.ts';
import { refused, refusedWith, ringcentral, strict, tokens } from './outcomes.ts';
import {
  dead,
  loggedIn,
  paths,
  refresh,
  refreshDead,
  refreshed,
  refreshWorks,
  works,
} from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Row, Step } from './row.ts';

const invalidGrant = [refused('invalid_grant')];
const pair = { app: web, other: { ...web, name: 'Other' } };
const week = 604_800;
const day = 86_400;

const next = { accessToken2: 'json.access_token', refreshToken2: 'json.refresh_token' };
/** Each refreshes with what the one before it left. */
const rotations = (count: number): Step[] =>
  Array.from({ length: count }, () => ({
    send: refresh({ refresh_token: '{refreshToken2}' }),
    accept: [tokens],
    save: next,
  }));

/** A.10: the refresh token grant. */
export const refreshGrant: Row[] = [
  rule('AS-141a', 'M', 'no refresh_token: invalid_request', {
    request: refresh({ refresh_token: null }),
    accept: [refused('invalid_request')],
  }),
  ...cases('AS-141', 'M', ['unknown', '__proto__', 'é', 'x'.repeat(5000)], (token) => [
    `a refresh token that is not one: ${token.slice(0, 20)}`,
    { request: refresh({ refresh_token: token }), accept: invalidGrant },
  ]).map((row, index) => ({ ...row, id: `AS-141${'bcde'[index] ?? ''}` })),
  rule('AS-141f', 'M', 'an expired refresh token', {
    given: [...loggedIn(), { advance: week + 1 }],
    request: refresh(),
    accept: invalidGrant,
  }),
  rule('AS-141g', 'M', 'a revoked refresh token', {
    given: [
      ...loggedIn(),
      {
        send: {
          method: 'POST',
          path: paths.revoke,
          form: [['token', '{refreshToken}']],
          auth: 'app',
        },
        accept: [{ status: 200 }],
      },
    ],
    request: refresh(),
    accept: invalidGrant,
  }),
  rule('AS-141h', 'M', 'another client’s refresh token, which its owner keeps', {
    apps: pair,
    given: loggedIn(),
    request: refresh({}, { auth: 'other' }),
    accept: invalidGrant,
    after: [refreshWorks()],
  }),
  rule('AS-141i', 'P', 'RingCentral: expired is OAU-210', {
    presets: ringcentral,
    given: [...loggedIn(), { advance: week + 1 }],
    request: refresh(),
    accept: [refusedWith('invalid_grant', 'OAU-210')],
  }),
  rule('AS-141j', 'P', 'RingCentral: unknown is OAU-213', {
    presets: ringcentral,
    request: refresh({ refresh_token: 'unknown' }),
    accept: [refusedWith('invalid_grant', 'OAU-213')],
  }),
  rule('AS-142a', 'M', 'a confidential client authenticates to refresh', {
    given: loggedIn(),
    request: refresh({}, { auth: 'none' }),
    accept: [refused(['invalid_client', 'invalid_request'], [400, 401])],
    after: [refreshWorks()],
  }),
  rule('AS-142b', 'M', 'a refresh token of a public client is bound to it', {
    apps: { app: browser, other: { ...browser, name: 'Other' } },
    given: loggedIn(),
    request: refresh({}, { auth: 'other' }),
    accept: invalidGrant,
  }),
  rule('AS-143', 'M', 'a public client’s refresh token rotates', {
    apps: { app: browser },
    given: loggedIn(),
    request: refresh(),
    accept: [{ status: 200, json: { refresh_token: { not: '{refreshToken}' } } }],
  }),
  rule('AS-144a', 'M', 'a rotated token used again ends the family', {
    presets: strict,
    apps: { app: browser },
    given: [...loggedIn(), refreshed()],
    request: refresh(),
    accept: invalidGrant,
    after: [refreshDead('{refreshToken2}'), dead('{accessToken2}')],
  }),
  rule('AS-144b', 'M', 'a confidential client’s rotated token too', {
    presets: strict,
    given: [...loggedIn(), refreshed()],
    request: refresh(),
    accept: invalidGrant,
    after: [refreshDead('{refreshToken2}'), dead('{accessToken2}')],
  }),
  rule('AS-144c', 'M', 'a rotated token in a stranger’s hands ends nothing', {
    presets: strict,
    apps: { app: browser, other: { ...browser, name: 'Other' } },
    given: [...loggedIn(), refreshed()],
    request: refresh({}, { auth: 'other' }),
    accept: invalidGrant,
    after: [refreshWorks('{refreshToken2}')],
  }),
  rule('AS-144e', 'M', 'strict: a token is known as used after a hundred and one rotations too', {
    presets: strict,
    apps: { app: browser },
    given: [...loggedIn(), refreshed(), ...rotations(100)],
    request: refresh(),
    accept: [{ ...refused('invalid_grant'), headers: { 'sandbox-rule': 'AS-144' } }],
    after: [refreshDead('{refreshToken2}'), dead('{accessToken2}')],
  }),
  rule('AS-144f', 'P', 'RingCentral: it is refused, and what came of it lives on', {
    presets: ringcentral,
    given: [...loggedIn(), refreshed(), ...rotations(100)],
    request: refresh(),
    accept: [refusedWith('invalid_grant', 'OAU-213')],
    after: [works('{accessToken2}'), refreshWorks('{refreshToken2}')],
  }),
  rule('AS-145a', 'M', 'a wider scope: invalid_scope', {
    presets: strict,
    given: loggedIn({ scope: 'ReadAccounts' }),
    request: refresh({ scope: 'ReadAccounts ReadCallLog' }),
    accept: [refused('invalid_scope')],
  }),
  rule('AS-145b', 'M', 'no scope: as it was granted', {
    presets: strict,
    given: loggedIn({ scope: 'ReadAccounts' }),
    request: refresh(),
    accept: [{ status: 200, json: { scope: 'ReadAccounts' } }],
  }),
  rule('AS-146a', 'M', 'a narrower scope gives a narrow access token', {
    presets: strict,
    given: loggedIn(),
    request: refresh({ scope: 'ReadAccounts' }),
    accept: [{ status: 200, json: { scope: 'ReadAccounts' } }],
  }),
  rule('AS-146b', 'M', 'and the new refresh token may ask for the full scope again', {
    presets: strict,
    given: [...loggedIn(), refreshed({ scope: 'ReadAccounts' })],
    request: refresh({
      refresh_token: '{refreshToken2}',
      scope: 'ReadAccounts ReadCallLog',
    }),
    accept: [
      {
        status: 200,
        json: { scope: { oneOf: ['ReadAccounts ReadCallLog', 'ReadCallLog ReadAccounts'] } },
      },
    ],
  }),
  rule('AS-146c', 'M', 'the narrow access token is narrow at the API', {
    presets: strict,
    given: [...loggedIn(), refreshed({ scope: 'ReadAccounts' })],
    request: {
      method: 'GET',
      path: paths.callLog,
      headers: { authorization: 'Bearer {accessToken2}' },
    },
    accept: [{ status: 403 }],
  }),
  rule('AS-147a', 'M', 'the rotated token belongs to the same client', {
    apps: pair,
    given: [...loggedIn(), refreshed()],
    request: refresh({ refresh_token: '{refreshToken2}' }, { auth: 'other' }),
    accept: invalidGrant,
  }),
  rule('AS-147b', 'M', 'the rotated token belongs to the same user', {
    given: [
      ...loggedIn(),
      {
        send: refresh(),
        accept: [tokens],
        save: { owner: 'json.owner_id', refreshToken2: 'json.refresh_token' },
      },
    ],
    request: refresh({ refresh_token: '{refreshToken2}' }),
    accept: [{ status: 200, json: { owner_id: '{owner}' } }],
  }),
  rule('AS-147c', 'S', 'a refresh token that idles for its lifetime is dead, rotated or not', {
    given: [...loggedIn(), { advance: week - 60 }, refreshed(), { advance: week + 1 }],
    request: refresh({ refresh_token: '{refreshToken2}' }),
    accept: invalidGrant,
  }),
  rule('AS-147d', 'S', 'strict: 90 days after the sign-in the family is over, used or not', {
    presets: strict,
    fields: { refreshTokenLifetimeSeconds: 31_536_000 },
    given: [...loggedIn(), { advance: 80 * day }, refreshed(), { advance: 10 * day + 1 }],
    request: refresh({ refresh_token: '{refreshToken2}' }),
    accept: [{ ...refused('invalid_grant'), headers: { 'sandbox-rule': 'AS-147' } }],
  }),
  rule('AS-147e', 'S', 'and a token of its last days says how little is left to it', {
    presets: strict,
    given: [
      ...Array.from({ length: 14 }, (_, index): Step[] => [
        ...(index === 0 ? loggedIn() : []),
        { advance: 6 * day },
        {
          send: refresh(),
          accept: [tokens],
          save: { refreshToken: 'json.refresh_token' },
        },
      ]).flat(),
    ],
    request: refresh(),
    accept: [{ ...tokens, json: { refresh_token_expires_in: { matches: '^51[78]\\d\\d\\d$' } } }],
  }),
  rule('AS-147f', 'P', 'RingCentral: a family that is used does not end', {
    presets: ringcentral,
    fields: { refreshTokenLifetimeSeconds: 31_536_000 },
    given: [...loggedIn(), { advance: 80 * day }, refreshed(), { advance: 10 * day + 1 }],
    request: refresh({ refresh_token: '{refreshToken2}' }),
    accept: [tokens],
  }),
  rule('AS-148', 'm', 'ending the session ends the family', {
    given: [
      ...loggedIn(),
      {
        send: { method: 'GET', path: '/sandbox/api/sessions' },
        accept: [{ status: 200 }],
        save: { sessionId: 'json.0.sessionId' },
      },
      {
        send: { method: 'DELETE', path: '/sandbox/api/sessions/{sessionId}' },
        accept: [{ status: [200, 204] }],
      },
    ],
    request: refresh(),
    accept: invalidGrant,
    after: [dead()],
  }),
  rule('AS-149a', 'M', 'an access token is no refresh token', {
    given: loggedIn(),
    request: refresh({ refresh_token: '{accessToken}' }),
    accept: [refused(['invalid_grant', 'invalid_token'])],
    after: [refreshWorks()],
  }),
  rule('AS-149b', 'M', 'a refresh token is no access token', {
    given: loggedIn(),
    request: {
      method: 'GET',
      path: paths.extension,
      headers: { authorization: 'Bearer {refreshToken}' },
    },
    accept: [{ status: 401 }],
  }),
  rule('AS-150a', 'P', 'two refreshes at once: one at most succeeds', {
    presets: strict,
    given: loggedIn(),
    request: refresh({}, { times: 4 }),
    accept: [tokens, ...invalidGrant],
    atMost: { count: 1, status: 200 },
  }),
  rule('AS-150b', 'P', 'RingCentral: refreshes at once get the same pair', {
    presets: ringcentral,
    given: loggedIn(),
    request: refresh({}, { times: 4 }),
    accept: [tokens],
    same: 'access_token',
  }),
  rule('AS-151', 'm', 'without rotation the old refresh token goes on', {
    fields: { rotation: 'none' },
    given: [
      ...loggedIn(),
      { send: refresh(), accept: [tokens], save: { accessToken2: 'json.access_token' } },
    ],
    request: refresh(),
    accept: [tokens],
  }),
  rule('RC-040', 'P', 'a refresh kills the access token before it at once', {
    presets: ringcentral,
    given: [...loggedIn(), works(), refreshed()],
    request: {
      method: 'GET',
      path: paths.extension,
      headers: { authorization: 'Bearer {accessToken}' },
    },
    accept: [{ status: 401 }],
  }),
  rule(
    'RC-041',
    'P',
    'grace: while the new access token is unused, the old refresh token gives the same pair',
    {
      presets: ringcentral,
      given: [...loggedIn(), refreshed(), { advance: 3000 }],
      request: refresh(),
      accept: [
        {
          status: 200,
          json: {
            access_token: '{accessToken2}',
            refresh_token: '{refreshToken2}',
            // Counting down while the row runs.
            expires_in: { matches: '^(600|59\\d)$' },
          },
        },
      ],
    },
  ),
  rule('RC-042', 'P', 'grace: unused for more than 60 minutes, the old refresh token is dead', {
    presets: ringcentral,
    given: [...loggedIn(), refreshed(), { advance: 3601 }],
    request: refresh(),
    accept: [refusedWith('invalid_grant', 'OAU-213')],
  }),
  rule('RC-043', 'P', 'grace: within 10 seconds of the first use, the same access token', {
    presets: ringcentral,
    given: [...loggedIn(), refreshed(), works('{accessToken2}'), { advance: 8 }],
    request: refresh(),
    accept: [{ status: 200, json: { access_token: '{accessToken2}' } }],
  }),
  rule('RC-044', 'P', 'grace: 11 seconds after the first use, dead, and nothing else is', {
    presets: ringcentral,
    given: [...loggedIn(), refreshed(), works('{accessToken2}'), { advance: 11 }],
    request: refresh(),
    accept: [refusedWith('invalid_grant', 'OAU-213')],
    after: [works('{accessToken2}'), refreshWorks('{refreshToken2}')],
  }),
  rule('RC-045', 'P', 'the SDK’s own lifetimes in a refresh are taken', {
    presets: ringcentral,
    given: loggedIn(),
    request: refresh({ access_token_ttl: '3600', refresh_token_ttl: '604800' }),
    accept: [{ status: 200, json: { expires_in: '3600', refresh_token_expires_in: '604800' } }],
  }),
  rule('AS-144d', 'P', 'rotate without detection: a second use is refused, and nothing else ends', {
    fields: { rotation: 'rotate' },
    given: [...loggedIn(), refreshed()],
    request: refresh(),
    accept: invalidGrant,
    after: [works('{accessToken2}'), refreshWorks('{refreshToken2}')],
  }),
  rule('AS-150c', 'P', 'rotate: of eight at once one succeeds', {
    fields: { rotation: 'rotate' },
    given: loggedIn(),
    request: refresh({}, { times: 8 }),
    accept: [tokens, refused('invalid_grant')],
    atMost: { count: 1, status: 200 },
  }),
  rule('AS-150d', 'P', 'no rotation: of eight at once all succeed, each with its own token', {
    fields: { rotation: 'none' },
    given: loggedIn(),
    request: refresh({}, { times: 8 }),
    accept: [{ ...tokens, json: { refresh_token: '{refreshToken}' } }],
    distinct: 'access_token',
  }),
  rule('AS-150e', 'P', 'reuse detection: two at once end the session for both', {
    fields: { rotation: 'reuse-detection' },
    given: loggedIn(),
    request: refresh({}, { times: 2 }),
    accept: [tokens, refused('invalid_grant')],
    after: [
      {
        send: { method: 'GET', path: '/sandbox/api/sessions' },
        accept: [{ status: 200, text: '[]' }],
      },
    ],
  }),
  rule('AS-150f', 'P', 'grace: of eight at once all get the one pair', {
    fields: { rotation: 'grace' },
    given: loggedIn(),
    request: refresh({}, { times: 8 }),
    accept: [tokens],
    same: 'refresh_token',
  }),
  rule('RC-046', 'P', 'a pair that is served again has less time left', {
    presets: ringcentral,
    given: [...loggedIn(), refreshed(), { advance: 600 }],
    request: refresh(),
    accept: [
      {
        ...tokens,
        json: {
          expires_in: { matches: '^(3000|299[0-9])$' },
          refresh_token_expires_in: { matches: '^(604200|60419[0-9])$' },
        },
      },
    ],
  }),
  rule('RC-047', 'P', 'a refresh without a new refresh token: refresh_token_ttl=0', {
    presets: ringcentral,
    given: loggedIn(),
    request: refresh({ refresh_token_ttl: '0' }),
    accept: [{ ...tokens, json: { refresh_token: null } }],
  }),
];

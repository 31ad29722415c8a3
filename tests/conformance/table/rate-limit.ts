import { noUi, web } from './apps.ts';
import { both, refused, ringcentral, strict, tokens } from './outcomes.ts';
import { authorize, paths, password, revoke } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Outcome, Row, SendStep, Step } from './row.ts';

const on = {
  presets: both,
  fields: { password: true, rateLimit: true },
  apps: { app: noUi, other: { ...noUi, name: 'Other' } },
};
const tooMany: Outcome = { status: 429, headers: { 'retry-after': '60' } };
const taken: SendStep = { send: password(), accept: [tokens] };
const times = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step);
const wrongSecret = {
  basic: { id: '{clientId}', secret: 'wrong' },
  auth: 'none',
};

/** The Auth group's five a minute, where the policy has it on. */
export const rateLimit: Row[] = [
  rule('AS-012a', 'S', 'wrong secrets count, and lock the right one out as well', {
    ...on,
    given: times(5, {
      send: password({}, wrongSecret),
      accept: [refused('invalid_client', [400, 401])],
    }),
    request: password(),
    accept: [tooMany],
  }),
  rule('AS-012b', 'M', 'wrong passwords count', {
    ...on,
    given: times(5, { send: password({ password: 'x' }), accept: [refused('invalid_grant')] }),
    request: password(),
    accept: [tooMany],
  }),
  rule('AS-012c', 'S', 'wrong secrets at /revoke count', {
    ...on,
    given: times(5, {
      send: revoke({ token: 'x' }, wrongSecret),
      accept: [refused('invalid_client', [400, 401])],
    }),
    request: revoke({ token: 'x' }),
    accept: [tooMany],
  }),
  rule('RC-090a', 'P', 'the sixth request in a minute is 429', {
    ...on,
    given: times(5, taken),
    request: password(),
    accept: [tooMany],
  }),
  rule('RC-090b', 'P', 'another app is counted by itself', {
    ...on,
    given: times(5, taken),
    request: password({}, { auth: 'other' }),
    accept: [tokens],
  }),
  rule('RC-090c', 'P', 'of ten at once, five', {
    ...on,
    request: password({}, { times: 10 }),
    accept: [tokens, tooMany],
    atMost: { count: 5, status: 200 },
  }),
  rule('RC-091', 'P', 'the headers tell the group, the limit, what is left and the window', {
    ...on,
    given: times(2, taken),
    request: password(),
    accept: [
      {
        status: 200,
        headers: {
          'x-rate-limit-group': 'auth',
          'x-rate-limit-limit': '5',
          'x-rate-limit-remaining': '2',
          'x-rate-limit-window': '60',
          'retry-after': null,
        },
      },
    ],
  }),
  rule('RC-092a', 'P', 'RingCentral: CMN-301 in the envelope of the gateway', {
    ...on,
    presets: ringcentral,
    given: times(5, taken),
    request: password(),
    accept: [
      {
        status: 429,
        headers: { 'x-rate-limit-remaining': '0', 'cache-control': 'no-store' },
        json: {
          error: null,
          errorCode: 'CMN-301',
          message: 'Request rate exceeded',
          'errors.0.errorCode': 'CMN-301',
        },
      },
    ],
  }),
  rule('RC-092b', 'P', 'strict: an OAuth error with the same status', {
    ...on,
    presets: strict,
    given: times(5, taken),
    request: password(),
    accept: [{ ...tooMany, json: { error: 'temporarily_unavailable', errorCode: null } }],
  }),
  rule('RC-093a', 'P', 'after the penalty it goes on', {
    ...on,
    given: [...times(5, taken), { send: password(), accept: [tooMany] }, { advance: 61 }],
    request: password(),
    accept: [tokens],
  }),
  rule('RC-093b', 'P', 'a request within the penalty begins it again', {
    ...on,
    given: [
      ...times(5, taken),
      { send: password(), accept: [tooMany] },
      { advance: 50 },
      { send: password(), accept: [tooMany] },
      { advance: 50 },
    ],
    request: password(),
    accept: [tooMany],
  }),
  rule('RC-093c', 'P', 'the window slides: four now and one a while ago', {
    ...on,
    given: [taken, { advance: 40 }, ...times(4, taken), { advance: 25 }],
    request: password(),
    accept: [{ ...tokens, headers: { 'x-rate-limit-remaining': '0' } }],
  }),
  rule('RC-094', 'P', 'off unless asked for, and then nothing tells of it', {
    presets: both,
    fields: { password: true },
    apps: { app: noUi },
    given: times(8, taken),
    request: password(),
    accept: [{ ...tokens, headers: { 'x-rate-limit-group': null, 'retry-after': null } }],
  }),
  ...cases('RC-095', 'P', ['text/html', 'application/json'], (accept) => [
    `/authorize is in the group: the sixth is 429, no redirect (${accept})`,
    {
      ...on,
      apps: { app: web },
      given: times(5, { send: authorize(), accept: [{ status: 200 }] }),
      request: authorize({}, { headers: { accept } }),
      accept: [{ status: 429, headers: { location: null, 'retry-after': '60' } }],
    },
  ]),
  rule('RC-096', 'P', 'the API is not in the group', {
    ...on,
    given: [
      { send: password(), accept: [tokens], save: { accessToken: 'json.access_token' } },
      ...times(8, {
        send: {
          method: 'GET',
          path: paths.extension,
          headers: { authorization: 'Bearer {accessToken}' },
        },
        accept: [{ status: 200 }],
      }),
    ],
    request: password(),
    accept: [{ ...tokens, headers: { 'x-rate-limit-remaining': '3' } }],
  }),
];

import { noUi, web } from './apps.ts';
import { both, refused, ringcentral, strict, tokens } from './outcomes.ts';
import { authorize, call, loggedIn, paths, password, revoke, works } from './requests.ts';
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

const stranger = {
  origin: 'https://evil.example',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'cors',
};
const failing = { apps: on.apps };
const guess = (rest = {}): SendStep => ({
  send: revoke({ token: 'x' }, { ...wrongSecret, ...rest }),
  accept: [refused('invalid_client', [400, 401])],
});
const waits: Outcome = { status: 429, headers: { 'retry-after': { matches: '^([1-5]?\\d|60)$' } } };
const wrongPassword: SendStep = {
  send: password({ password: 'x' }),
  accept: [refused('invalid_grant')],
};
const wrongSignIn: SendStep = {
  send: authorize({}, { press: 'sign-in', fill: { password: 'x' } }),
  accept: [{ status: 400 }],
};

/** AS-012 and AS-139 by failures alone, which `strict` limits and RingCentral was not seen to. */
const failureLimit: Row[] = [
  rule('AS-012d', 'M', 'strict: after ten wrong secrets in a minute not even the right one', {
    ...failing,
    presets: strict,
    given: times(10, guess()),
    request: revoke({ token: 'x' }),
    accept: [waits],
  }),
  rule('AS-012e', 'P', 'RingCentral: no number of wrong secrets refuses the right one', {
    ...failing,
    presets: ringcentral,
    given: times(12, guess()),
    request: revoke({ token: 'x' }),
    accept: [{ status: 200, headers: { 'retry-after': null } }],
  }),
  rule('AS-012f', 'P', 'what a foreign page got wrong refuses that page alone', {
    ...failing,
    presets: strict,
    given: [
      ...times(10, guess({ headers: stranger })),
      { send: revoke({ token: 'x' }, { headers: stranger }), accept: [waits] },
    ],
    request: revoke({ token: 'x' }),
    accept: [{ status: 200 }],
  }),
  rule('AS-012g', 'P', 'nine failures and right answers between them refuse nobody', {
    ...failing,
    presets: strict,
    given: times(9, guess()).flatMap((step) => [
      step,
      { send: revoke({ token: 'x' }), accept: [{ status: 200 }] },
    ]),
    request: revoke({ token: 'x' }),
    accept: [{ status: 200 }],
  }),
  rule('AS-012h', 'P', 'a minute later it goes on, and another app never stopped', {
    ...failing,
    presets: strict,
    given: [
      ...times(10, guess()),
      { send: revoke({ token: 'x' }), accept: [waits] },
      { send: revoke({ token: 'x' }, { auth: 'other' }), accept: [{ status: 200 }] },
      { advance: 61 },
    ],
    request: revoke({ token: 'x' }),
    accept: [{ status: 200 }],
  }),
  rule('AS-012i', 'P', 'of thirty guesses at once ten are looked at', {
    ...failing,
    presets: strict,
    request: revoke({ token: 'x' }, { ...wrongSecret, times: 30 }),
    accept: [refused('invalid_client', [400, 401]), waits],
    atMost: { count: 10, status: 401 },
  }),
  rule('AS-012j', 'P', 'an unknown client is limited as a known one, or the limit would tell', {
    ...failing,
    presets: strict,
    given: times(10, guess({ basic: { id: 'nobody', secret: 'wrong' } })),
    request: revoke({ token: 'x' }, { basic: { id: 'nobody', secret: 'x' }, auth: 'none' }),
    accept: [waits],
  }),
  rule('AS-139c', 'M', 'strict: after ten wrong passwords in a minute not even the right one', {
    ...on,
    presets: strict,
    fields: { password: true },
    given: times(10, wrongPassword),
    request: password(),
    accept: [{ ...waits, json: { error: 'temporarily_unavailable' } }],
  }),
  rule('AS-139d', 'P', 'RingCentral: no number of wrong passwords refuses the right one', {
    ...on,
    presets: ringcentral,
    fields: { password: true },
    given: times(12, wrongPassword),
    request: password(),
    accept: [tokens],
  }),
  rule('AS-139e', 'P', 'an unknown user is limited as a known one, or the limit would tell', {
    ...on,
    presets: strict,
    fields: { password: true },
    given: times(10, {
      send: password({ username: 'nobody@sandbox.example' }),
      accept: [refused('invalid_grant')],
    }),
    request: password({ username: 'nobody@sandbox.example' }),
    accept: [waits],
  }),
  rule('AS-139f', 'M', 'strict: the sign-in form is under it too, and says so', {
    presets: strict,
    given: times(10, wrongSignIn),
    request: authorize({}, { press: 'sign-in' }),
    accept: [{ ...waits, text: { matches: 'Too many wrong passwords' } }],
  }),
  rule('AS-139g', 'P', 'RingCentral: the sign-in form takes the right password after any number', {
    presets: ringcentral,
    given: times(12, wrongSignIn),
    request: authorize({}, { press: 'sign-in' }),
    accept: [{ status: 200 }],
  }),
];

/** The Auth group's five a minute, where the policy has it on. */
export const rateLimit: Row[] = [
  ...failureLimit,
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
  rule('RC-090d', 'P', 'the sixth sign-in in a minute is a page that says why and what to do', {
    fields: { rateLimit: true },
    given: times(5, { send: authorize(), accept: [{ status: 200 }] }),
    request: authorize(),
    accept: [
      {
        status: 429,
        text: {
          matches:
            'Request rate exceeded[\\s\\S]*More requests came in a minute[\\s\\S]*What to do[\\s\\S]*Wait Retry-After seconds',
        },
      },
    ],
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
  rule('RC-094a', 'P', 'strict: off unless asked for, and then nothing tells of it', {
    presets: strict,
    fields: { password: true },
    apps: { app: noUi },
    given: times(8, taken),
    request: password(),
    accept: [{ ...tokens, headers: { 'x-rate-limit-group': null, 'retry-after': null } }],
  }),
  // zengfenfei/ringcentral-ts, src/RestClient-test.ts: ordinary answers of April 2017 have the four headers.
  rule(
    'RC-094b',
    'P',
    'RingCentral: off, the headers stand on ordinary answers and nothing counts',
    {
      presets: ringcentral,
      apps: { app: noUi },
      given: times(8, taken),
      request: password(),
      accept: [
        {
          ...tokens,
          headers: {
            'x-rate-limit-group': 'auth',
            'x-rate-limit-limit': '5',
            'x-rate-limit-remaining': '5',
            'x-rate-limit-window': '60',
            'retry-after': null,
          },
        },
      ],
    },
  ),
  // A probe of 15 August 2026 saw none of them on a 401.
  rule('RC-094c', 'P', 'a caller who is not known is told of no limit', {
    request: call('garbage'),
    accept: [{ status: 401, headers: { 'x-rate-limit-group': null } }],
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
  // The groups are those of RingCentral’s API description; a pair of app and user is counted
  // (developer guide, basics/rate-limits). The 429 was recorded in March 2017.
  ...cases(
    'RC-097',
    'P',
    [
      ['light', 50, paths.extension],
      ['medium', 40, '/restapi/v1.0/account/~/extension'],
      ['heavy', 10, paths.callLog],
    ] as const,
    ([group, limit, path]) => [
      `the API: of its group ${group} ${limit} a minute`,
      {
        presets: ringcentral,
        fields: { rateLimit: true },
        given: [...loggedIn(), ...times(limit, works('{accessToken}', path))],
        request: call('{accessToken}', path),
        accept: [
          {
            status: 429,
            headers: {
              'x-rate-limit-group': group,
              'x-rate-limit-remaining': '0',
              'retry-after': '60',
              'content-type': 'application/json',
              'www-authenticate': { matches: '^Bearer .*error="CMN-301"' },
            },
            json: { errorCode: 'CMN-301', 'errors.0.errorCode': 'CMN-301' },
          },
        ],
      },
    ],
  ),
  rule('RC-096', 'P', 'the API is not in the group of the tokens', {
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

import { browser, mobile, noUi, web } from './apps.ts';
import { both, refused, refusedWith, ringcentral, strict, tokens } from './outcomes.ts';
import { password } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Row } from './row.ts';

/** The teaching profile: RingCentral's preset has it on, strict has it off. */
const on = { presets: both, fields: { password: true }, apps: { app: noUi } };
const imitated = { presets: ringcentral, apps: { app: noUi } };
const wrong = [refused('invalid_grant')];
const oneText = 'Invalid resource owner credentials.';

/** A.9: the password grant, where the policy still has it. */
export const passwordGrant: Row[] = [
  ...cases('AS-137', 'M', ['username', 'password'], (name) => [
    `no ${name}: invalid_request`,
    { ...on, request: password({ [name]: null }), accept: [refused('invalid_request')] },
  ]),
  ...cases(
    'AS-137',
    'M',
    [
      { password: 'wrong' },
      { username: '+18335550100*999' },
      { username: 'nobody@sandbox.example' },
      { username: '__proto__' },
      { username: 'x'.repeat(5000) },
      { username: '+18335550100*101', password: 'sandbox-password ' },
    ],
    (changes) => [
      `one answer for an unknown user and a wrong password: ${JSON.stringify(changes).slice(0, 44)}`,
      {
        ...on,
        request: password(changes),
        accept: [{ status: 400, json: { error: 'invalid_grant', error_description: oneText } }],
      },
    ],
  ).map((row, index) => ({ ...row, id: `AS-137${'cdefgh'[index] ?? ''}` })),
  rule('AS-138a', 'M', 'a confidential client authenticates all the same', {
    ...on,
    request: password({ client_id: '{clientId}' }, { auth: 'none' }),
    accept: [refused('invalid_client', [400, 401])],
  }),
  rule('AS-138b', 'M', 'a wrong secret is refused though the password is right', {
    ...on,
    request: password({}, { basic: { id: '{clientId}', secret: 'wrong' }, auth: 'none' }),
    accept: [refused('invalid_client', [400, 401])],
  }),
  rule('AS-138c', 'M', 'a public client names itself', {
    ...on,
    apps: { app: mobile },
    request: password(),
    accept: [tokens],
  }),
  rule('AS-139a', 'M', 'guesses are slowed down where the rate limit is on', {
    ...on,
    fields: { password: true, rateLimit: true },
    given: Array.from({ length: 5 }, () => ({
      send: password({ password: 'guess' }),
      accept: wrong,
    })),
    request: password(),
    accept: [{ status: 429, headers: { 'retry-after': '60' } }],
  }),
  rule('AS-139b', 'M', 'and no answer tells how many are left to a user', {
    ...on,
    request: password({ password: 'guess' }),
    accept: [{ status: 400, text: { excludes: 'attempt' } }],
  }),
  rule('AS-140c', 'M', 'OAuth 2.1 has no password grant, whatever else the policy says', {
    ...on,
    fields: { password: true, profile: 'oauth21' },
    request: password(),
    accept: [refused('unsupported_grant_type')],
  }),
  rule('AS-140h', 'M', 'strict: unsupported_grant_type, not a matter of the app', {
    presets: strict,
    apps: { app: noUi },
    request: password(),
    accept: [refused('unsupported_grant_type')],
  }),
  ...cases(
    'AS-140',
    'M',
    [
      ['103', 'a second factor'],
      ['104', 'single sign-on'],
      ['105', 'a disabled extension'],
      ['102', 'a role without Third Party Apps Access'],
    ],
    ([extension, what]) => [
      `${what} is invalid_grant, with the right password`,
      {
        ...on,
        fields: { password: true, errorShape: 'rfc' },
        request: password({ username: `+18335550100*${extension}` }),
        accept: wrong,
      },
    ],
  ).map((row, index) => ({ ...row, id: `AS-140${'defg'[index] ?? ''}` })),
  ...cases(
    'RC-080',
    'P',
    [
      ['102', 'invalid_client', 'CMN-408', 403],
      ['103', 'invalid_grant', 'OAU-168', 400],
      ['104', 'invalid_grant', 'SANDBOX-USER-3', 400],
      ['105', 'invalid_grant', 'OAU-141', 400],
      ['999', 'invalid_grant', 'OAU-140', 400],
    ] as const,
    ([extension, error, code, status]) => [
      `RingCentral: extension ${extension} is ${code}`,
      {
        ...imitated,
        request: password({ username: `+18335550100*${extension}` }),
        accept: [refusedWith(error, code, status)],
      },
    ],
  ),
  ...cases(
    'RC-081',
    'P',
    [
      { username: '+18335550100', extension: '101' },
      { username: '+18335550100*101' },
      { username: '18335550100*101' },
      { username: '(833) 555-0100', extension: '101' },
      { username: '+18335550100' },
      { username: '101@sandbox.example' },
      { username: '+18335550100*101', extension: '' },
    ],
    (changes) => [
      `a user may be named so: ${JSON.stringify(changes)}`,
      {
        ...imitated,
        request: password(changes),
        accept: [{ status: 200, json: { owner_id: '1000101' } }],
      },
    ],
  ),
  rule('RC-082', 'P', 'a private app refuses a user of another company', {
    ...on,
    request: password({ username: '+18335550200*101' }),
    accept: wrong,
  }),
  rule('RC-083', 'P', 'RingCentral: an empty user name is incomplete', {
    ...imitated,
    request: password({ username: '' }),
    accept: [
      {
        status: 400,
        json: {
          error: 'invalid_request',
          error_description: 'Resource Owner credentials are incomplete.',
        },
      },
    ],
  }),
  rule('RC-084', 'P', 'RingCentral: a public app and a server app have none, OAU-251', {
    presets: ringcentral,
    apps: { app: web },
    request: password(),
    accept: [refusedWith('unauthorized_client', 'OAU-251')],
  }),
  rule('RC-085', 'P', 'RingCentral: nor has a browser app', {
    presets: ringcentral,
    apps: { app: browser },
    request: password(),
    accept: [refusedWith('unauthorized_client', 'OAU-251')],
  }),
  rule('RC-086', 'P', 'RingCentral today: OAU-251 for every app', {
    presets: ['ringcentral-today'],
    apps: { app: noUi },
    request: password(),
    accept: [refusedWith('unauthorized_client', 'OAU-251')],
  }),
];

import { browser, web } from './apps.ts';
import {
  redirectedCode,
  redirectedError,
  refused,
  ringcentral,
  strict,
  tokens,
} from './outcomes.ts';
import { approve, authorize, authorized, exchange } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Row } from './row.ts';

const invalid = [redirectedError('invalid_request', { state: 'state-1' })];
const unwarned = redirectedCode({}, '{redirectUri}', { 'sandbox-rule': null });
const s256Length43 = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** A.4: PKCE at /authorize. */
export const pkce: Row[] = [
  rule('AS-073', 'M', 'S256 works', {
    apps: { app: browser },
    given: [authorized()],
    request: exchange(),
    accept: [tokens],
  }),
  rule('AS-074a', 'M', 'a public client without a challenge, where PKCE is required', {
    presets: strict,
    apps: { app: browser },
    request: authorize({ code_challenge: null, code_challenge_method: null }),
    accept: [
      redirectedError('invalid_request', {
        error_description: { matches: 'code.?challenge', flags: 'i' },
      }),
    ],
  }),
  rule('AS-074b', 'P', 'RingCentral does not require PKCE', {
    presets: ringcentral,
    apps: { app: browser },
    request: approve({ code_challenge: null, code_challenge_method: null }),
    accept: [redirectedCode()],
  }),
  rule('AS-074c', 'P', 'where PKCE is for all, a confidential client needs it too', {
    fields: { pkce: 'all' },
    request: authorize({ code_challenge: null, code_challenge_method: null }),
    accept: invalid,
  }),
  rule('AS-075a', 'M', 'no method means plain, which is off: refused here, not at /token', {
    presets: strict,
    request: authorize({ code_challenge: '{verifier}', code_challenge_method: null }),
    accept: invalid,
  }),
  rule('AS-075b', 'M', 'plain by name is refused here as well where it is off', {
    presets: strict,
    request: authorize({ code_challenge: '{verifier}', code_challenge_method: 'plain' }),
    accept: invalid,
  }),
  rule('AS-075c', 'M', 'no method means plain, which is on', {
    fields: { plain: true },
    given: [authorized({ code_challenge: '{verifier}', code_challenge_method: null })],
    request: exchange(),
    accept: [tokens],
  }),
  ...cases('AS-076', 'M', ['s256', 'SHA256', 'S-256', 'PLAIN', 'none'], (method) => [
    `an unknown method: ${method}`,
    { request: authorize({ code_challenge_method: method }), accept: invalid },
  ]),
  rule('AS-077', 'P', 'a method without a challenge', {
    request: authorize({ code_challenge: null }),
    accept: invalid,
  }),
  ...cases(
    'AS-078',
    'M',
    [
      s256Length43.slice(1),
      'a'.repeat(129),
      `${s256Length43.slice(1)}=`,
      `${s256Length43.slice(1)}+`,
      `${s256Length43.slice(1)}/`,
      `${s256Length43.slice(1)} `,
      `${s256Length43.slice(1)}é`,
    ],
    (challenge) => [
      `a challenge outside the grammar: ${challenge.length} characters, ending ${challenge.slice(-1)}`,
      { request: authorize({ code_challenge: challenge }), accept: invalid },
    ],
  ),
  ...cases('AS-079', 'P', [44, 64, 86, 128], (length) => [
    `an S256 challenge of ${length} characters can never verify`,
    { request: authorize({ code_challenge: 'a'.repeat(length) }), accept: invalid },
  ]),
  rule(
    'AS-080',
    'P',
    'RFC 7636’s own sample works: a constant challenge is a finding, not an error',
    {
      apps: { app: web },
      given: [authorized({ code_challenge: s256Length43 })],
      request: exchange({ code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' }),
      accept: [tokens],
    },
  ),
  rule('AS-080b', 'S', 'the second code for one challenge comes with a warning', {
    apps: { app: web },
    given: [{ ...authorized(), accept: [unwarned] }],
    request: approve(),
    accept: [redirectedCode({}, '{redirectUri}', { 'sandbox-rule': 'AS-080' })],
  }),
  rule('AS-080c', 'S', 'and not where another app had the challenge, or nobody', {
    apps: { app: web, other: { ...web, name: 'Other' } },
    given: [authorized(), authorized({ code_challenge: 'a'.repeat(43) })],
    request: approve({}, {}, 'other'),
    accept: [unwarned],
  }),
  rule('AS-081', 'M', 'PKCE parameters of a token response type are ignored', {
    presets: strict,
    apps: { app: browser },
    request: authorize({ response_type: 'token', code_challenge: 'bad' }),
    accept: [redirectedError(['unsupported_response_type', 'unauthorized_client'], {}, 'fragment')],
  }),
  rule('RC-010', 'P', 'PKCE may be sent with a secret, and then both are checked', {
    given: [authorized()],
    request: exchange({}, { basic: { id: '{clientId}', secret: 'wrong' }, auth: 'none' }),
    accept: [refused('invalid_client', [400, 401])],
  }),
];

import { browser, desktop, mobile, web, withoutRefresh } from './apps.ts';
import { refused, refusedWith, ringcentral, strict, tokens } from './outcomes.ts';
import { authorized, dead, exchange, loggedIn, refreshDead, refreshed, works } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Row } from './row.ts';

const invalidGrant = [refused('invalid_grant')];
const noChallenge = { code_challenge: null, code_challenge_method: null };
/** Ten characters, and the S256 of them: the hash is right, the verifier is not (AS-131). */
const short = { verifier: '0123456789', challenge: 'hNiYd_DUBB77a_kaFvAkjy_Vc-avBcGflr7bn4gveII' };
const stillUsable = [{ send: exchange(), accept: [tokens] }];

/** A.8: the authorization code grant. */
export const codeGrant: Row[] = [
  rule('AS-118', 'M', 'no code: invalid_request', {
    request: exchange({ code: null }),
    accept: [refused('invalid_request')],
  }),
  ...cases('AS-119', 'M', ['unknown', '', '%00', 'é', '__proto__', 'x'.repeat(5000)], (code) => [
    `a code that is not one: ${code.slice(0, 20) || 'empty'}`,
    { request: exchange({ code }), accept: [refused(code ? 'invalid_grant' : 'invalid_request')] },
  ]),
  rule('AS-119g', 'M', 'an expired code: invalid_grant', {
    given: [authorized(), { advance: 61 }],
    request: exchange(),
    accept: invalidGrant,
  }),
  rule('AS-119h', 'P', 'RingCentral: an unknown code is OAU-106', {
    presets: ringcentral,
    request: exchange({ code: 'unknown' }),
    accept: [refusedWith('invalid_grant', 'OAU-106')],
  }),
  rule('AS-119i', 'P', 'RingCentral: an expired code is OAU-108', {
    presets: ringcentral,
    given: [authorized(), { advance: 61 }],
    request: exchange(),
    accept: [refusedWith('invalid_grant', 'OAU-108')],
  }),
  rule('AS-120a', 'M', 'another client’s code: invalid_grant, and its owner can still use it', {
    apps: { app: web, other: { ...web, name: 'Other' } },
    given: [authorized()],
    request: exchange({}, { auth: 'other' }),
    accept: invalidGrant,
    after: stillUsable,
  }),
  rule('AS-120b', 'M', 'another public client’s attempt burns no code either', {
    apps: { app: browser, other: { ...browser, name: 'Other' } },
    given: [authorized()],
    request: exchange({ code_verifier: 'w'.repeat(43) }, { auth: 'other' }),
    accept: invalidGrant,
    after: stillUsable,
  }),
  rule('AS-120c', 'P', 'RingCentral: another app’s code is OAU-110', {
    presets: ringcentral,
    apps: { app: web, other: { ...web, name: 'Other' } },
    given: [authorized()],
    request: exchange({}, { auth: 'other' }),
    accept: [refusedWith('invalid_grant', 'OAU-110')],
  }),
  ...cases(
    'AS-121',
    'M',
    [
      'https://app.example.com/callback/',
      'https://evil.example.com/',
      'https://APP.example.com/callback',
    ],
    (uri) => [
      `a redirect URI that differs from the request's: ${uri}`,
      {
        presets: strict,
        given: [authorized()],
        request: exchange({ redirect_uri: uri }),
        accept: invalidGrant,
      },
    ],
  ),
  rule('AS-121d', 'M', 'a redirect URI left out that the request named', {
    given: [authorized()],
    request: exchange({ redirect_uri: null }),
    accept: [refused(['invalid_grant', 'invalid_request'])],
  }),
  rule(
    'AS-121e',
    'P',
    'RingCentral: a redirect URI that differs is OAU-109, with an error of its own',
    {
      presets: ringcentral,
      given: [authorized()],
      request: exchange({ redirect_uri: 'https://evil.example.com/' }),
      accept: [refusedWith('invalid_redirect_uri', 'OAU-109')],
    },
  ),
  rule('AS-122a', 'P', 'not named in the request, sent now and equal: taken', {
    given: [authorized({ redirect_uri: null })],
    request: exchange(),
    accept: [tokens],
  }),
  rule('AS-122b', 'P', 'not named in the request, sent now and different: refused', {
    presets: strict,
    given: [authorized({ redirect_uri: null })],
    request: exchange({ redirect_uri: 'https://evil.example.com/' }),
    accept: invalidGrant,
  }),
  rule('AS-122d', 'P', 'RingCentral: not named in the request, sent now and different', {
    presets: ringcentral,
    given: [authorized({ redirect_uri: null })],
    request: exchange({ redirect_uri: 'https://evil.example.com/' }),
    accept: [refusedWith('invalid_redirect_uri', 'OAU-109')],
  }),
  rule('AS-122c', 'P', 'named in neither: taken', {
    given: [authorized({ redirect_uri: null })],
    request: exchange({ redirect_uri: null }),
    accept: [tokens],
  }),
  rule('AS-123a', 'M', 'loopback: the request’s port is what counts', {
    apps: { app: desktop },
    given: [authorized({ redirect_uri: 'http://127.0.0.1:51004/callback' })],
    request: exchange({ redirect_uri: 'http://127.0.0.1:51004/callback' }),
    accept: [tokens],
  }),
  rule('AS-123b', 'M', 'loopback: the registered URI without that port does not match', {
    presets: strict,
    apps: { app: desktop },
    given: [authorized({ redirect_uri: 'http://127.0.0.1:51004/callback' })],
    request: exchange(),
    accept: invalidGrant,
  }),
  rule('AS-123c', 'P', 'RingCentral, loopback: the registered URI without that port', {
    presets: ringcentral,
    apps: { app: desktop },
    given: [authorized({ redirect_uri: 'http://127.0.0.1:51004/callback' })],
    request: exchange(),
    accept: [refusedWith('invalid_redirect_uri', 'OAU-109')],
  }),
  rule('AS-124a', 'M', 'a code works once', {
    given: loggedIn(),
    request: exchange(),
    accept: invalidGrant,
  }),
  rule('AS-124b', 'M', 'a public client’s code works once', {
    apps: { app: mobile },
    given: loggedIn(),
    request: exchange(),
    accept: invalidGrant,
  }),
  rule('AS-125a', 'S', 'a second use ends the tokens issued from it', {
    given: [...loggedIn(), works()],
    request: exchange(),
    accept: invalidGrant,
    after: [dead(), refreshDead()],
  }),
  rule('AS-125b', 'S', 'a second use ends rotated descendants too', {
    given: [...loggedIn(), refreshed()],
    request: exchange(),
    accept: invalidGrant,
    after: [dead('{accessToken2}'), refreshDead('{refreshToken2}')],
  }),
  rule('AS-125c', 'P', 'a second use without the verifier logs nobody out', {
    apps: { app: browser },
    given: loggedIn(),
    request: exchange({ code_verifier: 'w'.repeat(43) }),
    accept: invalidGrant,
    after: [works()],
  }),
  rule('AS-125d', 'P', 'a second use by another client logs nobody out', {
    apps: { app: browser, other: { ...browser, name: 'Other' } },
    given: loggedIn(),
    request: exchange({}, { auth: 'other' }),
    accept: invalidGrant,
    after: [works()],
  }),
  rule('AS-126', 'P', 'a replay after the code’s life still ends the tokens', {
    given: [...loggedIn(), { advance: 300 }],
    request: exchange(),
    accept: invalidGrant,
    after: [dead()],
  }),
  rule('AS-127a', 'M', 'redeemed eight times at once: one success at most', {
    given: [authorized()],
    request: exchange({}, { times: 8 }),
    accept: [tokens, ...invalidGrant],
    atMost: { count: 1, status: 200 },
  }),
  rule('AS-127b', 'M', 'a public client’s code, eight times at once', {
    apps: { app: browser },
    given: [authorized()],
    request: exchange({}, { times: 8 }),
    accept: [tokens, ...invalidGrant],
    atMost: { count: 1, status: 200 },
  }),
  rule('AS-128a', 'M', 'a challenge asks for its verifier: missing', {
    apps: { app: browser },
    given: [authorized()],
    request: exchange({ code_verifier: null }),
    accept: [refused(['invalid_grant', 'invalid_request'])],
  }),
  rule('AS-128b', 'M', 'a challenge asks for its verifier: wrong', {
    apps: { app: browser },
    given: [authorized()],
    request: exchange({ code_verifier: 'w'.repeat(43) }),
    accept: invalidGrant,
  }),
  rule('AS-129', 'M', 'a secret does not replace the verifier', {
    given: [authorized()],
    request: exchange({ code_verifier: null }),
    accept: [refused(['invalid_grant', 'invalid_request'])],
  }),
  rule('AS-129b', 'P', 'nor does the verifier replace the secret', {
    given: [authorized()],
    request: exchange({ client_id: '{clientId}' }, { auth: 'none' }),
    accept: [refused('invalid_client', [400, 401])],
  }),
  rule('AS-130a', 'M', 'a verifier where no challenge is bound is refused', {
    given: [authorized(noChallenge)],
    request: exchange(),
    accept: invalidGrant,
  }),
  rule('AS-130b', 'P', 'no challenge and no verifier: a confidential client may', {
    given: [authorized(noChallenge)],
    request: exchange({ code_verifier: null }),
    accept: [tokens],
  }),
  rule('AS-131a', 'M', 'a short verifier is refused even when its hash matches', {
    given: [authorized({ code_challenge: short.challenge })],
    request: exchange({ code_verifier: short.verifier }),
    accept: [refused(['invalid_grant', 'invalid_request'])],
  }),
  ...['a'.repeat(129), `${'a'.repeat(42)}!`, `${'a'.repeat(42)} `].map((verifier, index) =>
    rule(
      `AS-131${'bcd'[index] ?? ''}`,
      'M',
      `a verifier outside the grammar, ${verifier.length} characters`,
      {
        given: [authorized()],
        request: exchange({ code_verifier: verifier }),
        accept: [refused(['invalid_grant', 'invalid_request'])],
      },
    ),
  ),
  rule('AS-132a', 'M', 'S256 of RFC 7636 appendix B', {
    given: [authorized({ code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' })],
    request: exchange({ code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' }),
    accept: [tokens],
  }),
  rule('AS-132b', 'M', 'S256 compares its case', {
    given: [authorized({ code_challenge: 'e9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' })],
    request: exchange({ code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' }),
    accept: invalidGrant,
  }),
  rule('AS-133a', 'M', 'a challenge of S256 is not met by sending it back', {
    given: [authorized()],
    request: exchange({ code_verifier: '{challenge}' }),
    accept: invalidGrant,
  }),
  rule('AS-133b', 'M', 'plain compares as it is', {
    fields: { plain: true },
    given: [authorized({ code_challenge: '{verifier}', code_challenge_method: 'plain' })],
    request: exchange({ code_verifier: '{challenge}' }),
    accept: invalidGrant,
  }),
  rule('AS-134', 'P', 'a wrong verifier by the right client consumes the code', {
    apps: { app: browser },
    given: [
      authorized(),
      { send: exchange({ code_verifier: 'w'.repeat(43) }), accept: invalidGrant },
    ],
    request: exchange(),
    accept: invalidGrant,
  }),
  rule('AS-135', 'P', 'a scope at this grant is ignored', {
    presets: strict,
    given: [authorized({ scope: 'ReadAccounts' })],
    request: exchange({ scope: 'ReadCallLog' }),
    accept: [{ status: 200, json: { scope: 'ReadAccounts' } }],
  }),
  rule('AS-136a', 'm', 'no refresh token where the app’s setting is off', {
    apps: { app: withoutRefresh },
    given: [authorized()],
    request: exchange(),
    accept: [
      {
        status: 200,
        json: {
          access_token: { type: 'string' },
          refresh_token: null,
          refresh_token_expires_in: null,
        },
      },
    ],
  }),
  rule('AS-136b', 'm', 'a refresh token where it is on', {
    apps: { app: browser },
    given: [authorized()],
    request: exchange(),
    accept: [{ status: 200, json: { refresh_token: { type: 'string' } } }],
  }),
  rule('RC-030', 'P', 'the code’s life can be longer for one app, and the redirect tells it', {
    fields: { codeLifetimeSeconds: 300 },
    given: [authorized(), { advance: 200 }],
    request: exchange(),
    accept: [tokens],
  }),
];

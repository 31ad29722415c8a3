import { browser, noUi, web } from './apps.ts';
import {
  errorPage,
  redirectedCode,
  redirectedError,
  refused,
  refusedWith,
  ringcentral,
  strict,
  tokens,
} from './outcomes.ts';
import {
  approve,
  authorize,
  authorized,
  exchange,
  get,
  password,
  paths,
  refresh,
  loggedIn,
  revoke,
} from './requests.ts';
import { rule } from './rule.ts';
import type { Row } from './row.ts';

const errorText = '^[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+$';

/** A.1: all endpoints and transport. */
export const transport: Row[] = [
  rule('AS-002a', 'M', 'an empty state and empty extras at /authorize count as absent', {
    request: approve({ state: '', brand_id: '', display: '', prompt: '', ui_options: '' }),
    accept: [redirectedCode({ state: null })],
  }),
  rule('AS-002b', 'M', 'an empty client_id counts as absent', {
    request: authorize({ client_id: '' }),
    accept: [errorPage],
  }),
  rule('AS-002c', 'M', 'an empty code_challenge counts as absent', {
    presets: strict,
    apps: { app: browser },
    request: authorize({ code_challenge: '', code_challenge_method: null }),
    accept: [redirectedError('invalid_request')],
  }),
  rule('AS-002d', 'M', 'empty optional parameters at /token count as absent', {
    given: [authorized()],
    request: exchange({
      scope: '',
      access_token_ttl: '',
      refresh_token_ttl: '',
      extension: '',
      client_secret: '',
    }),
    accept: [tokens],
  }),
  rule('AS-002e', 'M', 'an empty grant_type counts as absent', {
    request: exchange({ grant_type: '', code: 'x' }),
    accept: [refused('invalid_request')],
  }),
  rule('AS-002f', 'M', 'an empty code_verifier counts as absent', {
    given: [authorized()],
    request: exchange({ code_verifier: '' }),
    accept: [refused(['invalid_grant', 'invalid_request'])],
  }),
  rule('AS-002g', 'M', 'an empty scope at /authorize counts as absent', {
    given: [authorized({ scope: '' })],
    request: exchange(),
    accept: [tokens],
  }),
  rule('AS-003a', 'M', 'an unknown parameter at /authorize is ignored', {
    request: approve({ foo: 'bar', brandId: '1210', ui_locales: 'en-US', __proto__x: '1' }),
    accept: [redirectedCode()],
  }),
  rule('AS-003b', 'M', 'an unknown parameter at /token is ignored', {
    given: [authorized()],
    request: exchange({ foo: 'bar', constructor: 'x' }),
    accept: [tokens],
  }),
  rule('AS-004a', 'M', 'a parameter given twice at /token is refused, equal values too', {
    given: [authorized()],
    request: exchange({ code: ['{code}', '{code}'] }),
    accept: [refused('invalid_request')],
  }),
  rule('AS-004b', 'M', 'grant_type given twice is refused', {
    given: [authorized()],
    request: exchange({ grant_type: ['authorization_code', 'refresh_token'] }),
    accept: [refused('invalid_request')],
  }),
  rule('AS-004c', 'M', 'a parameter given twice at /revoke is refused', {
    given: loggedIn(),
    request: revoke({ token: ['{accessToken}', '{accessToken}'] }),
    accept: [refused('invalid_request')],
  }),
  rule('AS-004d', 'P', 'RingCentral calls a repeated parameter OAU-111', {
    presets: ringcentral,
    given: [authorized()],
    request: exchange({ redirect_uri: ['{redirectUri}', '{redirectUri}'] }),
    accept: [refusedWith('invalid_request', 'OAU-111')],
  }),
  rule('AS-005a', 'P', 'an unrecognised parameter may repeat at /token', {
    given: [authorized()],
    request: exchange({ resource: ['https://a.example.com', 'https://b.example.com'] }),
    accept: [tokens],
  }),
  rule('AS-005b', 'P', 'an unrecognised parameter may repeat at /authorize', {
    request: approve({ ui_hint: ['one', 'two'] }),
    accept: [redirectedCode()],
  }),
  rule('AS-006a', 'M', '`+` and `%20` are a space, `%2B` is a plus', {
    request: {
      ...approve({ state: null }),
      path: `${paths.authorize}?state=a+b%20c%2Bd%C3%A9`,
    },
    accept: [redirectedCode({ state: 'a b c+dé' })],
  }),
  rule('AS-006b', 'M', 'values are decoded once: a redirect URI encoded twice does not match', {
    request: authorize({ redirect_uri: 'https%3A%2F%2Fapp.example.com%2Fcallback' }),
    accept: [errorPage],
  }),
  rule('AS-006c', 'M', 'names are decoded as values are', {
    request: {
      method: 'POST',
      path: paths.token,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      basic: { id: '{clientId}', secret: '{clientSecret}' },
      body: 'grant%5Ftype=refresh%5ftoken&refresh_token=none',
    },
    accept: [refused('invalid_grant')],
  }),
  rule('AS-007a', 'P', 'a malformed percent sequence in a body is invalid_request', {
    request: {
      method: 'POST',
      path: paths.token,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      basic: { id: '{clientId}', secret: '{clientSecret}' },
      body: 'grant_type=refresh_token&refresh_token=%ZZ',
    },
    accept: [refused('invalid_request')],
  }),
  rule('AS-007b', 'P', 'octets that are not UTF-8 are invalid_request', {
    request: {
      method: 'POST',
      path: paths.revoke,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      basic: { id: '{clientId}', secret: '{clientSecret}' },
      body: 'token=%C3%28',
    },
    accept: [refused('invalid_request')],
  }),
  rule('AS-007c', 'P', 'a lone percent in the query of /authorize gives an error page', {
    request: { ...authorize({ state: null }), path: `${paths.authorize}?state=%` },
    accept: [errorPage],
  }),
  rule('AS-007d', 'P', 'a query of /token that cannot be decoded is invalid_request', {
    given: [authorized()],
    request: { ...exchange(), path: `${paths.token}?x=%ZZ` },
    accept: [refused('invalid_request')],
  }),
  rule('AS-007e', 'P', 'a query of /revoke that cannot be decoded is invalid_request', {
    request: { ...revoke({ token: 'x' }), path: `${paths.revoke}?x=%ZZ` },
    accept: [refused('invalid_request')],
  }),
  rule('AS-008a', 'M', 'an echo in a redirect keeps to the characters of error_description', {
    request: authorize({ code_challenge_method: '"é\n\\' }),
    accept: [redirectedError('invalid_request', { error_description: { matches: errorText } })],
  }),
  rule('AS-008b', 'M', 'an echo in a JSON error keeps to the characters of error_description', {
    request: exchange({ grant_type: '"é\n\\', code: 'nothing' }),
    accept: [
      {
        status: 400,
        json: {
          error: { oneOf: ['unsupported_grant_type', 'invalid_request'] },
          error_description: { matches: errorText },
        },
      },
    ],
  }),
  rule('AS-008c', 'M', 'an unknown client id with such characters is echoed filtered', {
    request: exchange({ client_id: 'x"é\n\\', code: 'nothing' }, { auth: 'none' }),
    accept: [
      {
        status: [400, 401],
        json: { error: 'invalid_client', error_description: { matches: errorText } },
      },
    ],
  }),
  rule('AS-009a', 'M', 'access tokens hold 128 bits or more and never repeat', {
    apps: { app: noUi },
    presets: ringcentral,
    fields: { password: true },
    request: password({}, { times: 64 }),
    accept: [{ status: 200, json: { access_token: { matches: '^.{22,}$' } } }],
    distinct: 'access_token',
  }),
  rule('AS-009b', 'M', 'refresh tokens hold 128 bits or more and never repeat', {
    apps: { app: noUi },
    presets: ringcentral,
    fields: { password: true },
    request: password({}, { times: 64 }),
    accept: [{ status: 200, json: { refresh_token: { matches: '^.{22,}$' } } }],
    distinct: 'refresh_token',
  }),
  rule('AS-009c', 'M', 'a code holds 128 bits or more', {
    request: approve(),
    accept: [redirectedCode({ code: { matches: '^.{22,}$' } })],
  }),
  rule('AS-010a', 'M', 'a code is of visible ASCII', {
    request: approve(),
    accept: [redirectedCode({ code: { matches: '^[\\x20-\\x7E]+$' } })],
  }),
  rule('AS-010b', 'M', 'an access token fits b64token, a refresh token is of visible ASCII', {
    given: [authorized()],
    request: exchange(),
    accept: [
      {
        status: 200,
        json: {
          access_token: { matches: '^[A-Za-z0-9\\-._~+/]+=*$' },
          refresh_token: { matches: '^[\\x20-\\x7E]+$' },
        },
      },
    ],
  }),
  rule('AS-011', 'M', 'a client id alone does not prove who a confidential client is', {
    given: loggedIn(),
    request: refresh({ client_id: '{clientId}' }, { auth: 'none' }),
    accept: [refused('invalid_client', [400, 401])],
  }),
  rule('AS-013a', 'P', 'a method that /authorize does not know gives 405 with Allow', {
    request: { method: 'PUT', path: paths.authorize },
    accept: [{ status: 405, headers: { allow: { matches: 'GET' } } }],
  }),
  rule('AS-013b', 'P', 'a method that /revoke does not know gives 405 with Allow', {
    request: { method: 'DELETE', path: paths.revoke },
    accept: [{ status: 405, headers: { allow: { matches: 'POST' } } }],
  }),
  rule('AS-013c', 'P', 'a method that the metadata does not know gives 405 with Allow', {
    request: { method: 'POST', path: paths.metadata, form: [] },
    accept: [{ status: 405, headers: { allow: { matches: 'GET' } } }],
  }),
  rule('AS-013d', 'P', 'an unknown path gives 404', {
    request: get('/restapi/oauth/nowhere'),
    accept: [{ status: 404 }],
  }),
  rule('AS-014a', 'M', 'a client id echoed into a page is escaped', {
    request: authorize({ client_id: '<script>alert(1)</script>' }),
    accept: [{ ...errorPage, text: { excludes: '<script>alert' } }],
  }),
  rule('AS-014b', 'M', 'a redirect URI echoed into a page is escaped', {
    request: authorize({ redirect_uri: 'https://x/"><img src=x onerror=alert(1)>' }),
    accept: [{ ...errorPage, text: { excludes: '<img src=x' } }],
  }),
  rule('AS-014c', 'M', 'CR and LF in state do not break the Location header', {
    request: approve({ state: 'a\r\nSet-Cookie: x=1' }),
    accept: [
      {
        ...redirectedCode({ state: 'a\r\nSet-Cookie: x=1' }),
        headers: { location: { matches: '%0D%0A' } },
      },
    ],
  }),
  rule('AS-014d', 'M', 'scope and state echoed into the sign-in page are escaped', {
    fields: { unknownScope: 'ignore' },
    request: authorize({ scope: '<b>x</b>', state: '"><script>alert(1)</script>' }),
    accept: [{ status: 200, text: { excludes: '<script>alert' } }],
  }),
  rule('AS-015a', 'P', 'a refusal names its trace and the rule that fired', {
    given: [authorized()],
    request: exchange({ code: 'no-such-code' }),
    accept: [{ status: 400, headers: { rcrequestid: { matches: '.' }, 'sandbox-rule': 'AS-119' } }],
  }),
  rule('AS-015b', 'P', 'a success names its trace too', {
    apps: { app: web },
    given: [authorized()],
    request: exchange(),
    accept: [{ status: 200, headers: { rcrequestid: { matches: '.' } } }],
  }),
];

import { browser, desktop, web, withQuery } from './apps.ts';
import {
  page,
  redirectedCode,
  redirectedError,
  refused,
  ringcentral,
  strict,
  tokens,
} from './outcomes.ts';
import { approve, authorize, authorized, exchange, loggedIn, paths, refresh } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { RequestSpec, Row, SendStep } from './row.ts';

const noCors = {
  'access-control-allow-origin': null,
  'access-control-allow-credentials': null,
  'access-control-allow-methods': null,
} as const;

/** Step: the consent page, its form kept as it would be posted. */
const consentOpened: SendStep = {
  send: authorize({}, { press: 'sign-in' }),
  accept: [page],
  save: { action: 'form.action', form: 'form' },
};
const posted: RequestSpec = {
  method: 'POST',
  path: '{action}',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: '{form}',
};

/** A.3, second half: what is answered once the redirect URI is trusted. */
export const authorizeAnswers: Row[] = [
  rule('AS-043', 'M', 'the redirect URI’s own query is kept and added to', {
    apps: { app: withQuery },
    request: approve(),
    accept: [
      {
        ...redirectedCode({ tenant: 'a/b', x: '1' }),
        headers: { location: { matches: '\\?tenant=a%2Fb&x=1&' } },
      },
    ],
  }),
  rule('AS-044', 'M', 'no response_type: invalid_request, in the query', {
    request: authorize({ response_type: null }),
    accept: [redirectedError('invalid_request', { state: 'state-1' })],
  }),
  ...cases('AS-045', 'M', ['nonsense', 'id_token', 'code id_token', 'none'], (type) => [
    `response_type ${type}: unsupported_response_type`,
    {
      request: authorize({ response_type: type }),
      accept: [
        redirectedError('unsupported_response_type'),
        redirectedError('unsupported_response_type', {}, 'fragment'),
      ],
    },
  ]),
  ...cases('AS-046', 'M', ['Code', 'CODE'], (type) => [
    `response_type is case-sensitive: ${type}`,
    {
      request: authorize({ response_type: type }),
      accept: [redirectedError('unsupported_response_type')],
    },
  ]),
  rule('AS-047', 'M', 'a client not allowed the response type: unauthorized_client', {
    presets: ringcentral,
    fields: { implicit: true },
    request: authorize({
      response_type: 'token',
      code_challenge: null,
      code_challenge_method: null,
    }),
    accept: [redirectedError('unauthorized_client', {}, 'fragment')],
  }),
  rule('AS-048a', 'M', 'an error for response_type=token travels in the fragment', {
    presets: strict,
    apps: { app: browser },
    request: authorize({ response_type: 'token' }),
    accept: [
      redirectedError(
        ['unsupported_response_type', 'unauthorized_client'],
        { state: 'state-1' },
        'fragment',
      ),
    ],
  }),
  rule('AS-048b', 'M', 'an error for response_type=code travels in the query', {
    request: authorize({ code_challenge_method: 'nonsense' }),
    accept: [redirectedError('invalid_request', { state: 'state-1' })],
  }),
  ...cases(
    'AS-049',
    'M',
    [
      'plain',
      'a b c',
      'a+b&c=d#e%f/?',
      'éßλ漢😀',
      '%41%2B',
      '{"a":[1]}',
      ' ',
      'x'.repeat(2048),
      "a'b(c)*!~",
    ],
    (state) => [
      `state comes back byte for byte: ${state.slice(0, 20)}`,
      { request: approve({ state }), accept: [redirectedCode({ state })] },
    ],
  ),
  rule('AS-049j', 'M', 'state comes back with an error too', {
    request: authorize({ response_type: 'nonsense', state: 'a+b &=#%é' }),
    accept: [redirectedError('unsupported_response_type', { state: 'a+b &=#%é' })],
  }),
  rule('AS-050a', 'M', 'no state in, no state out', {
    request: approve({ state: null }),
    accept: [redirectedCode({ state: null })],
  }),
  rule('AS-050b', 'M', 'no state in, no state out with an error', {
    request: authorize({ state: '', response_type: 'nonsense' }),
    accept: [redirectedError('unsupported_response_type', { state: null })],
  }),
  ...cases(
    'AS-051',
    'M',
    [
      'ReadAccounts "x"',
      'Read\\Accounts',
      'ReadAccounts  ReadCallLog',
      'é',
      'a\tb',
      ' ReadAccounts',
    ],
    (scope) => [
      `a scope outside the grammar: invalid_scope (${JSON.stringify(scope).replace(/[{}]/g, '')})`,
      {
        presets: strict,
        request: authorize({ scope }),
        accept: [redirectedError('invalid_scope')],
      },
    ],
  ),
  rule('AS-052a', 'M', 'scope tokens are case-sensitive', {
    presets: strict,
    request: authorize({ scope: 'readaccounts' }),
    accept: [redirectedError('invalid_scope')],
  }),
  rule('AS-052b', 'M', 'the order of scope tokens does not matter', {
    presets: strict,
    given: [authorized({ scope: 'ReadCallLog ReadAccounts' })],
    request: exchange(),
    accept: [
      {
        status: 200,
        json: { scope: { oneOf: ['ReadCallLog ReadAccounts', 'ReadAccounts ReadCallLog'] } },
      },
    ],
  }),
  rule('AS-052c', 'P', 'a scope token given twice counts once', {
    presets: strict,
    given: [authorized({ scope: 'ReadAccounts ReadAccounts' })],
    request: exchange(),
    accept: [{ status: 200, json: { scope: 'ReadAccounts' } }],
  }),
  rule('AS-053', 'M', 'no scope: the app’s scopes, as documented', {
    given: [authorized({ scope: null })],
    request: exchange(),
    accept: [
      {
        status: 200,
        json: { scope: { oneOf: ['ReadCallLog ReadAccounts', 'ReadAccounts ReadCallLog'] } },
      },
    ],
  }),
  rule('AS-054a', 'P', 'an unknown scope is refused', {
    presets: strict,
    request: authorize({ scope: 'ReadAccounts Nonsense' }),
    accept: [redirectedError('invalid_scope')],
  }),
  rule('AS-054b', 'P', 'RingCentral ignores scope at /authorize', {
    presets: ringcentral,
    given: [authorized({ scope: 'Nonsense' })],
    request: exchange(),
    accept: [
      {
        status: 200,
        json: { scope: { oneOf: ['ReadCallLog ReadAccounts', 'ReadAccounts ReadCallLog'] } },
      },
    ],
  }),
  rule('AS-054c', 'P', 'where unknown scopes are dropped, the answer tells the smaller scope', {
    presets: strict,
    fields: { unknownScope: 'drop' },
    given: [authorized({ scope: 'ReadAccounts Nonsense' })],
    request: exchange(),
    accept: [{ status: 200, json: { scope: 'ReadAccounts' } }],
  }),
  rule('AS-055', 'M', 'the user denies: access_denied with state', {
    request: authorize({}, { press: 'deny' }),
    accept: [redirectedError('access_denied', { state: 'state-1' })],
  }),
  rule('AS-057', 'M', 'a posted form is answered with 303 (or 302), never 307 or 308', {
    request: approve(),
    accept: [redirectedCode()],
  }),
  rule('AS-058', 'M', 'the code is in the query, never in the fragment', {
    request: approve(),
    accept: [{ ...redirectedCode(), headers: { location: { excludes: '#' } } }],
  }),
  rule('AS-059a', 'M', 'a code is dead after ten minutes', {
    given: [authorized(), { advance: 601 }],
    request: exchange(),
    accept: [refused('invalid_grant')],
  }),
  rule('AS-059b', 'P', 'a code is dead after 61 seconds, as RingCentral’s is', {
    given: [authorized(), { advance: 61 }],
    request: exchange(),
    accept: [refused('invalid_grant')],
  }),
  rule('AS-059c', 'P', 'a code lives 50 seconds', {
    given: [authorized(), { advance: 50 }],
    request: exchange(),
    accept: [tokens],
  }),
  rule('AS-060a', 'M', 'a code is bound to its client', {
    apps: { app: web, other: { ...web, name: 'Other' } },
    given: [authorized()],
    request: exchange({}, { auth: 'other' }),
    accept: [refused('invalid_grant')],
  }),
  rule('AS-060b', 'M', 'a code is bound to its scope', {
    presets: strict,
    given: [authorized({ scope: 'ReadAccounts' })],
    request: exchange({ scope: 'ReadAccounts ReadCallLog' }),
    accept: [{ status: 200, json: { scope: 'ReadAccounts' } }],
  }),
  rule('AS-061', 'M', 'the challenge does not travel in what the client receives', {
    request: approve(),
    accept: [{ ...redirectedCode(), headers: { location: { excludes: '{challenge}' } } }],
  }),
  rule('AS-062a', 'M', 'iss is in a success', {
    presets: strict,
    request: approve(),
    accept: [redirectedCode({ iss: '{origin}' })],
  }),
  rule('AS-062b', 'M', 'iss is in an error', {
    presets: strict,
    request: authorize({ response_type: 'nonsense' }),
    accept: [redirectedError('unsupported_response_type', { iss: '{origin}' })],
  }),
  rule('AS-062c', 'M', 'iss is in an error that travels in the fragment', {
    presets: strict,
    apps: { app: browser },
    request: authorize({ response_type: 'token' }),
    accept: [
      redirectedError(
        ['unsupported_response_type', 'unauthorized_client'],
        { iss: '{origin}' },
        'fragment',
      ),
    ],
  }),
  rule('AS-062d', 'M', 'iss is in a refusal by the user', {
    presets: strict,
    request: authorize({}, { press: 'deny' }),
    accept: [redirectedError('access_denied', { iss: '{origin}' })],
  }),
  rule('AS-062e', 'P', 'RingCentral sends no iss, and its metadata promises none', {
    presets: ringcentral,
    request: approve(),
    accept: [redirectedCode({ iss: null })],
  }),
  rule('AS-063', 'M', 'iss has no query and no fragment; http only because this is a loopback', {
    presets: strict,
    request: approve(),
    accept: [redirectedCode({ iss: { matches: '^https?://[^/?#]+$' } })],
  }),
  ...cases('AS-064', 'S', [browser, desktop], (app) => [
    `a second login of a public client (${app.platformType}) asks again`,
    { apps: { app }, given: loggedIn(), request: authorize(), accept: [page] },
  ]),
  rule('AS-065', 'M', 'the sign-in page refuses to be framed', {
    request: authorize(),
    accept: [
      {
        ...page,
        headers: {
          'content-security-policy': { matches: "frame-ancestors 'none'" },
          'x-frame-options': 'DENY',
        },
      },
    ],
  }),
  rule('AS-066a', 'M', 'a consent form is taken once', {
    given: [consentOpened, { send: posted, accept: [redirectedCode()] }],
    request: posted,
    accept: [{ status: [400, 403, 410], headers: { location: null } }],
  }),
  rule('AS-066b', 'M', 'a consent form posted from another browser is refused', {
    given: [consentOpened],
    request: { ...posted, browser: 'stranger' },
    accept: [{ status: [400, 403], headers: { location: null } }],
  }),
  rule('AS-066c', 'M', 'a form without its transaction is refused', {
    request: {
      method: 'POST',
      path: `${paths.authorize}/consent`,
      form: [['decision', 'allow']],
    },
    accept: [{ status: [400, 403], headers: { location: null } }],
  }),
  rule('AS-067a', 'S', 'the sign-in page sends no Referer onward', {
    request: authorize(),
    accept: [{ ...page, headers: { 'referrer-policy': 'no-referrer' } }],
  }),
  rule('AS-067b', 'P', 'the redirect to the app sends none either', {
    request: approve(),
    accept: [{ ...redirectedCode(), headers: { 'referrer-policy': 'no-referrer' } }],
  }),
  rule('AS-068a', 'P', 'the sign-in page is not stored', {
    request: authorize(),
    accept: [{ ...page, headers: { 'cache-control': { matches: 'no-store' } } }],
  }),
  rule('AS-068b', 'P', 'a redirect is not stored', {
    request: approve(),
    accept: [{ ...redirectedCode(), headers: { 'cache-control': { matches: 'no-store' } } }],
  }),
  rule('AS-068c', 'P', 'an error page is not stored', {
    request: authorize({ client_id: 'nobody' }),
    accept: [{ status: 400, headers: { 'cache-control': { matches: 'no-store' } } }],
  }),
  rule('AS-069a', 'M', 'no CORS on /authorize', {
    request: authorize({}, { headers: { origin: 'https://spa.example.com' } }),
    accept: [{ ...page, headers: noCors }],
  }),
  rule('AS-069b', 'M', 'no CORS on OPTIONS /authorize', {
    request: {
      method: 'OPTIONS',
      path: paths.authorize,
      headers: { origin: 'https://spa.example.com', 'access-control-request-method': 'GET' },
    },
    accept: [{ status: [200, 204, 400, 403, 404, 405], headers: noCors }],
  }),
  rule('AS-071', 'S', 'consent names the client, the scopes and the host it sends to', {
    request: authorize({}, { press: 'sign-in' }),
    accept: [
      {
        ...page,
        text: {
          all: [
            { matches: 'Conformance web' },
            { matches: 'app\\.example\\.com' },
            { matches: 'Read ?Accounts' },
            { matches: 'Read ?Call ?Log', flags: 'i' },
          ],
        },
      },
    ],
  }),
  rule('AS-072', 'P', 'credentials in the query of /authorize do not stop the flow', {
    request: approve({ client_secret: 'leaked', password: 'leaked' }),
    accept: [redirectedCode()],
  }),
  rule('RC-001', 'P', 'the redirect tells how long the code lives', {
    presets: ringcentral,
    request: approve(),
    accept: [redirectedCode({ expires_in: '60' })],
  }),
  rule(
    'RC-002',
    'P',
    'a refresh token of the code flow refreshes with the client’s own credentials',
    {
      given: loggedIn(),
      request: refresh(),
      accept: [tokens],
    },
  ),
];

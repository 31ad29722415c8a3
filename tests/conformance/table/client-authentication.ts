import { browser, odd, plus, web } from './apps.ts';
import { refused, refusedWith, ringcentral, strict, tokens } from './outcomes.ts';
import { authorized, exchange, exchanged, paths } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Outcome, RequestSpec, Row } from './row.ts';

const good = { id: '{clientId}', secret: '{clientSecret}' };
/** A code exchange that authenticates in a way of its own. */
const as = (parts: Partial<RequestSpec>, changes: Parameters<typeof exchange>[0] = {}) =>
  exchange(changes, { auth: 'none', ...parts });
const header = (value: string, code = 'nothing') =>
  as({ headers: { authorization: value } }, { code });
/** RFC 6749 section 5.2: 401 with the scheme that the client used. */
const challenged: Outcome = {
  status: 401,
  json: { error: 'invalid_client' },
  headers: { 'www-authenticate': { matches: '^Basic realm="' } },
};
const byBody = [refused('invalid_client', [400, 401])];

/** A.7: client authentication at /token; A.13 has it at /revoke. */
export const clientAuthentication: Row[] = [
  rule('AS-100', 'M', 'Basic is supported', {
    given: [authorized()],
    request: as({ basic: good }),
    accept: [tokens],
  }),
  rule('AS-101', 'M', 'Basic is split on its first colon, then each half is form-decoded', {
    apps: { app: { ...web, clientId: 'colon', clientSecret: 'one:two:three' } },
    given: [authorized()],
    request: as({ basic: { ...good, raw: true } }),
    accept: [tokens],
  }),
  rule('AS-102a', 'M', 'an id and secret of any characters authenticate when form-encoded', {
    apps: { app: odd },
    given: [authorized()],
    request: as({ basic: good }),
    accept: [tokens],
  }),
  rule('AS-102b', 'M', 'a space may be %20 as well as +', {
    apps: { app: { ...web, clientId: 'a b', clientSecret: 'c d' } },
    given: [authorized()],
    // a%20b:c%20d
    request: as({ headers: { authorization: 'Basic YSUyMGI6YyUyMGQ=' } }),
    accept: [tokens],
  }),
  rule('AS-103a', 'P', 'a raw Basic secret is not form-encoded, and strict decoding refuses it', {
    presets: strict,
    apps: { app: plus },
    given: [authorized()],
    request: as({ basic: { ...good, raw: true } }),
    accept: [challenged],
  }),
  rule('AS-103b', 'P', 'tolerant decoding takes a raw secret as well', {
    presets: ringcentral,
    apps: { app: plus },
    given: [authorized()],
    request: as({ basic: { ...good, raw: true } }),
    accept: [tokens],
  }),
  rule('AS-103c', 'P', 'tolerant decoding takes a raw id and secret with percent signs', {
    presets: ringcentral,
    apps: { app: { ...web, clientId: 'a b', clientSecret: 'p:q+%' } },
    given: [authorized()],
    request: as({ basic: { ...good, raw: true } }),
    accept: [tokens],
  }),
  rule('AS-104a', 'M', 'client_id and client_secret in the body are supported', {
    given: [authorized()],
    request: as({}, { client_id: '{clientId}', client_secret: '{clientSecret}' }),
    accept: [tokens],
  }),
  rule('AS-104b', 'M', 'a wrong secret in the body is refused', {
    given: [authorized()],
    request: as({}, { client_id: '{clientId}', client_secret: 'wrong' }),
    accept: byBody,
  }),
  rule('AS-105a', 'M', 'a public client names itself in the body', {
    apps: { app: browser },
    given: [authorized()],
    request: as({}, { client_id: '{clientId}' }),
    accept: [tokens],
  }),
  rule('AS-105b', 'M', 'a public client that does not is refused', {
    apps: { app: browser },
    given: [authorized()],
    request: as({}),
    accept: [refused(['invalid_request', 'invalid_client'], [400, 401])],
  }),
  rule('AS-106', 'M', 'a confidential client that sends only client_id is refused', {
    given: [authorized()],
    request: as({}, { client_id: '{clientId}' }),
    accept: byBody,
  }),
  rule(
    'AS-107a',
    'M',
    'Basic and a secret in the body at once are refused, though both are right',
    {
      given: [authorized()],
      request: as({ basic: good }, { client_id: '{clientId}', client_secret: '{clientSecret}' }),
      accept: [refused('invalid_request')],
    },
  ),
  rule('AS-107b', 'M', 'Basic and a client assertion at once are refused', {
    given: [authorized()],
    request: as(
      { basic: good },
      {
        client_assertion: 'x.y.z',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      },
    ),
    accept: [refused('invalid_request')],
  }),
  rule('AS-108a', 'P', 'Basic with the same client_id in the body is accepted', {
    given: [authorized()],
    request: as({ basic: good }, { client_id: '{clientId}' }),
    accept: [tokens],
  }),
  rule('AS-108b', 'P', 'Basic with another client_id in the body is refused', {
    apps: { app: web, other: browser },
    given: [authorized()],
    request: as({ basic: good }, { client_id: '{other.clientId}' }),
    accept: [refused('invalid_request'), refused('invalid_client', [400, 401])],
  }),
  rule('AS-109a', 'M', 'a wrong secret in the header: 401 with a Basic challenge', {
    presets: strict,
    request: as({ basic: { ...good, secret: 'wrong' } }, { code: 'nothing' }),
    accept: [challenged],
  }),
  rule('AS-109b', 'M', 'an unknown client in the header: 401 with a Basic challenge', {
    presets: strict,
    request: as({ basic: { id: 'nobody', secret: 'x' } }, { code: 'nothing' }),
    accept: [challenged],
  }),
  rule('AS-109c', 'P', 'RingCentral: a wrong secret is 400 and OAU-146', {
    presets: ringcentral,
    request: as({ basic: { ...good, secret: 'wrong' } }, { code: 'nothing' }),
    accept: [refusedWith('invalid_client', 'OAU-146')],
  }),
  rule('AS-109d', 'P', 'RingCentral: an unknown client is 400 and OAU-153', {
    presets: ringcentral,
    request: as({ basic: { id: 'nobody', secret: 'x' } }, { code: 'nothing' }),
    accept: [
      {
        ...refusedWith('invalid_client', 'OAU-153'),
      },
    ],
  }),
  rule('AS-109e', 'P', 'RingCentral: no authentication is 400 and OAU-123', {
    presets: ringcentral,
    request: as({}, { code: 'nothing' }),
    accept: [refusedWith('invalid_client', 'OAU-123')],
  }),
  rule('AS-110', 'M', 'an unknown client in the body: invalid_client', {
    request: as({}, { client_id: 'nobody', client_secret: 'x', code: 'nothing' }),
    accept: byBody,
  }),
  ...cases('AS-111', 'M', ['basic', 'BASIC', 'bAsIc'], (scheme) => [
    `the scheme's name is case-insensitive: ${scheme}`,
    {
      apps: { app: { ...web, clientId: 'id', clientSecret: 'secret' } },
      given: [authorized()],
      // id:secret
      request: header(`${scheme} aWQ6c2VjcmV0`, '{code}'),
      accept: [tokens],
    },
  ]),
  // In order: nothing, not base64, `nocolon`, `a%ZZ:b`, `:` and octets that are not UTF-8.
  ...cases(
    'AS-112',
    'P',
    ['', '!!!!', 'bm9jb2xvbg==', 'YSVaWjpi', 'Og==', '/////zp4'],
    (credentials) => [
      `Basic that cannot be read: ${credentials || 'nothing'}`,
      {
        presets: strict,
        request: header(`Basic ${credentials}`),
        accept: [challenged],
      },
    ],
  ),
  rule('AS-112g', 'P', 'RingCentral: Basic that cannot be read is invalid_client too', {
    presets: ringcentral,
    request: header('Basic !!!!'),
    accept: byBody,
  }),
  rule('AS-113a', 'P', 'Bearer at /token is refused', {
    presets: strict,
    request: header('Bearer some-token'),
    accept: [{ status: 401, json: { error: 'invalid_client' } }],
  }),
  rule('AS-113b', 'P', 'Bearer at /token is refused by RingCentral as well', {
    presets: ringcentral,
    request: header('Bearer some-token'),
    accept: byBody,
  }),
  rule('AS-114a', 'P', 'an unknown client and a wrong secret read the same', {
    presets: strict,
    given: [
      {
        send: as({ basic: { ...good, secret: 'wrong' } }, { code: 'nothing' }),
        accept: [challenged],
        save: { answer: 'text' },
      },
    ],
    request: as({ basic: { id: 'nobody', secret: 'wrong' } }, { code: 'nothing' }),
    accept: [{ status: 401, text: '{answer}' }],
  }),
  rule('AS-114b', 'P', 'in the body too', {
    presets: strict,
    given: [
      {
        send: as({}, { client_id: '{clientId}', client_secret: 'wrong', code: 'nothing' }),
        accept: byBody,
        save: { answer: 'text' },
      },
    ],
    request: as({}, { client_id: 'nobody', client_secret: 'wrong', code: 'nothing' }),
    accept: [{ status: [400, 401], text: '{answer}' }],
  }),
  rule('AS-115a', 'P', 'a public client that presents a secret in the body', {
    apps: { app: browser },
    given: [authorized()],
    request: as({}, { client_id: '{clientId}', client_secret: 'x' }),
    accept: byBody,
  }),
  rule('AS-115b', 'P', 'a public client that presents a secret in the header', {
    apps: { app: browser },
    given: [authorized()],
    request: as({ basic: { id: '{clientId}', secret: 'x' } }),
    accept: byBody,
  }),
  rule('AS-116', 'm', 'a client assertion is not offered, and is refused', {
    given: [authorized()],
    request: as(
      {},
      {
        client_id: '{clientId}',
        client_assertion: 'x.y.z',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      },
    ),
    accept: [refused(['invalid_client', 'invalid_request'], [400, 401])],
    after: [
      {
        send: { method: 'GET', path: paths.metadata },
        accept: [
          {
            status: 200,
            json: { token_endpoint_auth_methods_supported: { excludes: 'private_key_jwt' } },
          },
        ],
      },
    ],
  }),
  rule('AS-117', 'M', 'a client_id beside an assertion for another client is refused', {
    apps: { app: web, other: { ...web, name: 'Other' } },
    given: [authorized()],
    request: exchange(
      {
        client_id: '{other.clientId}',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: 'eyJhbGciOiJSUzI1NiJ9.e30.eA',
      },
      { auth: 'none' },
    ),
    accept: [refused('invalid_client', [400, 401])],
    after: [exchanged()],
  }),
];

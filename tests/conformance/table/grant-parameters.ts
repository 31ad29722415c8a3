import { desktop, jwtApp, noUi } from './apps.ts';
import { both, refused, tokens } from './outcomes.ts';
import {
  authorized,
  clientCredentials,
  exchange,
  jwtBearer,
  loggedIn,
  minted,
  password,
  refresh,
  type Changes,
} from './requests.ts';
import { cases } from './rule.ts';
import type { RequestSpec, Row, Step } from './row.ts';

interface GrantCase {
  name: string;
  app: typeof noUi;
  given: readonly Step[];
  request(changes: Changes): RequestSpec;
  needs: readonly string[];
}

const grants: readonly GrantCase[] = [
  {
    name: 'code',
    app: desktop,
    given: [authorized()],
    request: exchange,
    needs: ['code', 'redirect_uri', 'code_verifier'],
  },
  {
    name: 'password',
    app: noUi,
    given: [],
    request: password,
    needs: ['username', 'password'],
  },
  {
    name: 'refresh',
    app: desktop,
    given: loggedIn(),
    request: refresh,
    needs: ['refresh_token'],
  },
  { name: 'JWT', app: jwtApp, given: [minted()], request: jwtBearer, needs: ['assertion'] },
];

const each = grants.flatMap((grant) => grant.needs.map((name) => ({ grant, name })));
const base = (grant: GrantCase) => ({
  presets: both,
  fields: { password: true },
  apps: { app: grant.app },
  given: grant.given,
});
/** Either says that the request is not right; which one is told by the grant's own rows. */
const notRight = [refused(['invalid_request', 'invalid_grant', 'invalid_redirect_uri'])];
/** Every grant but the one that is for nobody. */
const optional = ['scope', 'endpoint_id', 'access_token_ttl', 'refresh_token_ttl'] as const;

const long = 'x'.repeat(20_000);
const texts = ['\u0000', 'é\r\nX-Injected: 1', '{"$ne":null}', '[object Object]', '__proto__'];

/** What each grant says to a parameter that is missing, doubled, oversized or of the wrong kind: never a failure inside. */
export const grantParameters: Row[] = [
  ...cases('SB-001', 'P', each, ({ grant, name }) => [
    `${grant.name}: ${name} is missing`,
    { ...base(grant), request: grant.request({ [name]: null }), accept: notRight },
  ]),
  ...cases('SB-002', 'P', each, ({ grant, name }) => [
    `${grant.name}: ${name} comes twice`,
    {
      ...base(grant),
      request: grant.request({ [name]: ['one', 'one'] }),
      accept: [refused('invalid_request')],
    },
  ]),
  ...cases('SB-003', 'P', each, ({ grant, name }) => [
    `${grant.name}: ${name} has 20,000 characters`,
    { ...base(grant), request: grant.request({ [name]: long }), accept: notRight },
  ]),
  ...cases(
    'SB-004',
    'P',
    grants.flatMap((grant) => texts.slice(0, 4).map((text) => ({ grant, text }))),
    ({ grant, text }) => [
      `${grant.name}: ${grant.needs[0] ?? ''} is ${JSON.stringify(text)}`,
      {
        ...base(grant),
        request: grant.request({ [grant.needs[0] ?? '']: text }),
        accept: notRight,
      },
    ],
  ),
  ...cases(
    'SB-005',
    'P',
    grants.flatMap((grant) => optional.map((name) => ({ grant, name }))),
    ({ grant, name }) => [
      `${grant.name}: ${name} comes twice`,
      {
        ...base(grant),
        request: grant.request({ [name]: ['600', '600'] }),
        accept: [refused('invalid_request')],
      },
    ],
  ),
  ...cases(
    'SB-006',
    'P',
    grants.flatMap((grant) =>
      ['abc', '-1', '1e9', '0x10'].map((lifetime) => ({ grant, lifetime })),
    ),
    ({ grant, lifetime }) => [
      `${grant.name}: a lifetime of ${lifetime} counts as none`,
      {
        ...base(grant),
        request: grant.request({ access_token_ttl: lifetime, refresh_token_ttl: lifetime }),
        accept: [{ ...tokens, json: { expires_in: '3600' } }],
      },
    ],
  ),
  ...cases(
    'SB-007',
    'P',
    [
      ['0', '600'],
      ['599', '600'],
      ['600', '600'],
      ['3599', '3599'],
      ['3601', '3600'],
      ['99999999999999999999', '3600'],
    ] as const,
    ([asked, given]) => [
      `password: an access token for ${asked} seconds lives ${given}`,
      {
        presets: both,
        fields: { password: true },
        apps: { app: noUi },
        request: password({ access_token_ttl: asked }),
        accept: [{ ...tokens, json: { expires_in: given } }],
      },
    ],
  ),
  ...cases(
    'SB-008',
    'P',
    [
      ['1', '1'],
      ['1200', '1200'],
      ['604801', '604800'],
      ['2592000', '604800'],
    ] as const,
    ([asked, given]) => [
      `password: a refresh token for ${asked} seconds lives ${given}`,
      {
        presets: both,
        fields: { password: true },
        apps: { app: noUi },
        request: password({ refresh_token_ttl: asked }),
        accept: [{ ...tokens, json: { refresh_token_expires_in: given } }],
      },
    ],
  ),
  ...cases(
    'SB-009',
    'P',
    grants.filter(({ name }) => name !== 'refresh'),
    (grant) => [
      `${grant.name}: refresh_token_ttl=0 leaves the refresh token out`,
      {
        ...base(grant),
        request: grant.request({ refresh_token_ttl: '0' }),
        accept: [{ ...tokens, json: { refresh_token: null, refresh_token_expires_in: null } }],
      },
    ],
  ),
  ...cases('SB-010', 'P', texts, (text) => [
    `client credentials: a parameter of ${JSON.stringify(text)} changes nothing`,
    {
      apps: { app: noUi },
      request: clientCredentials({ brand_id: text, account_id: [text, text] }),
      accept: [refused('unauthorized_client')],
    },
  ]),
];

import { documents } from '#sandbox/endpoints/control/routes/documents.ts';
import { routes } from '#sandbox/endpoints/control/routes/index.ts';
import type { Chance } from './chance.ts';

export type Pairs = [name: string, value: string][];

/** A request that the server understands, before anything is done to it. */
export interface Draft {
  method: string;
  path: string;
  query: Pairs;
  headers: Pairs;
  /** Absent, a form, or JSON. */
  form?: Pairs;
  json?: unknown;
}

/** What a request may carry of the running server: values that work at this moment. */
export interface Living {
  origin: string;
  accessToken: string;
  refreshToken: string;
  code: string;
  transaction: string;
}

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const basic = (id: string) => `Basic ${btoa(`${id}:${id}-secret`)}`;
const bearer = ({ accessToken }: Living): Pairs => [['Authorization', `Bearer ${accessToken}`]];

type Make = (living: Living, chance: Chance) => Omit<Draft, 'query' | 'headers'> & Partial<Draft>;

const token = (form: Pairs, id = 'sandbox-server-web') => ({
  method: 'POST',
  path: '/restapi/oauth/token',
  headers: [['Authorization', basic(id)]] as Pairs,
  form,
});

const redirectUri = ({ origin }: Living) => `${origin}/callback/`;

const protocol: readonly Make[] = [
  (living, chance) => ({
    method: chance.pick(['GET', 'GET', 'HEAD', 'POST']),
    path: '/restapi/oauth/authorize',
    query: [
      ['response_type', chance.pick(['code', 'code', 'token'])],
      ['client_id', chance.pick(['sandbox-browser', 'sandbox-server-web', 'sandbox-current-spa'])],
      ['redirect_uri', redirectUri(living)],
      ['state', 'a state & <more>'],
      ['code_challenge', challenge],
      ['code_challenge_method', 'S256'],
      ['scope', 'ReadAccounts'],
      ['prompt', 'login sso'],
    ],
  }),
  ({ transaction }) => ({
    method: 'POST',
    path: '/restapi/oauth/authorize/sign-in',
    form: [
      ['transaction', transaction],
      ['user', '101'],
      ['password', 'sandbox-password'],
      ['sign-in', '1'],
      ['again', 'client_id=sandbox-browser'],
    ],
  }),
  ({ transaction }, chance) => ({
    method: 'POST',
    path: '/restapi/oauth/authorize/consent',
    form: [
      ['transaction', transaction],
      [chance.pick(['allow', 'deny', 'switch']), '1'],
    ],
  }),
  (living) =>
    token([
      ['grant_type', 'authorization_code'],
      ['code', living.code],
      ['redirect_uri', redirectUri(living)],
      ['code_verifier', verifier],
    ]),
  ({ refreshToken }) =>
    token([
      ['grant_type', 'refresh_token'],
      ['refresh_token', refreshToken],
      ['scope', 'ReadAccounts'],
    ]),
  () =>
    token(
      [
        ['grant_type', 'password'],
        ['username', '101@sandbox.example'],
        ['extension', '101'],
        ['password', 'sandbox-password'],
        ['access_token_ttl', '3600'],
        ['endpoint_id', 'an-endpoint'],
      ],
      'sandbox-server-only',
    ),
  () =>
    token(
      [
        ['grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
        ['assertion', `${btoa('{"alg":"RS256"}')}.${btoa('{"sub":"101"}')}.AAAA`],
      ],
      'sandbox-jwt',
    ),
  ({ accessToken }) => ({
    method: 'POST',
    path: '/restapi/oauth/revoke',
    headers: [['Authorization', basic('sandbox-server-web')]],
    form: [['token', accessToken]],
  }),
  (_, chance) => ({
    method: chance.pick(['GET', 'HEAD', 'OPTIONS']),
    path: chance.pick([
      '/.well-known/oauth-authorization-server',
      '/.well-known/openid-configuration',
      '/restapi/oauth/jwks',
      '/restapi',
      '/sandbox/pages.css',
      '/sandbox/host.json',
      '/sandbox/openapi.json',
      '/',
      '/flows',
      '/flows/',
      '/callback/?code=a',
      '/sw.js',
      '/nothing',
    ]),
  }),
  (living, chance) => ({
    method: chance.pick(['GET', 'HEAD']),
    path: chance.pick([
      '/restapi/v1.0/account/~/extension/~',
      '/restapi/v1.0/account/~/extension',
      '/restapi/v1.0/account/~/call-log',
      '/restapi/v1.0/account/~/extension/~/call-log',
      '/restapi/v1.0/account/1000001/extension/1000101',
    ]),
    headers: bearer(living),
  }),
  ({ accessToken }) => ({
    method: 'GET',
    path: '/restapi/v1.0/account/~/extension/~',
    query: [['access_token', accessToken]],
  }),
];

/** Redirect URIs here are never a stranger's: what is registered may be redirected to. */
const app = (chance: Chance) => ({
  name: chance.pick(['An app', '<script>alert(1)</script>', '☃ \u202e', '']),
  portal: 'classic',
  audience: 'private',
  platformType: chance.pick(['ServerWeb', 'BrowserBased', 'MobileIOS']),
  redirectUris: ['http://localhost:5000/oauth2callback'],
  scopes: ['ReadAccounts'],
});

/** A body that fits, by the id of the route that takes one. */
const bodies: Record<string, (living: Living, chance: Chance) => unknown> = {
  createApp: (_, chance) => app(chance),
  updateApp: (_, chance) => ({ name: app(chance).name, issueRefreshTokens: chance.oneIn(2) }),
  actOnApp: (_, chance) => ({
    act: chance.pick(['expire-access-tokens', 'revoke-sessions', 'refuse-next-consent']),
  }),
  createJwt: () => ({ extensionNumber: '101', clientIds: ['sandbox-jwt'] }),
  inspectToken: ({ accessToken }) => ({ token: accessToken }),
  putClock: (_, chance) => ({ offsetSeconds: chance.pick([0, 60, -60, 3600, 604_800]) }),
  putPolicy: (_, chance) => ({ preset: chance.pick(['ringcentral', 'strict', 'oauth21']) }),
};

const ofControl: readonly Make[] = routes.map(({ id, method, path, body }) => (living, chance) => ({
  method,
  path: path.replace(/\{\w+\}/g, chance.pick(['sandbox-browser', 'sandbox-jwt', 'nobody', '%00'])),
  query: Object.keys(documents[id]?.query ?? {})
    .filter(() => chance.oneIn(3))
    .map((name): [string, string] => [name, chance.pick(['sandbox-browser', '0', ''])]),
  headers: chance.oneIn(2) ? [['Origin', living.origin]] : [],
  ...(body && { json: bodies[id]?.(living, chance) ?? {} }),
}));

/** One request of all that the server has, protocol and control alike. */
export function draftOf(living: Living, chance: Chance): Draft {
  const make = chance.pick(chance.oneIn(3) ? ofControl : protocol);
  return { query: [], headers: [], ...make(living, chance) };
}

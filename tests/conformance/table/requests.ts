import type { Outcome, Pairs, RequestSpec, SendStep } from './row.ts';

export const paths = {
  authorize: '/restapi/oauth/authorize',
  token: '/restapi/oauth/token',
  revoke: '/restapi/oauth/revoke',
  metadata: '/.well-known/oauth-authorization-server',
  openid: '/.well-known/openid-configuration',
  extension: '/restapi/v1.0/account/~/extension/~',
  callLog: '/restapi/v1.0/account/~/extension/~/call-log',
} as const;

/** Changes to a request's parameters: `null` leaves one out, a list repeats it. */
export type Changes = Readonly<Record<string, string | null | readonly string[]>>;
type Rest = Partial<RequestSpec>;

function merge(defaults: Record<string, string>, changes: Changes): Pairs {
  return Object.entries({ ...defaults, ...changes }).flatMap(([name, value]) =>
    value === null ? [] : [value].flat().map((one) => [name, one] as const),
  );
}

/** Where an app's variables are found: `app` has no prefix. */
export const of = (app: string, name: string) => (app === 'app' ? `{${name}}` : `{${app}.${name}}`);

/** An authorization request with S256, in the query. */
export function authorize(changes: Changes = {}, rest: Rest = {}, app = 'app'): RequestSpec {
  const query = merge(
    {
      response_type: 'code',
      client_id: of(app, 'clientId'),
      redirect_uri: of(app, 'redirectUri'),
      state: 'state-1',
      code_challenge: '{challenge}',
      code_challenge_method: 'S256',
    },
    changes,
  );
  return { method: 'GET', path: paths.authorize, query, ...rest };
}

/** The same, with the pages after it pressed through. */
export const approve = (changes: Changes = {}, rest: Rest = {}, app = 'app') =>
  authorize(changes, { press: 'approve', ...rest }, app);

const post = (path: string, form: Pairs, rest: Rest): RequestSpec => ({
  method: 'POST',
  path,
  form,
  auth: 'app',
  ...rest,
});

export const exchange = (changes: Changes = {}, rest: Rest = {}, app = 'app') =>
  post(
    paths.token,
    merge(
      {
        grant_type: 'authorization_code',
        code: '{code}',
        redirect_uri: of(app, 'redirectUri'),
        code_verifier: '{verifier}',
      },
      changes,
    ),
    { auth: app, ...rest },
  );

export const refresh = (changes: Changes = {}, rest: Rest = {}) =>
  post(
    paths.token,
    merge({ grant_type: 'refresh_token', refresh_token: '{refreshToken}' }, changes),
    rest,
  );

export const password = (changes: Changes = {}, rest: Rest = {}) =>
  post(
    paths.token,
    merge(
      { grant_type: 'password', username: '+18335550100*101', password: 'sandbox-password' },
      changes,
    ),
    rest,
  );

/** The grant of RFC 7523, with a JWT that `minted` left. */
export const jwtBearer = (changes: Changes = {}, rest: Rest = {}) =>
  post(
    paths.token,
    merge(
      { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: '{jwt}' },
      changes,
    ),
    rest,
  );

export const clientCredentials = (changes: Changes = {}, rest: Rest = {}) =>
  post(paths.token, merge({ grant_type: 'client_credentials' }, changes), rest);

/** The implicit flow, with the pages after it pressed through. */
export const implicit = (changes: Changes = {}, rest: Rest = {}) =>
  approve(
    { response_type: 'token', code_challenge: null, code_challenge_method: null, ...changes },
    rest,
  );

export const revoke = (changes: Changes = {}, rest: Rest = {}) =>
  post(paths.revoke, merge({ token: '{accessToken}' }, changes), rest);

/** An API call with the token in the Authorization header. */
export const call = (token = '{accessToken}', path: string = paths.extension): RequestSpec => ({
  method: 'GET',
  path,
  headers: { authorization: `Bearer ${token}` },
});

export const get = (path: string, headers: Record<string, string> = {}): RequestSpec => ({
  method: 'GET',
  path,
  headers,
});

const redirected: Outcome = { status: [302, 303] };
const ok: Outcome = { status: 200 };

/** Step: a JWT credential of a demo user, made by the console; leaves `{jwt}` and `{jwtId}`. */
export const minted = (body: Readonly<Record<string, unknown>> = {}): SendStep => ({
  send: {
    method: 'POST',
    path: '/sandbox/api/jwt',
    json: { extensionNumber: '101', ...body },
  },
  accept: [{ status: 201 }],
  save: { jwt: 'json.jwt', jwtId: 'json.id' },
});

/** Step: a signed-in, consented user; leaves `{code}`. */
export const authorized = (changes: Changes = {}, app = 'app', rest: Rest = {}): SendStep => ({
  send: approve(changes, rest, app),
  accept: [redirected],
  save: { code: 'redirect.code' },
});

/** Step: the code exchanged; leaves `{accessToken}`, and `{refreshToken}` where one was issued. */
export const exchanged = (changes: Changes = {}, app = 'app'): SendStep => ({
  send: exchange(changes, {}, app),
  accept: [ok],
  save: { accessToken: 'json.access_token', refreshToken: 'json.refresh_token' },
});

/** Steps: from nothing to a token pair. */
export const loggedIn = (changes: Changes = {}, app = 'app') => [
  authorized(changes, app),
  exchanged({}, app),
];

/** Step: a refresh; leaves `{accessToken2}` and `{refreshToken2}`. */
export const refreshed = (changes: Changes = {}): SendStep => ({
  send: refresh(changes),
  accept: [ok],
  save: { accessToken2: 'json.access_token', refreshToken2: 'json.refresh_token' },
});

/** Step: an API call that works. */
export const works = (token = '{accessToken}', path: string = paths.extension): SendStep => ({
  send: call(token, path),
  accept: [ok],
});

/** Step: an API call that no longer does. */
export const dead = (token = '{accessToken}'): SendStep => ({
  send: call(token),
  accept: [{ status: 401 }],
});

/** Step: a refresh token that is not taken. */
export const refreshDead = (token = '{refreshToken}'): SendStep => ({
  send: refresh({ refresh_token: token }),
  accept: [{ status: 400, json: { error: 'invalid_grant' } }],
});

/** Step: a refresh token that still is. */
export const refreshWorks = (token = '{refreshToken}', changes: Changes = {}): SendStep => ({
  send: refresh({ refresh_token: token, ...changes }),
  accept: [ok],
});

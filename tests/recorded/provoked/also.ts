import { browser, jwtApp, noUi, web } from '../../conformance/table/apps.ts';
import {
  approve,
  authorize,
  authorized,
  call,
  exchanged,
  get,
  jwtBearer,
  loggedIn,
  minted,
  password,
  paths,
  refresh,
  revoke,
} from '../../conformance/table/requests.ts';
import type { Asked } from '../../conformance/run.ts';
import type { RequestSpec, SendStep } from '../../conformance/table/row.ts';

const v1 = '/restapi/v1.0';
const origin = 'https://spa.example.com';
const tooLarge = 'x'.repeat(65_537);
const bare = { apps: {} };

const post = (path: string, body: string): RequestSpec => ({ method: 'POST', path, body });
const preflight = (path: string): RequestSpec => ({
  method: 'OPTIONS',
  path,
  headers: { origin, 'access-control-request-method': 'GET' },
});
const asked = (request: RequestSpec): Asked => ({ apps: { app: web }, request });

/** The sign-in form as it stands; leaves what its first button would post. */
const opened: SendStep = {
  send: authorize(),
  accept: [{ status: 200 }],
  save: { transaction: 'form' },
};
const signInWith = (body: string): Asked => ({
  apps: { app: web },
  given: [opened],
  request: post(`${paths.authorize}/sign-in`, body),
});
const pressed = post(`${paths.authorize}/sign-in`, '{transaction}');
const asUser = (user: string): Asked => ({
  apps: { app: web },
  request: approve({}, { fill: { user } }),
});
const signedInAs = (user: string): SendStep[] => [
  authorized({}, 'app', { fill: { user } }),
  exchanged(),
];

/** Requests whose answers the conformance table does not ask for under `ringcentral`. */
export const also: readonly Asked[] = [
  asked(post(paths.token, tooLarge)),
  asked(post(paths.revoke, tooLarge)),
  asked(post(paths.authorize, tooLarge)),
  asked(post(`${v1}/account/~`, tooLarge)),
  ...[paths.token, paths.revoke, paths.authorize, paths.extension].map((path) =>
    asked(get(path.replace('/restapi/', '/restapi//'))),
  ),
  asked(get(`${paths.extension}?x=%ZZ`)),
  { apps: { app: web }, given: loggedIn(), request: { ...call(), method: 'DELETE' } },
  ...[paths.openid, '/restapi/oauth/jwks'].flatMap((path) => [
    asked(preflight(path)),
    asked(post(path, '')),
  ]),
  asked(get('/restapi')),
  asUser('+18335550100*102'),
  signInWith('{transaction}&cancel=1'),
  signInWith('{transaction}&cancel=CMN-408'),
  signInWith('{transaction}&cancel=OAU-141'),
  signInWith('{transaction}&cancel=SANDBOX-USER-1'),
  { apps: { app: browser }, given: signedInAs('+18335550100*101'), request: refresh() },
  { apps: { app: noUi }, request: password() },
  {
    apps: { app: web },
    given: [opened, { send: pressed, accept: [{ status: 303 }] }],
    request: pressed,
  },
  { apps: { app: web }, given: [opened], request: { ...pressed, browser: 'another' } },
  ...[
    revoke({ token: 'x' }, { headers: { authorization: 'Bearer x' }, auth: 'none' }),
    revoke({ token: 'x', client_secret: 'x' }),
    revoke({ token: 'x', client_id: 'other' }),
    revoke({ token: 'x', client_assertion: 'x' }, { auth: 'none' }),
    { ...revoke({ token: 'x' }), path: `${paths.revoke}?token=y` },
  ].map(asked),
  { apps: { app: browser }, request: revoke({ token: 'x', client_secret: 'x' }) },
  {
    apps: { app: jwtApp },
    given: [
      minted(),
      {
        send: { method: 'DELETE', path: '/sandbox/api/jwt/{jwtId}' },
        accept: [{ status: [200, 204] }],
      },
    ],
    request: jwtBearer(),
  },
  { ...bare, request: revoke({ token: 'x' }, { auth: 'none', basic: { id: 'xx', secret: 'x' } }) },
  {
    apps: { app: web },
    given: loggedIn(),
    request: call('{accessToken}', `${v1}/account/~/call-log`),
  },
];

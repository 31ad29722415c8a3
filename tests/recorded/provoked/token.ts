import { browser, jwtApp, noUi, twoUris, web } from '../../conformance/table/apps.ts';
import {
  authorized,
  exchange,
  jwtBearer,
  loggedIn,
  minted,
  password,
  paths,
  refresh,
  refreshed,
  revoke,
  works,
} from '../../conformance/table/requests.ts';
import type { RequestSpec, SendStep } from '../../conformance/table/row.ts';
import type { Provoked, ProvokedAnswers } from './provoked.ts';

const ok = { status: 200 };
const unknown = { auth: 'none', basic: { id: 'xx', secret: 'xx' } };
const grantRefused: Provoked = { apps: { app: web }, request: password() };
const rejected = (id: string) => [['<client id>', id]] as const;

/** A token pair by the password grant, for an app that users cannot sign in to. */
const signedIn: SendStep = {
  send: password(),
  accept: [ok],
  save: { accessToken: 'json.access_token', refreshToken: 'json.refresh_token' },
};
const withoutPkce = { code_challenge: null, code_challenge_method: null };

/** `{"alg":"HS256"}`, no claims, four octets. */
const hs256 = 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA';

const malformedBasic: RequestSpec = {
  method: 'POST',
  path: paths.token,
  headers: { authorization: 'Basic !!' },
  form: [
    ['client_id', '{clientId}'],
    ['client_secret', '{clientSecret}'],
    ['grant_type', 'refresh_token'],
    ['refresh_token', 'x'],
  ],
};

/** Answers of the token endpoint. */
export const token: ProvokedAnswers = {
  'token-ropc-incomplete': {
    apps: { app: noUi },
    request: password({ username: '', password: '' }),
  },
  'token-ropc-wrong': {
    apps: { app: noUi },
    request: password({ username: 'xxx', password: 'xxx' }),
  },
  'token-unknown-client': { apps: {}, request: password({}, unknown) },
  'token-unknown-client-2025': {
    apps: {},
    request: jwtBearer({ assertion: hs256 }, unknown),
    alike: rejected('xx'),
  },
  'token-empty-client': { apps: { app: web }, request: malformedBasic },
  'token-no-client-auth': {
    apps: { app: web },
    request: exchange({ code: 'x' }, { auth: 'none' }),
  },
  'token-code-client-id-only': {
    apps: { app: browser },
    given: [authorized(withoutPkce)],
    request: exchange({ code_verifier: null }),
  },
  'token-grant-refused-2017': grantRefused,
  'token-grant-refused-2017b': grantRefused,
  'token-grant-refused-2023': grantRefused,
  'token-grant-unknown': {
    apps: { app: web },
    request: password({ grant_type: 'authorization-code' }),
  },
  'token-redirect-mismatch-2024': {
    apps: { app: twoUris },
    given: [authorized()],
    request: exchange({ redirect_uri: '{redirectUri2}' }),
  },
  'token-expired': {
    apps: { app: web },
    given: [...loggedIn(), { advance: 604_801 }],
    request: refresh(),
  },
  'token-revoked': {
    apps: { app: web },
    given: [...loggedIn(), { send: revoke(), accept: [ok] }],
    request: refresh(),
  },
  'token-not-found': {
    apps: { app: web },
    given: [...loggedIn(), refreshed(), works('{accessToken2}'), { advance: 11 }],
    request: refresh(),
  },
  'token-third-party-apps': {
    apps: { app: noUi },
    request: password({ username: '+18335550100*102' }),
    unlike: 'the password grant; the recording is of a three-legged sign-in',
  },
  'token-jwt-signature': {
    apps: { app: jwtApp },
    given: [minted()],
    request: jwtBearer({ assertion: '{jwt}AAAA' }),
  },
  'token-jwt-other-app': {
    apps: { app: { ...jwtApp, clientId: 'not-allowed' } },
    given: [minted({ clientIds: ['sandbox-jwt'] })],
    request: jwtBearer(),
    alike: rejected('not-allowed'),
  },
  'token-jwt-algorithm': { apps: { app: jwtApp }, request: jwtBearer({ assertion: hs256 }) },
  'token-password': { apps: { app: noUi }, request: password() },
  'token-no-refresh': { apps: { app: noUi }, request: password({ refresh_token_ttl: '0' }) },
  'token-sdk-fixture': { apps: { app: noUi }, request: password() },
  'revoke-ok': { apps: { app: noUi }, given: [signedIn], request: revoke() },
  'revoke-empty': { apps: { app: noUi }, request: revoke({ token: '' }) },
  'revoke-invalid-client': {
    apps: { app: noUi, other: web },
    given: [signedIn],
    request: revoke({}, { auth: 'other' }),
    unlike: 'another app’s credentials; the changelog does not say which client is meant',
  },
};

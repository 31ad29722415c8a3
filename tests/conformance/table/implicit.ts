import { browser, desktop, web } from './apps.ts';
import { both, redirectedError, ringcentral } from './outcomes.ts';
import { implicit, works } from './requests.ts';
import { rule } from './rule.ts';
import type { Outcome, Row, Test } from './row.ts';

/** The teaching profile: RingCentral's preset has it on, strict has it off. */
const on = { presets: both, fields: { implicit: true }, apps: { app: browser } };

const redirectedToken = (has: Record<string, Test> = {}): Outcome => ({
  status: [302, 303],
  redirect: {
    to: '{redirectUri}',
    in: 'fragment',
    has: { access_token: { matches: '.' }, error: null, ...has },
  },
});

const odd = 'a b+c&d=e#f%é😀';

/** A.5: the implicit flow, where the policy still has it. */
export const implicitGrant: Row[] = [
  rule('AS-081b', 'M', 'PKCE parameters do not stop a token, wrong ones neither', {
    ...on,
    fields: { implicit: true, pkce: 'all' },
    request: implicit({ code_challenge: 'bad', code_challenge_method: 'nonsense' }),
    accept: [redirectedToken()],
  }),
  rule('AS-082a', 'M', 'the fragment has the token, its type and the state', {
    ...on,
    request: implicit(),
    accept: [
      redirectedToken({ token_type: { matches: '^bearer$', flags: 'i' }, state: 'state-1' }),
    ],
  }),
  rule('AS-082b', 'S', 'and how long it lives', {
    ...on,
    request: implicit(),
    accept: [redirectedToken({ expires_in: { matches: '^[0-9]+$' } })],
  }),
  rule('AS-082c', 'M', 'and its scope', {
    ...on,
    request: implicit(),
    accept: [redirectedToken({ scope: 'ReadAccounts ReadCallLog' })],
  }),
  rule('AS-082d', 'M', 'no state in, no state out', {
    ...on,
    request: implicit({ state: null }),
    accept: [redirectedToken({ state: null })],
  }),
  rule('AS-083', 'M', 'never a refresh token, never a code', {
    ...on,
    request: implicit(),
    accept: [redirectedToken({ refresh_token: null, refresh_token_expires_in: null, code: null })],
  }),
  rule('AS-084a', 'M', 'nothing is in the query', {
    ...on,
    request: implicit(),
    accept: [
      {
        status: [302, 303],
        headers: { location: { excludes: '?' } },
        redirect: { to: '{redirectUri}', in: 'fragment', has: {} },
      },
    ],
  }),
  rule('AS-084b', 'M', 'the fragment is form-encoded: any state comes back', {
    ...on,
    request: implicit({ state: odd }),
    accept: [redirectedToken({ state: odd })],
  }),
  rule('AS-085', 'S', 'the token lives an hour at most', {
    ...on,
    given: [
      {
        send: implicit(),
        accept: [redirectedToken()],
        save: { accessToken: 'fragment.access_token' },
      },
      works(),
      { advance: 3601 },
    ],
    request: {
      method: 'GET',
      path: '/restapi/v1.0/account/~/extension/~',
      headers: { authorization: 'Bearer {accessToken}' },
    },
    accept: [{ status: 401 }],
  }),
  rule('AS-086a', 'M', 'off on the server: unsupported_response_type, in the fragment', {
    presets: ['strict', 'ringcentral-today'],
    apps: { app: browser },
    request: implicit(),
    accept: [redirectedError('unsupported_response_type', { state: 'state-1' }, 'fragment')],
  }),
  rule('AS-086b', 'M', 'off for this app: unauthorized_client, in the fragment', {
    ...on,
    apps: { app: web },
    request: implicit(),
    accept: [redirectedError('unauthorized_client', { state: 'state-1' }, 'fragment')],
  }),
  rule('AS-087', 'P', 'OAuth 2.1 has no implicit, whatever else the policy says', {
    ...on,
    fields: { implicit: true, profile: 'oauth21' },
    request: implicit(),
    accept: [redirectedError('unsupported_response_type', {}, 'fragment')],
  }),
  rule('RC-070', 'P', 'RingCentral: the five members of its own sample, and state', {
    presets: ringcentral,
    apps: { app: browser },
    request: implicit(),
    accept: [
      redirectedToken({
        token_type: 'bearer',
        expires_in: '3600',
        endpoint_id: { matches: '^[\\w-]+$' },
        scope: 'ReadAccounts ReadCallLog',
        owner_id: null,
        session_id: null,
        iss: null,
      }),
    ],
  }),
  rule('RC-071', 'P', 'RingCentral: an app without implicit reads OAU-112’s words', {
    presets: ringcentral,
    request: implicit(),
    accept: [
      redirectedError(
        'unauthorized_client',
        {
          error_description: 'The client is unauthorized for the required grant type: [IMPLICIT]',
        },
        'fragment',
      ),
    ],
  }),
  rule('RC-072', 'P', 'a desktop app of the classic portal has it: the sources disagree', {
    presets: ringcentral,
    apps: { app: desktop },
    request: implicit({ redirect_uri: 'http://127.0.0.1:51004/callback' }),
    accept: [
      {
        status: [302, 303],
        redirect: {
          to: 'http://127.0.0.1:51004/callback',
          in: 'fragment',
          has: { access_token: { matches: '.' } },
        },
      },
    ],
  }),
  rule('RC-073', 'P', 'a user who refuses: access_denied, in the fragment', {
    ...on,
    request: implicit({}, { press: 'deny' }),
    accept: [
      redirectedError('access_denied', { state: 'state-1', access_token: null }, 'fragment'),
    ],
  }),
  rule('RC-003a', 'P', 'prompt=none: login_required, for a sign-in is asked at every login', {
    request: implicit({ response_type: 'code', prompt: 'none' }),
    accept: [redirectedError(['login_required', 'interaction_required'], { state: 'state-1' })],
    fields: { pkce: 'optional' },
  }),
  rule('RC-003b', 'P', 'prompt=none of an implicit renewal: in the fragment', {
    ...on,
    request: implicit({ prompt: 'none' }),
    accept: [redirectedError(['login_required', 'interaction_required'], {}, 'fragment')],
  }),
  rule('RC-003c', 'P', 'prompt=none beside another value contradicts itself', {
    ...on,
    request: implicit({ prompt: 'none login' }),
    accept: [redirectedError('invalid_request', {}, 'fragment')],
  }),
  rule('RC-003d', 'P', 'RingCentral’s other values of prompt show the page', {
    ...on,
    request: implicit({ prompt: 'login sso consent' }),
    accept: [redirectedToken()],
  }),
];

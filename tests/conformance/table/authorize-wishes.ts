import { page, redirectedCode, redirectedError } from './outcomes.ts';
import { approve, authorize, get, paths } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Outcome, Row } from './row.ts';

/** The sign-in page with a text on it. */
const pageWith = (matches: string): Outcome => ({ ...page, text: { matches } });
const selected = (user: string): Outcome =>
  pageWith(`value="${user.replace(/[+*]/g, String.raw`\$&`)}" checked`);

/** Each value that RingCentral's OpenAPI document or its guide has for an optional parameter. */
const documented = [
  ...['page', 'popup', 'touch', 'mobile'].map((value) => ({ display: value })),
  ...['login', 'sso', 'consent', 'login sso', 'login sso consent'].map((value) => ({
    prompt: value,
  })),
  ...['en-US', 'fr-CA en'].map((value) => ({ ui_locales: value })),
  ...['1210', '3420', '7710'].map((value) => ({ brand_id: value })),
  { login_hint: '+18335550100*103' },
];

/** What no document has, and what a program may send all the same. */
const strange = [
  { display: 'wap' },
  { prompt: 'select_account' },
  { ui_locales: 'not_a_locale' },
  { brand_id: '1' },
  { login_hint: 'nobody@example.com' },
  { login_hint: '"><script>alert(1)</script>' },
  { login_hint: 'x'.repeat(2000) },
] as const;

const openId = [
  'userinfo_endpoint',
  'id_token_signing_alg_values_supported',
  'userinfo_signing_alg_values_supported',
  'subject_types_supported',
  'claims_supported',
  'display_values_supported',
  'prompt_values_supported',
  'private_key_jwt',
  'client_secret_jwt',
  'openid',
  'id_token',
] as const;

/** The optional parameters of the authorization request: they shape pages, and never decide an answer. */
export const authorizeWishes: Row[] = [
  ...cases('SB-011', 'P', documented, (wish) => [
    `${JSON.stringify(wish)} changes nothing of what comes back`,
    { request: approve(wish), accept: [redirectedCode({ state: 'state-1' })] },
  ]),
  ...cases('SB-012', 'P', strange, (wish) => [
    `${JSON.stringify(wish).slice(0, 60)} stops nothing, and is no markup`,
    {
      request: authorize(wish),
      accept: [{ ...page, text: { excludes: '<script' } }],
      after: [{ send: approve(wish), accept: [redirectedCode()] }],
    },
  ]),
  ...cases(
    'SB-013',
    'P',
    [
      ['+18335550100*103', '+18335550100*103'],
      ['104', '+18335550100*104'],
      ['101@other.example', '+18335550200*101'],
      ['nobody', '+18335550100*101'],
    ] as const,
    ([hint, user]) => [
      `login_hint ${hint} has the form filled with ${user}`,
      { request: authorize({ login_hint: hint }), accept: [selected(user)] },
    ],
  ),
  ...cases(
    'SB-014',
    'P',
    [
      [{ prompt: 'login sso' }, 'sso offers the company’s own sign-in'],
      [{ prompt: 'select_account' }, 'select_account: not in RingCentral’s documents'],
      [{ display: 'popup' }, 'RingCentral adapts its page to it'],
      [{ display: 'wap' }, 'wap: not in RingCentral’s documents'],
      [{ ui_locales: 'fr-CA' }, 'The sandbox has only English'],
      [{ ui_locales: 'not_a_locale' }, 'not_a_locale: not in RingCentral’s documents'],
      [{ brand_id: '7710' }, 'the logo of BT'],
      [{ brandId: '7710' }, 'the logo of BT'],
      [{ brand_id: '1' }, 'OAU-101'],
    ] as const,
    ([wish, text]) => [
      `the sign-in page tells what becomes of ${JSON.stringify(wish)}`,
      { request: authorize(wish), accept: [pageWith(text)] },
    ],
  ),
  rule('SB-015a', 'P', 'a request that asks nothing of the page is told nothing', {
    request: authorize({ display: '', prompt: '', brand_id: '', ui_locales: '', login_hint: '' }),
    accept: [{ ...page, text: { excludes: 'What the app asked of this page' } }],
  }),
  rule('SB-015b', 'P', 'prompt=none is answered without a page: login_required', {
    request: authorize({ prompt: 'none', login_hint: '103' }),
    accept: [redirectedError('login_required', { state: 'state-1' })],
  }),
  rule('SB-015c', 'P', 'prompt=none beside another value contradicts itself', {
    request: authorize({ prompt: 'none login' }),
    accept: [redirectedError('invalid_request', { state: 'state-1' })],
  }),
  ...cases('SB-016', 'P', openId, (name) => [
    `the OpenID document promises no ${name}`,
    { request: get(paths.openid), accept: [{ status: 200, text: { excludes: `"${name}"` } }] },
  ]),
];

import type { sources } from '#app-settings/sources.ts';
import { rfc, type SpecLink } from '#flows/specs.ts';

/** A text that says what a parameter is: RingCentral's, or the RFC that RingCentral implements. */
export type ParameterSource = keyof typeof sources | SpecLink;

/** A parameter that an operation reads. */
export interface Parameter {
  name: string;
  in: 'query or form' | 'form' | 'form or query' | 'header' | 'path' | 'query';
  /** In a few words: `yes`, `no`, or when. */
  needed: string;
  says: string;
  sources: readonly ParameterSource[];
}

const ignored = 'The sandbox accepts it, and it changes nothing.';

/** What the authorization endpoint reads, by GET in the query or by POST in a form. */
export const authorizeParameters: readonly Parameter[] = (
  [
    [
      'response_type',
      'yes',
      '`code`. `token` is the implicit flow, which RingCentral has ended.',
      ['openApi'],
    ],
    ['client_id', 'yes', 'The app.', ['openApi']],
    [
      'redirect_uri',
      'if the app has several',
      'One of the registered URIs, character by character. If the app has one, it may be left out.',
      ['openApi', 'loginUrlParameters'],
    ],
    [
      'state',
      'no',
      'The server returns it unchanged. Make one for each sign-in and compare it.',
      ['openApi', rfc(6749, '10.12')],
    ],
    [
      'scope',
      'no',
      'RingCentral’s guide says that it is ignored, its API description calls it a list of permissions. The sandbox ignores it unless its policy says otherwise.',
      ['loginUrlParameters', 'openApi'],
    ],
    [
      'code_challenge',
      'for PKCE',
      'The hash of the verifier, 43 characters of base64url.',
      ['pkce', rfc(7636, '4.3')],
    ],
    [
      'code_challenge_method',
      'with a challenge',
      '`S256` or `plain`. If you leave it out, it means `plain`.',
      ['openApi', rfc(7636, '4.3')],
    ],
    [
      'prompt',
      'no',
      '`login`, `sso` and `consent`, or only `none`. The sandbox asks at every sign-in, so it refuses `none`.',
      ['openApi'],
    ],
    ['login_hint', 'no', 'Who should sign in. The sandbox chooses that demo user.', ['openApi']],
    [
      'ui_locales',
      'no',
      'Languages for the pages. The sandbox has only English pages, and they say so.',
      ['openApi'],
    ],
    [
      'display',
      'no',
      '`page`, `popup`, `touch` or `mobile`. RingCentral’s guide reserves it for RingCentral.',
      ['openApi', 'loginUrlParameters'],
    ],
    [
      'brand_id',
      'no',
      'The brand whose log-in page is shown, such as `1210` for RingCentral in the United States.',
      ['openApi', 'loginUrlParameters'],
    ],
    ['nonce', 'no', `For OpenID Connect. ${ignored}`, ['openApi']],
  ] as const
).map(([name, needed, says, from]) => ({ name, in: 'query or form', needed, says, sources: from }));

type Row = readonly [
  name: string,
  needed: string,
  says: string,
  sources: readonly ParameterSource[],
];
const inForm = (rows: readonly Row[]): Parameter[] =>
  rows.map(([name, needed, says, from]) => ({ name, in: 'form', needed, says, sources: from }));

const basic: Parameter = {
  name: 'Authorization',
  in: 'header',
  needed: 'if the app has a secret',
  says: '`Basic`, and base64 of client id, colon, client secret, each form-encoded first.',
  sources: ['authCode', rfc(6749, '2.3.1')],
};

const clientRows: readonly Row[] = [
  [
    'client_id',
    'without the header',
    'The app. If you also send the header, both have to name the same app.',
    ['openApi', 'tokenParameters'],
  ],
  [
    'client_secret',
    'no',
    'Instead of the header. RingCentral documents only the header.',
    [rfc(6749, '2.3.1')],
  ],
  [
    'client_assertion',
    'no',
    'A JWT instead of the secret. RingCentral documents it, and the sandbox refuses it.',
    ['openApi', rfc(7523, '2.2')],
  ],
  ['client_assertion_type', 'with it', 'The type of the assertion.', ['openApi', rfc(7523, '2.2')]],
];

/** What the token endpoint reads: for every grant, then for each. */
export const tokenParameters: readonly Parameter[] = [
  basic,
  ...inForm([
    [
      'grant_type',
      'yes',
      '`authorization_code`, `refresh_token` or `urn:ietf:params:oauth:grant-type:jwt-bearer`. `password` has ended at RingCentral.',
      ['openApi'],
    ],
    ...clientRows,
    [
      'scope',
      'no',
      'As at the authorization endpoint; a refresh may ask for less than was granted.',
      ['openApi', rfc(6749, '6')],
    ],
    ['endpoint_id', 'no', 'This copy of the app. The answer has it too.', ['openApi']],
    [
      'access_token_ttl',
      'no',
      'Seconds, from 600 to 3600; the server moves other values to the nearest limit.',
      ['openApi', 'tokenParameters'],
    ],
    [
      'refresh_token_ttl',
      'no',
      'Seconds, up to the app’s default; `0` for no refresh token.',
      ['openApi', 'tokenParameters'],
    ],
    [
      'code',
      'for `authorization_code`',
      'The code of the redirect. It works once, for 60 seconds.',
      ['tokenParameters', rfc(6749, '4.1.3')],
    ],
    [
      'redirect_uri',
      'for `authorization_code`',
      'The one of the authorization request.',
      ['tokenParameters', rfc(6749, '4.1.3')],
    ],
    [
      'code_verifier',
      'for PKCE',
      'The text that the challenge was made from.',
      ['pkce', rfc(7636, '4.5')],
    ],
    [
      'refresh_token',
      'for `refresh_token`',
      'It works once; after that use the new one.',
      ['refreshTokens', rfc(6749, '6')],
    ],
    [
      'assertion',
      'for `jwt-bearer`',
      'The credential that a user made in the developer console.',
      ['jwtConfigure', rfc(7523, '2.1')],
    ],
    [
      'username',
      'for `password`',
      'A number with its country code, or an e-mail address.',
      ['passwordPage'],
    ],
    ['password', 'for `password`', 'The password of that user.', ['passwordPage']],
    [
      'extension',
      'for `password`',
      'The extension number, if it does not follow the number after `*`.',
      ['passwordPage'],
    ],
  ]),
];

/** What the revocation endpoint reads. */
export const revokeParameters: readonly Parameter[] = [
  basic,
  {
    name: 'token',
    in: 'form or query',
    needed: 'yes',
    says: 'An access token or a refresh token. Either ends the whole session.',
    sources: ['openApi', 'tokens'],
  },
  ...inForm([
    [
      'token_type_hint',
      'no',
      `RFC 7009 has it, RingCentral does not list it. ${ignored}`,
      [rfc(7009, '2.1')],
    ],
    ...clientRows,
  ]),
];

/** What every call of the API reads. */
export const apiParameters: readonly Parameter[] = [
  {
    name: 'Authorization',
    in: 'header',
    needed: 'yes',
    says: '`Bearer`, one space, the access token.',
    sources: ['tokens', rfc(6750, '2.1')],
  },
  {
    name: 'access_token',
    in: 'query',
    needed: 'no',
    says: 'Instead of the header. An address ends up in logs: send the header.',
    sources: ['tokens', rfc(6750, '2.3')],
  },
  {
    name: 'accountId',
    in: 'path',
    needed: 'yes',
    says: '`~` for the account of the token, or its id. The sandbox serves no other.',
    sources: ['openApi'],
  },
  {
    name: 'extensionId',
    in: 'path',
    needed: 'if the path has it',
    says: '`~` for the extension of the token, or its id. The sandbox serves no other.',
    sources: ['openApi'],
  },
];

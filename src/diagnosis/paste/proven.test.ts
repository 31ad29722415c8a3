import { describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import { certaintyOf } from '../finding.ts';
import { diagnosePaste } from './diagnose-paste.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const token = 'https://platform.ringcentral.com/restapi/oauth/token';
const authorize = 'https://platform.ringcentral.com/restapi/oauth/authorize';
const body = (error: string, code: string, message: string): string =>
  JSON.stringify({ error, errors: [{ errorCode: code, message }], error_description: message });
const expired = body('invalid_token', 'OAU-128', 'Access token expired');
const notGiven = body('unauthorized_client', 'OAU-251', 'Unauthorized for this grant type');
const json = `curl ${token} -H 'Content-Type: application/json' -d '{"grant_type":"refresh_token"}'`;
const jwtApp: AppSettings = {
  name: 'App',
  portal: 'current',
  audience: 'private',
  methods: ['three-legged'],
  platformType: 'ServerWeb',
  issueRefreshTokens: false,
  redirectUris: ['https://shop.example/cb'],
  scopes: ['ReadAccounts'],
};
const jwtRefused = `POST ${token}\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=***\n\nHTTP/1.1 400 Bad Request\n\n${notGiven}`;

async function firstOf(paste: string, settings?: AppSettings) {
  const [first] = (await diagnosePaste(paste, { now, settings })).findings.filter(
    ({ id }) => id !== 'LINT-003',
  );
  return { id: first?.id, said: first && certaintyOf(first), lacks: first?.lacks ?? '' };
}

describe('what proves a cause is certain', () => {
  it.each([
    ['a code that says one thing, alone', expired, 'OAU-128'],
    ['a code of the sandbox, alone', 'SANDBOX-PKCE-2', 'SANDBOX-PKCE-2'],
    ['a request that shows the mistake', json, 'LINT-151'],
    [
      'a value that stands there whole',
      `${authorize}?response_type=codes&client_id=a1&redirect_uri=https%3A%2F%2Fa.example%2Fcb&state=Zf9sH2kLm8Qw3Er5`,
      'LINT-011',
    ],
    [
      'an address that lacks a parameter',
      `${authorize}?client_id=a1b2c3&redirect_uri=https%3A%2F%2Fa.example%2Fcb&state=Zf9sH2kLm8Qw3Er5`,
      'LINT-011',
    ],
  ])('%s', async (_, paste, id) => {
    expect(await firstOf(paste)).toMatchObject({ id, said: 'certain' });
  });

  it('a rule of the settings', async () => {
    expect(await firstOf(jwtRefused, jwtApp)).toMatchObject({ id: 'M7', said: 'certain' });
  });
});

const rows: [place: string, counterPaste: string][] = [
  [
    'a code, where somebody tells more',
    `${expired}\nwe refresh every 50 minutes, so why does this come`,
  ],
  ['a code, where a source stands beside', `platform.login({ jwt })\n${notGiven}`],
  [
    'a code, in words of another script',
    `昨日から毎回このエラーが出ます OAU-128 どうすればよいですか`,
  ],
  [
    'a code, where another code stands beside',
    `${expired}\n${body('invalid_grant', 'OAU-213', 'Token not found')}`,
  ],
  [
    'a code, among the lines of a log',
    `2026-11-20T10:00:00Z worker-1 refresh started\n2026-11-20T10:00:01Z worker-2 token request sent now\n2026-11-20T10:00:02Z worker-1 got ${expired}`,
  ],
  ['a text that several codes have', 'Token not found'],
  [
    'a mistake, beside a second one',
    `${authorize}?responseType=code&clientId=a1b2c3&redirect_uri=https%3A%2F%2Fa.example%2Fcb`,
  ],
  [
    'a mistake that does not explain the code',
    `POST ${token}\nAuthorization: Basic YWJjOmRlZg==\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=abcdef12&client_secret=def\n\nHTTP/1.1 400 Bad Request\n\n${body('invalid_grant', 'OAU-213', 'Token not found')}`,
  ],
  [
    'a program, which may not be what ran',
    `requests.post("${token}", json={"grant_type": "refresh_token"})`,
  ],
  [
    'a page, which may be a template of a server',
    '<script>window.rc = { clientSecret: "abcdefgh12345678" }</script>',
  ],
  [
    'an address in a program',
    `const url = \`${authorize}?response_type=codes&client_id=\${id}&redirect_uri=\${cb}\`;`,
  ],
  [
    'curly quotes, which a mail may have made',
    'curl “https://platform.ringcentral.com/restapi/oauth/token” -d “grant_type=password”',
  ],
  [
    'what is missing, where somebody took things out',
    `${authorize}?client_id=a1b2c3&redirect_uri=https%3A%2F%2Fa.example%2Fcb&state=Zf9sH2kLm8Qw3Er5\n(some values removed)`,
  ],
  ['an address that was covered', `${authorize}?[REDACTED]\nerror page shown`],
  [
    'a JWT that was good when the rest was written',
    '2026-01-10T10:00:00Z jwt=eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL3BsYXRmb3JtLnJpbmdjZW50cmFsLmNvbSIsImF1ZCI6Imh0dHBzOi8vcGxhdGZvcm0ucmluZ2NlbnRyYWwuY29tL3Jlc3RhcGkvb2F1dGgvdG9rZW4iLCJzdWIiOiIxMDEiLCJleHAiOjE3NzAwMDAwMDB9.' +
      'c2ln'.repeat(86),
  ],
  ['a connection that was not to RingCentral', 'Error: connect ECONNREFUSED 127.0.0.1:6379'],
  ['a certificate of whatever server', 'Error: self signed certificate in certificate chain'],
  ['what a library says of anything', 'ringcentral.http.api_exception.ApiException: Unknown error'],
  ['a status of whatever stands between', 'HTTP/1.1 503 Service Unavailable'],
];

describe('an honest paste beside which it would be wrong makes it likely, and asks', () => {
  it.each(rows)('%s', async (_, paste) => {
    const { said, lacks } = await firstOf(paste);
    expect(said).not.toBe('certain');
    expect(lacks).not.toBe('');
  });

  it('a rule of the settings, where the code stands in no answer of a server', async () => {
    const { said } = await firstOf('they told us it is the grant type, JWT I think', jwtApp);
    expect(said).toBe('cannot tell');
  });
});

describe('too little is no finding', () => {
  const quiet: [string, string][] = [
    [
      'a token whose hour was over, refreshed',
      `GET /restapi/v1.0/account/~ HTTP/1.1\nHost: platform.ringcentral.com\nAuthorization: Bearer olderolder\n\nHTTP/1.1 401 Unauthorized\n\n${expired}\n\nGET /restapi/v1.0/account/~ HTTP/1.1\nHost: platform.ringcentral.com\nAuthorization: Bearer newernewer\n\nHTTP/1.1 200 OK\n\n{"id":1}`,
    ],
    [
      'the same in a log',
      '09:00:01 GET /restapi/v1.0/account/~ 401 OAU-128\n09:00:01 refreshing token\n09:00:02 POST /restapi/oauth/token 200\n09:00:02 GET /restapi/v1.0/account/~ 200',
    ],
    [
      'the same in words of a log',
      '[09:00:01] INFO token expired (OAU-128), refreshing\n[09:00:02] INFO refresh ok, expires_in=3600',
    ],
    [
      'a header as a guide writes it',
      `POST /restapi/oauth/token HTTP/1.1\nAuthorization: Basic base64(client_id:client_secret)\nHost: platform.ringcentral.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=AUTH_CODE&redirect_uri=REDIRECT_URI`,
    ],
    [
      'a bound token of another server',
      '{"access_token":"abcdef123456","token_type":"DPoP","expires_in":2677}',
    ],
    [
      'a stored session with texts for numbers',
      '{"token_type":"bearer","access_token":"***","expires_in":"3600","refresh_token":"***"}',
    ],
    ['an answer of the API', '{"id":101,"extensionNumber":"101","status":"Enabled","error":null}'],
    ['what introspection answers', '{"active":false}'],
    [
      'a log entry of another company’s server',
      '{"type":"seacft","client_name":"Shop","hostname":"shop.auth0.com"}',
    ],
  ];
  it.each(quiet)('%s', async (_, paste) => {
    const { findings } = await diagnosePaste(paste, { now });
    expect(findings.filter(({ kind }) => kind === 'wrong' || kind === 'risk')).toEqual([]);
  });

  it.each([
    ['the number of a request', 'RCRequestId: 2b1f6a2a-7a3b-11ee-9f0a-005056bf9c11'],
    ['a status of somebody’s own server', 'Our own backend returns 500 on /callback'],
    [
      'a word that it fails, beside a risk',
      `${authorize}?response_type=code&client_id=a1b2c3&redirect_uri=https%3A%2F%2Fa.example%2Fcb\nThis does not work for our customers`,
    ],
  ])('%s asks for what decides', async (_, paste) => {
    const { said, lacks } = await firstOf(paste);
    expect(said).toBe('cannot tell');
    expect(lacks).not.toBe('');
  });
});

describe('a rule of the settings proves nothing', () => {
  it('where two grants stand in the paste, and the answer is of one of them', async () => {
    const paste = `$old = ['grant_type' => 'password'];\n$new = ['grant_type' => 'urn:ietf:params:oauth:grant-type:jwt-bearer'];\n${notGiven}`;
    expect((await firstOf(paste)).said).not.toBe('certain');
  });
  it('where a desktop app may take any port of its loopback address', async () => {
    const app: AppSettings = {
      ...jwtApp,
      platformType: 'DesktopWindows',
      redirectUris: ['http://127.0.0.1/cb'],
    };
    const paste = `${body('invalid_client', 'OAU-109', 'Redirect URIs do not match')}\nredirect_uri=http://127.0.0.1:51004/cb`;
    expect((await firstOf(paste, app)).id).not.toBe('LINT-019');
  });
});

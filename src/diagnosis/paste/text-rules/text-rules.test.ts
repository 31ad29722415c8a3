import { describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import { s256Challenge } from '#protocol/pkce.ts';
import { recompute } from '../compare/challenge.ts';
import {
  apiUrl,
  authorizeUrl,
  exchange,
  har,
  jwt,
  now,
  pageApp,
  refreshing,
  serverApp,
  state,
  told,
  tokenUrl,
  verifier,
} from '../testing/told.ts';

type Row = [id: string, what: string, paste: string, settings?: AppSettings];

const token = 'TESTaccessTokenTESTaccessToken01';
const cb = 'https://app.example.com/cb?code=TESTcodeTESTcode0001';
const login = (at: number, status = 200) => ({
  method: 'POST',
  url: tokenUrl,
  headers: { Authorization: 'Basic ***' },
  body: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=***',
  status,
  content: '{"access_token":"***","token_type":"bearer","expires_in":3600}',
  at,
});
const broken = jwt({});

const positive: Row[] = [
  [
    'LINT-031',
    'a generator for games',
    'const state = Math.random().toString(36); location.href = loginUrl({ state });',
  ],
  [
    'LINT-044',
    'base64 in a source',
    "const challenge = crypto.createHash('sha256').update(verifier).digest('base64');",
  ],
  [
    'LINT-045',
    'hexadecimal in a source',
    "const challenge = crypto.createHash('sha256').update(verifier).digest('hex');",
  ],
  [
    'LINT-046',
    'the verifier in a source',
    "{ code_challenge: codeVerifier, code_challenge_method: 'S256' }",
  ],
  ['LINT-152', 'FormData', "const f = new FormData(); f.append('grant_type', 'refresh_token');"],
  ['LINT-155', 'a source', "body: 'grant_type=jwt-bearer&assertion=' + jwt"],
  [
    'LINT-159',
    'a source',
    "loginUrl({ redirectUri: 'http://localhost:3000/cb' });\nplatform.login({ code, redirectUri: 'http://127.0.0.1:3000/cb' })",
  ],
  [
    'LINT-166',
    'a generator for games',
    'const verifier = Math.random().toString(36).repeat(5); // PKCE',
  ],
  [
    'LINT-169',
    'a source without base64',
    "headers: { Authorization: 'Basic ' + clientId + ':' + clientSecret }",
  ],
  ['LINT-169', 'a source, the id alone', 'headers: { Authorization: `Basic ${btoa(clientId)}` }'],
  ['LINT-309', 'a loop', 'for (const user of users) {\n  await platform.login({ jwt });\n}'],
  [
    'LINT-002',
    'Windows',
    `C:\\work>curl -X POST '${tokenUrl}' -d 'grant_type=refresh_token'\ncurl: (1) Protocol "'https" not supported`,
  ],
  ['LINT-004', 'curly quotes', `curl “${tokenUrl}” -d “grant_type=refresh_token”`],
  [
    'LINT-006',
    'an option of the SDK',
    "const sdk = new SDK({ server, clientid: 'TESTclientId0000000001', clientSecret });",
  ],
  [
    'LINT-010',
    'a printed address',
    '…/restapi/oauth/authorize?response_type=code&redirect_uri=&client_id=undefined&state=',
  ],
  [
    'LINT-012',
    'the SDK',
    "platform.loginUrl({ redirectUri: 'https://app.example.com/cb', implicit: true })",
  ],
  [
    'LINT-048',
    'a line break was hashed',
    `${authorizeUrl({ code_challenge: await s256Challenge(`${verifier}\n`) })}\nverifier: ${verifier}`,
  ],
  [
    'LINT-048',
    'hashed twice',
    `${authorizeUrl({ code_challenge: await s256Challenge(await s256Challenge(verifier)) })}\nverifier: ${verifier}`,
  ],
  ['LINT-165', 'another', `${authorizeUrl()}\ncode_verifier: ${verifier}`],
  [
    'LINT-0A1',
    'a web view',
    'webView.loadUrl("https://platform.ringcentral.com/restapi/oauth/authorize?…") // android.webkit.WebView',
  ],
  [
    'LINT-113',
    'no answer',
    'https://app.example.com/oauth/callback\nthe page says: code is missing',
  ],
  ['LINT-114', 'the hash', 'loginUrl({ usePKCE: true });\nparseRedirect(window.location.hash)'],
  [
    'LINT-119',
    'a foreign script',
    `GET /cb?code=TESTcodeTESTcode0001 HTTP/1.1\nHost: app.example.com\n\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n<html>\n\nGET /a.js HTTP/1.1\nHost: cdn.example.net\nReferer: https://app.example.com/cb\n\n`,
  ],
  [
    'LINT-120',
    'the Referer',
    har([{ url: cb }, { url: 'https://stats.example.net/p.gif', headers: { Referer: cb } }]),
  ],
  [
    'LINT-123',
    'too late',
    har([
      { url: cb, at: 0 },
      {
        method: 'POST',
        url: tokenUrl,
        headers: { Authorization: 'Basic ***' },
        body: exchange,
        status: 400,
        content: '{"error":"invalid_grant"}',
        at: 90,
      },
    ]),
  ],
  [
    'LINT-151',
    'Python',
    `requests.post("${tokenUrl}", json={"grant_type": "refresh_token", "refresh_token": rt})`,
  ],
  [
    'LINT-151',
    'JavaScript',
    `fetch(url, { method: 'POST', body: JSON.stringify({ grant_type: 'refresh_token', refresh_token }) })`,
  ],
  [
    'LINT-151',
    'PHP',
    `$client->post('${tokenUrl}', ['json' => ['grant_type' => 'refresh_token']]);`,
  ],
  [
    'LINT-156',
    'the SDK',
    "await platform.login({ username: '+12025550143', extension: '101', password: 'NotARealPassword7' })",
  ],
  ['LINT-156', 'three arguments', 'await rc.Authorize(userName, extension, password);'],
  [
    'LINT-158',
    'a log',
    '10.0.0.1 "GET /cb?code=TESTcodeTESTcode0001&state=x HTTP/1.1" 302\n10.0.0.1 "GET /cb?code=TESTcodeTESTcode0001&state=x HTTP/1.1" 500',
  ],
  [
    'LINT-167',
    'a page',
    '<script>\nnew SDK({ clientId: "TESTclientId0000000001", clientSecret: "TESTsecretTESTsecret" })\n</script>',
  ],
  [
    'LINT-167',
    'the widget',
    '<script src="https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/adapter.js?clientId=TEST1&clientSecret=TESTsecretTESTsecret"></script>',
  ],
  [
    'LINT-019',
    'the widget',
    'https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/app.html?clientId=TEST1&redirectUri=https://crm.example.com/redirect.html',
    pageApp,
  ],
  ['LINT-169', 'alone', 'authorization: Basic bm90aGluZw=='],
  ['LINT-169', 'a settings file', 'RC_CLIENT_SECRET="TESTsecretTESTsecret "'],
  [
    'LINT-170',
    'arguments',
    "new SDK('https://platform.ringcentral.com', 'TESTclientId0000000001', 'TESTsecret')",
  ],
  [
    'LINT-173',
    'Guzzle',
    `$client->post('${tokenUrl}', [\n 'form_params' => ['grant_type' => 'authorization_code', 'code' => $c],\n]);`,
    serverApp,
  ],
  [
    'LINT-178',
    'a log',
    '02:00:00 worker-1 refresh rt=label-A\n02:00:09 worker-2 refresh rt=label-A\n02:00:09 worker-2 ERROR OAU-213 Token not found',
  ],
  ['LINT-179', 'Bearer before it', `RC_JWT="Bearer ${broken}"`],
  ['LINT-179', 'broken', `login({ jwt: \`${broken.slice(0, 60)}\n  ${broken.slice(60)}\` })`],
  ['LINT-179', 'cut', `${broken.slice(0, -40)}\nInvalid assertion signature`],
  ['LINT-180', 'expired', jwt({ exp: 1735689600 })],
  [
    'LINT-183',
    'two clocks',
    har([{ ...login(0), answer: { date: new Date(now + 600_000).toUTCString() } }]),
  ],
  [
    'LINT-184',
    'CORS',
    `Access to fetch at 'https://platform.ringcentral.com/account/~' from origin 'https://app.example.com' has been blocked by CORS policy`,
  ],
  ['LINT-220', 'a space', `const url = "${tokenUrl} ";\n// 404`],
  ['LINT-222', 'decoded', 'const user = jwtDecode(data.access_token);'],
  [
    'LINT-223',
    'too soon',
    har([{ ...login(0, 429), answer: { 'retry-after': '60' } }, login(5, 429)]),
  ],
  [
    'LINT-253',
    'Postman',
    `GET ${apiUrl}\nAuthorization: "Bearer {{rc_token}}"\nResponse 401 TokenInvalid`,
  ],
  [
    'LINT-256',
    'a source',
    `fetch('${apiUrl}', { headers: { Authorization: 'Bearer ' + process.env.RC_JWT } })`,
  ],
  [
    'LINT-261',
    'a third host',
    `curl ${apiUrl} -H "Authorization: Bearer ${token}"\ncurl https://api.example.net/log -H "Authorization: Bearer ${token}"`,
  ],
  [
    'LINT-301',
    'storage',
    "localStorage.setItem('tokens', JSON.stringify(await platform.auth().data()))",
  ],
  [
    'LINT-302',
    'a bundle',
    'GET /main.js HTTP/1.1\nHost: app.example.com\n\nHTTP/1.1 200 OK\nContent-Type: text/javascript\n\nconst o={clientId:"TEST1",clientSecret:"TESTsecretTESTsecretTESTsecret01"}\n',
  ],
  [
    'LINT-303',
    'open',
    har([
      {
        url: authorizeUrl({
          state: undefined,
          code_challenge: undefined,
          code_challenge_method: undefined,
        }),
        status: 302,
        answer: { location: cb },
      },
      {
        method: 'POST',
        url: tokenUrl,
        headers: { Authorization: 'Basic ***' },
        body: exchange,
        content:
          '{"access_token":"***","token_type":"bearer","expires_in":3600,"refresh_token":"***"}',
      },
    ]),
  ],
  [
    'LINT-304',
    '307',
    har([
      {
        method: 'POST',
        url: 'https://id.example.com/login',
        body: 'user=101&password=***',
        status: 307,
        answer: { location: cb },
      },
    ]),
  ],
  [
    'LINT-305',
    'carried on',
    har([
      {
        url: cb,
        status: 302,
        answer: { location: 'https://other.example.net/?code=TESTcodeTESTcode0001' },
      },
    ]),
  ],
  [
    'LINT-306',
    'any origin',
    "window.opener.postMessage({ accessToken: params.get('access_token') }, '*');",
  ],
  [
    'LINT-307',
    'two servers',
    `${authorizeUrl()}\n${authorizeUrl({ state: 'CVtoYQcg2EJUzL8fQ6ACuA' }, 'https://id.example.net/restapi/oauth/authorize')}`,
  ],
  ['LINT-308', 'no revocation', 'function logout() { localStorage.removeItem("rc"); }'],
  ['LINT-309', 'for each call', har([login(0), login(10), login(20)])],
  [
    'LINT-310',
    'times',
    har([
      { url: authorizeUrl(), status: 302, answer: { location: `${cb}&state=${state}` } },
      { url: `${cb}&state=${state}` },
      login(2),
    ]),
  ],
];

const negative: Row[] = [
  [
    'LINT-031',
    'random bytes',
    'const state = crypto.randomUUID(); location.href = loginUrl({ state });',
  ],
  [
    'LINT-044',
    'base64url',
    "const challenge = crypto.createHash('sha256').update(verifier).digest('base64url');",
  ],
  [
    'LINT-044',
    'mended',
    "createHash('sha256').update(verifier).digest('base64').replace(/\\+/g, '-')",
  ],
  [
    'LINT-045',
    'base64url',
    "const challenge = crypto.createHash('sha256').update(verifier).digest('base64url');",
  ],
  ['LINT-046', 'hashed', "{ code_challenge: hash(codeVerifier), code_challenge_method: 'S256' }"],
  ['LINT-152', 'a form', "new URLSearchParams({ grant_type: 'refresh_token' })"],
  ['LINT-155', 'right', "body: 'grant_type=refresh_token&refresh_token=' + rt"],
  [
    'LINT-159',
    'the same',
    "loginUrl({ redirectUri: 'https://app.example.com/cb' });\nplatform.login({ code, redirectUri: 'https://app.example.com/cb' })",
  ],
  [
    'LINT-169',
    'encoded',
    "headers: { Authorization: 'Basic ' + btoa(clientId + ':' + clientSecret) }",
  ],
  [
    'LINT-309',
    'before the loop',
    'await platform.login({ jwt });\nfor (const user of users) {\n  await platform.get(user);\n}',
  ],
  [
    'LINT-250',
    'headers of a variable',
    "fetch('https://platform.ringcentral.com/restapi/v1.0/account/~', { headers })",
  ],
  [
    'LINT-157',
    'a shorthand',
    "fetch(url, { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri }) })",
  ],
  ['LINT-002', 'double quotes', `C:\\work>curl -X POST "${tokenUrl}" -d "${refreshing}"`],
  ['LINT-004', 'straight quotes', `curl "${tokenUrl}" -d "${refreshing}"`],
  [
    'LINT-006',
    'right',
    "new SDK({ server, clientId: 'TESTclientId0000000001', redirectUri: 'https://app.example.com/cb' })",
  ],
  ['LINT-012', 'PKCE', 'platform.loginUrl({ usePKCE: true, state })'],
  [
    'LINT-048',
    'right',
    `${authorizeUrl({ code_challenge: await s256Challenge(verifier) })}\nverifier: ${verifier}`,
  ],
  [
    'LINT-165',
    'right',
    `${authorizeUrl({ code_challenge: await s256Challenge(verifier) })}\nverifier: ${verifier}`,
  ],
  [
    'LINT-151',
    'a form',
    `requests.post("${tokenUrl}", data={"grant_type": "refresh_token"}, auth=(i, s))`,
  ],
  ['LINT-151', 'JSON to the API', `fetch('${apiUrl}', { body: JSON.stringify({ text: 'hi' }) })`],
  ['LINT-156', 'a JWT', 'platform.login({ jwt: process.env.RC_JWT })'],
  [
    'LINT-158',
    'two codes',
    '"GET /cb?code=TESTcodeTESTcode0001 HTTP/1.1" 302\n"GET /cb?code=TESTcodeTESTcode0002 HTTP/1.1" 302',
  ],
  [
    'LINT-167',
    'a server',
    'const sdk = new SDK({ clientId: process.env.ID, clientSecret: process.env.SECRET });',
  ],
  ['LINT-169', 'hidden', 'authorization: Basic ***'],
  [
    'LINT-170',
    'right',
    "new SDK('TESTclientId0000000001', 'TESTsecret', 'https://platform.ringcentral.com')",
  ],
  [
    'LINT-173',
    'with auth',
    `$client->post('${tokenUrl}', ['auth' => [$id, $s], 'form_params' => ['grant_type' => 'authorization_code']]);`,
    serverApp,
  ],
  [
    'LINT-178',
    'one',
    '02:00:00 worker-1 refresh rt=label-A\n02:00:01 worker-1 refresh ok, stored rt=label-B',
  ],
  ['LINT-179', 'right', jwt({})],
  ['LINT-180', 'right', jwt({})],
  [
    'LINT-180',
    'of another server',
    jwt({ iss: 'https://id.example.net', aud: 'https://id.example.net', exp: 1735689600 }),
  ],
  ['LINT-223', 'waited', har([{ ...login(0, 429), answer: { 'retry-after': '60' } }, login(70)])],
  [
    'LINT-256',
    'an access token',
    `fetch('${apiUrl}', { headers: { Authorization: 'Bearer ' + accessToken } })`,
  ],
  ['LINT-301', 'the session', "sessionStorage.setItem('verifier', platform.codeVerifier)"],
  ['LINT-306', 'an origin', "window.opener.postMessage({ code }, 'https://app.example.com')"],
  [
    'LINT-308',
    'revoked',
    'async function logout() { await platform.logout(); localStorage.removeItem("rc"); }',
  ],
  ['LINT-309', 'once', har([login(0)])],
];

describe('a pasted text', () => {
  it.each(positive)('shows %s (%s)', async (expected, _what, paste, settings) => {
    expect((await told(paste, settings)).map((one) => one.id)).toContain(expected);
  });

  it.each(negative)('does not show %s (%s)', async (unexpected, _what, paste, settings) => {
    expect((await told(paste, settings)).map((one) => one.id)).not.toContain(unexpected);
  });

  it('says where it stands', async () => {
    const paste = `Here it is:\n${jwt({ exp: 1735689600 })}`;
    const [first] = await told(paste);
    const range = first?.evidence[0]?.range;
    expect(paste.slice(range?.from, range?.to)).toBe(jwt({ exp: 1735689600 }));
  });
});

describe('a challenge, recomputed', () => {
  const bytes = (name: string, text: string | Uint8Array<ArrayBuffer>) =>
    crypto.subtle
      .digest(name, typeof text === 'string' ? new TextEncoder().encode(text) : text)
      .then((digest) => Buffer.from(digest));

  it.each([
    ['hexadecimal', async () => (await bytes('SHA-256', verifier)).toString('hex'), /hexadecimal/],
    [
      'base64 of hexadecimal',
      async () =>
        Buffer.from((await bytes('SHA-256', verifier)).toString('hex')).toString('base64url'),
      /base64 of the hexadecimal/,
    ],
    ['SHA-512', async () => (await bytes('SHA-512', verifier)).toString('base64url'), /SHA-512/],
    [
      'UTF-16',
      async () =>
        (await bytes('SHA-256', Uint8Array.from(Buffer.from(verifier, 'utf16le')))).toString(
          'base64url',
        ),
      /UTF-16/,
    ],
    ['with quotes', () => s256Challenge(`"${verifier}"`), /quotes/],
    ['with a line break of Windows', () => s256Challenge(`${verifier}\r\n`), /Windows/],
    ['padded', async () => (await bytes('SHA-256', verifier)).toString('base64'), /base64|padding/],
  ])('names the wrong way: %s', async (_what, make, title) => {
    const { mistake, isSame } = await recompute(verifier, await make());
    expect(isSame).toBe(false);
    expect(mistake?.title).toMatch(title);
  });

  it('finds nothing wrong in the right one', async () => {
    const { mistake, isSame } = await recompute(verifier, await s256Challenge(verifier));
    expect([mistake, isSame]).toEqual([undefined, true]);
  });
});

import type { AppSettings } from '#app-settings/app.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import type { Finding } from '../../finding.ts';
import { diagnosePaste } from '../diagnose-paste.ts';

/** The moment at which the pastes of the tests are read. */
export const now = Date.parse('2026-11-27T12:00:00Z');

/** What is told of a paste, the verdict first. */
export async function told(paste: string, settings?: AppSettings): Promise<Finding[]> {
  const { findings } = await diagnosePaste(paste, { settings, now });
  return findings;
}

const settings = (rest: Partial<AppSettings>): AppSettings => ({
  name: 'App of the test',
  portal: 'current',
  audience: 'private',
  methods: ['three-legged'],
  platformType: 'ServerWeb',
  issueRefreshTokens: true,
  redirectUris: ['https://app.example.com/cb'],
  scopes: ['ReadAccounts'],
  ...rest,
});

export const serverApp = settings({});
export const pageApp = settings({
  platformType: 'BrowserBased',
  redirectUris: ['https://app.example.com/cb'],
});
export const desktopApp = settings({
  platformType: 'DesktopMac',
  redirectUris: ['http://127.0.0.1/cb'],
});

/** A verifier with its S256 challenge. */
export const verifier = 'k3v1Q0ZzYy8wQm5rT2xLcFhyU3VWd1dhYmNkZWZnaGk';
export const state = 'p9Jq2mVx7RkLw3Zt0aBc4Q';

const host = 'https://platform.ringcentral.com';
export const tokenUrl = `${host}/restapi/oauth/token`;
export const apiUrl = `${host}/restapi/v1.0/account/~/extension/~`;

/** An authorization URL in which all is well, but for what is given; `undefined` takes a parameter out. */
export function authorizeUrl(
  changed: Readonly<Record<string, string | undefined>> = {},
  base = `${host}/restapi/oauth/authorize`,
): string {
  const query = new URLSearchParams();
  const all: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: 'TESTclientId0000000001',
    redirect_uri: 'https://app.example.com/cb',
    state,
    code_challenge: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg',
    code_challenge_method: 'S256',
    ...changed,
  };
  for (const [name, value] of Object.entries(all)) {
    if (value !== undefined) query.append(name, value);
  }
  return `${base}?${query.toString()}`;
}

/** The value of a Basic header. */
export const basic = (text: string): string => btoa(text);
export const goodBasic = `Basic ${basic('TESTclientId0000000001:TESTsecretTESTsecretTESTsecret01')}`;

/** A token request as it stands on the wire, with an answer where one is given. */
export function tokenRequest(
  body: string,
  headers: Readonly<Record<string, string>> = { Authorization: goodBasic },
  answer = '',
): string {
  const lines = Object.entries({
    Host: 'platform.ringcentral.com',
    'Content-Type': 'application/x-www-form-urlencoded',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return `POST /restapi/oauth/token HTTP/1.1\n${lines.join('\n')}\n\n${body}\n${answer === '' ? '' : `\n${answer}`}`;
}

/** A call of the API with that header, refused where an answer is given. */
export const apiCall = (authorization: string | undefined, answer = ''): string =>
  `GET /restapi/v1.0/account/~/extension/~ HTTP/1.1\nHost: platform.ringcentral.com\n${
    authorization === undefined ? '' : `Authorization: ${authorization}\n`
  }Accept: application/json\n\n${answer}`;

export const granted = (members: Readonly<Record<string, unknown>> = {}): string =>
  `HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: no-store\n\n${JSON.stringify({
    access_token: 'TESTaccessTokenTESTaccessToken01',
    token_type: 'bearer',
    expires_in: 3600,
    refresh_token: 'TESTrefreshTokenTESTrefreshToken1',
    ...members,
  })}\n`;

/** A JWT with these claims; its signature verifies nowhere. */
export function jwt(
  claims: Readonly<Record<string, unknown>>,
  alg = 'RS256',
  signature = 342,
): string {
  const part = (value: unknown): string =>
    encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part({ alg, typ: 'JWT' })}.${part({
    iss: 'https://platform.ringcentral.com',
    sub: '400101',
    aud: tokenUrl,
    exp: 3909251627,
    ...claims,
  })}.${'TESTsignature'.repeat(30).slice(0, signature)}`;
}

export const exchange = `grant_type=authorization_code&code=TESTcodeTESTcode0001&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb`;
export const refreshing =
  'grant_type=refresh_token&refresh_token=TESTrefreshTokenTESTrefreshToken1';
export const jwtBearer = (assertion: string): string =>
  `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${encodeURIComponent(assertion)}`;

/** Requests of a HAR, a second apart unless `at` says otherwise. */
export function har(
  entries: readonly {
    method?: string;
    url: string;
    headers?: Readonly<Record<string, string>>;
    body?: string;
    status?: number;
    answer?: Readonly<Record<string, string>>;
    content?: string;
    type?: string;
    at?: number;
  }[],
): string {
  const list = (headers: Readonly<Record<string, string>> = {}) =>
    Object.entries(headers).map(([name, value]) => ({ name, value }));
  return JSON.stringify({
    log: {
      version: '1.2',
      entries: entries.map(
        (
          {
            method = 'GET',
            url,
            headers,
            body,
            status = 200,
            answer,
            content = '',
            type = 'application/json',
            at,
          },
          index,
        ) => ({
          startedDateTime: new Date(now + (at ?? index) * 1000).toISOString(),
          time: 50,
          request: {
            method,
            url,
            headers: list({ Cookie: 'session=TEST', ...headers }),
            ...(body === undefined
              ? {}
              : { postData: { mimeType: 'application/x-www-form-urlencoded', text: body } }),
          },
          response: {
            status,
            headers: list(answer),
            content: { mimeType: type, text: content },
          },
        }),
      ),
    },
  });
}

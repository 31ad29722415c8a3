import { cannotTell, certain, family, likely } from '../family.ts';
import {
  accessToken,
  basic,
  challenge,
  clientId,
  clientSecret,
  code,
  jwt,
  jwtExpired,
  jwtOfDevtest,
  jwtOfOwnMaking,
  jwtUnsigned,
  refreshToken,
} from '../fake.ts';
import { jwtApp, pageApp } from '../settings.ts';

const entry = (request: object, response: object, time = '2026-11-27T09:15:02.000Z'): object => ({
  startedDateTime: time,
  time: 120,
  request: { httpVersion: 'h2', headers: [], queryString: [], cookies: [], ...request },
  response: { httpVersion: 'h2', headers: [], cookies: [], redirectURL: '', ...response },
});
const har = (...entries: object[]): string =>
  JSON.stringify(
    { log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries } },
    null,
    1,
  );
const header = (name: string, value: string): object => ({ name, value });
const form = { name: 'content-type', value: 'application/x-www-form-urlencoded' };
const json = (body: object): object => ({
  mimeType: 'application/json',
  text: JSON.stringify(body),
});
const tokenUrl = 'https://platform.ringcentral.com/restapi/oauth/token';

/** Bare JWTs, form bodies and header lines, then HARs. */
export const valuesAndHars = family('jwt', [
  {
    id: 'jwt-expired',
    paste: jwtExpired,
    secrets: [jwtExpired],
    ...certain(['LINT-180', 'SANDBOX-JWT-4'], /expire/),
  },
  {
    id: 'jwt-of-devtest',
    paste: `Our credential, used against platform.ringcentral.com:
${jwtOfDevtest}`,
    secrets: [jwtOfDevtest],
    ...certain(['LINT-180', 'LINT-175', 'SANDBOX-JWT-3'], /devtest|environment|aud/),
  },
  {
    id: 'jwt-unsigned',
    paste: jwtUnsigned,
    secrets: [jwtUnsigned],
    ...certain(['LINT-180', 'OAU-347', 'LINT-179'], /alg|none|sign/),
  },
  {
    id: 'jwt-of-own-making',
    paste: `assertion=${jwtOfOwnMaking}
signed with the client secret, as with Zoom`,
    secrets: [jwtOfOwnMaking],
    ...certain(['LINT-180', 'OAU-347'], /console/),
  },
  {
    id: 'jwt-cut',
    paste: jwt.slice(0, 180),
    secrets: [jwt.slice(0, 180)],
    ...certain(['LINT-179', 'OAU-331', 'OAU-345'], /cut|part|end/),
  },
  {
    id: 'jwt-with-bearer-and-quotes',
    paste: `RC_JWT="Bearer ${jwt}"
login({ jwt: process.env.RC_JWT }) -> OAU-331`,
    settings: jwtApp,
    secrets: [jwt],
    ...certain(['LINT-179', 'OAU-331'], /Bearer/),
  },
  {
    id: 'form-body-password-public',
    form: 'form body',
    paste: `grant_type=password&username=%2B12025550143*101&password=NotARealPassword7&client_id=${clientId}`,
    settings: pageApp,
    secrets: ['NotARealPassword7'],
    people: ['%2B12025550143'],
    ...certain(['LINT-156', 'X12', 'M6'], /PKCE|password/),
  },
  {
    id: 'form-body-empty-code',
    form: 'form body',
    paste: `grant_type=authorization_code&code=&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback`,
    ...certain(['LINT-157', 'SANDBOX-REQUEST-5'], /code/),
  },
  {
    id: 'form-body-code-encoded-twice',
    form: 'form body',
    paste: `grant_type=authorization_code&code=U0pDMTFQMDFQQVMwMXxFWEFNUExF%252BY29kZQ%253D%253D&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback
{ "error" : "invalid_grant", "errors" : [ { "errorCode" : "OAU-106", "message" : "Invalid authorization code" } ] }`,
    secrets: ['U0pDMTFQMDFQQVMwMXxFWEFNUExF%252BY29kZQ%253D%253D'],
    ...certain(['LINT-157', 'LINT-122', 'OAU-106'], /encoded|decode|twice/),
  },
  {
    id: 'form-body-grant-type-missing',
    form: 'form body',
    paste: `grantType=refresh_token&refresh_token=${refreshToken}&client_id=${clientId}`,
    secrets: [refreshToken],
    ...certain(['LINT-155', 'LINT-006', 'OAU-250'], /grant_type/),
  },
  {
    id: 'header-basic-id-only',
    form: 'header dump',
    paste: `Authorization: Basic ${basic(clientId)}`,
    ...certain(['LINT-169', 'OAU-153'], /colon|client_id|secret/),
  },
  {
    id: 'header-basic-encoded-twice',
    form: 'header dump',
    paste: `Authorization: Basic ${basic(basic(`${clientId}:${clientSecret}`))}
POST /restapi/oauth/token -> Invalid client:`,
    secrets: [basic(basic(`${clientId}:${clientSecret}`))],
    ...certain(['LINT-169', 'OAU-153'], /twice|double/),
  },
  {
    id: 'har-sanitized-401',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'GET',
          url: 'https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~',
          headers: [header('accept', 'application/json')],
        },
        { status: 401, statusText: '', content: { mimeType: 'application/json', size: 0 } },
      ),
      entry(
        {
          method: 'GET',
          url: 'https://spa.example.com/',
          headers: [header('accept', 'text/html')],
        },
        { status: 200, statusText: '', content: { mimeType: 'text/html', size: 812 } },
      ),
    ),
    ...cannotTell(/sanitized|without|removed|left out/, /sensitive data|HAR|body|response/),
  },
  {
    id: 'har-status-zero',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'POST',
          url: tokenUrl,
          headers: [form, header('origin', 'https://spa.example.com'), header('x-tenant', '7')],
          postData: {
            mimeType: form.value,
            text: `grant_type=authorization_code&client_id=${clientId}&code=${code}`,
          },
        },
        {
          status: 0,
          statusText: '',
          content: { size: 0, mimeType: 'x-unknown' },
          _error: 'net::ERR_FAILED',
        },
      ),
    ),
    secrets: [code],
    ...likely(['LINT-184'], /CORS|preflight|header|browser|blocked/),
  },
  {
    id: 'har-parallel-refresh',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'POST',
          url: tokenUrl,
          headers: [form],
          postData: {
            mimeType: form.value,
            text: `grant_type=refresh_token&client_id=${clientId}&refresh_token=${refreshToken}`,
          },
        },
        {
          status: 200,
          statusText: '',
          content: json({
            access_token: '***',
            token_type: 'bearer',
            expires_in: 3600,
            refresh_token: '***',
          }),
        },
        '2026-11-27T09:15:02.000Z',
      ),
      entry(
        {
          method: 'POST',
          url: tokenUrl,
          headers: [form],
          postData: {
            mimeType: form.value,
            text: `grant_type=refresh_token&client_id=${clientId}&refresh_token=${refreshToken}`,
          },
        },
        {
          status: 400,
          statusText: '',
          content: json({
            error: 'invalid_grant',
            errors: [{ errorCode: 'OAU-213', message: 'Token not found' }],
          }),
        },
        '2026-11-27T09:15:14.000Z',
      ),
    ),
    secrets: [refreshToken],
    ...certain(['LINT-178', 'LINT-177', 'OAU-213'], /used|twice|same/),
  },
  {
    id: 'har-code-in-referer',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'GET',
          url: `https://app.example.com/oauth/callback?code=${code}&state=0Y0pauToT3k4RGwIZBMA_g`,
          headers: [],
        },
        { status: 200, statusText: '', content: { mimeType: 'text/html', size: 900 } },
      ),
      entry(
        {
          method: 'GET',
          url: 'https://stats.example.net/pixel.gif',
          headers: [
            header(
              'referer',
              `https://app.example.com/oauth/callback?code=${code}&state=0Y0pauToT3k4RGwIZBMA_g`,
            ),
          ],
        },
        { status: 200, statusText: '', content: { mimeType: 'image/gif', size: 43 } },
      ),
    ),
    secrets: [code],
    ...certain(['LINT-120', 'LINT-119'], /Referer|Referrer/),
  },
  {
    id: 'har-cut-in-the-middle',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'POST',
          url: tokenUrl,
          headers: [form, header('authorization', 'Basic ***')],
          postData: { mimeType: form.value, text: 'grant_type=password&username=101&password=***' },
        },
        {
          status: 400,
          statusText: '',
          content: json({
            error: 'unauthorized_client',
            errors: [{ errorCode: 'OAU-251', message: 'Unauthorized for this grant type' }],
          }),
        },
      ),
      entry(
        { method: 'GET', url: 'https://crm.example.com/a', headers: [] },
        { status: 200, statusText: '', content: { size: 5 } },
      ),
    ).slice(0, -190),
    ...certain(['OAU-251', 'LINT-156', 'LINT-212', 'X12'], /password/),
  },
  {
    id: 'har-token-to-third-host',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'GET',
          url: 'https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~',
          headers: [header('authorization', `Bearer ${accessToken}`)],
        },
        { status: 200, statusText: '', content: { mimeType: 'application/json', size: 700 } },
      ),
      entry(
        {
          method: 'POST',
          url: 'https://collector.example.net/events',
          headers: [header('authorization', `Bearer ${accessToken}`)],
        },
        { status: 204, statusText: '', content: { size: 0 } },
      ),
    ),
    secrets: [accessToken],
    ...certain(['LINT-261'], /collector\.example\.net|another host|other host|third/),
  },
  {
    id: 'har-reauthorize-with-challenge-reused',
    form: 'har',
    paste: har(
      ...['09:15:02', '09:25:40'].map((at) =>
        entry(
          {
            method: 'GET',
            url: `https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&state=fixedstate0123456789&code_challenge=${challenge}&code_challenge_method=S256`,
            headers: [],
          },
          { status: 302, statusText: '', content: { size: 0 } },
          `2026-11-27T${at}.000Z`,
        ),
      ),
    ),
    ...certain(['LINT-032', 'LINT-047', 'LINT-166'], /state|twice|same|each/),
  },
]);

import { cannotTell, certain, family, likely } from '../family.ts';
import {
  accessToken,
  basicOfApp,
  challenge,
  clientId,
  code,
  jwt,
  otherState,
  refreshToken,
  verifier,
} from '../fake.ts';
import { jwtApp, pageApp, webApp } from '../settings.ts';

const authorize = `https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=${clientId}`;
const page = 'redirect_uri=https%3A%2F%2Fspa.example.com%2F';
const state = 'state=0Y0pauToT3k4RGwIZBMA_g';
const pkce = `code_challenge=${challenge}&code_challenge_method=S256`;

/** Faults of a client that the other families do not have. */
export const lintRules = family('raw http', [
  {
    id: 'lint-not-a-paste-of-anything',
    form: 'symptom in prose',
    paste: 'SELECT id, name FROM customers WHERE city = 4711 ORDER BY name;',
    ...cannotTell(/recogni|nothing|not/, /answer|error|paste|request|address/, ['LINT-001']),
  },
  {
    id: 'lint-open-redirector-as-target',
    form: 'authorize url',
    paste: `${authorize}&redirect_uri=https%3A%2F%2Fapp.example.com%2Fgo%3Furl%3Dhttps%3A%2F%2Fother.example.net%2F&${state}&${pkce}`,
    settings: {
      ...webApp,
      redirectUris: ['https://app.example.com/go?url=https://other.example.net/'],
    },
    ...likely(['LINT-025'], /redirect|forward|another/),
  },
  {
    id: 'lint-other-issuer',
    form: 'callback url',
    paste: `${authorize}&${page}&${state}&${pkce}

https://spa.example.com/?code=${code}&${state}&iss=https%3A%2F%2Flogin.other.example.net`,
    secrets: [code],
    ...certain(['LINT-117'], /iss/),
  },
  {
    id: 'lint-verifier-without-challenge',
    paste: `${authorize}&${page}&${state}

POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&client_id=${clientId}&code=${code}&${page}&code_verifier=${verifier}

HTTP/1.1 400 Bad Request

{"error":"invalid_grant"}`,
    settings: pageApp,
    secrets: [code, verifier],
    ...certain(['LINT-161', 'LINT-040', 'SANDBOX-PKCE-4'], /challenge/),
  },
  {
    id: 'lint-verifier-with-base64-characters',
    form: 'form body',
    paste: `grant_type=authorization_code&client_id=${clientId}&code=${code}&${page}&code_verifier=Xr4ilOzQ4PCOq3aQ0qbuaQ2u0e3nK1pLxR8sT5vW%2ByA%3D`,
    settings: pageApp,
    secrets: [code, 'Xr4ilOzQ4PCOq3aQ0qbuaQ2u0e3nK1pLxR8sT5vW%2ByA%3D'],
    ...certain(['LINT-163', 'SANDBOX-PKCE-3'], /character|base64url/),
  },
  {
    id: 'lint-verifier-of-the-specification',
    form: 'form body',
    paste: `grant_type=authorization_code&client_id=${clientId}&code=${code}&${page}&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`,
    settings: pageApp,
    secrets: [code],
    ...certain(['LINT-166', 'LINT-047'], /sample|example|RFC 7636|everyone|published/),
  },
  {
    id: 'lint-clock-of-the-client',
    form: 'log',
    paste: `client clock 2026-11-27 11:04:10 UTC
POST /restapi/oauth/token -> 200, Date: Fri, 27 Nov 2026 10:02:05 GMT, expires_in 3600
client: token treated as expired at once, logging in again
client: token treated as expired at once, logging in again`,
    ...likely(['LINT-183', 'LINT-309'], /clock/, 'administrator'),
  },
  {
    id: 'lint-vendor-error-redirect-uri-mismatch',
    form: 'json body',
    paste: `{"error":"redirect_uri_mismatch"}`,
    ...likely(['LINT-214', 'OAU-109', 'LINT-019'], /redirect/),
  },
  {
    id: 'lint-unknown-token-type',
    form: 'json body',
    paste: `{"access_token":"***","token_type":"mac","expires_in":3600}   our test server; the SDK then sends "Authorization: mac ***"`,
    ...certain(['LINT-218'], /token_type|bearer/),
  },
  {
    id: 'lint-expires-in-as-text',
    form: 'python sdk',
    paste: `  File "ringcentral/platform/auth.py", line 31, in set_data
    self._expire_time = time.time() + data['expires_in']
TypeError: unsupported operand type(s) for +: 'float' and 'str'
mock server answers {"access_token": "***", "token_type": "bearer", "expires_in": "3600"}`,
    ...certain(['LINT-219'], /expires_in/),
  },
  {
    id: 'lint-exchange-though-state-differs',
    paste: `${authorize}&${page}&${state}&${pkce}
https://spa.example.com/?code=${code}&state=${otherState}&expires_in=60

POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&client_id=${clientId}&code=${code}&${page}&code_verifier=${verifier}

HTTP/1.1 400 Bad Request`,
    settings: pageApp,
    secrets: [code, verifier],
    ...certain(['LINT-300', 'LINT-111'], /state/),
  },
  {
    id: 'lint-works-but-open',
    paste: `${authorize}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback

https://app.example.com/oauth/callback?code=***&expires_in=60

POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ***
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&code=***&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback

HTTP/1.1 200 OK
Content-Type: application/json
Cache-Control: no-store

{"access_token":"***","token_type":"bearer","expires_in":3600,"refresh_token":"***"}`,
    settings: webApp,
    ...certain(['LINT-303', 'LINT-030', 'LINT-040'], /state/),
  },
  {
    id: 'lint-code-carried-to-another-host',
    paste: `GET /oauth/callback?code=${code}&${state} HTTP/1.1
Host: app.example.com

HTTP/1.1 302 Found
Location: https://partner.example.net/landing?code=${code}&${state}`,
    secrets: [code],
    ...certain(['LINT-305'], /partner\.example\.net|another host|other host|leaves/),
  },
  {
    id: 'lint-refresh-token-as-bearer',
    paste: `login: {"access_token":"${accessToken}","refresh_token":"${refreshToken}","token_type":"bearer","expires_in":3600}

GET /restapi/v1.0/account/~/extension/~ HTTP/1.1
Host: platform.ringcentral.com
Authorization: Bearer ${refreshToken}

HTTP/1.1 401 Unauthorized
{"errorCode":"TokenInvalid","message":"OAuth token is invalid","errors":[{"errorCode":"OAU-149","message":"OAuth token is invalid"}]}`,
    secrets: [accessToken, refreshToken],
    ...certain(['LINT-256', 'OAU-149'], /refresh token/),
  },
  {
    id: 'lint-access-token-as-assertion',
    form: 'form body',
    paste: `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${accessToken}
400 OAU-331`,
    settings: jwtApp,
    secrets: [accessToken],
    ...certain(['LINT-179', 'LINT-181', 'OAU-331'], /JWT|access token|three/),
  },
  {
    id: 'lint-password-not-encoded',
    form: 'form body',
    paste: `grant_type=password&username=+12025550143&extension=101&password=Not&Real=7
{ "error" : "invalid_grant", "errors" : [ { "errorCode" : "OAU-140", "message" : "Invalid resource owner credentials." } ] }`,
    people: ['+12025550143'],
    secrets: ['Not&Real=7'],
    ...certain(['LINT-154', 'LINT-156', 'OAU-140', 'X12'], /encod|JWT/),
  },
  {
    id: 'lint-two-bearer-headers',
    paste: `GET /restapi/v1.0/account/~/extension/~ HTTP/1.1
Host: platform.ringcentral.com
Authorization: Bearer "${accessToken}"

HTTP/1.1 401 Unauthorized
{"errorCode":"TokenInvalid","message":"OAuth token is invalid","errors":[{"errorCode":"OAU-149","message":"OAuth token is invalid"}]}`,
    secrets: [accessToken],
    ...certain(['LINT-253', 'OAU-149'], /quot/),
  },
  {
    id: 'lint-devtest-token-at-production',
    paste: `POST https://platform.devtest.ringcentral.com/restapi/oauth/token -> 200 {"access_token":"${accessToken}","token_type":"bearer","expires_in":3600}
GET https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~ with that token -> 401 {"errorCode":"TokenInvalid","message":"OAuth token is invalid","errors":[{"errorCode":"OAU-149","message":"OAuth token is invalid"}]}`,
    secrets: [accessToken],
    ...certain(
      ['LINT-260', 'OAU-149', 'LINT-175', 'LINT-050'],
      /devtest|another (host|server|environment)|environment/,
    ),
  },
  {
    id: 'lint-scope-narrower-than-asked',
    paste: `${authorize}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback&${state}&${pkce}&scope=ReadAccounts%20SMS

200 {"access_token":"***","token_type":"bearer","expires_in":3600,"refresh_token":"***","scope":"ReadAccounts"}
later 403 {"errorCode":"InsufficientPermissions","message":"In order to call this API endpoint, application needs to have [SMS] permission","errors":[{"errorCode":"CMN-401","message":"In order to call this API endpoint, application needs to have [SMS] permission","permissionName":"SMS"}],"permissionName":"SMS"}`,
    settings: webApp,
    ...certain(['CMN-401', 'LINT-259', 'LINT-217'], /SMS/),
  },
  {
    id: 'lint-jwt-cut-in-its-signature',
    form: 'jwt',
    paste: `${jwt.slice(0, -120)}
Invalid assertion signature`,
    settings: jwtApp,
    secrets: [jwt.slice(0, -120)],
    ...likely(['LINT-179', 'OAU-345'], /cut|end|short|length/),
  },
  {
    id: 'lint-jwt-wrapped-by-mail',
    form: 'jwt',
    paste: `Here is the JWT as it came by mail:
${jwt.slice(0, 76)}
${jwt.slice(76, 152)}
${jwt.slice(152, 228)}
${jwt.slice(228)}
-> OAU-331`,
    settings: jwtApp,
    secrets: [jwt.slice(0, 76), jwt.slice(76, 152), jwt.slice(152, 228), jwt.slice(228)],
    ...certain(['LINT-179', 'OAU-331', 'LINT-004'], /line/),
  },
  {
    id: 'lint-307-after-sign-in',
    form: 'har',
    paste: JSON.stringify({
      log: {
        version: '1.2',
        entries: [
          {
            startedDateTime: '2026-11-27T09:15:02.000Z',
            request: {
              method: 'POST',
              url: 'https://id.example.com/login',
              headers: [{ name: 'cookie', value: 'sid=***' }],
              postData: {
                mimeType: 'application/x-www-form-urlencoded',
                text: 'user=101&password=***',
              },
            },
            response: {
              status: 307,
              headers: [
                { name: 'location', value: 'https://app.example.com/oauth/callback?code=***' },
              ],
              content: { size: 0 },
            },
          },
        ],
      },
    }),
    ...certain(['LINT-304'], /303|307|password/),
  },
  {
    id: 'lint-basic-secret-with-space',
    paste: `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ${Buffer.from(`${clientId}:EXAMPLEsecretNotReal0000000000000001 `).toString('base64')}
Content-Type: application/x-www-form-urlencoded

grant_type=refresh_token&refresh_token=***

HTTP/1.1 400 Bad Request
{ "error" : "invalid_client", "errors" : [ { "errorCode" : "OAU-146", "message" : "Invalid client credentials" } ] }`,
    secrets: [Buffer.from(`${clientId}:EXAMPLEsecretNotReal0000000000000001 `).toString('base64')],
    ...certain(['LINT-169', 'OAU-146', 'LINT-210'], /space/),
  },
  {
    id: 'lint-grant-in-query-and-body',
    paste: `POST /restapi/oauth/token?grant_type=refresh_token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ${basicOfApp}
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&code=${code}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback

HTTP/1.1 400 Bad Request
{ "error" : "invalid_request", "errors" : [ { "errorCode" : "OAU-150", "message" : "value of query parameter [grant_type] should equal parameter [grant_type] in request body" } ] }`,
    secrets: [basicOfApp, code],
    ...certain(['OAU-150', 'LINT-153', 'LINT-005'], /query|address/),
  },
]);

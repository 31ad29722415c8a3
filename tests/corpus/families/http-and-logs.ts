import { cannotTell, certain, family, likely } from '../family.ts';
import {
  accessToken,
  basic,
  basicOfApp,
  challenge,
  clientId,
  code,
  jwtExpired,
  jwtOfDevtest,
  newAccessToken,
  refreshToken,
} from '../fake.ts';
import { jwtApp, pageApp, webApp } from '../settings.ts';

/** Raw HTTP, header dumps and logs with a time in front. */
export const httpAndLogs = family('raw http', [
  {
    id: 'http-challenge-sent-as-verifier',
    paste: `GET /restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&state=0Y0pauToT3k4RGwIZBMA_g&code_challenge=${challenge}&code_challenge_method=S256 HTTP/1.1
Host: platform.ringcentral.com

POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&client_id=${clientId}&code=${code}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&code_verifier=${challenge}

HTTP/1.1 400 Bad Request
Content-Type: application/json

{"error":"invalid_grant"}`,
    settings: pageApp,
    secrets: [code],
    ...certain(['LINT-164', 'SANDBOX-PKCE-2'], /challenge/),
  },
  {
    id: 'http-code-twice',
    paste: `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ***
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&code=${code}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback

HTTP/1.1 200 OK
Content-Type: application/json

{"access_token":"***","token_type":"bearer","expires_in":3600,"refresh_token":"***"}

POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ***
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&code=${code}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback

HTTP/1.1 400 Bad Request
Content-Type: application/json

{ "error" : "invalid_grant", "errors" : [ { "errorCode" : "OAU-106", "message" : "Invalid authorization code" } ] }`,
    settings: webApp,
    secrets: [code],
    ...certain(['LINT-158', 'OAU-106'], /twice|used before|once|second/),
  },
  {
    id: 'http-duplicate-parameter',
    paste: `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ***
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&code=***&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback&grant_type=authorization_code

HTTP/1.1 400

{ "error" : "invalid_request", "errors" : [ { "errorCode" : "OAU-111", "message" : "Request parameter duplication detected" } ] }`,
    ...certain(['LINT-005', 'OAU-111'], /grant_type/),
  },
  {
    id: 'http-public-client-no-client-id',
    paste: `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Origin: https://spa.example.com
Content-Type: application/x-www-form-urlencoded

grant_type=refresh_token&refresh_token=${refreshToken}

HTTP/1.1 400 Bad Request

{ "error" : "invalid_client", "errors" : [ { "errorCode" : "OAU-123", "message" : "Client authentication is required" } ] }`,
    settings: pageApp,
    secrets: [refreshToken],
    ...certain(['LINT-174', 'OAU-123', 'LINT-177'], /client_id/),
  },
  {
    id: 'http-empty-basic-id',
    paste: `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ${basic('undefined:undefined')}
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&code=***&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback

HTTP/1.1 400 Bad Request
Content-Type: application/json;charset=UTF-8
WWW-Authenticate: Bearer realm="RingCentral REST API", error="invalid_client", error_description="Invalid client: undefined"

{"error":"invalid_client","errors":[{"errorCode":"OAU-153","message":"Invalid client: undefined"}],"error_description":"Invalid client: undefined"}`,
    ...certain(['LINT-169', 'OAU-153', 'LINT-253'], /undefined/),
  },
  {
    id: 'http-jwt-expired',
    paste: `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ***
Content-Type: application/x-www-form-urlencoded

grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${jwtExpired}

HTTP/1.1 400 Bad Request
Date: Fri, 27 Nov 2026 09:00:00 GMT

{"error":"invalid_grant"}`,
    settings: jwtApp,
    secrets: [jwtExpired],
    ...certain(['LINT-180', 'SANDBOX-JWT-4'], /expire/),
  },
  {
    id: 'http-jwt-of-devtest',
    paste: `POST https://platform.ringcentral.com/restapi/oauth/token HTTP/1.1
Authorization: Basic ***
Content-Type: application/x-www-form-urlencoded

grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${jwtOfDevtest}

HTTP/1.1 400 Bad Request

{ "error" : "invalid_request", "errors" : [ { "errorCode" : "OAU-345", "message" : "Invalid assertion signature" } ] }`,
    settings: jwtApp,
    secrets: [jwtOfDevtest],
    ...certain(
      ['LINT-180', 'OAU-345', 'SANDBOX-JWT-3', 'SANDBOX-JWT-2', 'LINT-175'],
      /devtest|another (environment|server)|aud/,
    ),
  },
  {
    id: 'http-old-token-after-refresh',
    paste: `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ***

grant_type=refresh_token&refresh_token=***

HTTP/1.1 200 OK
{"access_token":"${newAccessToken}","token_type":"bearer","expires_in":3600,"refresh_token":"***"}

GET /restapi/v1.0/account/~/extension/~ HTTP/1.1
Host: platform.ringcentral.com
Authorization: Bearer ${accessToken}

HTTP/1.1 401 Unauthorized
{"errorCode":"TokenInvalid","message":"Access token corrupted","errors":[{"errorCode":"OAU-129","message":"Access token corrupted"}]}`,
    secrets: [newAccessToken, accessToken],
    ...certain(['LINT-262', 'OAU-129'], /refresh|replaced|new/),
  },
  {
    id: 'http-token-in-two-places',
    paste: `GET /restapi/v1.0/account/~/extension/~?access_token=${accessToken} HTTP/1.1
Host: platform.ringcentral.com
Authorization: Bearer ${accessToken}

HTTP/1.1 400 Bad Request`,
    secrets: [accessToken],
    ...certain(['LINT-255', 'LINT-254', 'SANDBOX-API-1'], /two|twice|both|once/),
  },
  {
    id: 'http-html-answer',
    paste: `POST /oauth/token HTTP/1.1
Host: www.ringcentral.com
Content-Type: application/x-www-form-urlencoded

grant_type=refresh_token&refresh_token=***

HTTP/1.1 404 Not Found
Content-Type: text/html; charset=utf-8

<!DOCTYPE html><html><head><title>Page not found</title></head>`,
    ...certain(['LINT-220', 'LINT-050'], /platform\.ringcentral\.com|address|host/),
  },
  {
    id: 'http-no-refresh-token-in-answer',
    paste: `HTTP/1.1 200 OK
Content-Type: application/json
Cache-Control: no-store

{
  "access_token" : "***",
  "token_type" : "bearer",
  "expires_in" : 3599,
  "scope" : "ReadCallLog",
  "owner_id" : "400102",
  "endpoint_id" : "***"
}
where is my refresh token??`,
    ...certain(['LINT-216', 'X8'], /Issue refresh tokens/),
  },
  {
    id: 'headers-provisional',
    form: 'header dump',
    paste: `General
Request URL: https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~
Referrer Policy: strict-origin-when-cross-origin
Request Headers
⚠ Provisional headers are shown
Accept: application/json
Authorization: bearer ${accessToken}
Client-Id: ${clientId}
X-User-Agent: Phone/1.0 RCJSSDK/5.0.11`,
    secrets: [accessToken],
    ...cannotTell(/provisional|no answer|blocked|never/, /console|response|status|network|answer/),
  },
  {
    id: 'headers-www-authenticate-bare',
    form: 'header dump',
    paste: `HTTP/1.1 401 Unauthorized
Server: nginx
WWW-Authenticate: Bearer realm="RingCentral REST API"
RCRequestId: d158ffb4-0000-11f1-0000-0050560000ab
Content-Length: 121`,
    ...likely(['LINT-263', 'AGW-401', 'AGW-402', 'LINT-250'], /header|Authorization|arrive/),
  },
  {
    id: 'headers-www-authenticate-expired',
    form: 'header dump',
    paste: `status: 401
content-type: application/json
www-authenticate: Bearer realm="RingCentral REST API", error="invalid_token", error_description="Access token expired."
rcrequestid: 5d0e1f2a-0000-11f1-0000-0050560000b2
date: Fri, 27 Nov 2026 11:02:45 GMT`,
    ...certain(['OAU-128', 'LINT-258', 'LINT-263'], /refresh|hour|expire/),
  },
  {
    id: 'headers-php-server-array',
    form: 'header dump',
    paste: `[REQUEST_METHOD] => GET
[QUERY_STRING] => error=access_denied&error_description=The%2Buser%2Bdenied%2Baccess%2Bto%2Byour%2Bapplication&state=0Y0pauToT3k4RGwIZBMA_g
[HTTP_HOST] => crm.example.com
[REQUEST_URI] => /rc/callback?error=access_denied&error_description=The%2Buser%2Bdenied%2Baccess%2Bto%2Byour%2Bapplication&state=0Y0pauToT3k4RGwIZBMA_g`,
    ...certain(['LINT-110', 'SANDBOX-AUTHORIZE-3'], /denied|Deny|did not allow/, 'user'),
  },
  {
    id: 'log-refresh-in-parallel',
    form: 'log',
    paste: `2026-11-26T02:00:00.113Z worker-1 INFO refresh rt=label-A
2026-11-26T02:00:00.118Z worker-2 INFO refresh rt=label-A
2026-11-26T02:00:00.604Z worker-1 INFO refresh ok, stored rt=label-B
2026-11-26T02:00:00.611Z worker-2 INFO refresh ok, stored rt=label-B
2026-11-26T02:00:12.021Z worker-3 INFO refresh rt=label-A
2026-11-26T02:00:12.377Z worker-3 ERROR 400 {"error":"invalid_grant","errors":[{"errorCode":"OAU-213","message":"Token not found"}]}`,
    ...certain(
      ['LINT-178', 'OAU-213', 'LINT-177'],
      /one process|single|parallel|more than one|three|two|old|used/,
    ),
  },
  {
    id: 'log-login-per-message',
    form: 'log',
    paste: `09:14:01 [sms] login ok
09:14:01 [sms] sent 1/40
09:14:02 [sms] login ok
09:14:02 [sms] sent 2/40
09:14:03 [sms] login ok
09:14:03 [sms] sent 3/40
09:14:05 [sms] login ok
09:14:05 [sms] sent 5/40
09:14:06 [sms] login FAILED 429 CMN-301 Request rate exceeded`,
    ...certain(['LINT-309', 'CMN-301', 'LINT-223'], /keep|once|each message|token/),
  },
  {
    id: 'log-syslog-408',
    form: 'log',
    paste: `Nov 27 08:31:12 crm rc-connector[1123]: sign-in of extension 104 refused: [ThirdPartyAppAccess] permission required (CMN-408)
Nov 27 08:33:40 crm rc-connector[1123]: sign-in of extension 101 ok`,
    ...certain(['CMN-408', 'X23'], /Third[ -]?Party ?Apps?/, 'administrator'),
  },
  {
    id: 'log-nginx-callback-twice',
    form: 'log',
    paste: `203.0.113.9 - - [27/Nov/2026:09:15:02 +0000] "GET /rc/callback?code=${code}&state=0Y0pauToT3k4RGwIZBMA_g&expires_in=60 HTTP/1.1" 302 0
203.0.113.9 - - [27/Nov/2026:09:15:03 +0000] "GET /rc/callback?code=${code}&state=0Y0pauToT3k4RGwIZBMA_g&expires_in=60 HTTP/1.1" 500 1211
app: OAU-106 Invalid authorization code`,
    secrets: [code],
    people: ['203.0.113.9'],
    ...certain(['LINT-158', 'OAU-106'], /twice|second|once/),
  },
  {
    id: 'log-code-too-late',
    form: 'log',
    paste: `10:00:00 callback received, code queued for worker (expires_in=60)
10:01:47 worker: POST /restapi/oauth/token grant_type=authorization_code
10:01:47 worker: 400 OAU-108 Authorization code is expired`,
    ...certain(['OAU-108', 'LINT-123'], /60|at once|107|queue|wait/),
  },
  {
    id: 'log-connector-status-only',
    form: 'log',
    paste: `2026-11-27 06:00:00 [ETL] ringcentral: starting
2026-11-27 06:00:01 [ETL] ringcentral: HTTP 400, job aborted
2026-11-27 06:00:01 [ETL] ringcentral: retry in 5m`,
    ...cannotTell(/body|does not (say|show)|only the status/, /body|answer|errorCode|response/),
  },
  {
    id: 'log-android-webview',
    form: 'log',
    paste: `11-27 10:12:05.221  8123  8123 E chromium: [ERROR:ssl_client_socket_impl.cc] handshake failed
11-27 10:12:05.901  8123  8123 I RcLogin: opened in android.webkit.WebView https://login.ringcentral.com/
11-27 10:12:09.114  8123  8123 W RcLogin: Sign in with Google: disallowed_useragent`,
    ...likely(['LINT-0A1'], /WebView|system browser|Custom Tab/),
  },
  {
    id: 'http-basic-url-safe',
    paste: `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic: ${basicOfApp}
Content-Type: application/x-www-form-urlencoded

grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=***

HTTP/1.1 400 Bad Request

{"error":"invalid_client","error_description":"Authentication header value is malformed"}`,
    secrets: [basicOfApp],
    ...certain(['LINT-169', 'OAU-123', 'OAU-153', 'OAU-134'], /colon|Basic/),
  },
]);

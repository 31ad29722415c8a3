import { certain, family, likely } from '../family.ts';
import {
  accessToken,
  basicOfApp,
  clientId,
  clientSecret,
  code,
  jwt,
  password,
  refreshToken,
} from '../fake.ts';
import { classicJob, jwtApp, webApp } from '../settings.ts';

/** Pastes that hold what nobody should see: secrets in odd places, numbers and addresses of people. */
export const secretsAndPeople = family('header dump', [
  {
    id: 'secret-cookie-and-bearer',
    paste: `:authority: platform.ringcentral.com
:method: GET
:path: /restapi/v1.0/account/~/extension/~/call-log
authorization: Bearer ${accessToken}
cookie: RCAuthSession=EXAMPLEcookieValue0001; locale=en_US
origin: https://app.example.com

403 {"errorCode":"InsufficientPermissions","message":"In order to call this API endpoint, application needs to have [ReadCallLog] permission","errors":[{"errorCode":"CMN-401","message":"In order to call this API endpoint, application needs to have [ReadCallLog] permission","permissionName":"ReadCallLog"}],"permissionName":"ReadCallLog"}`,
    secrets: [accessToken, 'EXAMPLEcookieValue0001'],
    ...certain(['CMN-401', 'LINT-259'], /ReadCallLog/),
  },
  {
    id: 'secret-set-cookie-of-the-sign-in',
    form: 'curl -v',
    paste: `< HTTP/2 302
< set-cookie: RCAuthSession=EXAMPLEcookieValue0002; Path=/; Secure; HttpOnly
< set-cookie: device=EXAMPLEdevice0001; Path=/; Secure
< location: https://app.example.com/oauth/callback?error=access_denied&error_description=%5BThirdPartyAppAccess%5D+permission+required&state=0Y0pauToT3k4RGwIZBMA_g
<`,
    secrets: ['EXAMPLEcookieValue0002', 'EXAMPLEdevice0001'],
    ...certain(['CMN-408', 'X23', 'LINT-110'], /Third[ -]?Party ?Apps?/, 'administrator'),
  },
  {
    id: 'secret-mail-address-as-user-name',
    form: 'form body',
    paste: `grant_type=password&username=extension101%40example.com&password=${password}
{"error":"invalid_grant","errors":[{"errorCode":"OAU-140","message":"Invalid resource owner credentials."}]}`,
    settings: classicJob,
    secrets: [password],
    people: ['extension101%40example.com'],
    ...certain(['OAU-140', 'X12', 'LINT-156'], /password|JWT/, 'user'),
  },
  {
    id: 'secret-forwarded-mail',
    form: 'symptom in prose',
    paste: `-----Original Message-----
From: Extension 104 <extension104@example.com>
Sent: Friday, November 27, 2026 9:41 AM
To: support@example.com
Subject: RE: RE: login

Hi, still the same, call me on +1 202 555 0128 please.

> { "error" : "unauthorized_client", "errors" : [ { "errorCode" :
> "OAU-251", "message" : "Unauthorized for this grant type" } ] }

> what did you send?

grant_type=password, my extension and my password (${password})`,
    secrets: [password],
    people: ['extension104@example.com', 'support@example.com', '+1 202 555 0128'],
    ...certain(['OAU-251', 'X12', 'LINT-156', 'LINT-212'], /password[\s\S]*JWT|JWT/),
  },
  {
    id: 'secret-env-file',
    form: 'key: value block',
    paste: `RINGCENTRAL_SERVER_URL=https://platform.ringcentral.com
RINGCENTRAL_CLIENT_ID=${clientId}
RINGCENTRAL_CLIENT_SECRET="${clientSecret} "
RINGCENTRAL_JWT=${jwt}

Invalid client credentials`,
    settings: jwtApp,
    secrets: [clientSecret, jwt],
    ...likely(['OAU-146', 'LINT-169', 'LINT-210'], /space/),
  },
  {
    id: 'secret-php-config-array',
    form: 'php print_r',
    paste: `'ringcentral' => [
    'client_id' => '${clientId}',
    'client_secret' => '${clientSecret}',
    'username' => '(202) 555-0143',
    'extension' => '102',
    'password' => '${password}',
],
// RingCentral\\SDK\\Http\\ApiException: Unauthorized for this grant type`,
    settings: classicJob,
    secrets: [clientSecret, password],
    people: ['(202) 555-0143'],
    ...certain(['X12', 'OAU-251', 'LINT-156', 'LINT-212'], /JWT/),
  },
  {
    id: 'secret-sms-body-with-numbers',
    form: 'curl',
    paste: `curl -X POST https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~/sms -H "Authorization: Bearer ${accessToken}" -H "Content-Type: application/json" -d '{"from":{"phoneNumber":"+12025550117"},"to":[{"phoneNumber":"+12025550143"}],"text":"Your appointment is at 4"}'
{"errorCode":"InsufficientPermissions","message":"In order to call this API endpoint, application needs to have [SMS] permission","errors":[{"errorCode":"CMN-401","message":"In order to call this API endpoint, application needs to have [SMS] permission","permissionName":"SMS"}],"permissionName":"SMS"}`,
    secrets: [accessToken],
    people: ['+12025550117', '+12025550143'],
    ...certain(['CMN-401', 'LINT-259'], /SMS/),
  },
  {
    id: 'secret-extension-body-then-401',
    form: 'log',
    paste: `10:00:02 GET /restapi/v1.0/account/~/extension/~ 200 {"id":400101,"extensionNumber":"101","contact":{"email":"extension101@example.com","businessPhone":"+12025550117"},"name":"Extension 101"}
11:00:05 GET /restapi/v1.0/account/~/extension/~ 401 {"errorCode":"TokenExpired","message":"Access token expired.","errors":[{"errorCode":"OAU-128","message":"Access token expired."}]}`,
    people: ['extension101@example.com', '+12025550117'],
    ...certain(['OAU-128', 'LINT-258'], /refresh|hour/),
  },
  {
    id: 'secret-same-token-five-times',
    form: 'log',
    paste: `rt=${refreshToken} attempt 1 400 OAU-213
rt=${refreshToken} attempt 2 400 OAU-213
rt=${refreshToken} attempt 3 400 OAU-213
rt=${refreshToken} attempt 4 400 OAU-213
rt=${refreshToken} attempt 5 429 CMN-301`,
    secrets: [refreshToken],
    ...likely(['OAU-213', 'LINT-177', 'LINT-223', 'CMN-301'], /sign in|used|session/),
  },
  {
    id: 'secret-docker-compose',
    form: 'key: value block',
    paste: `services:
  sync:
    environment:
      RC_CLIENT_ID: ${clientId}
      RC_CLIENT_SECRET: ${clientSecret}
      RC_SERVER: https://platform.devtest.ringcentral.com
logs: OAU-153 Invalid client application: [${clientId}]`,
    secrets: [clientSecret],
    ...likely(['OAU-153', 'LINT-175', 'LINT-050'], /devtest|environment/),
  },
  {
    id: 'secret-ruby-hash-of-options',
    form: 'ruby hash',
    paste: `{:client_id=>"${clientId}", :client_secret=>"${clientSecret}", :redirect_uri=>"http://localhost:4567/oauth2callback", :code=>"${code}"}
OAuth2::Error: invalid_grant: Redirect URIs do not match`,
    settings: webApp,
    secrets: [clientSecret, code],
    ...certain(['OAU-109', 'LINT-159', 'LINT-019'], /redirect/),
  },
  {
    id: 'secret-console-log-of-token-response',
    form: 'node inspect',
    paste: `{
  access_token: '${accessToken}',
  token_type: 'bearer',
  expires_in: 3600,
  scope: 'ReadAccounts',
  owner_id: '400101'
}
TypeError: Cannot read properties of undefined (reading 'refresh_token')`,
    settings: { ...webApp, issueRefreshTokens: false },
    secrets: [accessToken],
    ...certain(['X8', 'LINT-216'], /Issue refresh tokens/),
  },
  {
    id: 'secret-git-diff',
    form: 'source of a login',
    paste: `-  Authorization: 'Basic ' + btoa(id + ':' + secret)
+  Authorization: 'Basic ${basicOfApp}'
   body: JSON.stringify({ grant_type: 'authorization_code', code, redirect_uri })

"error_description" : "Unsupported grant type"`,
    secrets: [basicOfApp],
    ...certain(['LINT-151', 'OAU-250'], /JSON|form|URLSearchParams/),
  },
  {
    id: 'secret-chat-excerpt',
    form: 'symptom in prose',
    paste: `[09:02] dev: app id ${clientId} secret ${clientSecret}
[09:03] support: please do not send secrets
[09:03] dev: ok. error is OAU-123 Client authentication is required
[09:05] dev: we use PKCE, no header, client_id in the body. type is Server-side web app`,
    settings: webApp,
    secrets: [clientSecret],
    ...certain(['OAU-123', 'LINT-173'], /secret|Basic/),
  },
]);

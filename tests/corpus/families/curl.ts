import { certain, family, likely } from '../family.ts';
import {
  accessToken,
  basic,
  basicOfApp,
  clientId,
  clientSecret,
  code,
  jwt,
  otherVerifier,
  refreshToken,
  verifier,
} from '../fake.ts';
import { pageApp, webApp } from '../settings.ts';

/** Token and API requests as curl, with the prompts and marks that terminals leave. */
export const curl = family('curl', [
  {
    id: 'curl-json-body',
    paste: `$ curl -X POST https://platform.ringcentral.com/restapi/oauth/token \\
>   -u '${clientId}:${clientSecret}' \\
>   -H 'Content-Type: application/json' \\
>   -d '{"grant_type":"urn:ietf:params:oauth:grant-type:jwt-bearer","assertion":"${jwt}"}'
{
  "error" : "invalid_request",
  "errors" : [ {
    "errorCode" : "OAU-250",
    "message" : "Unsupported grant type"
  } ]
}`,
    secrets: [clientSecret, jwt],
    ...certain(['LINT-151', 'OAU-250', 'SANDBOX-REQUEST-7'], /JSON[\s\S]*form|form/),
  },
  {
    id: 'curl-multipart',
    paste: `curl https://platform.ringcentral.com/restapi/oauth/token -u ${clientId}:${clientSecret} -F grant_type=authorization_code -F code=${code} -F redirect_uri=https://app.example.com/oauth/callback`,
    secrets: [clientSecret, code],
    ...certain(['LINT-152'], /multipart/),
  },
  {
    id: 'curl-g-query',
    paste: `curl -G "https://platform.ringcentral.com/restapi/oauth/token" \\
  -H "Authorization: Basic ${basicOfApp}" \\
  --data-urlencode "grant_type=refresh_token" \\
  --data-urlencode "refresh_token=${refreshToken}"`,
    secrets: [basicOfApp, refreshToken],
    ...certain(['LINT-150', 'LINT-153', 'SANDBOX-REQUEST-3'], /POST|query|address/),
  },
  {
    id: 'curl-grant-type-typo',
    paste: `~$ curl -s -u "$RC_ID:$RC_SECRET" -d grant_type=authorization-code -d code=${code} -d redirect_uri=https://app.example.com/oauth/callback https://platform.ringcentral.com/restapi/oauth/token
{"error":"invalid_request","errors":[{"errorCode":"OAU-250","message":"Unsupported grant type"}],"error_description":"Unsupported grant type"}`,
    secrets: [code],
    ...certain(['LINT-155', 'OAU-250'], /authorization_code/),
  },
  {
    id: 'curl-jwt-grant-typo',
    paste: `curl -u ${clientId}:*** -d "grant_type=urn:ietf:params:oauth:grant-type:jwt_bearer" -d "assertion=***" https://platform.ringcentral.com/restapi/oauth/token`,
    ...certain(['LINT-155', 'OAU-250'], /jwt-bearer/),
  },
  {
    id: 'curl-basic-line-break',
    paste: `$ curl -X POST -H "Authorization: Basic $(echo ${clientId}:${clientSecret} | base64)" -d "grant_type=refresh_token" -d "refresh_token=${refreshToken}" https://platform.ringcentral.com/restapi/oauth/token
{ "error" : "invalid_client", "errors" : [ { "errorCode" : "OAU-146", "message" : "Invalid client credentials" } ] }`,
    secrets: [clientSecret, refreshToken],
    ...likely(['LINT-169', 'OAU-146', 'LINT-210'], /echo|-n|line break|newline|printf/),
  },
  {
    id: 'curl-basic-with-newline-inside',
    paste: `curl -H "Authorization: Basic ${basic(`${clientId}:${clientSecret}\n`)}" -d "grant_type=refresh_token&refresh_token=${refreshToken}" https://platform.ringcentral.com/restapi/oauth/token`,
    secrets: [basic(`${clientId}:${clientSecret}\n`), refreshToken],
    ...certain(['LINT-169'], /line break|newline|line feed|%0A|\\n/),
  },
  {
    id: 'curl-basic-unencoded',
    paste: `curl https://platform.ringcentral.com/restapi/oauth/token -H 'Authorization: Basic ${clientId}:${clientSecret}' -d 'grant_type=authorization_code&code=${code}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback'`,
    secrets: [clientSecret, code],
    ...certain(['LINT-169'], /base64/),
  },
  {
    id: 'curl-bearer-at-token',
    paste: `curl -X POST https://platform.ringcentral.com/restapi/oauth/token -H "Authorization: Bearer ${jwt}" -d "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer"
{"error":"invalid_client","errors":[{"errorCode":"OAU-151","message":"Authorization method not supported"}]}`,
    secrets: [jwt],
    ...certain(['LINT-172', 'OAU-151', 'LINT-179'], /Basic|assertion/),
  },
  {
    id: 'curl-secret-in-header-and-body',
    paste: `curl -u ${clientId}:${clientSecret} -d grant_type=authorization_code -d code=${code} -d redirect_uri=https://app.example.com/oauth/callback -d client_id=${clientId} -d client_secret=${clientSecret} https://platform.ringcentral.com/restapi/oauth/token`,
    secrets: [clientSecret, code],
    ...certain(['LINT-168', 'SANDBOX-CLIENT-1'], /body|both|header/),
  },
  {
    id: 'curl-secrets-in-address',
    paste: `curl -X POST "https://platform.ringcentral.com/restapi/oauth/token?grant_type=password&username=101&password=NotARealPassword7&client_id=${clientId}&client_secret=${clientSecret}"`,
    secrets: [clientSecret, 'NotARealPassword7'],
    ...certain(['LINT-153', 'LINT-156', 'SANDBOX-REQUEST-4', 'X12'], /query|address|URL|body/),
  },
  {
    id: 'curl-verifier-of-another-attempt',
    paste: `# step 1, in the browser
https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&state=0Y0pauToT3k4RGwIZBMA_g&code_challenge=ud70qn8B9IRQ48_1aSr52DS9QKAECeSEbwikl3m-FwQ&code_challenge_method=S256
# step 2
$ curl -d grant_type=authorization_code -d client_id=${clientId} -d code=${code} -d redirect_uri=https://spa.example.com/ -d code_verifier=${otherVerifier} https://platform.ringcentral.com/restapi/oauth/token
{ "error" : "invalid_grant" }`,
    settings: pageApp,
    secrets: [code, otherVerifier],
    ...certain(['LINT-165', 'SANDBOX-PKCE-2'], /verifier/),
  },
  {
    id: 'curl-no-verifier',
    paste: `https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&state=0Y0pauToT3k4RGwIZBMA_g&code_challenge=ud70qn8B9IRQ48_1aSr52DS9QKAECeSEbwikl3m-FwQ&code_challenge_method=S256

curl -d grant_type=authorization_code -d client_id=${clientId} -d code=${code} -d redirect_uri=https://spa.example.com/ https://platform.ringcentral.com/restapi/oauth/token
{"error":"invalid_grant"}`,
    settings: pageApp,
    secrets: [code],
    ...certain(['LINT-160', 'SANDBOX-PKCE-1'], /code_verifier|verifier/),
  },
  {
    id: 'curl-short-verifier',
    paste: `curl -d grant_type=authorization_code -d client_id=${clientId} -d code=${code} -d redirect_uri=https://spa.example.com/ -d code_verifier=abc123 https://platform.ringcentral.com/restapi/oauth/token`,
    settings: pageApp,
    secrets: [code, 'abc123'],
    ...certain(['LINT-162', 'SANDBOX-PKCE-3'], /43|short/),
  },
  {
    id: 'curl-code-is-whole-url',
    paste: `curl -u ${clientId}:${clientSecret} --data-urlencode "grant_type=authorization_code" --data-urlencode "code=https://app.example.com/oauth/callback?code=${code}&state=0Y0pauToT3k4RGwIZBMA_g&expires_in=60" --data-urlencode "redirect_uri=https://app.example.com/oauth/callback" https://platform.ringcentral.com/restapi/oauth/token`,
    settings: webApp,
    secrets: [clientSecret, code],
    ...certain(['LINT-157'], /whole|address|URL|alone/),
  },
  {
    id: 'curl-redirect-differs-in-exchange',
    paste: `https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback&state=0Y0pauToT3k4RGwIZBMA_g

curl -u '${clientId}:***' -d grant_type=authorization_code -d code=*** -d redirect_uri=https://app.example.com/oauth/callback/ https://platform.ringcentral.com/restapi/oauth/token
{ "error" : "invalid_redirect_uri", "errors" : [ { "errorCode" : "OAU-109", "message" : "Redirect URIs do not match" } ] }`,
    settings: webApp,
    ...certain(['LINT-159', 'OAU-109'], /slash|differ|not the one/),
  },
  {
    id: 'curl-api-basic',
    paste: `$ curl -H "Authorization: Basic ${basicOfApp}" https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~
{ "errorCode" : "AGW-402", "message" : "Invalid Authorization header", "errors" : [ { "errorCode" : "AGW-402", "message" : "Invalid Authorization header" } ] }`,
    secrets: [basicOfApp],
    ...certain(['LINT-257', 'AGW-402', 'OAU-151'], /Bearer/),
  },
  {
    id: 'curl-api-jwt-as-bearer',
    paste: `curl https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~ -H "Authorization: Bearer ${jwt}"
{"errorCode":"TokenInvalid","message":"OAuth token is invalid","errors":[{"errorCode":"OAU-149","message":"OAuth token is invalid"}]}`,
    secrets: [jwt],
    ...certain(['LINT-256', 'OAU-149'], /JWT/),
  },
  {
    id: 'curl-api-token-in-query',
    paste: `curl "https://platform.ringcentral.com/restapi/v1.0/account/~/call-log?access_token=${accessToken}&perPage=100"`,
    secrets: [accessToken],
    ...certain(['LINT-254'], /query|address|header|log/),
  },
  {
    id: 'curl-api-placeholder',
    paste: `curl -H "Authorization: Bearer {{access_token}}" https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~
{"errorCode":"TokenInvalid","message":"OAuth token is invalid","errors":[{"errorCode":"OAU-149","message":"OAuth token is invalid"}]}`,
    ...certain(['LINT-253', 'OAU-149'], /placeholder|\{\{|variable|filled/),
  },
  {
    id: 'curl-api-no-scheme',
    paste: `curl https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~ -H 'Authorization: ${accessToken}' -i
HTTP/2 401
content-type: application/json

{"errorCode":"AGW-402","message":"Invalid Authorization header","errors":[{"errorCode":"AGW-402","message":"Invalid Authorization header"}]}`,
    secrets: [accessToken],
    ...certain(['LINT-251', 'AGW-402'], /Bearer/),
  },
  {
    id: 'curl-refresh-sends-access-token',
    paste: `# login answered: {"access_token":"${accessToken}","token_type":"bearer","expires_in":3600,"refresh_token":"${refreshToken}"}
curl -u ${clientId}:${clientSecret} -d grant_type=refresh_token -d refresh_token=${accessToken} https://platform.ringcentral.com/restapi/oauth/token
{"error":"invalid_grant","errors":[{"errorCode":"OAU-213","message":"Token not found"}]}`,
    settings: webApp,
    secrets: [accessToken, refreshToken, clientSecret],
    ...certain(['LINT-177', 'OAU-213'], /access token/),
  },
  {
    id: 'curl-ttl-too-long',
    paste: `curl -u ${clientId}:*** -d grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer -d assertion=*** -d access_token_ttl=86400 https://platform.ringcentral.com/restapi/oauth/token

Token still ends after one hour. We ask for a day.`,
    ...certain(['LINT-185'], /3600|hour/),
  },
  {
    id: 'curl-plain-http',
    paste: `curl -u ${clientId}:${clientSecret} -d "grant_type=refresh_token&refresh_token=${refreshToken}" http://platform.ringcentral.com/restapi/oauth/token
<html><head><title>301 Moved Permanently</title></head>`,
    secrets: [clientSecret, refreshToken],
    ...certain(['LINT-176', 'LINT-220'], /https/),
  },
  {
    id: 'curl-authorize-from-a-program',
    paste: `curl -X POST https://platform.ringcentral.com/restapi/oauth/authorize -H "Authorization: Bearer ${accessToken}" -d response_type=code -d client_id=${clientId}
{ "errorCode" : "TokenInvalid", "message" : "Unparseable access token" }`,
    secrets: [accessToken],
    ...certain(['LINT-0A1', 'LINT-014', 'OAU-149'], /browser|user/),
    source: 'community.ringcentral.com thread 7609',
  },
  {
    id: 'curl-double-slash',
    paste: `curl -u '${clientId}:***' -d grant_type=client_credentials https://platform.ringcentral.com//restapi/oauth/token -i
HTTP/2 404`,
    ...likely(
      ['SANDBOX-REQUEST-8', 'AGW-404', 'LINT-220', 'X20'],
      /slash|path|client_credentials|JWT/,
    ),
    source: 'ringcentral/ringcentral-csharp#48',
  },
  {
    id: 'curl-verifier-lacks-nothing-but-secret-app',
    paste: `curl -d grant_type=authorization_code -d client_id=${clientId} -d code=${code} -d redirect_uri=https://app.example.com/oauth/callback -d code_verifier=${verifier} https://platform.ringcentral.com/restapi/oauth/token
{"error":"invalid_client","errors":[{"errorCode":"OAU-123","message":"Client authentication is required"}]}`,
    settings: webApp,
    secrets: [code, verifier],
    ...certain(['LINT-173', 'OAU-123'], /secret|Basic/),
  },
]);

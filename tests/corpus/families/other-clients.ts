import { cannotTell, certain, family, likely } from '../family.ts';
import {
  accessToken,
  basic,
  basicOfApp,
  clientId,
  clientSecret,
  code,
  jwt,
  refreshToken,
} from '../fake.ts';
import { pageApp, webApp } from '../settings.ts';

/** curl -v, Windows, PowerShell, what DevTools copies, and Postman in words. */
export const otherClients = family('curl -v', [
  {
    id: 'curl-v-secret-missing',
    paste: `*   Trying 198.51.100.20:443...
* Connected to platform.ringcentral.com (198.51.100.20) port 443 (#0)
> POST /restapi/oauth/token HTTP/2
> Host: platform.ringcentral.com
> user-agent: curl/8.5.0
> accept: */*
> content-length: 118
> content-type: application/x-www-form-urlencoded
>
* We are completely uploaded and fine
< HTTP/2 400
< content-type: application/json
< rcrequestid: 5d0e1f2a-0000-11f1-0000-0050560000b1
<
{ "error" : "invalid_client", "errors" : [ { "errorCode" : "OAU-123", "message" : "Client authentication is required" } ] }`,
    settings: webApp,
    ...certain(['OAU-123', 'LINT-173'], /Authorization|Basic/),
  },
  {
    id: 'curl-v-bearer-twice',
    paste: `> GET /restapi/v1.0/account/~/extension/~ HTTP/1.1
> Host: platform.ringcentral.com
> Authorization: Bearer Bearer ${accessToken}
> User-Agent: curl/7.81.0
>
< HTTP/1.1 401 Unauthorized
< WWW-Authenticate: Bearer realm="RingCentral REST API"
< Content-Type: application/json
<
{"errorCode":"AGW-402","message":"Invalid Authorization header","errors":[{"errorCode":"AGW-402","message":"Invalid Authorization header"}]}`,
    secrets: [accessToken],
    ...certain(['LINT-251', 'SANDBOX-API-2', 'AGW-402'], /twice|Bearer/),
  },
  {
    id: 'curl-v-retry-after',
    paste: `> POST /restapi/oauth/token HTTP/2
> authorization: Basic ***
> content-type: application/x-www-form-urlencoded
>
< HTTP/2 429
< retry-after: 60
< x-rate-limit-group: auth
< x-rate-limit-limit: 5
< x-rate-limit-remaining: 0
< x-rate-limit-window: 60
<
* Connection #0 to host platform.ringcentral.com left intact`,
    ...certain(['CMN-301', 'LINT-223', 'LINT-309'], /60|wait|minute/),
  },
  {
    id: 'curl-windows-caret-grant',
    form: 'curl for windows',
    paste: `curl ^"https://platform.ringcentral.com/restapi/oauth/token^" ^
  -H ^"authorization: Basic ${basicOfApp}^" ^
  -H ^"content-type: application/x-www-form-urlencoded^" ^
  --data-raw ^"grant_type=auth_code^&code=${code}^&redirect_uri=https^%^3A^%^2F^%^2Fapp.example.com^%^2Foauth^%^2Fcallback^"`,
    secrets: [basicOfApp, code],
    ...certain(['LINT-155'], /authorization_code/),
  },
  {
    id: 'curl-windows-single-quotes',
    form: 'curl for windows',
    paste: `C:\\Users\\101>curl -X POST 'https://platform.ringcentral.com/restapi/oauth/token' -H 'Authorization: Basic ${basicOfApp}' -d 'grant_type=refresh_token&refresh_token=${refreshToken}'
curl: (1) Protocol "'https" not supported
'refresh_token' is not recognized as an internal or external command,
operable program or batch file.`,
    secrets: [basicOfApp, refreshToken],
    ...certain(['LINT-002', 'LINT-004'], /quot/),
  },
  {
    id: 'curl-windows-browser-with-secret',
    form: 'curl for windows',
    paste: `curl ^"https://platform.ringcentral.com/restapi/oauth/token^" ^
  -H ^"origin: https://spa.example.com^" ^
  -H ^"referer: https://spa.example.com/^" ^
  -H ^"sec-fetch-mode: cors^" ^
  -H ^"content-type: application/x-www-form-urlencoded^" ^
  --data-raw ^"grant_type=authorization_code^&client_id=${clientId}^&client_secret=${clientSecret}^&code=${code}^"`,
    settings: pageApp,
    secrets: [clientSecret, code],
    ...certain(['LINT-167'], /secret/),
  },
  {
    id: 'powershell-json-body',
    form: 'powershell',
    paste: `$body = @{ grant_type = "urn:ietf:params:oauth:grant-type:jwt-bearer"; assertion = $jwt } | ConvertTo-Json
Invoke-RestMethod -Method Post -Uri "https://platform.ringcentral.com/restapi/oauth/token" -Headers @{ Authorization = "Basic ${basicOfApp}" } -ContentType "application/json" -Body $body

Invoke-RestMethod : { "error" : "invalid_request", "errors" : [ { "errorCode" : "OAU-250", "message" : "Unsupported grant type" } ] }
At line:2 char:1`,
    secrets: [basicOfApp],
    ...certain(['LINT-151', 'OAU-250'], /JSON|form/),
  },
  {
    id: 'powershell-400-no-body',
    form: 'powershell',
    paste: `Invoke-RestMethod : The remote server returned an error: (400) Bad Request.
At C:\\scripts\\Get-RcToken.ps1:22 char:14
+     $token = Invoke-RestMethod -Method Post -Uri $tokenUri -Headers $h ...
    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-RestMethod], WebException
    + FullyQualifiedErrorId : WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeRestMethodCommand`,
    ...cannotTell(
      /body|hides|does not (say|show)/,
      /body|ErrorDetails|GetResponseStream|errorCode|answer/,
    ),
  },
  {
    id: 'powershell-copied-from-devtools',
    form: 'powershell',
    paste: `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
Invoke-WebRequest -UseBasicParsing -Uri "https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~" \`
-WebSession $session \`
-Headers @{
"authorization"="Bearer null"
  "origin"="https://spa.example.com"
}`,
    ...certain(['LINT-253'], /null/),
  },
  {
    id: 'fetch-basic-in-browser',
    form: 'copy as fetch',
    paste: `fetch("https://platform.ringcentral.com/restapi/oauth/token", {
  "headers": {
    "accept": "application/json",
    "authorization": "Basic ${basicOfApp}",
    "content-type": "application/x-www-form-urlencoded",
    "sec-fetch-mode": "cors",
    "sec-fetch-site": "cross-site"
  },
  "referrer": "https://spa.example.com/",
  "body": "grant_type=authorization_code&code=${code}&redirect_uri=https%3A%2F%2Fspa.example.com%2F",
  "method": "POST",
  "mode": "cors",
  "credentials": "omit"
});`,
    settings: pageApp,
    secrets: [basicOfApp, code],
    ...certain(['LINT-167'], /secret/),
  },
  {
    id: 'fetch-authorize-by-script',
    form: 'copy as fetch',
    paste: `fetch("https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&state=0Y0pauToT3k4RGwIZBMA_g&code_challenge=ud70qn8B9IRQ48_1aSr52DS9QKAECeSEbwikl3m-FwQ&code_challenge_method=S256", {
  "referrer": "https://spa.example.com/",
  "body": null,
  "method": "GET",
  "mode": "cors"
});
// Access to fetch has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    ...certain(['LINT-0A1'], /navigat|location|browser|fetch/),
  },
  {
    id: 'fetch-node-object-body',
    form: 'copy as fetch',
    paste: `await fetch('https://platform.ringcentral.com/restapi/oauth/token', {
  method: 'POST',
  headers: { Authorization: 'Basic ${basicOfApp}', 'Content-Type': 'application/x-www-form-urlencoded' },
  body: JSON.stringify({ grant_type: 'refresh_token', refresh_token: '${refreshToken}' }),
});`,
    secrets: [basicOfApp, refreshToken],
    ...certain(['LINT-151', 'LINT-154'], /URLSearchParams|form|JSON/),
  },
  {
    id: 'fetch-cors-path',
    form: 'copy as fetch',
    paste: `fetch("https://platform.ringcentral.com/account/~/extension/~", { "headers": { "authorization": "Bearer ***" }, "method": "GET", "mode": "cors" });
Access to fetch at 'https://platform.ringcentral.com/account/~/extension/~' from origin 'https://spa.example.com' has been blocked by CORS policy: Response to preflight request doesn't pass access control check`,
    ...likely(['LINT-184', 'AGW-404'], /\/restapi\/v1\.0|path/),
    source: 'ringcentral/ringcentral-web-phone#300',
  },
  {
    id: 'postman-json-tab',
    form: 'postman in words',
    paste: `Postman: POST {{url}}/restapi/oauth/token, tab Authorization: Basic Auth (client id / client secret). Tab Body: raw, JSON, { "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": "…" }. Result: 400 Bad Request, OAU-250`,
    ...certain(['OAU-250', 'LINT-151'], /x-www-form-urlencoded|form/),
  },
  {
    id: 'postman-bearer-tab-for-token',
    form: 'postman in words',
    paste: `In Postman I chose Authorization > Bearer Token and put my JWT there, then POST to https://platform.ringcentral.com/restapi/oauth/token with an empty body. It says 400.`,
    ...likely(['LINT-172', 'LINT-179', 'LINT-155', 'OAU-250', 'OAU-151'], /assertion|Basic/),
  },
  {
    id: 'postman-variable-unset',
    form: 'postman in words',
    paste: `Postman console:
GET https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~
Request Headers
Authorization: "Bearer {{rc_token}}"
Response 401 {"errorCode":"TokenInvalid","message":"OAuth token is invalid","errors":[{"errorCode":"OAU-149","message":"OAuth token is invalid"}]}`,
    ...certain(['LINT-253', 'OAU-149'], /variable|placeholder|\{\{|filled/),
  },
  {
    id: 'postman-callback-oauth-pstmn',
    form: 'postman in words',
    paste: `Using the OAuth 2.0 helper of Postman, "Authorize using browser" is ticked, so the callback URL is https://oauth.pstmn.io/v1/callback. RingCentral's page: Redirect URIs do not match.`,
    settings: webApp,
    ...certain(['OAU-109', 'LINT-019'], /oauth\.pstmn\.io|register|add/),
  },
  {
    id: 'postman-no-error-told',
    form: 'postman in words',
    paste:
      'The RingCentral collection in Postman worked last month, now every request fails. What do I do?',
    ...cannotTell(/no answer|nothing|does not/, /answer|status|body|code|console/),
  },
  {
    id: 'curl-v-basic-swapped',
    paste: `> POST /restapi/oauth/token HTTP/1.1
> Host: platform.ringcentral.com
> Authorization: Basic ${basic(`${clientSecret}:${clientId}`)}
> Content-Type: application/x-www-form-urlencoded
>
> grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${jwt}
< HTTP/1.1 400 Bad Request
< Content-Type: application/json
<
{"error":"invalid_client","errors":[{"errorCode":"OAU-153","message":"Invalid client application: [${clientSecret}]"}]}`,
    secrets: [basic(`${clientSecret}:${clientId}`), jwt, clientSecret],
    ...likely(['LINT-170', 'OAU-153'], /swap|exchanged|wrong way|order|first/),
  },
]);

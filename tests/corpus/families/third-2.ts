import { certain, family, likely } from '../family.ts';
import { challenge, clientId, state } from '../fake.ts';
import { classicJob, jwtApp, pageApp, webApp } from '../settings.ts';

/** A third look by somebody who has not seen the rules: programs, traces and addresses. */
export const third2 = family('log', [
  {
    id: 'third-apex-jwt-as-bearer',
    form: 'source of a login',
    paste: `HttpRequest req = new HttpRequest();
req.setEndpoint('https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~/sms');
req.setMethod('POST');
req.setHeader('Authorization', 'Bearer ' + RC_Settings__c.getInstance().JWT__c);
req.setHeader('Content-Type', 'application/json');
HttpResponse res = new Http().send(req);
System.debug(res.getBody());

12:31:07.0 (48113)|USER_DEBUG|[7]|DEBUG|{"errorCode":"TokenInvalid","message":"OAuth token is invalid","errors":[{"errorCode":"OAU-149","message":"OAuth token is invalid"}]}
Named Credential or Remote Site setting missing in Salesforce?`,
    ...certain(['OAU-149', 'LINT-256', 'LINT-181'], /JWT/),
  },
  {
    id: 'third-laravel-config-cache',
    form: 'laravel page',
    paste: `Illuminate\\Http\\Client\\RequestException
HTTP request returned status code 400:
{"error":"invalid_request","error_description":"Basic authentication header is missing or malformed"}

app/Services/RingCentral.php:41
  $r = Http::withBasicAuth(env('RC_CLIENT_ID'), env('RC_CLIENT_SECRET'))->asForm()->post($this->url, $data)->throw();

On my laptop it is fine. It broke with the deployment, the only new thing there is "php artisan config:cache".`,
    ...likely(
      ['OAU-153', 'OAU-123', 'LINT-169', 'LINT-173', 'LINT-210', 'OAU-134'],
      /empty|environment|Basic|missing|header/,
    ),
  },
  {
    id: 'third-spring-security-146',
    form: 'java sdk',
    paste: `2026-11-20T10:11:04.910+01:00 ERROR 7 --- [nio-8080-exec-3] o.s.s.w.s.SimpleUrlAuthenticationFailureHandler
org.springframework.security.oauth2.core.OAuth2AuthenticationException: [invalid_token_response] An error occurred while attempting to retrieve the OAuth 2.0 Access Token Response: 401 Unauthorized: "{"error":"invalid_client","errors":[{"errorCode":"OAU-146","message":"Invalid client credentials"}],"error_description":"Invalid client credentials"}"
	at org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider.getResponse(OidcAuthorizationCodeAuthenticationProvider.java:178)
	... 61 more
NTP on the node was off by two minutes, we have set it right, no change.`,
    ...certain(['OAU-146', 'LINT-210'], /secret|credential/),
  },
  {
    id: 'third-go-retrieve-error-expired',
    people: ['10.0.4.7'],
    paste: `2026/11/22 07:15:33 http: panic serving 10.0.4.7:51022: oauth2: "invalid_grant" "Authorization code is expired"
goroutine 83 [running]:
net/http.(*conn).serve.func1()
	/usr/local/go/src/net/http/server.go:1947 +0xbe
main.callback({0x8c1e40, 0xc0001c4000}, 0xc0001b0000)
	/app/main.go:88 +0x2f3
We set a breakpoint in callback() to look at the code before the exchange.`,
    ...certain(['OAU-108', 'LINT-123', 'LINT-211'], /60|minute|expire|at once|too late/),
  },
  {
    id: 'third-kotlin-base64-default',
    form: 'source of a login',
    paste: `fun challengeOf(verifier: String): String {
    val digest = MessageDigest.getInstance("SHA-256").digest(verifier.toByteArray(Charsets.US_ASCII))
    return Base64.encodeToString(digest, Base64.DEFAULT)
}
// authorize: .appendQueryParameter("code_challenge", challengeOf(verifier))
//            .appendQueryParameter("code_challenge_method", "S256")
// E/RcLogin: token 400 {"error":"invalid_grant"}`,
    ...certain(
      [
        'LINT-044',
        'LINT-045',
        'LINT-048',
        'LINT-165',
        'SANDBOX-PKCE-2',
        'SANDBOX-PKCE-5',
        'LINT-211',
      ],
      /base64url|URL[-_]safe|padding|line break|NO_WRAP/,
    ),
  },
  {
    id: 'third-powershell-convertto-json',
    form: 'powershell',
    paste: `PS C:\\scripts> .\\Get-RcToken.ps1
$body = @{ grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer'; assertion = $env:RC_JWT } | ConvertTo-Json
Invoke-RestMethod -Uri 'https://platform.ringcentral.com/restapi/oauth/token' -Method Post -Headers @{ Authorization = "Basic $b64" } -Body $body -ContentType 'application/json'
Invoke-RestMethod : The remote server returned an error: (400) Bad Request.
At C:\\scripts\\Get-RcToken.ps1:9 char:6
+ CategoryInfo : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-RestMethod], WebException
TLS 1.2 is forced in line 1, so it should not be that.`,
    ...certain(['LINT-151', 'OAU-250', 'LINT-213'], /JSON|urlencoded|form[- ]encod/),
  },
  {
    id: 'third-vba-password',
    form: 'source of a login',
    paste: `Set x = CreateObject("MSXML2.ServerXMLHTTP.6.0")
x.Open "POST", "https://platform.ringcentral.com/restapi/oauth/token", False
x.setRequestHeader "Content-Type", "application/x-www-form-urlencoded"
x.setRequestHeader "Authorization", "Basic " & Range("B1").Value
x.send "grant_type=password&username=" & Range("B2") & "&extension=" & Range("B3") & "&password=" & Range("B4")
MsgBox x.responseText
' shows: { "error" : "unauthorized_client", "error_description" : "Unauthorized for this grant type" }
' Office was updated to 64 bit last week!`,
    settings: classicJob,
    ...certain(['OAU-251', 'X12', 'LINT-156', 'LINT-212', 'OAU-125'], /password/),
  },
  {
    id: 'third-ru-two-errors-old-access-token',
    language: 'ru',
    paste: `Добрый день! Сервис обновляет токен по таймеру, а отправка SMS идёт в другом процессе со своим кэшем.
14:00:00.120 [refresher] refresh ok, new access token ...Tg2
14:00:01.004 [sender] GET extension/~ with token ...Qa7 -> 401 {"errorCode":"TokenInvalid","message":"Access token corrupted","errors":[{"errorCode":"OAU-129","message":"Access token corrupted"}]}
14:00:14.390 [sender] GET extension/~ with token ...Qa7 -> 401 {"errorCode":"TokenInvalid","message":"Token not found","errors":[{"errorCode":"OAU-213","message":"Token not found"}]}
Думаем, что кодировка портит токен.`,
    ...likely(
      ['OAU-129', 'OAU-213', 'LINT-262'],
      /refresh|old (access )?token|previous|replaced|newest/,
    ),
  },
  {
    id: 'third-two-errors-permission-and-database',
    paste: `2026-11-24 09:00:00 ERROR HikariPool-1 - Connection is not available, request timed out after 30000ms.
2026-11-24 09:00:31 INFO  db pool recovered
2026-11-24 09:00:32 INFO  rc token ok, expires_in=3600
2026-11-24 09:00:33 ERROR rc 403 {"errorCode":"InsufficientPermissions","message":"In order to call this API endpoint, application needs to have [Faxes] permission","errors":[{"errorCode":"CMN-401","message":"In order to call this API endpoint, application needs to have [Faxes] permission","permissionName":"Faxes"}],"permissionName":"Faxes"}
Does the database timeout make the login incomplete?`,
    settings: jwtApp,
    ...certain(['CMN-401', 'LINT-259'], /Fax/),
  },
  {
    id: 'third-two-errors-refresh-then-password',
    paste: `nov 25 06:30:01 fax-host rcfax[2210]: refresh: 400 invalid_grant OAU-210 Token expired
nov 25 06:30:01 fax-host rcfax[2210]: falling back to password login
nov 25 06:30:02 fax-host rcfax[2210]: login: 400 unauthorized_client OAU-251 Unauthorized for this grant type
nov 25 06:30:02 fax-host rcfax[2210]: giving up. host was switched off 14-24 nov (office move)`,
    ...likely(
      ['OAU-210', 'OAU-251', 'X12', 'LINT-156', 'LINT-212', 'LINT-211', 'LINT-177'],
      /expire|password|7 days|week/,
    ),
  },
  {
    id: 'third-authorize-double-encoded',
    form: 'authorize url',
    paste: `Salesforce builds this link for us, and RingCentral shows an error page (redirect):
https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%253A%252F%252Fapp.example.com%252Foauth%252Fcallback&state=${state}&code_challenge=${challenge}&code_challenge_method=S256`,
    settings: webApp,
    ...certain(['LINT-020', 'OAU-109', 'LINT-019'], /twice|double/),
  },
  {
    id: 'third-log-state-lost-session',
    paste: `[25-Nov-2026 13:20:11] GET /connect  session=ab12…  saved state=0Y0p…  -> 302 platform.ringcentral.com
[25-Nov-2026 13:20:39] GET /oauth/callback?code=[masked]&state=0Y0p…  session=ff90… (new)  saved state=NULL
[25-Nov-2026 13:20:39] Invalid state. (SameSite=Strict on PHPSESSID since the security audit)
Does RingCentral change the state parameter?`,
    ...likely(
      ['LINT-111', 'LINT-112', 'LINT-300'],
      /session|cookie|another (tab|browser)|not kept|lost/,
    ),
  },
  {
    id: 'third-cors-wrong-path',
    form: 'log',
    paste: `Access to fetch at 'https://platform.ringcentral.com/oauth/token' from origin 'https://spa.example.com' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.
login.ts:52  POST https://platform.ringcentral.com/oauth/token net::ERR_FAILED
login.ts:58 Uncaught (in promise) TypeError: Failed to fetch
is there a proxy you recommend?`,
    settings: pageApp,
    ...likely(['LINT-184', 'LINT-050', 'LINT-176', 'AGW-404', 'CMN-120'], /restapi|path|address/),
  },
  {
    id: 'third-dotnet-extension-state',
    form: 'dotnet sdk',
    paste: `Unhandled exception. RingCentral.RestException: Response:
StatusCode: 400, ReasonPhrase: 'Bad Request', Version: 1.1, Content: System.Net.Http.HttpConnectionResponseContent, Headers:
{
  RCRequestId: 6b1c****
}
{"error":"invalid_grant","errors":[{"errorCode":"OAU-141","message":"Login for extension in current state is not allowed."}],"error_description":"Login for extension in current state is not allowed."}
   at RingCentral.RestClient.Authorize(GetTokenRequest getTokenRequest)
   at Sync.Program.Main()
-- JWT was made by ext 123, who is on parental leave.`,
    ...certain(['OAU-141'], /extension|disabled|state|active/, 'administrator'),
  },
  {
    id: 'third-react-effect-twice',
    form: 'javascript sdk',
    paste: `useEffect(() => {
  const code = new URLSearchParams(window.location.search).get('code');
  if (code) platform.login({ code, redirect_uri: window.location.origin + '/' }).then(setSession);
}, []);

Error: Invalid authorization code
    at Client.<anonymous> (Client.ts:214)
"npm run build" version on staging is fine, only "npm run dev" fails (Next.js, StrictMode). Is staging on another plan?`,
    ...likely(['OAU-106', 'LINT-158', 'LINT-211'], /twice|once|used|second/),
  },
  {
    id: 'third-python-json-argument',
    form: 'python requests',
    paste: `r = requests.post("https://platform.ringcentral.com/restapi/oauth/token",
                  auth=(cid, csec),
                  json={"grant_type": "refresh_token", "refresh_token": rt})
r.raise_for_status()
# requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: https://platform.ringcentral.com/restapi/oauth/token
# tried verify=False too`,
    ...certain(['LINT-151', 'OAU-250', 'LINT-213'], /JSON|urlencoded|form[- ]encod/),
  },
  {
    id: 'third-power-automate-no-bearer',
    form: 'raw http',
    paste: `GET /restapi/v1.0/account/~/call-log HTTP/1.1
Host: platform.ringcentral.com
Authorization: U0pD****************
User-Agent: azure-logic-apps/1.0 (workflow 3c…)

HTTP/1.1 401 Unauthorized
{"errorCode":"AGW-402","message":"Invalid Authorization header","errors":[{"errorCode":"AGW-402","message":"Invalid Authorization header"}]}`,
    ...certain(['AGW-402', 'LINT-251'], /Bearer|scheme/),
  },
]);

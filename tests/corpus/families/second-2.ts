import { cannotTell, certain, family, likely, nothing } from '../family.ts';
import {
  accessToken,
  authorizeUrl,
  basicOfApp,
  challenge,
  clientId,
  clientSecret,
  jwt,
  password,
  state,
  verifier,
  wrongChallenge,
} from '../fake.ts';
import { desktopApp, jwtApp, pageApp, webApp } from '../settings.ts';

const callback = 'https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback';
const page = 'https%3A%2F%2Fspa.example.com%2F';

/** A second look by somebody who writes no rules: sources, traces, headers, addresses and healthy things. */
export const second2 = family('source of a login', [
  {
    id: 'second-source-js-json-body',
    paste: `export async function exchange(code) {
  const res = await fetch('https://platform.ringcentral.com/restapi/oauth/token', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: 'Basic ' + Buffer.from(process.env.RC_ID + ':' + process.env.RC_SECRET).toString('base64'),
    },
    body: JSON.stringify({ grant_type: 'authorization_code', code, redirect_uri: process.env.RC_REDIRECT }),
  });
  return res.json();
}`,
    ...certain(['LINT-151', 'OAU-250', 'LINT-213'], /form|JSON|urlencoded/),
  },
  {
    id: 'second-source-js-hex-challenge',
    paste: `const verifier = crypto.randomBytes(32).toString('base64url');
const challenge = crypto.createHash('sha256').update(verifier).digest('hex');
location.assign(base + '/restapi/oauth/authorize?' + new URLSearchParams({
  response_type: 'code', client_id, redirect_uri, state,
  code_challenge: challenge, code_challenge_method: 'S256',
}));`,
    ...certain(['LINT-045', 'LINT-048', 'LINT-165', 'SANDBOX-PKCE-2'], /hex|base64url/),
  },
  {
    id: 'second-source-js-right',
    paste: `const params = new URLSearchParams({
  grant_type: 'authorization_code',
  code,
  redirect_uri: REDIRECT_URI,
  client_id: CLIENT_ID,
  code_verifier: sessionStorage.getItem('rc_verifier'),
});
sessionStorage.removeItem('rc_verifier');
const res = await fetch('https://platform.ringcentral.com/restapi/oauth/token', { method: 'POST', body: params });
if (!res.ok) throw new Error(await res.text());`,
    ...nothing,
  },
  {
    id: 'second-source-python-password',
    paste: `import os, requests
r = requests.post(
    "https://platform.ringcentral.com/restapi/oauth/token",
    auth=(os.environ["RC_CLIENT_ID"], os.environ["RC_CLIENT_SECRET"]),
    data={"grant_type": "password", "username": "101", "extension": "101", "password": os.environ["RC_PASSWORD"]},
)
r.raise_for_status()`,
    ...certain(['LINT-156', 'X12', 'OAU-251'], /password|JWT/),
  },
  {
    id: 'second-source-python-jwt-right',
    paste: `import os, requests

def token():
    r = requests.post(
        "https://platform.ringcentral.com/restapi/oauth/token",
        auth=(os.environ["RC_CLIENT_ID"], os.environ["RC_CLIENT_SECRET"]),
        data={
            "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
            "assertion": os.environ["RC_JWT"],
        },
        timeout=10,
    )
    r.raise_for_status()
    return r.json()["access_token"]`,
    ...nothing,
  },
  {
    id: 'second-source-python-grant-typo',
    paste: `payload = {
    "grant_type": "urn:ietf:params:oauth:grant-type:jwt_bearer",
    "assertion": RC_JWT,
}
res = requests.post(RC_SERVER + "/restapi/oauth/token", auth=(ID, SECRET), data=payload)`,
    ...certain(['LINT-155', 'OAU-250'], /jwt-bearer/),
  },
  {
    id: 'second-source-php-json',
    paste: `$client = new GuzzleHttp\\Client(['base_uri' => 'https://platform.ringcentral.com']);
$response = $client->post('/restapi/oauth/token', [
    'auth' => [getenv('RC_ID'), getenv('RC_SECRET')],
    'json' => [
        'grant_type' => 'authorization_code',
        'code' => $_GET['code'],
        'redirect_uri' => 'https://app.example.com/oauth/callback',
    ],
]);`,
    settings: webApp,
    ...certain(['LINT-151', 'OAU-250', 'LINT-213'], /form_params|form|JSON/),
  },
  {
    id: 'second-source-php-secret-in-code',
    paste: `<?php
require 'vendor/autoload.php';
$rcsdk = new RingCentral\\SDK\\SDK('${clientId}', '${clientSecret}', 'https://platform.devtest.ringcentral.com');
$platform = $rcsdk->platform();
$platform->login(['jwt' => getenv('RC_JWT')]);`,
    secrets: [clientSecret],
    ...likely(['LINT-050', 'LINT-175', 'LINT-003', 'OAU-165', 'OAU-153'], /devtest|sandbox|secret/),
  },
  {
    id: 'second-source-ruby-line-breaks',
    paste: `require 'base64'
require 'net/http'
uri = URI('https://platform.ringcentral.com/restapi/oauth/token')
req = Net::HTTP::Post.new(uri)
req['Authorization'] = 'Basic ' + Base64.encode64("#{ENV['RC_ID']}:#{ENV['RC_SECRET']}")
req.set_form_data(grant_type: 'authorization_code', code: params[:code], redirect_uri: ENV['RC_REDIRECT'])
# => {"error":"invalid_client","errors":[{"errorCode":"OAU-153","message":"Invalid client: "}]}`,
    ...certain(['LINT-169', 'OAU-153'], /line|newline|strict_encode64|encode64/),
  },
  {
    id: 'second-source-csharp-jwt-as-bearer',
    paste: `var http = new HttpClient { BaseAddress = new Uri("https://platform.ringcentral.com") };
var credential = Environment.GetEnvironmentVariable("RC_JWT");
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", credential);
var me = await http.GetStringAsync("/restapi/v1.0/account/~/extension/~");
// 401 OAU-149 OAuth token is invalid`,
    ...certain(['LINT-256', 'OAU-149'], /JWT|credential|exchange|access token/),
  },
  {
    id: 'second-source-java-implicit',
    paste: `String url = "https://platform.ringcentral.com/restapi/oauth/authorize"
    + "?response_type=token"
    + "&client_id=" + clientId
    + "&redirect_uri=" + URLEncoder.encode(redirectUri, StandardCharsets.UTF_8)
    + "&state=" + state;
Desktop.getDesktop().browse(URI.create(url));`,
    settings: desktopApp,
    ...certain(['LINT-012', 'OAU-112', 'LINT-040', 'X13'], /implicit|PKCE|code/),
  },
  {
    id: 'second-source-java-double-encoding',
    paste: `String redirect = URLEncoder.encode("https://app.example.com/oauth/callback", "UTF-8");
HttpUrl url = HttpUrl.parse("https://platform.ringcentral.com/restapi/oauth/authorize").newBuilder()
    .addQueryParameter("response_type", "code")
    .addQueryParameter("client_id", clientId)
    .addQueryParameter("redirect_uri", redirect)
    .addQueryParameter("state", state)
    .build();
// the page says OAU-109 Redirect URIs do not match`,
    ...certain(['LINT-020', 'OAU-109', 'LINT-019'], /twice|encod/),
  },
  {
    id: 'second-trace-aspnet-yellow-page',
    form: 'dotnet sdk',
    paste: `Server Error in '/' Application.
{"error":"invalid_grant","errors":[{"errorCode":"OAU-106","message":"Invalid authorization code"}],"error_description":"Invalid authorization code"}
Description: An unhandled exception occurred during the execution of the current web request.
Exception Details: RingCentral.RestException: Response: Status 400

[RestException: Response]
   RingCentral.<Authorize>d__60.MoveNext() +1203
   Contoso.Web.Controllers.<Callback>d__4.MoveNext() in C:\\build\\Controllers\\RcController.cs:41
Version Information: Microsoft .NET Framework Version:4.0.30319; ASP.NET Version:4.8.9277.0`,
    ...likely(['OAU-106', 'LINT-158', 'LINT-211'], /code/),
  },
  {
    id: 'second-trace-aspnet-correlation',
    form: 'asp.net json',
    paste: `{"type":"https://tools.ietf.org/html/rfc9110#section-15.6.1","title":"An unhandled exception occurred while processing the request.","status":500,"detail":"System.Exception: An error was encountered while handling the remote login. ---> Microsoft.AspNetCore.Authentication.AuthenticationFailureException: OAuth token endpoint failure: invalid_client;Description=Invalid client credentials","traceId":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00","scheme":"RingCentral"}`,
    ...likely(['OAU-146', 'LINT-210', 'LINT-170', 'LINT-175'], /secret|credential/),
  },
  {
    id: 'second-trace-dotnet-aggregate',
    form: 'dotnet sdk',
    paste: `Unhandled exception. System.AggregateException: One or more errors occurred. (HTTP 400 POST /restapi/oauth/token)
 ---> RingCentral.RestException: HTTP 400 POST /restapi/oauth/token
Response:
{"error":"invalid_request","errors":[{"errorCode":"OAU-345","message":"Invalid assertion signature"}],"error_description":"Invalid assertion signature"}
   at RingCentral.RestClient.Request(HttpRequestMessage httpRequestMessage, RestRequestConfig restRequestConfig)
   at RingCentral.RestClient.Authorize(String jwt)
   at Program.<Main>$(String[] args) in /src/Program.cs:line 12`,
    settings: jwtApp,
    ...likely(['OAU-345', 'LINT-179'], /JWT|signature|cut|copied|whole/),
  },
  {
    id: 'second-trace-dotnet-tls',
    form: 'dotnet sdk',
    paste: `System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner exception.
 ---> System.Security.Authentication.AuthenticationException: The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot
   at System.Net.Security.SslStream.SendAuthResetSignal(ReadOnlySpan\`1 alert, ExceptionDispatchInfo exception)
   at System.Net.Http.HttpConnectionPool.ConnectAsync(HttpRequestMessage request, Boolean async)
   at RingCentral.RestClient.Authorize(String jwt)`,
    ...likely([], /certificate|TLS|proxy/),
  },
  {
    id: 'second-trace-laravel-socialite-state',
    form: 'laravel page',
    paste: `Laravel\\Socialite\\Two\\InvalidStateException
GET /rc/callback?code=***&state=***&expires_in=60
PHP 8.3.14 — Laravel 11.34.2

vendor/laravel/socialite/src/Two/AbstractProvider.php :255
        if ($this->hasInvalidState()) {
            throw new InvalidStateException;
        }`,
    ...likely(['LINT-111', 'LINT-112'], /state|session|cookie/),
  },
  {
    id: 'second-trace-laravel-redirect',
    form: 'laravel page',
    paste: `RingCentral\\SDK\\Http\\ApiException
Redirect URIs do not match
#0 /var/www/html/vendor/ringcentral/ringcentral-php/src/Platform/Platform.php(311): RingCentral\\SDK\\Http\\Client->send()
#1 /var/www/html/app/Http/Controllers/RingCentralController.php(52): RingCentral\\SDK\\Platform\\Platform->login()
#2 [internal function]: App\\Http\\Controllers\\RingCentralController->callback()`,
    ...certain(['OAU-109', 'LINT-159', 'LINT-019'], /redirect/),
  },
  {
    id: 'second-trace-java-sdk-suspended',
    form: 'java sdk',
    paste: `Exception in thread "main" com.ringcentral.RestException: {
  "error" : "invalid_grant",
  "errors" : [ {
    "errorCode" : "OAU-142",
    "message" : "Login to account in current state is not allowed."
  } ],
  "error_description" : "Login to account in current state is not allowed."
}
	at com.ringcentral.RestClient.request(RestClient.java:207)
	at com.ringcentral.RestClient.authorize(RestClient.java:98)
	at com.example.Main.main(Main.java:19)`,
    ...certain(['OAU-142'], /account/, 'administrator'),
  },
  {
    id: 'second-trace-java-spring-oauth2',
    form: 'java sdk',
    paste: `org.springframework.security.oauth2.core.OAuth2AuthorizationException: [invalid_request] Unsupported grant type
	at org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler.handleError(OAuth2ErrorResponseErrorHandler.java:70)
	at org.springframework.security.oauth2.client.endpoint.DefaultClientCredentialsTokenResponseClient.getResponse(DefaultClientCredentialsTokenResponseClient.java:86)
	at org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider.authorize(ClientCredentialsOAuth2AuthorizedClientProvider.java:75)`,
    ...likely(
      ['OAU-250', 'X20', 'LINT-213', 'LINT-155', 'OAU-270'],
      /grant|client_credentials|client credentials/,
    ),
  },
  {
    id: 'second-trace-java-unknown-host',
    form: 'java sdk',
    paste: `java.net.UnknownHostException: platform.ringcentral.co
	at java.base/sun.nio.ch.NioSocketImpl.connect(NioSocketImpl.java:567)
	at okhttp3.internal.connection.RealConnection.connectSocket(RealConnection.kt:295)
	at com.ringcentral.RestClient.authorize(RestClient.java:98)`,
    ...likely(['LINT-050', 'LINT-220'], /host|platform\.ringcentral\.com|name|address/),
  },
  {
    id: 'second-trace-dotnet-cancelled-only',
    form: 'dotnet sdk',
    paste: `System.Threading.Tasks.TaskCanceledException: A task was canceled.
   at System.Runtime.CompilerServices.TaskAwaiter.ThrowForNonSuccess(Task task)
   at Contoso.Phone.SignInWindow.<SignIn>d__11.MoveNext()`,
    ...cannotTell(
      /no |nothing|timeout|cancel|time/,
      /answer|response|log|network|message|code|HTTP/,
    ),
  },
  {
    id: 'second-headers-429',
    form: 'header dump',
    paste: `HTTP/1.1 429 Too Many Requests
Server: nginx
Date: Thu, 26 Nov 2026 09:00:04 GMT
Retry-After: 60
X-Rate-Limit-Group: auth
X-Rate-Limit-Limit: 5
X-Rate-Limit-Remaining: 0
X-Rate-Limit-Window: 60`,
    ...likely(['CMN-301', 'LINT-223', 'LINT-309'], /60|wait|rate|limit/),
  },
  {
    id: 'second-headers-bearer-without-token',
    form: 'header dump',
    paste: `GET /restapi/v1.0/account/~/extension/~ HTTP/1.1
Host: platform.ringcentral.com
User-Agent: okhttp/4.12.0
Authorization: Bearer null
Accept: application/json`,
    ...certain(['LINT-253'], /null/),
  },
  {
    id: 'second-headers-basic-at-api',
    form: 'header dump',
    paste: `GET /restapi/v1.0/account/~/call-log HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ${basicOfApp}
Accept: */*

HTTP/1.1 401 Unauthorized
{"errorCode":"OAU-151","message":"Authorization method not supported","errors":[{"errorCode":"OAU-151","message":"Authorization method not supported"}]}`,
    secrets: [basicOfApp],
    ...certain(['LINT-257', 'OAU-151'], /Basic|Bearer/),
  },
  {
    id: 'second-headers-invalid-client',
    form: 'header dump',
    paste: `HTTP/1.1 400 Bad Request
Content-Type: application/json;charset=UTF-8
WWW-Authenticate: Bearer realm="RingCentral REST API", error="invalid_client", error_description="Invalid client application: [EXAMPLEold]"
RCRequestId: 5a0c1b2e-0000-11f0-9c1d-005056bf0001
RoutingKey: SJC11P01`,
    ...certain(['OAU-153', 'LINT-210', 'LINT-175'], /client/),
  },
  {
    id: 'second-headers-healthy',
    form: 'header dump',
    paste: `HTTP/2 200
content-type: application/json;charset=UTF-8
cache-control: no-store
pragma: no-cache
x-rate-limit-group: auth
x-rate-limit-limit: 5
x-rate-limit-remaining: 4
x-rate-limit-window: 60`,
    ...nothing,
  },
  {
    id: 'second-authorize-right-web',
    form: 'authorize url',
    paste: `${authorizeUrl}?response_type=code&client_id=${clientId}&redirect_uri=${callback}&state=${state}&code_challenge=${challenge}&code_challenge_method=S256&prompt=login%20consent`,
    settings: webApp,
    ...nothing,
  },
  {
    id: 'second-authorize-right-display',
    form: 'authorize url',
    paste: `Is this the right link for our page?
${authorizeUrl}?client_id=${clientId}&response_type=code&code_challenge_method=S256&code_challenge=${challenge}&state=${state}&redirect_uri=${page}&display=page&prompt=login`,
    settings: pageApp,
    ...nothing,
  },
  {
    id: 'second-authorize-trailing-slash',
    form: 'authorize url',
    paste: `${authorizeUrl}?response_type=code&client_id=${clientId}&redirect_uri=${callback}%2F&state=${state}&code_challenge=${challenge}&code_challenge_method=S256`,
    settings: webApp,
    ...certain(['LINT-019', 'OAU-109'], /slash/),
  },
  {
    id: 'second-authorize-verifier-in-it',
    form: 'authorize url',
    paste: `${authorizeUrl}?display=touch&response_type=code&client_id=${clientId}&redirect_uri=${page}&state=${state}&code_challenge=${challenge}&code_challenge_method=S256&code_verifier=${verifier}`,
    settings: pageApp,
    secrets: [verifier],
    ...certain(['LINT-049'], /verifier/),
  },
  {
    id: 'second-authorize-standard-base64',
    form: 'authorize url',
    paste: `${authorizeUrl}?ui_locales=de-DE&response_type=code&client_id=${clientId}&redirect_uri=${page}&state=${state}&code_challenge=${encodeURIComponent(wrongChallenge.standardBase64)}&code_challenge_method=S256`,
    ...certain(['LINT-044', 'LINT-045'], /base64/),
  },
  {
    id: 'second-authorize-camel-case',
    form: 'authorize url',
    paste: `${authorizeUrl}?responseType=code&clientId=${clientId}&redirectUri=${callback}&state=${state}`,
    ...certain(
      ['LINT-006', 'LINT-010', 'LINT-011', 'LINT-014'],
      /client_id|response_type|redirect_uri/,
    ),
  },
  {
    id: 'second-authorize-no-pkce-page',
    form: 'authorize url',
    paste: `<a href="${authorizeUrl}?response_type=code&client_id=${clientId}&redirect_uri=${page}&state=${state}">Connect RingCentral</a>`,
    settings: pageApp,
    ...certain(['LINT-040', 'X13'], /PKCE|code_challenge/),
  },
  {
    id: 'second-authorize-path-without-restapi',
    form: 'authorize url',
    paste: `https://platform.ringcentral.com/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=${callback}&state=${state}&code_challenge=${challenge}&code_challenge_method=S256
gives AGW-404 Resource not found`,
    ...certain(['LINT-050', 'AGW-404'], /restapi|path/),
  },
  {
    id: 'second-code-141-alone',
    form: 'code alone',
    paste: 'OAU-141 for a new colleague whose welcome mail was never opened',
    ...likely(['OAU-141'], /activat|enable|state|disabled/, 'administrator'),
  },
  {
    id: 'second-code-110-alone',
    form: 'code alone',
    paste: 'oau 110 since we have two apps in one backend??',
    ...certain(['OAU-110'], /client|app/),
  },
  {
    id: 'second-code-agw-402',
    form: 'code alone',
    paste: 'Our gateway team sees AGW-402 on every call, what is it?',
    ...likely(['AGW-402', 'LINT-251'], /Authorization|scheme|Bearer/),
  },
  {
    id: 'second-code-unknown-number',
    form: 'code alone',
    paste: 'We get OAU-999. Please advise.',
    ...cannotTell(/not known|unknown|no |not /, /text|message|answer|response|body/),
  },
  {
    id: 'second-picture-console-form',
    form: 'picture in words',
    paste:
      '[Screenshot] Developer console, app settings. Auth: "JWT auth flow" is chosen. Issue refresh tokens: No. Below it a browser window with the text "No redirect URI is registered for this client application".',
    ...certain(['OAU-113', 'X21'], /redirect/),
  },
  {
    id: 'second-picture-consent-refused',
    form: 'picture in words',
    paste:
      'The screen shows the address bar with ...example.com/oauth/callback?error=access_denied&error_description=... and an otherwise white page. The user says she pressed the grey button.',
    ...likely(['LINT-110'], /denied|declin|refus|consent|cancel/, 'user'),
  },
  {
    id: 'second-picture-spinner',
    form: 'picture in words',
    paste: '(attached image: a white window with a turning wheel, titled "Sign in - RingCentral")',
    ...cannotTell(/no |nothing|picture|image|words/, /text|console|address|message|code|network/),
  },
  {
    id: 'second-healthy-docs-curl',
    form: 'curl',
    paste: `curl -X POST https://platform.ringcentral.com/restapi/oauth/token \\
  -u "<your client ID>:<your client secret>" \\
  -H "Content-Type: application/x-www-form-urlencoded" \\
  -d "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer" \\
  -d "assertion=<your JWT>"`,
    ...nothing,
  },
  {
    id: 'second-healthy-docs-json',
    form: 'json body',
    paste: `{
  "access_token": "YOUR_ACCESS_TOKEN",
  "token_type": "bearer",
  "expires_in": 3600,
  "refresh_token": "YOUR_REFRESH_TOKEN",
  "refresh_token_expires_in": 604800,
  "scope": "ReadAccounts ReadCallLog",
  "owner_id": "400101",
  "endpoint_id": "EXAMPLEendpoint"
}`,
    ...nothing,
  },
  {
    id: 'second-healthy-docs-env',
    form: 'key: value block',
    paste: `# .env.example, copy to .env and fill in
RC_SERVER_URL=https://platform.ringcentral.com
RC_APP_CLIENT_ID=
RC_APP_CLIENT_SECRET=
RC_USER_JWT=`,
    ...nothing,
  },
  {
    id: 'second-healthy-docs-authorize',
    form: 'authorize url',
    paste: `https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&redirect_uri={redirect_uri}&client_id={client_id}&state={state}&code_challenge={code_challenge}&code_challenge_method=S256`,
    ...nothing,
  },
  {
    id: 'second-healthy-transcript',
    form: 'curl -v',
    paste: `> POST /restapi/oauth/token HTTP/2
> Host: platform.ringcentral.com
> authorization: Basic ***
> content-type: application/x-www-form-urlencoded
>
< HTTP/2 200
< content-type: application/json;charset=UTF-8
< cache-control: no-store
<
{"access_token":"***","token_type":"bearer","expires_in":3600,"refresh_token":"***","refresh_token_expires_in":604800,"scope":"ReadAccounts SMS","owner_id":"400101"}
> GET /restapi/v1.0/account/~/extension/~ HTTP/2
> authorization: Bearer ***
>
< HTTP/2 200`,
    ...nothing,
  },
  {
    id: 'second-healthy-finished-log',
    form: 'log',
    paste: `12:00:00 sync started
12:00:01 token from cache, 41 min left
12:00:04 GET /restapi/v1.0/account/~/extension 200 (212 records)
12:00:09 GET /restapi/v1.0/account/~/phone-number 200 (340 records)
12:00:09 sync finished: 0 failed`,
    ...nothing,
  },
  {
    id: 'second-healthy-thanks',
    form: 'symptom in prose',
    paste:
      'Thanks, after we registered the new redirect URI the sign-in works again for everybody. You can close the ticket.',
    ...nothing,
  },
  {
    id: 'second-other-company-google',
    form: 'json body',
    paste: `{
  "error": "redirect_uri_mismatch",
  "error_description": "Bad Request",
  "error_uri": "https://developers.google.com/identity/protocols/oauth2/web-server"
}
POST https://oauth2.googleapis.com/token`,
    ...cannotTell(
      /Google|not RingCentral|another|other/,
      /RingCentral|request|answer|which|redirect/,
      ['LINT-214', 'LINT-001'],
    ),
  },
  {
    id: 'second-other-company-microsoft',
    form: 'message text alone',
    paste:
      "AADSTS50011: The redirect URI 'https://app.example.com/signin-oidc' specified in the request does not match the redirect URIs configured for the application. Trace ID: 7c1d0000-0000-4000-8000-000000000000",
    ...cannotTell(
      /Microsoft|Entra|not RingCentral|another|other/,
      /RingCentral|request|answer|which|Microsoft/,
      ['LINT-001'],
    ),
  },
  {
    id: 'second-healthy-api-call',
    form: 'curl',
    paste: `curl -s https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~ -H "Authorization: Bearer ${accessToken}"
{"uri":"https://platform.ringcentral.com/restapi/v1.0/account/400100/extension/400101","id":400101,"extensionNumber":"101","type":"User","status":"Enabled"}`,
    secrets: [accessToken],
    ...nothing,
  },
  {
    id: 'second-source-vba-password-in-file',
    form: 'source of a login',
    paste: `Dim http As Object
Set http = CreateObject("MSXML2.ServerXMLHTTP.6.0")
http.Open "POST", "https://platform.ringcentral.com/restapi/oauth/token", False
http.setRequestHeader "Content-Type", "application/x-www-form-urlencoded"
http.setRequestHeader "Authorization", "Basic ${basicOfApp}"
http.send "grant_type=password&username=101&password=${password}"
MsgBox http.responseText`,
    secrets: [basicOfApp, password],
    ...certain(['LINT-156', 'X12', 'OAU-251'], /password|JWT/),
  },
  {
    id: 'second-source-python-jwt-quotes',
    form: 'source of a login',
    paste: `sdk = SDK(os.environ["RC_ID"], os.environ["RC_SECRET"], "https://platform.ringcentral.com")
platform = sdk.platform()
platform.login(jwt='"${jwt}"')  # copied with the quotes from the .env`,
    secrets: [jwt],
    ...certain(['LINT-179', 'OAU-331', 'OAU-345'], /quot/),
  },
]);

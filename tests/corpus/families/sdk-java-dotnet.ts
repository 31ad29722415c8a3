import { cannotTell, certain, family, likely } from '../family.ts';
import { basicOfApp, clientId, clientSecret, code, password } from '../fake.ts';
import { classicJob, classicWebApp, webApp } from '../settings.ts';

/** What the Java and .NET libraries print, by their formatting code; both put requests into it. */
export const sdkJavaDotnet = family('java sdk', [
  {
    id: 'java-251-password-in-body',
    paste: `com.ringcentral.RestException: HTTP Response
=============
status code: 400

Server: nginx
Date: Wed, 25 Nov 2026 07:12:44 GMT
Content-Type: application/json
RCRequestId: 5d0e1f2a-0000-11f1-0000-0050560000ad
RoutingKey: SJC01P01

{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for this grant type"
  } ],
  "error_description" : "Unauthorized for this grant type"
}

HTTP Request
============
HTTP POST https://platform.ringcentral.com/restapi/oauth/token

Authorization: ██
Content-Type: application/x-www-form-urlencoded

grant_type=password&username=%2B12025550143&extension=101&password=${password}`,
    settings: classicJob,
    secrets: [password],
    people: ['%2B12025550143'],
    ...certain(['X12', 'OAU-251', 'LINT-156'], /password[\s\S]*JWT|JWT/),
  },
  {
    id: 'java-153-null-secret',
    paste: `com.ringcentral.RestException: HTTP Response
=============
status code: 400

Content-Type: application/json

{
  "error" : "invalid_client",
  "errors" : [ {
    "errorCode" : "OAU-146",
    "message" : "Invalid client credentials"
  } ]
}

HTTP Request
============
HTTP POST https://platform.ringcentral.com/restapi/oauth/token

Authorization: Basic ${Buffer.from(`${clientId}:null`).toString('base64')}

grant_type=authorization_code&code=${code}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback`,
    settings: webApp,
    secrets: [code],
    ...certain(['OAU-146', 'LINT-169', 'LINT-253'], /null/),
  },
  {
    id: 'java-log-line-before',
    paste: `INFO: [HTTP POST 429] /restapi/oauth/token, rc-request-id: 5d0e1f2a-0000-11f1-0000-0050560000ae
com.ringcentral.RestException: HTTP Response
=============
status code: 429

Retry-After: 60
X-Rate-Limit-Group: auth
X-Rate-Limit-Limit: 5
X-Rate-Limit-Remaining: 0
X-Rate-Limit-Window: 60

{ "errorCode" : "CMN-301", "message" : "Request rate exceeded", "errors" : [ { "errorCode" : "CMN-301", "message" : "Request rate exceeded" } ] }`,
    ...certain(['CMN-301', 'LINT-223', 'LINT-309'], /60|minute|keep|Retry-After/),
  },
  {
    id: 'java-unknown-host',
    paste: `java.net.UnknownHostException: platform.devtest.ringcentral.com: Name or service not known
	at com.ringcentral.RestClient.authorize(RestClient.java:131)`,
    ...likely(['LINT-175', 'LINT-050', 'OAU-165'], /devtest|sandbox/),
  },
  {
    id: 'java-spring-security-client',
    paste: `org.springframework.security.oauth2.core.OAuth2AuthorizationException: [invalid_token_response] An error occurred while attempting to retrieve the OAuth 2.0 Access Token Response: 400 Bad Request: "{<EOL>  "error" : "invalid_redirect_uri",<EOL>  "errors" : [ {<EOL>    "errorCode" : "OAU-109",<EOL>    "message" : "Redirect URIs do not match"<EOL>  } ],<EOL>  "error_description" : "Redirect URIs do not match"<EOL>}"`,
    ...certain(['OAU-109', 'LINT-159', 'LINT-019'], /redirect/),
  },
  {
    id: 'java-npe-after-login',
    paste: `Exception in thread "main" java.lang.NullPointerException: Cannot read field "access_token" because "this.token" is null
	at com.ringcentral.RestClient.request(RestClient.java:204)
	at Main.main(Main.java:21)`,
    ...likely([], /authorize|login|sign(ed)? in|no token/),
  },
  {
    id: 'dotnet-rest-exception-basic',
    form: 'dotnet sdk',
    paste: `RingCentral.RestException: Response:
StatusCode: 400, ReasonPhrase: 'Bad Request', Version: 1.1, Content: System.Net.Http.HttpConnectionResponseContent, Headers:
{
  Server: nginx
  rcrequestid: 5d0e1f2a-0000-11f1-0000-0050560000af
  Content-Type: application/json
}
Content: {
  "error" : "invalid_request",
  "errors" : [ {
    "errorCode" : "OAU-473",
    "message" : "The client [${clientId}] is not allowed to use this personal API Key"
  } ]
}

Request:
Method: POST, RequestUri: 'https://platform.ringcentral.com/restapi/oauth/token', Version: 1.1, Content: System.Net.Http.FormUrlEncodedContent, Headers:
{
  Authorization: Basic ${basicOfApp}
  Content-Type: application/x-www-form-urlencoded
}
Content: <content has been disposed by HttpClient>`,
    secrets: [basicOfApp],
    ...certain(['OAU-473', 'X18'], /JWT/),
  },
  {
    id: 'dotnet-rest-exception-106',
    form: 'dotnet sdk',
    paste: `Unhandled exception. RingCentral.RestException: Response:
StatusCode: 400, ReasonPhrase: 'Bad Request', Version: 1.1, Headers:
{
  rcrequestid: 5d0e1f2a-0000-11f1-0000-0050560000b0
}
Content: { "error" : "invalid_grant", "errors" : [ { "errorCode" : "OAU-106", "message" : "Invalid authorization code" } ] }

Request:
Method: POST, RequestUri: 'https://platform.ringcentral.com/restapi/oauth/token', Version: 1.1, Headers:
{
  Authorization: Basic ${basicOfApp}
}
Content: grant_type=authorization_code&code=U0pDMTFQMDFQQVMwMXxFWEFNUExFLWNvZGU%253D&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback&client_id=${clientId}`,
    settings: webApp,
    secrets: [basicOfApp, 'U0pDMTFQMDFQQVMwMXxFWEFNUExFLWNvZGU%253D'],
    ...likely(['OAU-106', 'LINT-157', 'LINT-122'], /encoded|decode|twice/),
  },
  {
    id: 'dotnet-http-request-exception',
    form: 'dotnet sdk',
    paste: `System.Net.Http.HttpRequestException: Response status code does not indicate success: 401 (Unauthorized).
   at System.Net.Http.HttpResponseMessage.EnsureSuccessStatusCode()
   at Sync.Program.GetToken() in C:\\src\\Sync\\Program.cs:line 48`,
    ...cannotTell(
      /body|EnsureSuccessStatusCode|does not (say|show)/,
      /body|content|errorCode|answer/,
    ),
  },
  {
    id: 'dotnet-tls-10',
    form: 'dotnet sdk',
    paste: `System.Net.WebException: The request was aborted: Could not create SSL/TLS secure channel.
   at System.Net.HttpWebRequest.GetRequestStream()
   at RingCentral.SDK.Http.Client (.NET Framework 4.5)`,
    ...likely([], /TLS/),
  },
  {
    id: 'aspnet-exception-message-140',
    form: 'asp.net json',
    paste: `{
    "Message": "An error has occurred.",
    "ExceptionMessage": "Invalid resource owner credentials.",
    "ExceptionType": "RingCentral.Http.ApiException",
    "StackTrace": "   at RingCentral.SDK.Http.Client.Send(HttpRequestMessage request)"
}`,
    ...certain(['OAU-140', 'X12'], /password|user/, 'user'),
  },
  {
    id: 'aspnet-inner-exception',
    form: 'asp.net json',
    paste: `{"Message":"An error has occurred.","ExceptionMessage":"One or more errors occurred.","ExceptionType":"System.AggregateException","InnerException":{"ExceptionMessage":"Redirect URIs do not match","ExceptionType":"RingCentral.Http.ApiException"}}`,
    settings: classicWebApp,
    ...certain(['OAU-109', 'LINT-019', 'LINT-159'], /redirect/),
  },
  {
    id: 'aspnet-generic',
    form: 'asp.net json',
    paste: `{"Message":"An error has occurred."}`,
    ...cannotTell(/nothing|no answer|hides|does not/, /log|exception|detail|answer|body/),
  },
  {
    id: 'csharp-constructor-with-secret',
    form: 'dotnet sdk',
    paste: `var rc = new RestClient("${clientId}", "${clientSecret}", "https://platform.ringcentral.com");
await rc.Authorize("+12025550128", "101", "${password}");
// RingCentral.RestException ... "errorCode" : "OAU-251"`,
    secrets: [clientSecret, password],
    people: ['+12025550128'],
    ...certain(['OAU-251', 'LINT-156', 'LINT-212', 'X12'], /password[\s\S]*(JWT|ended)|JWT/),
  },
]);

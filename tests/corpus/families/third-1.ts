import { certain, family, likely } from '../family.ts';
import { basic, clientId, jwtOfDevtest, tokenUrl } from '../fake.ts';
import { classicJob, jwtApp, webApp, webAppWithoutRefresh } from '../settings.ts';

/** A third look by somebody who has not seen the rules: mails, chats, pictures and tools without code. */
export const third1 = family('symptom in prose', [
  {
    id: 'third-mail-zapier-password',
    people: ['dana@shop.example.com'],
    paste: `From: Dana <dana@shop.example.com>
Sent: Wednesday, 18 November 2026 09:12
Subject: RE: RE: [Ticket 48112] Zap stopped

Hi again,
your colleague asked for the settings of the Zap. Step 3 is "Webhooks by Zapier, POST", URL https://platform.ringcentral.com/restapi/oauth/token, payload type form, data:
  grant_type | password
  username | (main number)
  extension | 101
  password | ********
Zapier says: The app returned "Unauthorized for this grant type". I think our Zapier plan was downgraded.

Kind regards
Dana
> On Tue, Support wrote:
> Could you send the settings of the step?`,
    ...certain(['OAU-251', 'X12', 'X1', 'X2', 'LINT-156', 'LINT-212', 'OAU-125'], /password/),
  },
  {
    id: 'third-power-automate-json-body',
    form: 'log',
    paste: `INPUTS
{
  "uri": "https://platform.ringcentral.com/restapi/oauth/token",
  "method": "POST",
  "headers": { "Content-Type": "application/json", "Authorization": "*sanitized*" },
  "body": { "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": "*sanitized*" }
}
OUTPUTS
{
  "statusCode": 400,
  "headers": { "Content-Type": "application/json;charset=UTF-8" },
  "body": { "error": "invalid_request", "errors": [ { "errorCode": "OAU-250", "message": "Unsupported grant type" } ], "error_description": "Unsupported grant type" }
}
The HTTP action in Power Automate. We assume JWT is not switched on for our account?`,
    ...certain(['LINT-151', 'OAU-250', 'LINT-213'], /JSON|urlencoded|form[- ]encod/),
  },
  {
    id: 'third-postman-same-refresh-token-next-day',
    form: 'postman in words',
    paste: `In Postman I saved a request with grant_type refresh_token and the refresh token from yesterday's login. Yesterday it returned a new access token. Today the very same saved request returns 400 "Token not found". The refresh token should be good for 7 days so this is a bug on your side.`,
    ...likely(
      ['OAU-213', 'LINT-177', 'LINT-211'],
      /used|once|new refresh token|newest|last|rotat|replac/,
    ),
  },
  {
    id: 'third-make-old-domain-redirect',
    form: 'picture in words',
    paste: `(typed from the screenshot)
--- window title: Create a connection
Redirect URIs do not match   OAU-109
--- Make, OAuth 2.0 custom app, Redirect URI: https://www.integromat.com/oauth/cb/oauth2
--- RingCentral console, OAuth Redirect URI: https://www.make.com/oauth/cb/oauth2`,
    ...certain(['OAU-109', 'LINT-019', 'LINT-159'], /redirect/),
  },
  {
    id: 'third-n8n-empty-client',
    form: 'log',
    paste: `ERROR: Bad request - please check your parameters
{
  "errorMessage": "Bad request - please check your parameters",
  "errorDescription": "Invalid client: ",
  "errorDetails": {
    "rawErrorMessage": [ "400 - {\\"error\\":\\"invalid_client\\",\\"errors\\":[{\\"errorCode\\":\\"OAU-153\\",\\"message\\":\\"Invalid client: \\",\\"parameters\\":[{\\"parameterName\\":\\"client_id\\",\\"parameterValue\\":\\"\\"}]}]}" ],
    "httpCode": "400"
  },
  "n8nDetails": { "nodeName": "RC token", "nodeType": "n8n-nodes-base.httpRequest", "nodeVersion": 4.2, "n8nVersion": "1.118.1 (Cloud)" }
}`,
    ...likely(['OAU-153', 'LINT-169', 'LINT-210', 'OAU-123'], /Basic|header|empty|no client id/),
  },
  {
    id: 'third-mail-guess-firewall-473',
    people: ['p.novak@acme.example.org'],
    paste: `Dear support,

since we moved to the new data center our job cannot log in. Our network team has already opened 443 to platform.ringcentral.com, we suspect that the new egress address is not on your allow list. Could you whitelist 203.0.113.40?

Below what the job prints. We also made a new app "Reporting 2" on that day and took its keys.

ERROR token: 400 {"error":"invalid_request","errors":[{"errorCode":"OAU-473","message":"The client [EXAMPLE..masked..] is not allowed to use this personal API Key"}],"error_description":"The client [EXAMPLE..masked..] is not allowed to use this personal API Key"}

P. Novak | Infrastructure | p.novak@acme.example.org | This e-mail is confidential.`,
    settings: jwtApp,
    ...certain(['OAU-473', 'X18'], /JWT|credential|personal API key/),
  },
  {
    id: 'third-mail-de-jwt-line-break',
    language: 'de',
    paste: `Hallo zusammen,

wir haben den JWT aus der Konsole in die .env-Datei kopiert, er steht dort jetzt über drei Zeilen, weil der Editor umbricht. Beim Start kommt dann:

  error: invalid_request
  error_description: Invalid assertion signature

Kann es sein, dass unser Zertifikat abgelaufen ist?

Viele Grüße
i. A. K. Lindner`,
    ...likely(
      ['OAU-345', 'LINT-179', 'LINT-180', 'LINT-004'],
      /signature|line|cut|whole|copied|truncat|altered/,
    ),
  },
  {
    id: 'third-fr-picture-third-party',
    form: 'picture in words',
    language: 'fr',
    paste: `Bonjour, je recopie la capture d'écran de notre assistante (poste 112) :
« Error : invalid_client
[ThirdPartyAppAccess] permission required »
Son mot de passe est bon, elle entre sans souci dans l'application RingCentral. Le client_secret serait-il faux ?`,
    ...certain(['CMN-408', 'X23'], /role|permission|Third/, 'administrator'),
  },
  {
    id: 'third-es-redirect-localhost',
    language: 'es',
    paste: `Buenas tardes: en mi máquina usamos redirect_uri=http://localhost:3000/callback y RingCentral responde "Redirect URIs do not match" (OAU-109). En el servidor funciona bien. ¿Está bloqueado localhost?`,
    settings: webApp,
    ...certain(['OAU-109', 'LINT-019', 'LINT-159', 'LINT-018'], /redirect/),
  },
  {
    id: 'third-ja-make-row-per-token',
    form: 'log',
    language: 'ja',
    paste: `Make のシナリオで、スプレッドシートの 1 行ごとに「トークン取得 → SMS 送信」を実行しています。
6 行目から毎回エラーになります。
Bundle 6: [429] {"errorCode":"CMN-301","message":"Request rate exceeded","errors":[{"errorCode":"CMN-301","message":"Request rate exceeded"}]}
SMS の送信枠を増やしてもらえますか。`,
    ...likely(['CMN-301', 'LINT-223', 'LINT-309'], /rate|per minute|token|limit|sign/),
  },
  {
    id: 'third-chat-hourly-logout-settings',
    paste: `[10:02] Mei: everybody is kicked out of the dashboard again
[10:02] Mei: exactly one hour after login
[10:04] Oleg: I printed what we store: {"access_token":"****","token_type":"bearer","expires_in":3600,"scope":"ReadAccounts ReadCallLog","owner_id":"400101","endpoint_id":"****"}
[10:05] Oleg: no idea, redis TTL maybe?`,
    settings: webAppWithoutRefresh,
    ...certain(['LINT-216', 'X8', 'X7'], /refresh/),
  },
  {
    id: 'third-picture-113-by-hand',
    form: 'picture in words',
    paste: `Cant copy the text so I type it: the white page says "error": "invalid_client" and under it No redirect URI is registered for this client application, and (OAU – 113). Client id is right, I checked it three times!!`,
    ...certain(['OAU-113', 'X21'], /redirect/),
  },
  {
    id: 'third-mail-sandbox-jwt-in-production',
    form: 'curl',
    secrets: [jwtOfDevtest],
    paste: `> Which command did you run exactly?
This one, first line of the answer included:

curl -s -u "$RC_ID:$RC_SECRET" ${tokenUrl} \\
  -d grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer \\
  -d assertion=${jwtOfDevtest}
{"error":"invalid_request","errors":[{"errorCode":"OAU-345","message":"Invalid assertion signature"}]}

The JWT is from last year, it was fine in the sandbox.`,
    ...certain(
      ['OAU-345', 'LINT-180', 'LINT-175', 'LINT-050'],
      /sandbox|devtest|environment|audience|aud\b/,
    ),
  },
  {
    id: 'third-callback-user-said-no',
    form: 'callback url',
    paste: `User 104 says the connect button "does nothing". In her history I see
https://app.example.com/oauth/callback?error=access_denied&error_description=User+denied+access&state=5f…9c`,
    ...likely(['LINT-110', 'CMN-408', 'X23'], /denied|declin|refus|cancel|consent|said no/, 'user'),
  },
  {
    id: 'third-prose-colleague-jwt-for-all',
    paste: `We send SMS for twelve employees with one JWT, made by the administrator. Each message goes out from the administrator's number; when the code puts another employee's number in "from", the API answers 403 CMN-408 "In order to call this API endpoint, user needs to have [OutboundSMS] permission for requested resource."`,
    ...likely(
      ['CMN-408', 'X23', 'LINT-259'],
      /permission|each (user|employee|extension)|own JWT|role/,
      'administrator',
    ),
  },
  {
    id: 'third-curl-windows-single-quotes',
    form: 'curl for windows',
    paste: `Microsoft Windows [Version 10.0.26100.7171]
C:\\Users\\ops>curl -X POST https://platform.ringcentral.com/restapi/oauth/token -u %RC_ID%:%RC_SECRET% -d 'grant_type=refresh_token&refresh_token=%RT%'
{"error":"invalid_request","errors":[{"errorCode":"OAU-250","message":"Unsupported grant type"}],"error_description":"Unsupported grant type"}
'refresh_token' is not recognized as an internal or external command, operable program or batch file.`,
    ...likely(
      ['OAU-250', 'LINT-155', 'LINT-213', 'LINT-002', 'LINT-004'],
      /quot|apostrophe|&|grant_type/,
    ),
  },
  {
    id: 'third-curl-basic-id-only',
    form: 'curl -v',
    paste: `> POST /restapi/oauth/token HTTP/1.1
> Host: platform.ringcentral.com
> Authorization: Basic ${basic(clientId)}
> Content-Type: application/x-www-form-urlencoded
>
< HTTP/1.1 400 Bad Request
< WWW-Authenticate: Bearer realm="RingCentral REST API", error="invalid_client", error_description="Invalid client: "
< RCRequestId: 0e9d-masked
<
{"error":"invalid_client","errors":[{"errorCode":"OAU-153","message":"Invalid client: "...

Our developer is on leave. He said that the account is probably blocked.`,
    ...certain(['OAU-153', 'LINT-169', 'LINT-210'], /Basic|colon|secret|client id/),
  },
]);

/** The password job of the classic portal, told by its administrator. */
export const third1Classic = family('json cut or without braces', [
  {
    id: 'third-cut-resource-owner',
    paste: `[2026-11-12 08:00:07] local.ERROR: Client error: \`POST https://platform.ringcentral.com/restapi/oauth/token\` resulted in a \`400 Bad Request\` response:
{
  "error" : "invalid_grant",
  "errors" : [ {
    "errorCode" : "OAU-140",
    "message" : "Invalid resource owner cre (truncated...)
Nobody changed the code for three years. Ext. 101 got a new phone on Friday, could that be it?`,
    settings: classicJob,
    ...likely(['OAU-140', 'X12', 'LINT-156', 'LINT-211'], /password|extension|user name|number/),
  },
]);

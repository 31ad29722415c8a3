import { cannotTell, family, likely, nothing } from '../family.ts';
import { challenge, clientId, state, tokenUrl } from '../fake.ts';
import { jwtApp, webApp } from '../settings.ts';

const silent =
  /no (answer|error|code|message|cause|reason)|nothing|does not (say|show|hold)|without/;

/** A third look by somebody who has not seen the rules: what decides nothing, what is well, what is another's. */
export const third3 = family('symptom in prose', [
  {
    id: 'third-zapier-reconnect',
    paste: `Your Zap "New voicemail to Slack" was turned off because: Authentication failed. Please reconnect your RingCentral account.
Sent from my iPhone`,
    ...cannotTell(silent, /answer|error|code|message|body|log/),
  },
  {
    id: 'third-apex-timeout',
    form: 'log',
    paste: `System.CalloutException: Read timed out
Class.RC_TokenService.getToken: line 33, column 1
Class.RC_Batch.execute: line 12, column 1`,
    ...cannotTell(
      /no answer|nothing|timed? ?out|network|never/,
      /answer|network|proxy|status|body|request|again|log/,
    ),
  },
  {
    id: 'third-go-deadline',
    people: ['10.0.0.2'],
    form: 'log',
    paste: `2026/11/26 03:00:10 rc: Post "${tokenUrl}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)
2026/11/26 03:00:20 rc: Post "${tokenUrl}": dial tcp: lookup platform.ringcentral.com on 10.0.0.2:53: no such host`,
    ...likely(
      ['LINT-184', 'LINT-050'],
      /not reach|network|DNS|resolv|proxy|firewall/,
      'administrator',
    ),
  },
  {
    id: 'third-powershell-400-alone',
    form: 'powershell',
    paste: `Invoke-RestMethod: Response status code does not indicate success: 400 (Bad Request).
At line:14 char:10
+ $token = Invoke-RestMethod @params
+          ~~~~~~~~~~~~~~~~~~~~~~~~~`,
    ...cannotTell(
      /body|does not (say|show)|only the status|no (answer|code)|which/,
      /body|answer|response|errorCode|ErrorDetails/,
    ),
  },
  {
    id: 'third-cut-invalid-grant',
    form: 'json cut or without braces',
    paste: `{"error":"invalid_grant","errors":[{"err`,
    ...cannotTell(
      /invalid_grant|several|cut|which|many/,
      /errorCode|answer|whole|rest|body|request|code/,
    ),
  },
  {
    id: 'third-de-update-broke-it',
    language: 'de',
    paste: `Guten Morgen, seit dem gestrigen Update von eurem Plugin geht die RingCentral-Anbindung nicht mehr, bei keinem Mitarbeiter. Bitte dringend um Rückruf!
Mit freundlichen Grüßen, Zentrale (Nst. 100)`,
    ...cannotTell(silent, /answer|error|code|message|log|text/),
  },
  {
    id: 'third-attachment-only',
    form: 'picture in words',
    paste: `see attached

[cid:image001.png]
[image002.png]
Best, J.`,
    ...cannotTell(/picture|image|attach|nothing|no /, /type|words|code|text|message|answer/),
  },
  {
    id: 'third-spring-401-no-body',
    form: 'java sdk',
    paste: `org.springframework.web.client.HttpClientErrorException$Unauthorized: 401 Unauthorized: [no body]
	at org.springframework.web.client.HttpClientErrorException.create(HttpClientErrorException.java:106)
	at com.example.rc.CallLogReader.read(CallLogReader.kt:57)`,
    ...cannotTell(
      /body|does not (say|show)|only the status|no (answer|code)|which|401/,
      /body|answer|response|errorCode|header|request/,
    ),
  },
  {
    id: 'third-healthy-curl-jwt',
    form: 'curl -v',
    paste: `> POST /restapi/oauth/token HTTP/2
> Host: platform.ringcentral.com
> Authorization: Basic [removed]
> Content-Type: application/x-www-form-urlencoded
> Content-Length: 812
>
< HTTP/2 200
< content-type: application/json;charset=UTF-8
< cache-control: no-store
<
{"access_token":"[removed]","token_type":"bearer","expires_in":3600,"refresh_token":"[removed]","refresh_token_expires_in":604800,"scope":"ReadAccounts SMS","owner_id":"400101","endpoint_id":"[removed]"}
Is this how it should look?`,
    settings: jwtApp,
    ...nothing,
  },
  {
    id: 'third-healthy-n8n-run',
    form: 'log',
    paste: `n8n | 2026-11-26T05:00:00.018Z | info | Execution 8812 started: "Nightly call log"
n8n | 2026-11-26T05:00:00.611Z | info | node "RC token" finished, statusCode 200
n8n | 2026-11-26T05:00:01.907Z | info | node "Call log" finished, statusCode 200, 96 items
n8n | 2026-11-26T05:00:02.240Z | info | Execution 8812 finished successfully`,
    ...nothing,
  },
  {
    id: 'third-healthy-power-automate',
    form: 'log',
    paste: `{
  "statusCode": 200,
  "headers": { "Content-Type": "application/json;charset=UTF-8", "Cache-Control": "no-store" },
  "body": { "access_token": "*sanitized*", "token_type": "bearer", "expires_in": 3600, "refresh_token": "*sanitized*", "refresh_token_expires_in": 604800, "scope": "ReadCallLog", "owner_id": "400101" }
}`,
    ...nothing,
  },
  {
    id: 'third-healthy-authorize',
    form: 'authorize url',
    paste: `Please check before go-live:
https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback&state=${state}&code_challenge=${challenge}&code_challenge_method=S256`,
    settings: webApp,
    ...nothing,
  },
  {
    id: 'third-healthy-kotlin-challenge',
    form: 'source of a login',
    paste: `fun newVerifier(): String = ByteArray(32).also(SecureRandom()::nextBytes).let {
    Base64.encodeToString(it, Base64.URL_SAFE or Base64.NO_PADDING or Base64.NO_WRAP)
}
fun challengeOf(verifier: String): String =
    MessageDigest.getInstance("SHA-256").digest(verifier.toByteArray(Charsets.US_ASCII)).let {
        Base64.encodeToString(it, Base64.URL_SAFE or Base64.NO_PADDING or Base64.NO_WRAP)
    }
// S256, kept in the ViewModel's SavedStateHandle until the redirect arrives`,
    ...nothing,
  },
  {
    id: 'third-healthy-go-config',
    form: 'source of a login',
    paste: `conf := &oauth2.Config{
	ClientID:     os.Getenv("RC_CLIENT_ID"),
	ClientSecret: os.Getenv("RC_CLIENT_SECRET"),
	RedirectURL:  "https://app.example.com/oauth/callback",
	Endpoint: oauth2.Endpoint{
		AuthURL:   "https://platform.ringcentral.com/restapi/oauth/authorize",
		TokenURL:  "https://platform.ringcentral.com/restapi/oauth/token",
		AuthStyle: oauth2.AuthStyleInHeader,
	},
}
verifier := oauth2.GenerateVerifier()
url := conf.AuthCodeURL(state, oauth2.S256ChallengeOption(verifier))
// in the callback, after the state was compared:
tok, err := conf.Exchange(ctx, code, oauth2.VerifierOption(verifier))`,
    settings: webApp,
    ...nothing,
  },
  {
    id: 'third-healthy-powershell-form',
    form: 'powershell',
    paste: `$b64 = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes("$($env:RC_ID):$($env:RC_SECRET)"))
$token = Invoke-RestMethod -Method Post -Uri 'https://platform.ringcentral.com/restapi/oauth/token' \`
  -Headers @{ Authorization = "Basic $b64" } \`
  -Body @{ grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer'; assertion = $env:RC_JWT }
PS> $token.expires_in
3600`,
    ...nothing,
  },
  {
    id: 'third-other-google-redirect',
    form: 'message text alone',
    paste: `Access blocked: This app's request is invalid
You can't sign in because this app sent an invalid request.
Error 400: redirect_uri_mismatch
Request details: redirect_uri=https://app.example.com/google/callback flowName=GeneralOAuthFlow
https://accounts.google.com/signin/oauth/error`,
    ...cannotTell(
      /not (of |from |about )?RingCentral|another|other|Google|elsewhere|nothing/,
      /RingCentral/,
    ),
  },
  {
    id: 'third-other-entra-secret',
    form: 'json body',
    paste: `{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '00000000-0000-0000-0000-000000000001'. Trace ID: 00000000-0000-0000-0000-000000000002 Timestamp: 2026-11-25 10:11:12Z","error_codes":[7000215],"error_uri":"https://login.microsoftonline.com/error?code=7000215"}`,
    ...cannotTell(
      /not (of |from |about )?RingCentral|another|other|Microsoft|Entra|elsewhere|nothing/,
      /RingCentral/,
    ),
  },
  {
    id: 'third-other-table-of-codes',
    form: 'message text alone',
    paste: `Confluence > Telephony > RingCentral errors (last edited March 2024)

| Code | HTTP | Meaning | Who |
|---|---|---|---|
| OAU-106 | 400 | Invalid authorization code | Dev |
| OAU-109 | 400 | Redirect URIs do not match | Dev |
| OAU-146 | 401 | Invalid client credentials | Ops |
| OAU-213 | 400 | Token not found | Ops |
| CMN-301 | 429 | Request rate exceeded | Dev |`,
    ...cannotTell(
      /table|list|document|several|many|more than one|no (request|answer)|nothing|which/,
      /answer|which|your|error|code|log|happen|request/,
    ),
  },
]);

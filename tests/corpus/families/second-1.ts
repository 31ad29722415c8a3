import { cannotTell, certain, family, likely, nothing } from '../family.ts';
import {
  accessToken,
  basicOfApp,
  clientId,
  clientSecret,
  code,
  jwt,
  refreshToken,
  tokenUrl,
  verifier,
} from '../fake.ts';
import { classicJob, jwtApp, pageApp, webApp } from '../settings.ts';

const form = { name: 'Content-Type', value: 'application/x-www-form-urlencoded' };
const header = (name: string, value: string): object => ({ name, value });
const entry = (request: object, response: object, startedDateTime: string): object => ({
  startedDateTime,
  time: 84,
  request: { httpVersion: 'http/2.0', cookies: [], queryString: [], headers: [], ...request },
  response: { httpVersion: 'http/2.0', cookies: [], headers: [], redirectURL: '', ...response },
});
const har = (...entries: object[]): string =>
  JSON.stringify(
    { log: { version: '1.2', creator: { name: 'Firefox', version: '145.0' }, entries } },
    null,
    2,
  );
const answer = (status: number, statusText: string, body: object): object => ({
  status,
  statusText,
  content: { size: 120, mimeType: 'application/json', text: JSON.stringify(body) },
});
const adapter = 'https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/adapter.js';

/** A second look by somebody who writes no rules: logs, HARs, widgets and prose. */
export const second1 = family('log', [
  {
    id: 'second-log-winston-refresh-gone',
    paste: `{"level":"info","message":"refreshing RingCentral token","service":"dialer","timestamp":"2026-11-24T07:59:58.114Z"}
{"level":"error","message":"Token not found","service":"dialer","status":400,"body":{"error":"invalid_grant","errors":[{"errorCode":"OAU-213","message":"Token not found"}],"error_description":"Token not found"},"timestamp":"2026-11-24T07:59:58.402Z"}
{"level":"warn","message":"falling back to interactive sign-in","service":"dialer","timestamp":"2026-11-24T07:59:58.404Z"}`,
    ...likely(['OAU-213', 'LINT-177', 'LINT-211'], /refresh|used|revoked|session/),
  },
  {
    id: 'second-log-log4j-two-workers',
    paste: `2026-11-23 10:00:00,003 INFO  [worker-1] c.e.rc.TokenKeeper - refreshing with token ending 5l2g
2026-11-23 10:00:00,005 INFO  [worker-2] c.e.rc.TokenKeeper - refreshing with token ending 5l2g
2026-11-23 10:00:00,291 INFO  [worker-1] c.e.rc.TokenKeeper - stored new pair, ending 8Qza
2026-11-23 10:00:14,870 INFO  [worker-2] c.e.rc.TokenKeeper - retry, refreshing with token ending 5l2g
2026-11-23 10:00:15,120 ERROR [worker-2] c.e.rc.TokenKeeper - 400 invalid_grant OAU-213 Token not found`,
    ...likely(
      ['OAU-213', 'LINT-178', 'LINT-177'],
      /parallel|one|same refresh token|worker|twice|used/,
    ),
  },
  {
    id: 'second-log-waited-and-went-on',
    paste: `2026-11-20 02:00:01,220 INFO rc.client: POST /restapi/oauth/token 429 retry-after=60
2026-11-20 02:01:01,544 INFO rc.client: POST /restapi/oauth/token 200
2026-11-20 02:01:02,010 INFO rc.client: GET /restapi/v1.0/account/~/call-log 200
2026-11-20 02:01:02,012 INFO rc.export: 184 records written, done`,
    ...nothing,
  },
  {
    id: 'second-log-pino-login-per-call',
    paste: `[08:12:01.100] INFO (412): rc login ok
[08:12:01.480] INFO (412): sms sent to ext 101
[08:12:01.900] INFO (412): rc login ok
[08:12:02.310] INFO (412): sms sent to ext 102
[08:12:02.700] INFO (412): rc login ok
[08:12:03.090] INFO (412): sms sent to ext 103
[08:12:03.466] INFO (412): rc login ok
[08:12:03.851] INFO (412): sms sent to ext 104
[08:12:04.230] INFO (412): rc login ok
[08:12:04.601] INFO (412): sms sent to ext 105
[08:12:04.980] ERROR (412): rc login failed: 429 Request rate exceeded CMN-301`,
    ...likely(['CMN-301', 'LINT-309', 'LINT-223'], /rate|log ?in|sign|token/),
  },
  {
    id: 'second-log-monolog-laravel-grant',
    paste: `[2026-11-21 14:03:55] production.ERROR: Client error: \`POST https://platform.ringcentral.com/restapi/oauth/token\` resulted in a \`400 Bad Request\` response:
{"error":"unauthorized_client","errors":[{"errorCode":"OAU-251","message":"Unauthorized for this grant type"}],"error_descript (truncated...)
 {"userId":7,"exception":"[object] (GuzzleHttp\\\\Exception\\\\ClientException(code: 400)"}
[2026-11-21 14:03:55] production.DEBUG: rc params {"grant_type":"password","username":"101"}`,
    ...likely(['OAU-251', 'X12', 'LINT-156', 'LINT-212', 'OAU-125'], /password/),
  },
  {
    id: 'second-log-rails-callback-expired-code',
    people: ['192.0.2.14'],
    paste: `I, [2026-11-25T11:40:02.118 #91]  INFO -- : [a1f0] Started GET "/rc/callback?code=[FILTERED]&state=[FILTERED]&expires_in=60" for 192.0.2.14
I, [2026-11-25T11:40:02.121 #91]  INFO -- : [a1f0] Enqueued ExchangeCodeJob (default)
I, [2026-11-25T11:42:37.900 #14]  INFO -- : Performing ExchangeCodeJob
E, [2026-11-25T11:42:38.233 #14] ERROR -- : OAU-108 Authorization code is expired`,
    ...certain(['OAU-108', 'LINT-123', 'LINT-211'], /60|expire|once|at once|minute/),
  },
  {
    id: 'second-log-nginx-code-twice',
    people: ['192.0.2.20'],
    paste: `192.0.2.20 - - [25/Nov/2026:09:01:14 +0000] "GET /oauth/callback?code=***&state=***&expires_in=60 HTTP/2.0" 302 0
192.0.2.20 - - [25/Nov/2026:09:01:15 +0000] "GET /oauth/callback?code=***&state=***&expires_in=60 HTTP/2.0" 500 812
app[77]: 09:01:15 token exchange failed: invalid_grant: Invalid authorization code (OAU-106)`,
    ...likely(['OAU-106', 'LINT-158', 'LINT-211'], /twice|once|used|second/),
  },
  {
    id: 'second-log-serilog-wrong-secret',
    paste: `[09:30:11 INF] Requesting token from https://platform.ringcentral.com/restapi/oauth/token
[09:30:11 ERR] Token request failed {"StatusCode": 400, "Code": "OAU-146", "Message": "Invalid client credentials"}
[09:30:11 INF] Key vault version 3f of RingCentral--ClientSecret was used; current version is 41`,
    ...likely(['OAU-146', 'LINT-210', 'LINT-170'], /secret|credential/),
  },
  {
    id: 'second-log-go-no-auth-header',
    paste: `2026/11/26 18:22:09 GET https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~
2026/11/26 18:22:09 following redirect to gateway.example.com
2026/11/26 18:22:10 401 {"errorCode":"AGW-401","message":"Authorization header is not specified","errors":[{"errorCode":"AGW-401","message":"Authorization header is not specified"}]}`,
    ...likely(['AGW-401', 'LINT-250', 'LINT-263'], /header/),
  },
  {
    id: 'second-log-spring-jwt-not-for-this-app',
    paste: `2026-11-27T06:00:00.512Z  WARN 1 --- [scheduling-1] c.e.sync.RingCentralJob : token request answered 400
2026-11-27T06:00:00.513Z  WARN 1 --- [scheduling-1] c.e.sync.RingCentralJob : {"error":"invalid_request","errors":[{"errorCode":"OAU-473","message":"The client [${clientId}] is not allowed to use this personal API Key"}]}`,
    settings: jwtApp,
    ...certain(['OAU-473', 'X18'], /client|app|JWT|credential/),
  },
  {
    id: 'second-log-systemd-clock',
    paste: `Nov 26 03:00:01 pbx-sync rc[911]: system clock says 2024-01-01T03:00:01Z (no NTP)
Nov 26 03:00:01 pbx-sync rc[911]: cached access token is valid until 2026-11-25T04:00:00Z, not refreshing
Nov 26 03:00:02 pbx-sync rc[911]: 401 OAU-128 Access token expired.`,
    ...likely(['OAU-128', 'LINT-258', 'LINT-183'], /expire|refresh|clock/),
  },
  {
    id: 'second-log-healthy-day',
    paste: `2026-11-26T08:00:00.001Z INFO  auth: code exchanged, expires_in=3600
2026-11-26T08:55:00.004Z INFO  auth: refreshed, expires_in=3600
2026-11-26T09:50:00.006Z INFO  auth: refreshed, expires_in=3600
2026-11-26T10:45:00.003Z INFO  auth: refreshed, expires_in=3600
2026-11-26T10:45:02.517Z INFO  calls: GET /restapi/v1.0/account/~/call-log 200`,
    ...nothing,
  },
  {
    id: 'second-log-healthy-revoked-on-logout',
    paste: `DEBUG 17:59:58 rc: POST /restapi/oauth/revoke
DEBUG 17:59:58 rc: 200
INFO  17:59:58 session of extension 104 closed by its user
INFO  18:00:00 worker shut down normally, 0 errors`,
    ...nothing,
  },
  {
    id: 'second-log-ended-without-reason',
    paste: `2026-11-22 09:14:00 INFO  starting ringcentral login
2026-11-22 09:14:01 ERROR ringcentral login failed
2026-11-22 09:14:01 INFO  exit 1`,
    ...cannotTell(/no|nothing|answer|reason|failed/, /answer|body|response|code|message|error/),
  },
  {
    id: 'second-log-permission-user-role',
    paste: `2026-11-19 16:20:41 [warn] rc: ext 117 sign-in refused: invalid_client CMN-408 [ThirdPartyAppAccess] permission required
2026-11-19 16:21:10 [info] rc: ext 101 signed in
2026-11-19 16:22:55 [warn] rc: ext 118 sign-in refused: invalid_client CMN-408 [ThirdPartyAppAccess] permission required`,
    ...certain(['CMN-408', 'X23'], /role|permission|Third/, 'administrator'),
  },
  {
    id: 'second-har-refused-refresh',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'POST',
          url: tokenUrl,
          headers: [form, header('Origin', 'https://spa.example.com')],
          postData: {
            mimeType: 'application/x-www-form-urlencoded',
            text: `grant_type=refresh_token&refresh_token=${refreshToken}&client_id=${clientId}`,
          },
        },
        answer(400, 'Bad Request', {
          error: 'invalid_grant',
          errors: [{ errorCode: 'OAU-210', message: 'Token expired' }],
          error_description: 'Token expired',
        }),
        '2026-11-26T08:00:00.000Z',
      ),
    ),
    secrets: [refreshToken],
    ...likely(['OAU-210', 'LINT-211', 'LINT-177'], /expire|sign in|refresh/),
  },
  {
    id: 'second-har-json-token-request',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'POST',
          url: tokenUrl,
          headers: [header('Content-Type', 'application/json')],
          postData: {
            mimeType: 'application/json',
            text: JSON.stringify({
              grant_type: 'authorization_code',
              code,
              client_id: clientId,
              redirect_uri: 'https://spa.example.com/',
              code_verifier: verifier,
            }),
          },
        },
        answer(400, 'Bad Request', {
          error: 'invalid_request',
          errors: [{ errorCode: 'OAU-250', message: 'Unsupported grant type' }],
        }),
        '2026-11-26T08:10:00.000Z',
      ),
    ),
    secrets: [code, verifier],
    ...certain(['LINT-151', 'OAU-250', 'LINT-213'], /JSON|form|urlencoded/),
  },
  {
    id: 'second-har-preflight-failed',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'OPTIONS',
          url: tokenUrl,
          headers: [
            header('Origin', 'https://spa.example.com'),
            header('Access-Control-Request-Method', 'POST'),
            header('Access-Control-Request-Headers', 'authorization,x-trace'),
          ],
        },
        { status: 403, statusText: 'Forbidden', content: { size: 0, mimeType: 'text/plain' } },
        '2026-11-26T08:20:00.000Z',
      ),
      entry(
        { method: 'POST', url: tokenUrl, headers: [header('Origin', 'https://spa.example.com')] },
        { status: 0, statusText: '', content: { size: 0, mimeType: 'x-unknown' } },
        '2026-11-26T08:20:00.090Z',
      ),
    ),
    ...likely(['LINT-184', 'LINT-167'], /CORS|browser|preflight|origin/),
  },
  {
    id: 'second-har-sanitized-only-a-400',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'POST',
          url: tokenUrl,
          headers: [form],
          postData: { mimeType: 'application/x-www-form-urlencoded', text: '' },
        },
        {
          status: 400,
          statusText: 'Bad Request',
          content: { size: 0, mimeType: 'application/json' },
        },
        '2026-11-26T08:30:00.000Z',
      ),
    ),
    ...cannotTell(
      /sanitiz|body|bodies|removed|400|nothing|no /,
      /body|content|answer|response|sensitive/,
    ),
  },
  {
    id: 'second-har-healthy-refresh',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'POST',
          url: tokenUrl,
          headers: [form],
          postData: {
            mimeType: 'application/x-www-form-urlencoded',
            text: `grant_type=refresh_token&refresh_token=***&client_id=${clientId}`,
          },
        },
        {
          ...answer(200, 'OK', {
            access_token: '***',
            token_type: 'bearer',
            expires_in: 3600,
            refresh_token: '***',
            refresh_token_expires_in: 604_800,
          }),
          headers: [header('Cache-Control', 'no-store')],
        },
        '2026-11-26T08:40:00.000Z',
      ),
    ),
    ...nothing,
  },
  {
    id: 'second-har-secret-in-page',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'POST',
          url: tokenUrl,
          headers: [
            form,
            header('Authorization', `Basic ${basicOfApp}`),
            header('Origin', 'https://spa.example.com'),
            header('Sec-Fetch-Mode', 'cors'),
          ],
          postData: {
            mimeType: 'application/x-www-form-urlencoded',
            text: 'grant_type=authorization_code&code=***&redirect_uri=https%3A%2F%2Fspa.example.com%2F&code_verifier=***',
          },
        },
        answer(200, 'OK', { access_token: '***', token_type: 'bearer', expires_in: 3600 }),
        '2026-11-26T08:50:00.000Z',
      ),
    ),
    secrets: [basicOfApp],
    ...certain(['LINT-167'], /secret/),
  },
  {
    id: 'second-har-scope-missing',
    form: 'har',
    paste: har(
      entry(
        {
          method: 'POST',
          url: 'https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~/sms',
          headers: [header('Authorization', `Bearer ${accessToken}`)],
        },
        answer(403, 'Forbidden', {
          errorCode: 'InsufficientPermissions',
          message: 'In order to call this API endpoint, application needs to have [SMS] permission',
          permissionName: 'SMS',
          errors: [
            {
              errorCode: 'CMN-401',
              message:
                'In order to call this API endpoint, application needs to have [SMS] permission',
              permissionName: 'SMS',
            },
          ],
        }),
        '2026-11-26T09:00:00.000Z',
      ),
    ),
    secrets: [accessToken],
    ...certain(['CMN-401', 'LINT-259'], /SMS/),
  },
  {
    id: 'second-har-of-another-page',
    form: 'har',
    paste: har(
      entry(
        { method: 'GET', url: 'https://crm.example.com/contacts?page=2' },
        answer(200, 'OK', { contacts: [] }),
        '2026-11-26T09:10:00.000Z',
      ),
    ),
    ...cannotTell(/no |nothing|none|RingCentral/, /RingCentral|sign|record|token|log/, [
      'LINT-001',
    ]),
  },
  {
    id: 'second-widget-att-server',
    form: 'widget address',
    paste: `<script src="${adapter}?clientId=${clientId}&appServer=https://platform.ringcentral.com&brand=att"></script>
Our agents are on AT&T Office@Hand. They enter the right password and are told that the account is not found.`,
    ...likely(['X22', 'LINT-260', 'OAU-222'], /\.biz|brand|AT&T/),
  },
  {
    id: 'second-widget-client-id-missing',
    form: 'widget address',
    paste: `<script>
  (function() {
    var rcs = document.createElement("script");
    rcs.src = "${adapter}?client_id=${clientId}&redirectUri=https%3A%2F%2Fcrm.example.com%2Fredirect.html";
    document.body.appendChild(rcs);
  })();
</script>`,
    ...likely(['LINT-006', 'LINT-010'], /clientId|client_id/),
  },
  {
    id: 'second-widget-jwt-in-page',
    form: 'widget address',
    paste: `${adapter.replace('adapter.js', 'app.html')}?clientId=${clientId}&clientSecret=${clientSecret}&jwt=${jwt}`,
    secrets: [clientSecret, jwt],
    ...certain(['LINT-167', 'LINT-013', 'LINT-0A2', 'LINT-301'], /secret|JWT|credential/),
  },
  {
    id: 'second-widget-healthy-tag',
    form: 'widget address',
    paste: `<script src="${adapter}?clientId=${clientId}&redirectUri=https%3A%2F%2Fcrm.example.com%2Frc%2Fredirect.html"></script>
Works well, thank you. Just for your records.`,
    ...nothing,
  },
  {
    id: 'second-widget-jwt-app-behind-it',
    form: 'widget address',
    paste: `window.addEventListener('message', (e) => {
  if (e.data && e.data.type === 'rc-login-status-notify') console.log('loggedIn', e.data.loggedIn);
});
// loggedIn false, and in its console: POST /restapi/oauth/token 400 OAU-251 "Unauthorized for this grant type"`,
    settings: jwtApp,
    ...likely(
      ['OAU-251', 'LINT-212', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'X21'],
      /grant|JWT|code|method|3-legged|app/,
    ),
  },
  {
    id: 'second-widget-no-redirect-registered',
    form: 'widget address',
    paste: `${adapter}?clientId=${clientId}
The popup shows: OAU-113 No redirect URI is registered for this client application`,
    ...certain(['OAU-113', 'X21'], /redirect/),
  },
  {
    id: 'second-prose-de-weekly',
    form: 'symptom in prose',
    language: 'de',
    paste:
      'Seit der Umstellung müssen sich unsere Mitarbeiter jede Stunde neu anmelden. Eine Fehlermeldung erscheint nicht, es kommt einfach wieder die Anmeldeseite.',
    ...likely(['LINT-216', 'X8'], /refresh/),
  },
  {
    id: 'second-prose-de-code',
    form: 'symptom in prose',
    language: 'de',
    paste:
      'Guten Tag, beim Verbinden mit RingCentral kommt nach der Anmeldung eine weiße Seite mit OAU-109. Wir sind letzte Woche auf eine neue Domain umgezogen.',
    ...certain(['OAU-109', 'LINT-019'], /redirect/),
  },
  {
    id: 'second-prose-es-permission',
    form: 'symptom in prose',
    language: 'es',
    paste:
      'Al entrar en la aplicación, a algunos usuarios les sale «[ThirdPartyAppAccess] permission required». A los administradores les funciona.',
    ...certain(['CMN-408', 'X23'], /role|permission|Third/, 'administrator'),
  },
  {
    id: 'second-prose-es-no-code',
    form: 'symptom in prose',
    language: 'es',
    paste: 'Hola, la integración con RingCentral no funciona desde ayer. ¿Pueden ayudarnos?',
    ...cannotTell(/no |nothing|error|message/, /error|message|code|text|log/),
  },
  {
    id: 'second-prose-fr-locked',
    form: 'symptom in prose',
    language: 'fr',
    paste:
      'Bonjour, le poste 104 ne peut plus se connecter à notre logiciel : OAU-147, compte verrouillé après plusieurs tentatives.',
    ...certain(['OAU-147'], /lock/, 'user'),
  },
  {
    id: 'second-prose-fr-password',
    form: 'symptom in prose',
    language: 'fr',
    paste:
      "Notre script d'envoi de SMS se connecte avec le numéro de poste et le mot de passe. Il répond maintenant OAU-251 « Unauthorized for this grant type ».",
    settings: classicJob,
    ...certain(['OAU-251', 'X12', 'LINT-156', 'LINT-212'], /password|JWT/),
  },
  {
    id: 'second-prose-ja-rate',
    form: 'symptom in prose',
    language: 'ja',
    paste:
      '夜間バッチでトークンを取得するたびに CMN-301 が返ってきます。API を呼ぶ前に毎回ログインしています。',
    ...likely(['CMN-301', 'LINT-309', 'LINT-223'], /rate|token|limit/),
  },
  {
    id: 'second-prose-ja-expired',
    form: 'symptom in prose',
    language: 'ja',
    paste: 'アクセストークンの有効期限が切れました、というエラー（OAU-128）が一時間ごとに出ます。',
    ...certain(['OAU-128', 'LINT-258'], /refresh|expire/),
  },
  {
    id: 'second-prose-ru-token',
    form: 'symptom in prose',
    language: 'ru',
    paste:
      'Здравствуйте. После смены пароля сотрудника интеграция перестала работать, в журнале написано OAU-213 Token not found.',
    ...likely(['OAU-213', 'LINT-211'], /password|session|sign in|refresh/),
  },
  {
    id: 'second-prose-ru-no-code',
    form: 'symptom in prose',
    language: 'ru',
    paste: 'Не могу войти в приложение через RingCentral, пишет что-то про ошибку и всё.',
    ...cannotTell(/no |nothing|error|message/, /error|message|code|text|log/),
  },
  {
    id: 'second-prose-sso-password',
    form: 'symptom in prose',
    paste:
      'We switched the company to Single Sign-On over the weekend. Since Monday the old reporting tool, which logs in with user name and password, cannot get a token any more. People sign in to the RingCentral app without trouble.',
    ...likely(['X10', 'X12', 'LINT-156', 'OAU-140', 'OAU-148'], /Single Sign-On|SSO|password/),
  },
  {
    id: 'second-prose-mfa',
    form: 'symptom in prose',
    paste:
      'Our security team enforced two-factor for everybody. The fax program now says "Password grant is not allowed because MFA is required."',
    ...certain(['OAU-168', 'X11', 'LINT-156', 'X12'], /MFA|multi-factor|second factor|password/),
  },
  {
    id: 'second-prose-user-left',
    form: 'symptom in prose',
    paste:
      'The nightly sync used the JWT of a colleague who left us on Friday; his extension was deleted. Since then the log shows "Extension not found".',
    ...likely(['OAU-232', 'OAU-136'], /extension|user|delete/, 'administrator'),
  },
  {
    id: 'second-prose-sixth-window',
    form: 'symptom in prose',
    paste:
      'The reception desk shares one RingCentral user on seven computers. Whenever somebody signs in to our app on one of them, another is thrown out.',
    ...likely(['OAU-213', 'LINT-309'], /session|five|5/),
  },
  {
    id: 'second-prose-admin-question',
    form: 'symptom in prose',
    paste:
      'I am the admin. One department extension (main line of Sales) should sign in to the CRM app but gets OAU-105 Login for Department extension is not allowed.',
    settings: webApp,
    ...certain(['OAU-105'], /extension|user/, 'administrator'),
  },
  {
    id: 'second-prose-spa-lost-verifier',
    form: 'symptom in prose',
    paste:
      'After RingCentral sends the browser back, our single-page app is loaded anew and has no code_verifier any more, so the token request is refused with invalid_grant. The verifier was kept in a module variable.',
    settings: pageApp,
    ...certain(['LINT-160', 'SANDBOX-PKCE-1', 'LINT-211'], /verifier/),
  },
]);

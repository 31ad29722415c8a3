import { family, nothing } from '../family.ts';
import {
  accessToken,
  basicOfApp,
  challenge,
  clientId,
  code,
  jwt,
  newAccessToken,
  newRefreshToken,
  refreshToken,
  verifier,
} from '../fake.ts';
import { jwtApp, pageApp, webApp } from '../settings.ts';

const answer = `HTTP/1.1 200 OK
Content-Type: application/json;charset=UTF-8
Cache-Control: no-store
Pragma: no-cache`;
const token = (access: string, refresh: string): string => `${answer}

{
  "access_token" : "${access}",
  "token_type" : "bearer",
  "expires_in" : 3600,
  "refresh_token" : "${refresh}",
  "refresh_token_expires_in" : 604800,
  "scope" : "ReadAccounts ReadCallLog",
  "owner_id" : "400101",
  "endpoint_id" : "EXAMPLEendpoint1"
}`;
const post = (body: string, ...headers: string[]): string =>
  [
    'POST /restapi/oauth/token HTTP/1.1',
    'Host: platform.ringcentral.com',
    ...headers,
    'Content-Type: application/x-www-form-urlencoded',
    '',
    body,
  ].join('\n');

/** Runs of each flow in which nothing is wrong. */
export const healthyTranscripts = family('raw http', [
  {
    id: 'healthy-code-exchange-web-app',
    paste: `${post(`grant_type=authorization_code&code=${code}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback`, `Authorization: Basic ${basicOfApp}`)}

${token(accessToken, refreshToken)}`,
    settings: webApp,
    secrets: [code, basicOfApp, accessToken, refreshToken],
    ...nothing,
  },
  {
    id: 'healthy-code-exchange-page',
    paste: `GET /restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&state=0Y0pauToT3k4RGwIZBMA_g&code_challenge=${challenge}&code_challenge_method=S256 HTTP/1.1
Host: platform.ringcentral.com

HTTP/1.1 302 Found
Location: https://spa.example.com/?code=${code}&expires_in=60&state=0Y0pauToT3k4RGwIZBMA_g

${post(`grant_type=authorization_code&client_id=${clientId}&code=${code}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&code_verifier=${verifier}`, 'Origin: https://spa.example.com')}

${token(accessToken, refreshToken)}`,
    settings: pageApp,
    secrets: [code, verifier, accessToken, refreshToken],
    ...nothing,
  },
  {
    id: 'healthy-exchange-basic-and-same-client-id',
    paste: `${post(`grant_type=authorization_code&code=***&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback&client_id=${clientId}`, 'Authorization: Basic ***')}

${token('***', '***')}`,
    settings: webApp,
    ...nothing,
  },
  {
    id: 'healthy-jwt',
    paste: `${post(`grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${jwt}`, `Authorization: Basic ${basicOfApp}`)}

${token(accessToken, refreshToken)}`,
    settings: jwtApp,
    secrets: [jwt, basicOfApp, accessToken, refreshToken],
    ...nothing,
  },
  {
    id: 'healthy-jwt-hidden-header',
    paste: `${post('grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=██', 'Authorization: ██')}

${token('██', '██')}`,
    settings: jwtApp,
    ...nothing,
  },
  {
    id: 'healthy-refresh',
    paste: `${post(`grant_type=refresh_token&refresh_token=${refreshToken}`, `Authorization: Basic ${basicOfApp}`)}

${token(newAccessToken, newRefreshToken)}`,
    settings: webApp,
    secrets: [refreshToken, basicOfApp, newAccessToken, newRefreshToken],
    ...nothing,
  },
  {
    id: 'healthy-refresh-page-with-lifetimes',
    paste: `${post(`grant_type=refresh_token&refresh_token=***&access_token_ttl=3600&refresh_token_ttl=604800&client_id=${clientId}`)}

${token('***', '***')}`,
    settings: pageApp,
    ...nothing,
  },
  {
    id: 'healthy-revocation',
    paste: `POST /restapi/oauth/revoke HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ***
Content-Type: application/x-www-form-urlencoded

token=${accessToken}

HTTP/1.1 200 OK
Content-Length: 0`,
    settings: webApp,
    secrets: [accessToken],
    ...nothing,
  },
  {
    id: 'healthy-api-call-lower-case-bearer',
    paste: `GET /restapi/v1.0/account/~/extension/~ HTTP/1.1
Host: platform.ringcentral.com
authorization: bearer ${accessToken}
client-id: ${clientId}
x-user-agent: Phone/1.0 RCJSSDK/5.0.11

HTTP/1.1 200 OK
Content-Type: application/json;charset=UTF-8
X-Rate-Limit-Group: light
X-Rate-Limit-Limit: 50
X-Rate-Limit-Remaining: 49
X-Rate-Limit-Window: 60

{ "uri" : "https://platform.ringcentral.com/restapi/v1.0/account/400100/extension/400101", "id" : 400101, "extensionNumber" : "101", "name" : "Extension 101", "type" : "User", "status" : "Enabled" }`,
    secrets: [accessToken],
    ...nothing,
  },
  {
    id: 'healthy-token-answer-alone',
    form: 'json body',
    paste: `{
  "access_token" : "${accessToken}",
  "token_type" : "bearer",
  "expires_in" : 3599,
  "refresh_token" : "${refreshToken}",
  "refresh_token_expires_in" : 604799,
  "scope" : "ReadCallLog",
  "owner_id" : "400102"
}`,
    secrets: [accessToken, refreshToken],
    ...nothing,
  },
  {
    id: 'healthy-curl-jwt',
    form: 'curl',
    paste: `$ curl -X POST https://platform.ringcentral.com/restapi/oauth/token \\
>   -u "$RC_CLIENT_ID:$RC_CLIENT_SECRET" \\
>   --data-urlencode "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer" \\
>   --data-urlencode "assertion=$RC_JWT"
{
  "access_token" : "***",
  "token_type" : "bearer",
  "expires_in" : 3600
}`,
    settings: { ...jwtApp, issueRefreshTokens: false },
    ...nothing,
  },
  {
    id: 'healthy-curl-windows-refresh',
    form: 'curl for windows',
    paste: `curl ^"https://platform.ringcentral.com/restapi/oauth/token^" ^
  -H ^"authorization: Basic ***^" ^
  -H ^"content-type: application/x-www-form-urlencoded^" ^
  --data-raw ^"grant_type=refresh_token^&refresh_token=***^"`,
    settings: webApp,
    ...nothing,
  },
  {
    id: 'healthy-fetch-exchange',
    form: 'copy as fetch',
    paste: `fetch("https://platform.ringcentral.com/restapi/oauth/token", {
  "headers": { "accept": "application/json", "content-type": "application/x-www-form-urlencoded" },
  "referrer": "https://spa.example.com/",
  "body": "grant_type=authorization_code&client_id=${clientId}&code=***&redirect_uri=https%3A%2F%2Fspa.example.com%2F&code_verifier=${verifier}",
  "method": "POST",
  "mode": "cors"
});`,
    settings: pageApp,
    secrets: [verifier],
    ...nothing,
  },
  {
    id: 'healthy-jwt-credential',
    form: 'jwt',
    paste: jwt,
    settings: jwtApp,
    secrets: [jwt],
    ...nothing,
  },
  {
    id: 'healthy-form-body-refresh',
    form: 'form body',
    paste: `grant_type=refresh_token&refresh_token=${refreshToken}&client_id=${clientId}`,
    settings: pageApp,
    secrets: [refreshToken],
    ...nothing,
  },
  {
    id: 'healthy-source-js-pkce',
    form: 'source of a login',
    paste: `const rcsdk = new SDK({ server: 'https://platform.ringcentral.com', clientId, redirectUri: 'https://spa.example.com/' });
const platform = rcsdk.platform();
sessionStorage.setItem('state', state);
const url = platform.loginUrl({ usePKCE: true, state });
sessionStorage.setItem('verifier', platform.codeVerifier);
location.assign(url);
// on the way back, once the state is the one that was kept:
await platform.login({ code, code_verifier: sessionStorage.getItem('verifier'), redirectUri: 'https://spa.example.com/' });`,
    settings: pageApp,
    ...nothing,
  },
  {
    id: 'healthy-source-python-jwt',
    form: 'source of a login',
    paste: `rcsdk = SDK(os.environ['RC_CLIENT_ID'], os.environ['RC_CLIENT_SECRET'], 'https://platform.ringcentral.com')
platform = rcsdk.platform()
platform.login(jwt=os.environ['RC_JWT'])
print(platform.get('/restapi/v1.0/account/~/extension/~').text())`,
    settings: jwtApp,
    ...nothing,
  },
  {
    id: 'healthy-log-one-login',
    form: 'log',
    paste: `2026-11-27T02:00:00Z INFO login ok, expires_in=3600
2026-11-27T02:00:01Z INFO sent 1/3
2026-11-27T02:00:03Z INFO sent 2/3
2026-11-27T02:00:05Z INFO sent 3/3
2026-11-27T02:00:05Z INFO revoke ok`,
    ...nothing,
  },
  {
    id: 'healthy-curl-v-api',
    form: 'curl -v',
    paste: `> GET /restapi/v1.0/account/~/extension/~/call-log HTTP/2
> Host: platform.ringcentral.com
> user-agent: curl/8.5.0
> accept: */*
> authorization: Bearer ██
>
< HTTP/2 200
< content-type: application/json;charset=utf-8
< x-rate-limit-group: heavy
< x-rate-limit-remaining: 9
<
{ "records" : [ ] }`,
    ...nothing,
  },
  {
    id: 'healthy-refresh-then-new-token',
    paste: `${post('grant_type=refresh_token&refresh_token=***', 'Authorization: Basic ***')}

${answer}

{"access_token":"${newAccessToken}","token_type":"bearer","expires_in":3600,"refresh_token":"${newRefreshToken}","refresh_token_expires_in":604800}

GET /restapi/v1.0/account/~/extension/~ HTTP/1.1
Host: platform.ringcentral.com
Authorization: Bearer ${newAccessToken}

HTTP/1.1 200 OK
Content-Type: application/json

{"id":400101,"extensionNumber":"101"}`,
    settings: webApp,
    secrets: [newAccessToken, newRefreshToken],
    ...nothing,
  },
  {
    id: 'healthy-widget-tag',
    form: 'widget address',
    paste: `https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/app.html?clientId=${clientId}&appServer=https://platform.ringcentral.com&redirectUri=https://crm.example.com/redirect.html`,
    settings: { ...pageApp, redirectUris: ['https://crm.example.com/redirect.html'] },
    ...nothing,
  },
  {
    id: 'healthy-har-exchange',
    form: 'har',
    paste: JSON.stringify({
      log: {
        version: '1.2',
        entries: [
          {
            startedDateTime: '2026-11-27T09:15:02.000Z',
            request: {
              method: 'POST',
              url: 'https://platform.ringcentral.com/restapi/oauth/token',
              headers: [
                { name: 'content-type', value: 'application/x-www-form-urlencoded' },
                { name: 'origin', value: 'https://spa.example.com' },
              ],
              postData: {
                mimeType: 'application/x-www-form-urlencoded',
                text: `grant_type=authorization_code&client_id=${clientId}&code=***&redirect_uri=https%3A%2F%2Fspa.example.com%2F&code_verifier=***`,
              },
            },
            response: {
              status: 200,
              headers: [
                { name: 'access-control-allow-origin', value: 'https://spa.example.com' },
                { name: 'cache-control', value: 'no-store' },
              ],
              content: {
                mimeType: 'application/json',
                text: '{"access_token":"***","token_type":"bearer","expires_in":3600,"refresh_token":"***"}',
              },
            },
          },
          {
            startedDateTime: '2026-11-27T09:15:03.000Z',
            request: {
              method: 'GET',
              url: 'https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~',
              headers: [{ name: 'authorization', value: 'Bearer ***' }],
            },
            response: {
              status: 200,
              headers: [{ name: 'access-control-allow-origin', value: 'https://spa.example.com' }],
              content: { mimeType: 'application/json', size: 712 },
            },
          },
        ],
      },
    }),
    settings: pageApp,
    ...nothing,
  },
]);

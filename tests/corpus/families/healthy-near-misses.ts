import { family, nothing } from '../family.ts';
import { accessToken, challenge, clientId, code, newAccessToken } from '../fake.ts';
import { desktopApp, jwtApp, pageApp, webApp } from '../settings.ts';

const id = `client_id=${clientId}`;
const base = `https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&${id}`;
const state = 'state=0Y0pauToT3k4RGwIZBMA_g';
const pkce = `code_challenge=${challenge}&code_challenge_method=S256`;
const longVerifier =
  'LmIy~QU.YXVLm7VAiiF.Ko0RUZxC-U0kldVculmu3ehISJg-2a7brKxFiRw..A~YgOtlP9dwWFujMyIlLhweyhQT~kniw~RCj9iPOCkCyy66ZHHc.Ng9p.4kf4sy8cWq';

/** Healthy pastes that look like a fault. */
export const healthyNearMisses = family('raw http', [
  {
    id: 'healthy-scope-that-has-no-effect',
    form: 'authorize url',
    paste: `${base}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&${state}&${pkce}&scope=ReadAccounts`,
    settings: pageApp,
    ...nothing,
  },
  {
    id: 'healthy-loopback-ipv6',
    form: 'authorize url',
    paste: `${base}&redirect_uri=http%3A%2F%2F%5B%3A%3A1%5D%3A49999%2Fcallback&${state}&${pkce}`,
    settings: { ...desktopApp, redirectUris: ['http://[::1]/callback'] },
    ...nothing,
  },
  {
    id: 'healthy-json-at-the-api',
    paste: `POST /restapi/v1.0/account/~/extension/~/sms HTTP/1.1
Host: platform.ringcentral.com
Authorization: Bearer ***
Content-Type: application/json

{"from":{"phoneNumber":"+12025550117"},"to":[{"phoneNumber":"+12025550143"}],"text":"hi"}

HTTP/1.1 200 OK
Content-Type: application/json

{"id":748600000016,"messageStatus":"Queued"}`,
    settings: jwtApp,
    people: ['+12025550117', '+12025550143'],
    ...nothing,
  },
  {
    id: 'healthy-expired-then-refreshed',
    paste: `GET /restapi/v1.0/account/~/extension/~ HTTP/1.1
Host: platform.ringcentral.com
Authorization: Bearer ${accessToken}

HTTP/1.1 401 Unauthorized
{"errorCode":"TokenExpired","message":"Access token expired.","errors":[{"errorCode":"OAU-128","message":"Access token expired."}]}

POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Authorization: Basic ***
Content-Type: application/x-www-form-urlencoded

grant_type=refresh_token&refresh_token=***

HTTP/1.1 200 OK
Cache-Control: no-store
{"access_token":"${newAccessToken}","token_type":"bearer","expires_in":3600,"refresh_token":"***"}

GET /restapi/v1.0/account/~/extension/~ HTTP/1.1
Host: platform.ringcentral.com
Authorization: Bearer ${newAccessToken}

HTTP/1.1 200 OK
{"id":400101,"extensionNumber":"101"}`,
    settings: webApp,
    secrets: [accessToken, newAccessToken],
    ...nothing,
  },
  {
    id: 'healthy-logins-of-several-users',
    form: 'log',
    paste: `09:14:01 login ok, extension 101
09:14:20 login ok, extension 102
09:14:44 login ok, extension 104
09:15:02 GET /restapi/v1.0/account/~/extension/~ 200 (102)
09:15:03 GET /restapi/v1.0/account/~/extension/~ 200 (101)`,
    ...nothing,
  },
  {
    id: 'healthy-basic-with-colon-in-secret',
    form: 'curl',
    paste: `curl -u '${clientId}:EXAMPLE:secret:with:colons' -d grant_type=refresh_token -d refresh_token=*** https://platform.ringcentral.com/restapi/oauth/token
{"access_token":"***","token_type":"bearer","expires_in":3600,"refresh_token":"***","refresh_token_expires_in":604800}`,
    settings: webApp,
    secrets: ['EXAMPLE:secret:with:colons'],
    ...nothing,
  },
  {
    id: 'healthy-code-encoded-once',
    form: 'form body',
    paste: `grant_type=authorization_code&code=U0pDMTFQMDFQQVMwMXxFWEFNUExFLWNvZA%3D%3D&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback`,
    settings: webApp,
    secrets: ['U0pDMTFQMDFQQVMwMXxFWEFNUExFLWNvZA%3D%3D'],
    ...nothing,
  },
  {
    id: 'healthy-longest-verifier',
    form: 'form body',
    paste: `grant_type=authorization_code&${id}&code=${code}&redirect_uri=https%3A%2F%2Fspa.example.com%2F&code_verifier=${longVerifier}`,
    settings: pageApp,
    secrets: [code, longVerifier],
    ...nothing,
  },
  {
    id: 'healthy-source-with-retry-after',
    form: 'source of a login',
    paste: `if (res.status === 429) {
  await sleep(1000 * Number(res.headers.get('retry-after') ?? 60));
  return call(request);
}`,
    ...nothing,
  },
  {
    id: 'healthy-question-about-nothing-wrong',
    form: 'curl -v',
    paste: `> POST /restapi/oauth/revoke HTTP/2
> host: platform.ringcentral.com
> authorization: Basic ██
> content-type: application/x-www-form-urlencoded
>
* We are completely uploaded and fine
< HTTP/2 200
< content-length: 0
<`,
    settings: webApp,
    ...nothing,
  },
]);

import { cannotTell, certain, family, likely } from '../family.ts';
import { accessToken, clientId, code, jwt } from '../fake.ts';
import { jwtApp, pageApp, webAppWithoutRefresh } from '../settings.ts';

const axiosHeaders = `"headers": {
    "Accept": "application/json, text/plain, */*",
    "Content-Type": "application/x-www-form-urlencoded",
    "X-User-Agent": "Unknown/0.0.1 ringcentral-extensible/core/1.8.6",
    "User-Agent": "axios/1.21.1",
    "Accept-Encoding": "gzip, compress, deflate, br"
  }`;

/** What @ringcentral/sdk and @rc-ex/core print; the shapes were taken from runs of both. */
export const sdkJavaScript = family('javascript sdk', [
  {
    id: 'js-sdk-251-trace',
    paste: `Error: Unauthorized for this grant type
    at Client.<anonymous> (/srv/app/node_modules/@ringcentral/sdk/lib/http/Client.js:114:35)
    at step (/srv/app/node_modules/@ringcentral/sdk/lib/http/Client.js:59:23)
    at Object.next (/srv/app/node_modules/@ringcentral/sdk/lib/http/Client.js:40:53)
    at fulfilled (/srv/app/node_modules/@ringcentral/sdk/lib/http/Client.js:31:58)
    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)`,
    ...certain(['OAU-251', 'LINT-212'], /grant|method/),
  },
  {
    id: 'js-sdk-213-trace',
    paste: `Error: Token not found
    at Client.<anonymous> (webpack-internal:///./node_modules/@ringcentral/sdk/lib/http/Client.js:114:35)
    at async Platform._refresh (webpack-internal:///./node_modules/@ringcentral/sdk/lib/platform/Platform.js:658:23)`,
    ...likely(['OAU-213', 'LINT-177', 'LINT-178', 'LINT-211'], /tab|used|another|session|process/),
  },
  {
    id: 'js-sdk-refresh-missing-after-an-hour',
    paste: `Error: Refresh token is missing
    at Platform.<anonymous> (/app/node_modules/@ringcentral/sdk/lib/platform/Platform.js:634:35)

always one hour after the sign-in`,
    settings: webAppWithoutRefresh,
    ...certain(['X8', 'LINT-216'], /Issue refresh tokens/),
  },
  {
    id: 'js-sdk-refresh-expired-monday',
    paste: `Error: Refresh token has expired
    at Platform.<anonymous> (C:\\bot\\node_modules\\@ringcentral\\sdk\\lib\\platform\\Platform.js:640:35)
on Mondays after a week off`,
    ...likely([], /week|7 days|seven days|sign in again/),
  },
  {
    id: 'js-sdk-html-answer',
    paste: `Error: 503 Service Unavailable
    at Client.<anonymous> (/app/node_modules/@ringcentral/sdk/lib/http/Client.js:114:35)`,
    ...certain(['CMN-201', 'LINT-223', 'LINT-220'], /wait|again|Retry-After/, 'provider'),
  },
  {
    id: 'js-sdk-econnrefused',
    paste: `FetchError: request to https://platform.devtest.ringcentral.com/restapi/oauth/token failed, reason: connect ECONNREFUSED 198.51.100.7:443
    at ClientRequest.<anonymous> (/app/node_modules/node-fetch/lib/index.js:1491:11) {
  type: 'system', errno: 'ECONNREFUSED', code: 'ECONNREFUSED' }`,
    ...likely(['LINT-175', 'LINT-050', 'OAU-165'], /devtest|sandbox|platform\.ringcentral\.com/),
  },
  {
    id: 'js-sdk-enotfound',
    paste: `FetchError: request to https://platform.ringcentral.com/restapi/oauth/token failed, reason: getaddrinfo ENOTFOUND platform.ringcentral.com`,
    ...certain([], /DNS|network|reach|did not (arrive|leave)|no answer/, 'administrator'),
  },
  {
    id: 'js-sdk-login-window-closed',
    paste: `Error: Login window is closed
    at Platform.js:441`,
    ...likely([], /closed|redirect|popup|pop-up/, 'user'),
  },
  {
    id: 'js-sdk-popup-blocked',
    paste: 'Error: Could not open login window. Please allow popups for this site',
    ...certain([], /pop-?ups?/, 'user'),
  },
  {
    id: 'js-sdk-no-code-or-token',
    paste: `Error: No authorization code or token
    at eventListener (Platform.js:420:31)`,
    ...likely(['LINT-113'], /redirect|callback|popup|post/),
    source: 'ringcentral/ringcentral-js-widgets#30',
  },
  {
    id: 'js-sdk-malformed-oauth-response',
    paste: `Error: Malformed OAuth response
    at Platform._refresh (/app/node_modules/@ringcentral/sdk/lib/platform/Platform.js:674:58)
(our own auth proxy answers the refresh)`,
    ...likely(['LINT-220', 'LINT-222'], /access_token|proxy|answer/),
  },
  {
    id: 'rc-ex-251',
    form: 'rc-ex',
    paste: `Error: HTTP 400 Bad Request

    Response:
    {
  "data": {
    "error": "unauthorized_client",
    "errors": [
      {
        "errorCode": "OAU-251",
        "message": "Unauthorized for this grant type"
      }
    ],
    "error_description": "Unauthorized for this grant type"
  },
  "status": 400,
  "statusText": "Bad Request",
  "headers": {
    "content-type": "application/json",
    "rcrequestid": "5d0e1f2a-0000-11f1-0000-0050560000aa",
    "date": "Fri, 27 Nov 2026 10:15:02 GMT"
  }
}

    Request:
    {
  "method": "post",
  "baseURL": "https://platform.ringcentral.com",
  "url": "/restapi/oauth/token",
  "data": "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${jwt}&client_id=${clientId}",
  ${axiosHeaders}
}`,
    settings: pageApp,
    secrets: [jwt],
    ...certain(['M7', 'OAU-251', 'LINT-212'], /JWT/),
  },
  {
    id: 'rc-ex-473',
    form: 'rc-ex',
    paste: `Error: HTTP 400 Bad Request

    Response:
    {
  "data": {
    "error": "invalid_request",
    "errors": [
      {
        "errorCode": "OAU-473",
        "message": "The client [${clientId}] is not allowed to use this personal API Key"
      }
    ]
  },
  "status": 400,
  "statusText": "Bad Request",
  "headers": {
    "content-type": "application/json"
  }
}

    Request:
    {
  "method": "post",
  "baseURL": "https://platform.ringcentral.com",
  "url": "/restapi/oauth/token",
  "data": "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${jwt}&client_id=${clientId}",
  ${axiosHeaders}
}
    at Rest.request (file:///app/node_modules/@rc-ex/core/dist/Rest.mjs:61:9)`,
    settings: jwtApp,
    secrets: [jwt],
    ...certain(['OAU-473', 'X18'], /JWT/),
  },
  {
    id: 'rc-ex-bearer-undefined',
    form: 'rc-ex',
    paste: `Error: HTTP 401 Unauthorized - OAuth token is invalid

    Response:
    {
  "data": {
    "errorCode": "TokenInvalid",
    "message": "OAuth token is invalid",
    "errors": [
      {
        "errorCode": "OAU-149",
        "message": "OAuth token is invalid"
      }
    ]
  },
  "status": 401,
  "statusText": "Unauthorized"
}

    Request:
    {
  "method": "get",
  "baseURL": "https://platform.ringcentral.com",
  "url": "/restapi/v1.0/account/~/extension/~",
  "headers": {
    "Accept": "application/json, text/plain, */*",
    "X-User-Agent": "Unknown/0.0.1 ringcentral-extensible/core/1.8.6",
    "Authorization": "Bearer undefined"
  }
}`,
    ...certain(['LINT-253', 'OAU-149'], /undefined/),
  },
  {
    id: 'rc-ex-token-not-found-at-api',
    form: 'rc-ex',
    paste: `Error: HTTP 401 Unauthorized - Token not found

    Response:
    {
  "data": {
    "errorCode": "TokenInvalid",
    "message": "Token not found",
    "errors": [ { "errorCode": "OAU-213", "message": "Token not found" } ]
  },
  "status": 401,
  "statusText": "Unauthorized"
}

    Request:
    {
  "method": "get",
  "baseURL": "https://platform.ringcentral.com",
  "url": "/restapi/v1.0/account/~/extension/~/call-log",
  "headers": {
    "Authorization": "Bearer ${accessToken}"
  }
}`,
    secrets: [accessToken],
    ...likely(['OAU-213', 'LINT-262'], /session|refresh|replaced/),
  },
  {
    id: 'rc-ex-unsupported-flow',
    form: 'rc-ex',
    paste: `Error: Unsupported authorization flow
    at RingCentral.authorize (file:///app/node_modules/@rc-ex/core/dist/index.mjs:58:13)
rc.authorize({ username: '+12025550117', extension: '101', password: '••••••' })`,
    people: ['+12025550117'],
    ...certain(['X12', 'LINT-156'], /password[\s\S]*(JWT|ended)|JWT/),
  },
  {
    id: 'rc-ex-109-code-in-trace',
    form: 'rc-ex',
    paste: `Error: HTTP 400 Bad Request

    Response:
    { "data": { "error": "invalid_redirect_uri", "errors": [ { "errorCode": "OAU-109", "message": "Redirect URIs do not match" } ] }, "status": 400 }

    Request:
    { "method": "post", "baseURL": "https://platform.ringcentral.com", "url": "/restapi/oauth/token", "data": "grant_type=authorization_code&code=${code}&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Foauth%2Fcallback&client_id=${clientId}" }`,
    settings: { ...webAppWithoutRefresh, redirectUris: ['http://127.0.0.1:3000/oauth/callback'] },
    secrets: [code],
    ...certain(
      ['OAU-109', 'LINT-159', 'LINT-019'],
      /localhost[\s\S]*127\.0\.0\.1|127\.0\.0\.1[\s\S]*localhost|differ/,
    ),
  },
  {
    id: 'js-sdk-react-strict-mode',
    paste: `Error: Invalid authorization code
    at Client.<anonymous> (http://localhost:5173/node_modules/.vite/deps/@ringcentral_sdk.js:9714:35)
    at async handleCallback (Callback.tsx:14)
    at async handleCallback (Callback.tsx:14)
useEffect(() => { platform.login({ code, redirectUri, code_verifier }) }, []);   // React.StrictMode, dev only`,
    ...likely(['OAU-106', 'LINT-158'], /twice|StrictMode|once/),
  },
  {
    id: 'js-sdk-minified-only',
    paste: `Uncaught (in promise) Error
    at n.<anonymous> (main.4f1c9.js:2:184511)
    at t (main.4f1c9.js:2:9913)`,
    ...cannotTell(/no (text|answer|code)|message/, /message|network|answer|body|console/),
  },
]);

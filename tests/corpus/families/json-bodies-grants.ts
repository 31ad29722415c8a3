import { certain, family, likely } from '../family.ts';
import { clientId } from '../fake.ts';
import { classicPageApp, classicWebApp, jwtApp, pageApp, webApp } from '../settings.ts';

/** Bodies of the token and authorization endpoints about grants and redirect URIs, in RingCentral's spacing. */
export const jsonBodiesGrants = family('json body', [
  {
    id: 'json-251-alone',
    paste: `{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for this grant type"
  } ],
  "error_description" : "Unauthorized for this grant type"
}`,
    ...certain(['OAU-251', 'LINT-212'], /grant|method|auth flow/),
  },
  {
    id: 'json-251-jwt-app-without-jwt',
    paste: `POST /restapi/oauth/token  grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer

{
  "error" : "unauthorized_client",
  "error_description" : "Unauthorized for this grant type",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for this grant type"
  } ]
}`,
    settings: webApp,
    ...certain(['M7', 'OAU-251', 'LINT-212'], /JWT auth flow|JWT flow/),
  },
  {
    id: 'json-251-password-server-web',
    paste: `{ "error" : "unauthorized_client", "errors" : [ { "errorCode" : "OAU-251", "message" : "Unauthorized for this grant type" } ], "error_description" : "Unauthorized for this grant type" }

we send grant_type=password with username, extension and password as in the guide`,
    settings: classicWebApp,
    ...certain(['X2', 'X12', 'OAU-251', 'LINT-156'], /password (flow|grant)/),
  },
  {
    id: 'json-251-code-at-jwt-app',
    paste: `grant_type=authorization_code was sent. Answer:
{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for this grant type"
  } ],
  "error_description" : "Unauthorized for this grant type"
}`,
    settings: jwtApp,
    ...certain(['M5', 'OAU-251', 'LINT-212', 'X21'], /3-legged|three-legged/),
  },
  {
    id: 'json-109-authorize',
    paste: `{
  "error" : "invalid_grant",
  "errors" : [ {
    "errorCode" : "OAU-109",
    "message" : "Redirect URIs do not match"
  } ],
  "error_description" : "Redirect URIs do not match"
}`,
    ...certain(['OAU-109', 'LINT-019'], /redirect/),
  },
  {
    id: 'json-109-token-2024',
    paste: `{
  "error" : "invalid_redirect_uri",
  "errors" : [ {
    "errorCode" : "OAU-109",
    "message" : "Redirect URIs do not match"
  } ],
  "error_description" : "Redirect URIs do not match"
}
status 400 on /restapi/oauth/token, the sign-in itself worked`,
    ...certain(['OAU-109', 'LINT-159', 'LINT-019'], /redirect/),
  },
  {
    id: 'json-109-slash-with-settings',
    paste: `https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=https%3A%2F%2Fspa.example.com&state=0Y0pauToT3k4RGwIZBMA_g&code_challenge=ud70qn8B9IRQ48_1aSr52DS9QKAECeSEbwikl3m-FwQ&code_challenge_method=S256

{ "error" : "invalid_grant", "errors" : [ { "errorCode" : "OAU-109", "message" : "Redirect URIs do not match" } ], "error_description" : "Redirect URIs do not match" }`,
    settings: pageApp,
    ...certain(['OAU-109', 'LINT-019'], /slash|registered|differ/),
  },
  {
    id: 'json-113-jwt-only-app',
    paste: `{
  "error" : "invalid_client",
  "errors" : [ {
    "errorCode" : "OAU-113",
    "message" : "No redirect URI is registered for this client application"
  } ]
}`,
    settings: jwtApp,
    ...certain(['OAU-113', 'X21', 'M5'], /redirect uri/),
    source: 'note of May 2026 about a sign-in in an iframe',
  },
  {
    id: 'json-113-older-text',
    paste: `{"error":"invalid_client","errors":[{"errorCode":"OAU-113","message":"No redirect uri is registered for the client"}],"error_description":"No redirect uri is registered for the client"}`,
    ...certain(['OAU-113', 'X21'], /regist|add|console/),
  },
  {
    id: 'json-250-alone',
    paste: `{
  "error" : "invalid_request",
  "errors" : [ {
    "errorCode" : "OAU-250",
    "message" : "Unsupported grant type"
  } ],
  "error_description" : "Unsupported grant type"
}`,
    ...certain(['OAU-250', 'LINT-155', 'LINT-213', 'LINT-151'], /grant_type|form|urlencoded/),
    source: 'community.ringcentral.com thread 6634',
  },
  {
    id: 'json-112-implicit',
    paste: `{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-112",
    "message" : "The client is unauthorized for the required grant type: [IMPLICIT]"
  } ],
  "error_description" : "The client is unauthorized for the required grant type: [IMPLICIT]"
}`,
    settings: pageApp,
    ...certain(['OAU-112', 'M1', 'M2', 'LINT-012'], /implicit[\s\S]*PKCE|PKCE/),
  },
  {
    id: 'json-152-classic-browser-app',
    paste: `{ "error" : "unauthorized_client", "errors" : [ { "errorCode" : "OAU-152" } ] }   (response_type=token, app from 2019)`,
    settings: classicPageApp,
    ...certain(['OAU-152', 'M1', 'LINT-012'], /PKCE/),
  },
  {
    id: 'json-270-client-credentials',
    paste: `{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-270",
    "message" : "Client credentials grant is for partners only"
  } ]
}`,
    ...certain(['OAU-270', 'X20'], /JWT|partner/),
  },
  {
    id: 'json-106-code-refused',
    paste: `{
  "error" : "invalid_grant",
  "errors" : [ {
    "errorCode" : "OAU-106",
    "message" : "Invalid authorization code"
  } ],
  "error_description" : "Invalid authorization code"
}

Happens to about one in ten of our users; a second sign-in works.`,
    ...likely(['OAU-106', 'LINT-158'], /twice|used|reload|once/),
  },
  {
    id: 'json-108-breakpoint',
    paste: `{ "error" : "invalid_grant", "errors" : [ { "errorCode" : "OAU-108", "message" : "Authorization code is expired" } ], "error_description" : "Authorization code is expired" }`,
    ...certain(['OAU-108', 'LINT-123'], /expire|60|second|at once/),
  },
  {
    id: 'json-110-two-apps',
    paste: `{
  "errors" : [ {
    "errorCode" : "OAU-110",
    "message" : "Authorization code was not issued for this application"
  } ],
  "error" : "invalid_grant",
  "error_description" : "Authorization code was not issued for this application"
}`,
    ...certain(['OAU-110'], /client id|app/),
  },
]);

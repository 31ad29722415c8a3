import { certain, family, likely } from '../family.ts';
import { clientId } from '../fake.ts';
import { phonePageApp } from '../settings.ts';

/** Bodies about tokens, JWTs, permissions and limits: token endpoint and API. */
export const jsonBodiesTokens = family('json body', [
  {
    id: 'json-213-refresh',
    paste: `POST /restapi/oauth/token grant_type=refresh_token
{
  "error" : "invalid_grant",
  "errors" : [ {
    "errorCode" : "OAU-213",
    "message" : "Token not found"
  } ],
  "error_description" : "Token not found"
}
The token has not expired yet, we store refresh_token_expires_in.`,
    ...likely(
      ['OAU-213', 'LINT-177', 'LINT-178', 'LINT-211'],
      /used|another|rotat|session|process/,
    ),
    source: 'community.ringcentral.com thread 1221',
  },
  {
    id: 'json-213-api',
    paste: `{
  "errorCode" : "TokenInvalid",
  "message" : "Token not found",
  "errors" : [ {
    "errorCode" : "OAU-213",
    "message" : "Token not found"
  } ]
}`,
    ...likely(['OAU-213', 'LINT-262'], /refresh|session|replaced|sign in/),
  },
  {
    id: 'json-210-refresh-after-holiday',
    paste: `{ "error" : "invalid_grant", "errors" : [ { "errorCode" : "OAU-210", "message" : "Token expired" } ], "error_description" : "Token expired" }
The office was closed for two weeks.`,
    ...certain(['OAU-210', 'LINT-258'], /week|7 days|seven days|sign in again/),
    source: 'community.ringcentral.com article 117372 and thread 94694',
  },
  {
    id: 'json-211-revoked',
    paste: `{"error":"invalid_grant","errors":[{"errorCode":"OAU-211","message":"Token revoked"}],"error_description":"Token revoked"}`,
    ...certain(['OAU-211'], /ended|log ?out|revo|sign in/),
  },
  {
    id: 'json-128-expired',
    paste: `{
  "errorCode" : "TokenExpired",
  "message" : "Access token expired.",
  "errors" : [ {
    "errorCode" : "OAU-128",
    "message" : "Access token expired."
  } ]
}`,
    ...certain(['OAU-128', 'LINT-258'], /refresh|hour/),
  },
  {
    id: 'json-129-corrupted',
    paste: `{"errorCode":"TokenInvalid","message":"Access token corrupted","errors":[{"errorCode":"OAU-129","message":"Access token corrupted"}]}`,
    ...certain(['OAU-129', 'LINT-262'], /refresh|replaced|new token/),
    source: 'tylerlong/ringcentral-token-refresh-experiment',
  },
  {
    id: 'json-149-today',
    paste: `{
  "errorCode" : "TokenInvalid",
  "message" : "OAuth token is invalid",
  "errors" : [ {
    "errorCode" : "OAU-149",
    "message" : "OAuth token is invalid"
  } ]
}`,
    ...certain(['OAU-149', 'LINT-256'], /JWT|not (a|an) (access )?token|access_token/),
  },
  {
    id: 'json-149-2017',
    paste: `{
  "errorCode" : "TokenInvalid",
  "message" : "Unparseable access token"
}`,
    ...certain(['OAU-149', 'LINT-256'], /access_token|token/),
    source: 'community.ringcentral.com thread 7609',
  },
  {
    id: 'json-agw-401',
    paste: `{"errorCode":"AGW-401","message":"Authorization header is not specified","errors":[{"errorCode":"AGW-401","message":"Authorization header is not specified"}]}`,
    ...certain(['AGW-401', 'LINT-250', 'LINT-263'], /Authorization|Bearer/),
  },
  {
    id: 'json-agw-404',
    paste: `{ "errorCode" : "AGW-404", "message" : "Resource not found", "errors" : [ ] }

GET https://platform.ringcentral.com/account/~/extension/~`,
    ...certain(['AGW-404', 'LINT-184'], /\/restapi\/v1\.0|path/),
  },
  {
    id: 'json-cmn-120',
    paste: `{
  "errorCode" : "CMN-120",
  "message" : "Invalid URI",
  "errors" : [ {
    "errorCode" : "CMN-120",
    "message" : "Invalid URI"
  } ]
}`,
    ...certain(['CMN-120'], /path|address/),
    source: 'zengfenfei/ringcentral-ts, recorded 2017',
  },
  {
    id: 'json-cmn-102-account',
    paste: `{
  "errorCode" : "InvalidParameter",
  "message" : "Resource for parameter [accountId] is not found",
  "errors" : [ {
    "errorCode" : "CMN-102",
    "message" : "Resource for parameter [accountId] is not found",
    "parameterName" : "accountId"
  } ],
  "parameterName" : "accountId"
}`,
    ...certain(['CMN-102'], /~|another account|id/),
  },
  {
    id: 'json-cmn-401-read-accounts',
    paste: `{
  "errorCode" : "InsufficientPermissions",
  "message" : "In order to call this API endpoint, application needs to have [ReadAccounts] permission",
  "errors" : [ {
    "errorCode" : "CMN-401",
    "message" : "In order to call this API endpoint, application needs to have [ReadAccounts] permission",
    "permissionName" : "ReadAccounts"
  } ],
  "permissionName" : "ReadAccounts"
}`,
    settings: phonePageApp,
    ...certain(['CMN-401', 'LINT-259'], /ReadAccounts[\s\S]*sign in|permission/),
    source: 'ringcentral/ringcentral-web-phone#154',
  },
  {
    id: 'json-cmn-401-added-after-sign-in',
    paste: `{"errorCode":"InsufficientPermissions","message":"In order to call this API endpoint, application needs to have [SMS] permission","errors":[{"errorCode":"CMN-401","message":"In order to call this API endpoint, application needs to have [SMS] permission","permissionName":"SMS"}],"permissionName":"SMS"}

SMS IS on the app. I added it this morning, and refreshed the token.`,
    ...likely(['CMN-401', 'LINT-259'], /sign in again|new sign-in|refresh does not/),
  },
  {
    id: 'json-cmn-408-meetings',
    paste: `{
  "errorCode" : "CMN-408",
  "message" : "In order to call this API endpoint, user needs to have [Meetings] permission for requested resource.",
  "errors" : [ {
    "errorCode" : "CMN-408",
    "message" : "In order to call this API endpoint, user needs to have [Meetings] permission for requested resource.",
    "permissionName" : "Meetings"
  } ],
  "permissionName" : "Meetings"
}`,
    ...certain(['CMN-408'], /user|role|administrator/, 'administrator'),
    source: 'stackoverflow.com question 50978630',
  },
  {
    id: 'json-cmn-301-token',
    paste: `HTTP 429 on https://platform.ringcentral.com/restapi/oauth/token
{ "errorCode" : "CMN-301", "message" : "Request rate exceeded", "errors" : [ { "errorCode" : "CMN-301", "message" : "Request rate exceeded" } ] }`,
    ...certain(['CMN-301', 'LINT-223', 'LINT-309'], /Retry-After|minute|once|keep/),
    source: 'community.ringcentral.com thread 11639',
  },
  {
    id: 'json-473-other-app',
    paste: `{
  "error" : "invalid_request",
  "errors" : [ {
    "errorCode" : "OAU-473",
    "message" : "The client [${clientId}] is not allowed to use this personal API Key"
  } ],
  "error_description" : "The client [${clientId}] is not allowed to use this personal API Key"
}`,
    ...certain(['OAU-473', 'X18'], /JWT[\s\S]*(client id|app)/),
  },
  {
    id: 'json-345-signature',
    paste: `{
  "error" : "invalid_request",
  "errors" : [ {
    "errorCode" : "OAU-345",
    "message" : "Invalid assertion signature"
  } ],
  "error_description" : "Invalid assertion signature"
}`,
    ...likely(['OAU-345'], /cut|copy|environment|quot|changed/),
  },
  {
    id: 'json-347-algorithm',
    paste: `{"error":"invalid_request","errors":[{"errorCode":"OAU-347","message":"An algorithm which is used for assertion signing is not supported for JWT Bearer grant type"}]}`,
    ...certain(['OAU-347', 'LINT-180'], /console/),
  },
]);

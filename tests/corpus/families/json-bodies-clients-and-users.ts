import { certain, family, likely } from '../family.ts';
import { clientId } from '../fake.ts';
import { classicJob } from '../settings.ts';

/** Bodies about the app's own credentials and about the user who signs in. */
export const jsonBodiesClientsAndUsers = family('json body', [
  {
    id: 'json-153-empty-id',
    paste: `{
  "error" : "invalid_client",
  "errors" : [ {
    "errorCode" : "OAU-153",
    "message" : "Invalid client: ",
    "parameters" : [ {
      "parameterName" : "client_id",
      "parameterValue" : ""
    } ]
  } ],
  "error_description" : "Invalid client: "
}`,
    ...certain(['OAU-153', 'LINT-169'], /empty|Basic|base64/),
    source: 'community.ringcentral.com answer 3501',
  },
  {
    id: 'json-153-unknown-id',
    paste: `{"error":"invalid_client","errors":[{"errorCode":"OAU-153","message":"Invalid client: ${clientId}","parameters":[{"parameterName":"client_id","parameterValue":"${clientId}"}]}],"error_description":"Invalid client: ${clientId}"}`,
    ...certain(['OAU-153'], /client id|environment|no app/),
  },
  {
    id: 'json-123-nothing-sent',
    paste: `{
  "error" : "invalid_client",
  "errors" : [ {
    "errorCode" : "OAU-123",
    "message" : "Client authentication is required"
  } ],
  "error_description" : "Client authentication is required"
}`,
    ...certain(['OAU-123', 'LINT-173', 'LINT-174'], /Authorization|Basic|client_id/),
    source: 'ringcentral/ringcentral-api-docs#33',
  },
  {
    id: 'json-146-wrong-secret',
    paste: `{ "error" : "invalid_client", "errors" : [ { "errorCode" : "OAU-146", "message" : "Invalid client credentials" } ], "error_description" : "Invalid client credentials" }`,
    ...certain(['OAU-146', 'LINT-210'], /secret/),
  },
  {
    id: 'json-165-devtest-keys',
    paste: `{
  "error" : "invalid_client",
  "errors" : [ {
    "errorCode" : "OAU-165",
    "message" : "Sandbox client is not allowed: ${clientId}"
  } ],
  "error_description" : "Sandbox client is not allowed: ${clientId}"
}`,
    ...certain(['OAU-165', 'LINT-175'], /sandbox|devtest|production/),
  },
  {
    id: 'json-127-release',
    paste: `{"error":"invalid_client","errors":[{"errorCode":"OAU-127","message":"Invalid application release."}],"error_description":"Invalid application release."}`,
    ...certain(['OAU-127'], /release|console/),
  },
  {
    id: 'json-140-job',
    paste: `{
  "error" : "invalid_grant",
  "errors" : [ {
    "errorCode" : "OAU-140",
    "message" : "Invalid resource owner credentials."
  } ],
  "error_description" : "Invalid resource owner credentials."
}`,
    settings: classicJob,
    ...certain(['OAU-140', 'X12'], /password|user/, 'user'),
  },
  {
    id: 'json-140-old-envelope',
    paste: `{
  "error" : "invalid_grant",
  "error_description" : "Invalid resource owner credentials."
}`,
    ...certain(['OAU-140'], /password|user|extension/, 'user'),
    source: 'zengfenfei/ringcentral-ts, recorded 2017',
  },
  {
    id: 'json-owner-incomplete',
    paste: `{
  "error" : "invalid_request",
  "error_description" : "Resource Owner credentials are incomplete."
}`,
    ...likely(['SANDBOX-USER-2', 'LINT-156'], /user name|username|password/, 'developer'),
    source: 'zengfenfei/ringcentral-ts, recorded 2017',
  },
  {
    id: 'json-148-sso-lock',
    paste: `{ "error" : "invalid_grant", "errors" : [ { "errorCode" : "OAU-148", "message" : "The account is locked out due to multiple unsuccessful logon attempts. Please use Single Sign-on way to authenticate." } ] }`,
    ...certain(['OAU-148'], /lock/, 'user'),
  },
  {
    id: 'json-168-mfa',
    paste: `{
  "error" : "invalid_grant",
  "errors" : [ {
    "errorCode" : "OAU-168",
    "message" : "Password grant is not allowed because MFA is required."
  } ],
  "error_description" : "Password grant is not allowed because MFA is required."
}`,
    ...certain(['OAU-168', 'X11', 'X12'], /JWT|second factor|MFA|authorization code/),
  },
  {
    id: 'json-105-department',
    paste: `{"error":"access_denied","errors":[{"errorCode":"OAU-105","message":"Login for Department extension is not allowed."}],"error_description":"Login for Department extension is not allowed."}`,
    ...certain(['OAU-105'], /user extension|type of extension|department/, 'administrator'),
  },
  {
    id: 'json-141-disabled',
    paste: `{ "error" : "invalid_grant", "errors" : [ { "errorCode" : "OAU-141", "message" : "Login for extension in current state is not allowed." } ], "error_description" : "Login for extension in current state is not allowed." }`,
    ...certain(['OAU-141'], /extension|enable|state|activ/, 'administrator'),
  },
  {
    id: 'json-408-third-party-apps',
    paste: `{
  "error" : "invalid_client",
  "errors" : [ {
    "errorCode" : "CMN-408",
    "message" : "[ThirdPartyAppAccess] permission required",
    "parameters" : [ {
      "parameterName" : "permissionName",
      "parameterValue" : "ThirdPartyAppAccess"
    } ]
  } ],
  "error_description" : "[ThirdPartyAppAccess] permission required"
}`,
    ...certain(['CMN-408', 'X23'], /Third[ -]?Party ?Apps?/, 'administrator'),
    source: 'stackoverflow.com question 51833563',
  },
  {
    id: 'json-167-realm',
    paste: `{"error":"invalid_client","errors":[{"errorCode":"OAU-167","message":"Account access restricted by RealmId"}],"error_description":"Account access restricted by RealmId"}`,
    ...certain(['OAU-167'], /administrator|restrict/, 'administrator'),
  },
  {
    id: 'json-503-service',
    paste: `{"message":"Service Unavailable","error":"service_unavailable","error_description":"Service Unavailable"}`,
    ...certain(['CMN-201', 'LINT-223'], /wait|Retry-After|again/, 'provider'),
  },
]);

import { cannotTell, certain, family, likely } from '../family.ts';
import { clientId } from '../fake.ts';

/** The same answers as people cut, re-quote and print them. */
export const brokenNotations = family('json cut or without braces', [
  {
    id: 'cut-251-truncated-marker',
    paste: `{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for thi (truncated...)`,
    ...certain(['OAU-251', 'LINT-212'], /grant|method|auth flow/),
    source: 'ringcentral/ringcentral-web-phone#386',
  },
  {
    id: 'cut-109-no-braces',
    paste: `"error" : "invalid_grant",
"error_description" : "Redirect URIs do not match",
"errors" : [ {
"errorCode" : "OAU-109",
"message" : "Redirect URIs do not match"`,
    ...certain(['OAU-109', 'LINT-019'], /redirect/),
  },
  {
    id: 'cut-213-smart-quotes',
    paste: `{
  “error” : “invalid_grant”,
  “errors” : [ {
    “errorCode” : “OAU-213”,
    “message” : “Token not found”
  } ]
}`,
    ...likely(['OAU-213', 'LINT-177', 'LINT-211'], /used|another|session|refresh/),
  },
  {
    id: 'cut-251-smart-quotes-no-braces',
    paste: `“error”:”unauthorized_client”, “error_description”:”Unauthorized for this grant type”`,
    ...certain(['OAU-251', 'LINT-212'], /grant|method/),
  },
  {
    id: 'cut-146-escaped-in-a-log-field',
    paste: String.raw`"responseBody":"{\"error\":\"invalid_client\",\"errors\":[{\"errorCode\":\"OAU-146\",\"message\":\"Invalid client credentials\"}],\"error_description\":\"Invalid client credentials\"}"`,
    ...certain(['OAU-146', 'LINT-210'], /secret/),
  },
  {
    id: 'cut-301-html-entities',
    paste: `{&quot;errorCode&quot; : &quot;CMN-301&quot;, &quot;message&quot; : &quot;Request rate exceeded&quot;}`,
    ...certain(['CMN-301', 'LINT-223'], /wait|Retry-After|minute/),
  },
  {
    id: 'cut-401-mail-line-breaks',
    paste: `> { "errorCode" : "InsufficientPermissions", "message" : "In order to call
> this API endpoint, application needs to have [ReadCallLog] permission",
> "errors" : [ { "errorCode" : "CMN-401", "message" : "In order to call this
> API endpoint, application needs to have [ReadCallLog] permission",
> "permissionName" : "ReadCallLog" } ], "permissionName" : "ReadCallLog" }`,
    ...certain(['CMN-401', 'LINT-259'], /ReadCallLog|permission/),
  },
  {
    id: 'cut-error-member-only',
    paste: `{ "error" : "invalid_grant", "err`,
    ...cannotTell(
      /invalid_grant|several|cut/,
      /errorCode|whole|rest|error_description|body|answer/,
      ['LINT-211'],
    ),
  },
  {
    id: 'cut-error-invalid-request-only',
    paste: `{"error":"invalid_request"}`,
    ...cannotTell(
      /invalid_request|several|which/,
      /errorCode|request|body|answer|error_description/,
    ),
  },
  {
    id: 'python-dict-345',
    form: 'python dict',
    paste: `{'error': 'invalid_request', 'errors': [{'errorCode': 'OAU-345', 'message': 'Invalid assertion signature', 'parameters': None}], 'error_description': 'Invalid assertion signature'}`,
    ...likely(['OAU-345'], /cut|copy|environment|quot|changed/),
  },
  {
    id: 'python-dict-153',
    form: 'python dict',
    paste: `>>> r.json()
{'error': 'invalid_client', 'errors': [{'errorCode': 'OAU-153', 'message': 'Invalid client: ', 'parameters': [{'parameterName': 'client_id', 'parameterValue': ''}]}], 'error_description': 'Invalid client: '}`,
    ...certain(['OAU-153', 'LINT-169'], /empty|Basic|base64/),
  },
  {
    id: 'ruby-hash-251',
    form: 'ruby hash',
    paste: `{"error"=>"unauthorized_client", "errors"=>[{"errorCode"=>"OAU-251", "message"=>"Unauthorized for this grant type"}], "error_description"=>"Unauthorized for this grant type"}`,
    ...certain(['OAU-251', 'LINT-212'], /grant|method/),
  },
  {
    id: 'ruby-34-hash-106',
    form: 'ruby hash',
    paste: `{"error" => "invalid_grant", "errors" => [{"errorCode" => "OAU-106", "message" => "Invalid authorization code", "parameters" => nil}], "error_description" => "Invalid authorization code"}`,
    ...likely(['OAU-106', 'LINT-158', 'LINT-122'], /used|twice|once|changed/),
  },
  {
    id: 'node-inspect-401',
    form: 'node inspect',
    paste: `{
  errorCode: 'InsufficientPermissions',
  message: 'In order to call this API endpoint, application needs to have [SMS] permission',
  errors: [
    {
      errorCode: 'CMN-401',
      message: 'In order to call this API endpoint, application needs to have [SMS] permission',
      permissionName: 'SMS'
    }
  ],
  permissionName: 'SMS'
}`,
    ...certain(['CMN-401', 'LINT-259'], /SMS|permission/),
  },
  {
    id: 'node-inspect-depth-cut',
    form: 'node inspect',
    paste: `{
  error: 'invalid_request',
  errors: [ [Object] ],
  error_description: 'The client [${clientId}] is not allowed to use this personal API Key'
}`,
    ...certain(['OAU-473', 'X18'], /JWT/),
  },
  {
    id: 'php-print-r-140',
    form: 'php print_r',
    paste: `stdClass Object
(
    [error] => invalid_grant
    [errors] => Array
        (
            [0] => stdClass Object
                (
                    [errorCode] => OAU-140
                    [message] => Invalid resource owner credentials.
                )

        )

    [error_description] => Invalid resource owner credentials.
)`,
    ...certain(['OAU-140', 'X12'], /password|user/, 'user'),
  },
  {
    id: 'php-var-dump-109',
    form: 'php print_r',
    paste: `array(3) {
  ["error"]=>
  string(13) "invalid_grant"
  ["errors"]=>
  array(1) {
    [0]=>
    array(2) {
      ["errorCode"]=>
      string(7) "OAU-109"
      ["message"]=>
      string(26) "Redirect URIs do not match"
    }
  }
  ["error_description"]=>
  string(26) "Redirect URIs do not match"
}`,
    ...certain(['OAU-109', 'LINT-019', 'LINT-159'], /redirect/),
  },
  {
    id: 'key-value-block-213',
    form: 'key: value block',
    paste: `Error Details
errorCode: "OAU-213"
message: "Token not found"
status: 400
when: nightly refresh, 02:00 UTC`,
    ...likely(['OAU-213', 'LINT-177', 'LINT-211'], /used|session|another|refresh/),
  },
  {
    id: 'key-value-yaml-473',
    form: 'key: value block',
    paste: `error: invalid_request
errors:
  - errorCode: OAU-473
    message: The client [${clientId}] is not allowed to use this personal API Key`,
    ...certain(['OAU-473', 'X18'], /JWT/),
  },
  {
    id: 'code-alone-345',
    form: 'code alone',
    paste: 'OAU-345',
    ...likely(['OAU-345'], /cut|copy|environment|quot|changed/),
  },
  {
    id: 'code-alone-lower-case',
    form: 'code alone',
    paste: 'oau 251 what is this',
    ...certain(['OAU-251', 'LINT-212'], /grant|method/),
  },
  {
    id: 'code-alone-two-codes',
    form: 'code alone',
    paste: `first OAU-129, ten seconds later OAU-213, always in this order`,
    ...likely(['OAU-129', 'OAU-213', 'LINT-262'], /refresh/),
  },
  {
    id: 'code-alone-unknown',
    form: 'code alone',
    paste: 'OAU-999',
    ...cannotTell(/OAU-999|not known|no public|unknown/, /answer|body|message|request/),
  },
  {
    id: 'code-alone-agw-with-number',
    form: 'code alone',
    paste: 'ticket says: "AGW-402 since monday, all calls"',
    ...likely(['AGW-402', 'LINT-257', 'LINT-251'], /Bearer/),
  },
]);

/** Failures to try: real in shape, with invented values. */
export const examples: readonly { label: string; note: string; text: string }[] = [
  {
    label: 'An answer with a code',
    note: 'JSON, as the server sends it',
    text: `{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for this grant type"
  } ],
  "error_description" : "Unauthorized for this grant type"
}`,
  },
  {
    label: 'A program’s trace with a secret in it',
    note: 'see what is hidden',
    text: `ringcentral.http.api_exception.ApiException: HTTP 400 {"error":"invalid_client","errors":[{"errorCode":"OAU-153","message":"Invalid Authorization header."}],"error_description":"Invalid Authorization header."}
(request details: Method: POST
URL: https://platform.ringcentral.com/restapi/oauth/token
Headers: {'Content-Type': 'application/x-www-form-urlencoded', 'Authorization': 'Basic RVhBTVBMRWNsaWVudGlkOkVYQU1QTEUtbm90LWEtc2VjcmV0'}
Body: grant_type=password&username=%2B18335550100&extension=101&password=EXAMPLE-not-a-secret)`,
  },
  {
    label: 'A log that threw the reason away',
    note: 'what to ask for',
    text: `17:15:56,521Z tap - CRITICAL 400 Client Error: Bad Request for url: https://platform.ringcentral.com/restapi/oauth/token
17:15:56,521Z tap - Traceback (most recent call last):
  File "tap-env/bin/tap-ringcentral", line 8, in <module>
requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: https://platform.ringcentral.com/restapi/oauth/token`,
  },
];

/** What is read, the forms that people have most often first. */
export const reads: readonly string[] = [
  'An error body, whole or cut, in any notation',
  'The message alone, without a code',
  'What an SDK or a client printed: JavaScript, Python, PHP, Java, .NET, Ruby',
  'The source of the login call',
  'An authorize or callback address, a header dump, a log',
  'curl, fetch, PowerShell, raw HTTP, a HAR file',
  'A customer’s own sentence',
];

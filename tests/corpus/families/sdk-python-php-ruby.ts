import { cannotTell, certain, family, likely } from '../family.ts';
import { basic, basicOfApp, clientId } from '../fake.ts';
import { classicJob, classicWebApp } from '../settings.ts';

/** What the Python, PHP and Ruby libraries print, by their formatting code. */
export const sdkPythonPhpRuby = family('python sdk', [
  {
    id: 'python-sdk-251-basic-in-trace',
    paste: `ringcentral.http.api_exception.ApiException: HTTP 400 {
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for this grant type"
  } ],
  "error_description" : "Unauthorized for this grant type"
} (request details: Method: POST
URL: https://platform.ringcentral.com/restapi/oauth/token
Headers: {'Authorization': 'Basic ${basicOfApp}', 'Content-Type': 'application/x-www-form-urlencoded', 'User-Agent': 'python-requests/2.32.3'})`,
    settings: classicWebApp,
    secrets: [basicOfApp],
    ...certain(['OAU-251', 'LINT-212', 'X2', 'X26', 'X12'], /grant|password|JWT/),
  },
  {
    id: 'python-sdk-153-quotes-in-env',
    paste: `ringcentral.http.api_exception.ApiException: HTTP 400 {"error":"invalid_client","errors":[{"errorCode":"OAU-153","message":"Invalid client: '${clientId}'"}]} (request details: Method: POST
URL: https://platform.ringcentral.com/restapi/oauth/token
Headers: {'Authorization': 'Basic ${basic(`'${clientId}':'EXAMPLEsecretNotReal0000000000000001'`)}', 'Content-Type': 'application/x-www-form-urlencoded'})`,
    secrets: [basic(`'${clientId}':'EXAMPLEsecretNotReal0000000000000001'`)],
    ...certain(['OAU-153', 'LINT-169'], /quot/),
  },
  {
    id: 'python-sdk-unknown-error',
    paste: `requests.exceptions.ConnectionError: HTTPSConnectionPool(host='platform.ringcentral.com', port=443): Max retries exceeded with url: /restapi/oauth/token (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new connection: [Errno -2] Name or service not known'))

During handling of the above exception, another exception occurred:

ringcentral.http.api_exception.ApiException: Unknown error`,
    ...certain([], /network|DNS|reach|connection|no answer/, 'administrator'),
  },
  {
    id: 'python-sdk-unknown-error-alone',
    paste: 'ringcentral.http.api_exception.ApiException: Unknown error',
    ...cannotTell(/network|no answer|hide|cause/, /trace|above|cause|network|proxy/),
  },
  {
    id: 'python-sdk-no-token-yet',
    paste: `Traceback (most recent call last):
  File "calls.py", line 9, in <module>
    resp = platform.get('/restapi/v1.0/account/~/extension')
  File "/usr/lib/python3/site-packages/ringcentral/platform/platform.py", line 142, in ensure_authentication
    self.refresh()
  File "/usr/lib/python3/site-packages/ringcentral/platform/platform.py", line 118, in refresh
    raise Exception('Refresh token has expired')
Exception: Refresh token has expired

calls.py:
rcsdk = SDK(os.environ['RC_ID'], os.environ['RC_SECRET'], os.environ['RC_SERVER'])
platform = rcsdk.platform()
resp = platform.get('/restapi/v1.0/account/~/extension')`,
    ...likely([], /login|sign(ed)? in|never|no token/),
  },
  {
    id: 'python-sdk-init-error',
    paste: 'SDK init error: RINGCENTRAL_CLIENT_SECRET value not found.',
    ...certain(['LINT-173'], /RINGCENTRAL_CLIENT_SECRET|environment|\.env|secret/),
  },
  {
    id: 'python-sdk-login-url-name-error',
    paste: `  File "/app/.venv/lib/python3.12/site-packages/ringcentral/platform/platform.py", line 138, in login_url
    return self.create_url(AUTHORIZE_ENDPOINT, add_server=True) + '?' + urllib.parse.urlencode(query)
NameError: name 'urllib' is not defined`,
    ...certain([], /login_url|urllib|library|SDK/),
  },
  {
    id: 'python-requests-400-with-text',
    form: 'python requests',
    paste: `>>> r = requests.post(url, json={"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": jwt}, auth=(cid, secret))
>>> r.status_code, r.text
(400, '{\\n  "error" : "invalid_request",\\n  "errors" : [ {\\n    "errorCode" : "OAU-250",\\n    "message" : "Unsupported grant type"\\n  } ],\\n  "error_description" : "Unsupported grant type"\\n}')`,
    ...certain(['OAU-250', 'LINT-151'], /json=|JSON|form|data=/),
  },
  {
    id: 'python-requests-401-no-body',
    form: 'python requests',
    paste: `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~/sms`,
    ...cannotTell(
      /body|thrown away|does not (say|show)|which/,
      /body|response\.text|errorCode|answer/,
      ['LINT-263', 'OAU-128', 'OAU-213', 'OAU-149', 'AGW-401'],
    ),
  },
  {
    id: 'python-requests-429-no-body',
    form: 'python requests',
    paste: `requests.exceptions.HTTPError: 429 Client Error: Too Many Requests for url: https://platform.ringcentral.com/restapi/oauth/token`,
    ...certain(['CMN-301', 'LINT-223', 'LINT-309'], /wait|Retry-After|minute|keep/),
  },
  {
    id: 'python-requests-ssl-proxy',
    form: 'python requests',
    paste: `requests.exceptions.SSLError: HTTPSConnectionPool(host='platform.ringcentral.com', port=443): Max retries exceeded with url: /restapi/oauth/token (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1007)')))`,
    ...certain([], /certificate|proxy|TLS/, 'administrator'),
  },
  {
    id: 'php-sdk-251',
    form: 'php sdk',
    paste: `PHP Fatal error:  Uncaught RingCentral\\SDK\\Http\\ApiException: Unauthorized for this grant type in /var/www/vendor/ringcentral/ringcentral-php/src/Http/Client.php:54
Stack trace:
#0 /var/www/vendor/ringcentral/ringcentral-php/src/Platform/Platform.php(432): RingCentral\\SDK\\Http\\Client->send()
#1 /var/www/vendor/ringcentral/ringcentral-php/src/Platform/Platform.php(215): RingCentral\\SDK\\Platform\\Platform->requestToken()
#2 /var/www/send.php(12): RingCentral\\SDK\\Platform\\Platform->login(Array)`,
    ...certain(['OAU-251', 'LINT-212'], /grant|method/),
    source: 'ringcentral/ringcentral-php#30',
  },
  {
    id: 'php-sdk-password-arguments',
    form: 'php sdk',
    paste: `RingCentral\\SDK\\Http\\ApiException: Unauthorized for this grant type

$platform->login([ 'username' => '+12025550143', 'extension' => '102', 'password' => '${'*'.repeat(8)}' ]);`,
    settings: classicJob,
    people: ['+12025550143'],
    ...certain(['X12', 'OAU-251', 'LINT-156'], /JWT/),
  },
  {
    id: 'php-sdk-not-json',
    form: 'php sdk',
    paste: `RingCentral\\SDK\\Http\\ApiException: 503 Service Unavailable (and additional error happened during JSON parse: Response is not JSON)`,
    ...certain(['CMN-201', 'LINT-220', 'LINT-223'], /wait|again|Retry-After/, 'provider'),
  },
  {
    id: 'php-sdk-refresh-expired',
    form: 'php sdk',
    paste: `PHP Fatal error: Uncaught Exception: Refresh token has expired in vendor/ringcentral/ringcentral-php/src/Platform/Platform.php:318
cron: 0 6 * * 1   (tokens are kept in a file, last run a week ago)`,
    ...likely([], /week|7 days|seven days|JWT|sign in/),
    source: 'ringcentral/ringcentral-php#73',
  },
  {
    id: 'php-guzzle-cut-at-120',
    form: 'php guzzle',
    paste: `GuzzleHttp\\Exception\\ClientException: Client error: \`POST https://platform.ringcentral.com/restapi/oauth/token\` resulted in a \`400 Bad Request\` response:
{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for thi (truncated...)
 in file /var/www/vendor/guzzlehttp/guzzle/src/Exception/RequestException.php on line 113`,
    ...certain(['OAU-251', 'LINT-212'], /grant|method/),
    source: 'ringcentral/ringcentral-web-phone#386',
  },
  {
    id: 'php-guzzle-cut-before-code',
    form: 'php guzzle',
    paste: `Client error: \`POST https://platform.ringcentral.com/restapi/oauth/token\` resulted in a \`400 Bad Request\` response:
{
  "error" : "invalid_grant",
  "error_description" : "Authorization code is expired",
  "errors" : [ {
    "errorCode" : "O (truncated...)`,
    ...certain(['OAU-108', 'LINT-123'], /expire|60|at once/),
  },
  {
    id: 'laravel-page-client-auth',
    form: 'laravel page',
    paste: `Illuminate \\ Http \\ Client \\ RequestException
HTTP request returned status code 400: { "error" : "invalid_client", "errors" : [ { "errorCode" : "OAU-123", "message" : "Client authentication is requ (truncated...)

App\\Services\\RingCentral : 41
$response = Http::asForm()->post(config('services.rc.server').'/restapi/oauth/token', $form)->throw();`,
    ...certain(['OAU-123', 'LINT-173'], /withBasicAuth|Basic|Authorization/),
  },
  {
    id: 'ruby-sdk-runtime-error',
    form: 'ruby sdk or gem',
    paste: `/usr/lib/ruby/gems/ringcentral-sdk-1.1.1/lib/ringcentral.rb:167:in \`request': HTTP status 400:  (RuntimeError)

headers: {"content-type"=>"application/json", "rcrequestid"=>"5d0e1f2a-0000-11f1-0000-0050560000ac", "date"=>"Thu, 26 Nov 2026 08:00:11 GMT"}

body: {"error"=>"invalid_request", "errors"=>[{"errorCode"=>"OAU-345", "message"=>"Invalid assertion signature"}], "error_description"=>"Invalid assertion signature"}`,
    ...likely(['OAU-345'], /cut|copy|environment|quot|changed/),
  },
  {
    id: 'ruby-oauth2-gem-header-missing',
    form: 'ruby sdk or gem',
    paste: `OAuth2::Error: invalid_client: Authentication header is missing
{
  "error" : "invalid_client",
  "error_description" : "Authentication header is missing"
}
from oauth2-1.4.4/lib/oauth2/client.rb:126:in \`request'`,
    ...likely(['OAU-123', 'LINT-173'], /auth_scheme|basic_auth|Basic|header/),
    source: 'grokify/ringcentral-sdk-ruby#1',
  },
  {
    id: 'ruby-faraday-unauthorized',
    form: 'ruby sdk or gem',
    paste: `Faraday::UnauthorizedError: the server responded with status 401
  {:status=>401, :headers=>{"content-type"=>"application/json", "www-authenticate"=>"Bearer realm=\\"RingCentral REST API\\", error=\\"invalid_token\\", error_description=\\"Access token expired.\\""}, :body=>"{\\"errorCode\\":\\"TokenExpired\\",\\"message\\":\\"Access token expired.\\",\\"errors\\":[{\\"errorCode\\":\\"OAU-128\\",\\"message\\":\\"Access token expired.\\"}]}"}`,
    ...certain(['OAU-128', 'LINT-258'], /refresh|hour/),
  },
  {
    id: 'ruby-faraday-no-body',
    form: 'ruby sdk or gem',
    paste: 'Faraday::ClientError: the server responded with status 400',
    ...cannotTell(/body|does not (say|show)|which/, /body|response|errorCode|answer/),
  },
]);

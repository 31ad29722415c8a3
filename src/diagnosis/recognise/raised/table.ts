import type { Client } from '../clients.ts';

/**
 * What happened, by the source of whoever raises it. `no session`: it looked for its own token and
 * sent nothing; `no token`: it went on without one; `no answer`: a request was tried, none came
 * back; `refused by the browser`: a page may not read the answer, or may not send; `answer
 * unreadable`, `answer hidden`: there was one, and it is not told; `use`: how it was called or set
 * up; `library`: a defect of its own.
 */
export type RaisedKind =
  | 'no session'
  | 'no token'
  | 'no answer'
  | 'refused by the browser'
  | 'answer unreadable'
  | 'answer hidden'
  | 'use'
  | 'library';

/** A message that a program raises itself, where a server said nothing or is not heard. */
export interface Raised {
  /** As it is written; what differs from one to the next stands in angle brackets. */
  text: string;
  kind: RaisedKind;
  /** Who raises it, where no other does. */
  client?: Client;
  /** Where its words were read. */
  source: string;
}

const js = 'ringcentral-js 5.0.11, src/platform/Platform.ts';
const python = 'ringcentral-python, ringcentral/platform/platform.py';
const php = 'ringcentral-php, src/Platform/Platform.php';
const net = 'RingCentral.Net, RingCentral.Net/RestException.cs';
const node = 'Node.js, errors of dns and net; node-fetch puts "request to … failed" before them';
const browsers = 'Chromium, Firefox and Safari, as their consoles print it';
const dotnet = '.NET, System.Net';
const java = 'java.net and javax.net.ssl of the JDK';
const requests = 'requests and urllib3 of Python';

const table = {
  'refresh token missing': {
    text: 'Refresh token is missing',
    kind: 'no session',
    client: '@ringcentral/sdk',
    source: js,
  },
  // The same words in three SDKs, and Python's login() too when its own token file is empty.
  'refresh token expired': {
    text: 'Refresh token has expired',
    kind: 'no session',
    source: `${js}; ${python}; ${php}`,
  },
  'redirect unreadable': {
    text: 'Unable to parse response',
    kind: 'use',
    client: '@ringcentral/sdk',
    source: js,
  },
  'no code or token': {
    text: 'No authorization code or token',
    kind: 'use',
    client: '@ringcentral/sdk',
    source: js,
  },
  'malformed answer': {
    text: 'Malformed OAuth response',
    kind: 'answer unreadable',
    client: '@ringcentral/sdk',
    source: js,
  },
  // A good status without a token: the SDK replaces its own words by the answer's status.
  'success as an error': {
    text: 'Error: 200 OK',
    kind: 'answer unreadable',
    client: '@ringcentral/sdk',
    source: 'ringcentral-js 5.0.11, src/http/Client.ts',
  },
  'popup blocked': {
    text: 'Could not open login window',
    kind: 'refused by the browser',
    client: '@ringcentral/sdk',
    source: js,
  },
  'PKCE with implicit': {
    text: 'PKCE only works with Authorization Code Flow',
    kind: 'use',
    client: '@ringcentral/sdk',
    source: js,
  },
  'server address missing': { text: 'Url is not defined', kind: 'use', source: js },
  'client id missing': {
    text: 'Client Id is required for discovery',
    kind: 'use',
    client: '@ringcentral/sdk',
    source: js,
  },
  'discovery missing': {
    text: 'Discovery is not initialized',
    kind: 'use',
    client: '@ringcentral/sdk',
    source: js,
  },
  'unsupported flow': {
    text: 'Unsupported authorization flow',
    kind: 'use',
    client: '@rc-ex/core',
    source: '@rc-ex/core 1.8.6, dist/index.mjs',
  },
  'setting missing': {
    text: 'SDK init error: <name> value not found',
    kind: 'use',
    client: 'ringcentral-python',
    source: python,
  },
  'credentials missing': {
    text: 'Either code, or username with password, or jwt has to be provided',
    kind: 'use',
    client: 'ringcentral-python',
    source: python,
  },
  'unknown error': {
    text: 'ApiException: Unknown error',
    kind: 'no answer',
    client: 'ringcentral-python',
    source: 'ringcentral-python, ringcentral/http/api_exception.py',
  },
  'login_url without urllib': {
    text: "NameError: name 'urllib' is not defined",
    kind: 'library',
    client: 'ringcentral-python',
    source: python,
  },
  'answer not JSON': {
    text: 'Response is not JSON',
    kind: 'answer unreadable',
    source: 'ringcentral-php, src/Http/ApiResponse.php; ringcentral-python, api_response.py',
  },
  'answer disposed': {
    text: 'Cannot access a disposed object',
    kind: 'answer hidden',
    client: 'RingCentral.Net',
    source: net,
  },
  'body disposed': {
    text: '<content has been disposed by HttpClient',
    kind: 'answer hidden',
    client: 'RingCentral.Net',
    source: net,
  },
  'error of ASP.NET': {
    text: '{"Message":"An error has occurred."}',
    kind: 'answer hidden',
    client: 'ASP.NET',
    source: 'ASP.NET Web API, HttpError',
  },
  'token is null': {
    text: 'because "this.token" is null',
    kind: 'no token',
    client: 'ringcentral-java',
    source: 'ringcentral-java 3.4.2, RestClient.java',
  },
  'token is null (.NET)': {
    text: 'System.NullReferenceException<trace>at RingCentral.',
    kind: 'no token',
    client: 'RingCentral.Net',
    source: net,
  },
  'access_token of nothing': {
    text: "Cannot read properties of <nothing> (reading 'access_token')",
    kind: 'no token',
    client: 'Node.js',
    source: 'V8',
  },
  'lifetime is no number': {
    text: "unsupported operand type(s) for +: 'float' and 'str'",
    kind: 'answer unreadable',
    client: 'ringcentral-python',
    source: 'ringcentral-python, ringcentral/platform/auth.py',
  },
  'name not found': { text: 'ENOTFOUND', kind: 'no answer', client: 'Node.js', source: node },
  'name lookup failed': { text: 'EAI_AGAIN', kind: 'no answer', client: 'Node.js', source: node },
  'connection refused': {
    text: 'ECONNREFUSED',
    kind: 'no answer',
    client: 'Node.js',
    source: node,
  },
  'connection reset': { text: 'ECONNRESET', kind: 'no answer', client: 'Node.js', source: node },
  'connection timed out': {
    text: 'ETIMEDOUT',
    kind: 'no answer',
    client: 'Node.js',
    source: node,
  },
  'socket hang up': {
    text: 'socket hang up',
    kind: 'no answer',
    client: 'Node.js',
    source: node,
  },
  'certificate in the chain': {
    text: 'SELF_SIGNED_CERT_IN_CHAIN',
    kind: 'no answer',
    client: 'Node.js',
    source: 'Node.js, errors of tls',
  },
  'certificate unverified': {
    text: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    kind: 'no answer',
    client: 'Node.js',
    source: 'Node.js, errors of tls',
  },
  'certificate (Node.js)': {
    text: 'self-signed certificate in certificate chain',
    kind: 'no answer',
    source: 'OpenSSL, as Node.js and Python print it',
  },
  'certificate (OpenSSL 1)': {
    text: 'self signed certificate in certificate chain',
    kind: 'no answer',
    source: 'OpenSSL 1, as Node.js and Python print it',
  },
  'certificate (Python)': {
    text: 'CERTIFICATE_VERIFY_FAILED',
    kind: 'no answer',
    client: 'requests (Python)',
    source: requests,
  },
  'certificate (curl)': {
    text: 'SSL certificate problem',
    kind: 'no answer',
    client: 'curl',
    source: 'curl, lib/vtls',
  },
  'certificate (Java)': {
    text: 'PKIX path building failed',
    kind: 'no answer',
    client: 'java.net',
    source: java,
  },
  'TLS version': {
    text: 'Could not create SSL/TLS secure channel',
    kind: 'no answer',
    client: '.NET',
    source: dotnet,
  },
  'TLS closed (.NET)': {
    text: 'The underlying connection was closed',
    kind: 'no answer',
    client: '.NET',
    source: dotnet,
  },
  'TLS handshake (Java)': {
    text: 'javax.net.ssl.SSLHandshakeException',
    kind: 'no answer',
    client: 'java.net',
    source: java,
  },
  'name not known (Python)': {
    text: 'Name or service not known',
    kind: 'no answer',
    source: requests,
  },
  'name not found (Python)': {
    text: 'getaddrinfo failed',
    kind: 'no answer',
    client: 'requests (Python)',
    source: requests,
  },
  'retries exceeded': {
    text: 'Max retries exceeded with url',
    kind: 'no answer',
    client: 'requests (Python)',
    source: requests,
  },
  'unknown host (Java)': {
    text: 'java.net.UnknownHostException',
    kind: 'no answer',
    client: 'java.net',
    source: java,
  },
  'connection refused (Java)': {
    text: 'java.net.ConnectException',
    kind: 'no answer',
    client: 'java.net',
    source: java,
  },
  'timeout (Java)': {
    text: 'java.net.SocketTimeoutException',
    kind: 'no answer',
    client: 'java.net',
    source: java,
  },
  'name not resolved (.NET)': {
    text: 'The remote name could not be resolved',
    kind: 'no answer',
    client: '.NET',
    source: dotnet,
  },
  'no such host (.NET)': {
    text: 'No such host is known',
    kind: 'no answer',
    client: '.NET',
    source: dotnet,
  },
  'name not resolved (curl)': {
    text: 'Could not resolve host',
    kind: 'no answer',
    client: 'curl',
    source: 'curl, lib/hostip.c; Guzzle prints it as "cURL error 6"',
  },
  'not connected (curl)': {
    text: 'Failed to connect to',
    kind: 'no answer',
    client: 'curl',
    source: 'curl, lib/connect.c; Guzzle prints it as "cURL error 7"',
  },
  'protocol (curl)': {
    text: 'curl: (1) Protocol',
    kind: 'use',
    client: 'curl',
    source: 'curl, lib/url.c',
  },
  'not recognized (cmd)': {
    text: 'is not recognized as an internal or external command',
    kind: 'use',
    source: 'cmd.exe of Windows',
  },
  'Faraday did not connect': {
    text: 'Faraday::ConnectionFailed',
    kind: 'no answer',
    client: 'Faraday',
    source: 'faraday 2, lib/faraday/error.rb',
  },
  'browser: no address': {
    text: 'net::ERR_NAME_NOT_RESOLVED',
    kind: 'no answer',
    client: 'a browser',
    source: browsers,
  },
  'browser: blocked by an extension': {
    text: 'net::ERR_BLOCKED_BY_CLIENT',
    kind: 'refused by the browser',
    client: 'a browser',
    source: browsers,
  },
  'browser: network': {
    text: 'net::ERR_',
    kind: 'no answer',
    client: 'a browser',
    source: browsers,
  },
  'browser: CORS': {
    text: 'blocked by CORS policy',
    kind: 'refused by the browser',
    client: 'a browser',
    source: browsers,
  },
  'browser: CORS (Firefox)': {
    text: 'Cross-Origin Request Blocked',
    kind: 'refused by the browser',
    client: 'a browser',
    source: browsers,
  },
  'browser: CORS (Safari)': {
    text: 'is not allowed by Access-Control-Allow-Origin',
    kind: 'refused by the browser',
    client: 'a browser',
    source: browsers,
  },
  'browser: framed': {
    text: "in a frame because it set 'X-Frame-Options'",
    kind: 'refused by the browser',
    client: 'a browser',
    source: browsers,
  },
  'browser: framed (policy)': {
    text: 'because an ancestor violates the following Content Security Policy directive',
    kind: 'refused by the browser',
    client: 'a browser',
    source: browsers,
  },
  'browser: content policy': {
    text: 'it violates the following Content Security Policy directive',
    kind: 'refused by the browser',
    client: 'a browser',
    source: browsers,
  },
  'browser: fetch': {
    text: 'Failed to fetch',
    kind: 'no answer',
    client: 'a browser',
    source: browsers,
  },
  'browser: fetch (Firefox)': {
    text: 'NetworkError when attempting to fetch resource',
    kind: 'no answer',
    client: 'a browser',
    source: browsers,
  },
  'fetch failed': {
    text: 'TypeError: fetch failed',
    kind: 'no answer',
    client: 'Node.js',
    source: 'undici of Node.js',
  },
  'browser: provisional headers': {
    text: 'Provisional headers are shown',
    kind: 'no answer',
    client: 'a browser',
    source: 'Chromium, DevTools, Network',
  },
  'browser: message without a text': {
    text: 'Uncaught (in promise) Error\n',
    kind: 'answer hidden',
    client: 'a browser',
    source: browsers,
  },
  'embedded browser': {
    text: 'disallowed_useragent',
    kind: 'refused by the browser',
    source: 'Google, OAuth 2.0 policies: embedded user agents',
  },
  'answer not JSON (JavaScript)': {
    text: "Unexpected token '<'",
    kind: 'answer unreadable',
    source: 'V8, JSON.parse of a page of HTML',
  },
  'answer not JSON (older JavaScript)': {
    text: 'Unexpected token < in JSON',
    kind: 'answer unreadable',
    source: 'V8, JSON.parse of a page of HTML',
  },
  'answer not JSON (Python)': {
    text: 'Expecting value: line 1 column 1',
    kind: 'answer unreadable',
    source: 'json of Python',
  },
  'connection aborted': {
    text: 'ECONNABORTED',
    kind: 'no answer',
    client: 'Node.js',
    source: node,
  },
  'host unreachable': { text: 'EHOSTUNREACH', kind: 'no answer', client: 'Node.js', source: node },
  'network unreachable': {
    text: 'ENETUNREACH',
    kind: 'no answer',
    client: 'Node.js',
    source: node,
  },
  'proxy (Node.js)': {
    text: 'tunneling socket could not be established',
    kind: 'no answer',
    client: 'Node.js',
    source: 'tunnel-agent and https-proxy-agent of npm',
  },
  'certificate expired (Node.js)': {
    text: 'CERT_HAS_EXPIRED',
    kind: 'no answer',
    client: 'Node.js',
    source: 'Node.js, errors of tls',
  },
  'certificate name (Node.js)': {
    text: 'ERR_TLS_CERT_ALTNAME_INVALID',
    kind: 'no answer',
    client: 'Node.js',
    source: 'Node.js, errors of tls',
  },
  'certificate alone (Node.js)': {
    text: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    kind: 'no answer',
    client: 'Node.js',
    source: 'Node.js, errors of tls',
  },
  'certificate issuer': {
    text: 'unable to get local issuer certificate',
    kind: 'no answer',
    source: 'OpenSSL, as Node.js, Python and curl print it',
  },
  'certificate (Go)': {
    text: 'x509: certificate',
    kind: 'no answer',
    client: 'golang.org/x/oauth2',
    source: 'crypto/x509 of Go',
  },
  'certificate (Ruby)': {
    text: 'OpenSSL::SSL::SSLError',
    kind: 'no answer',
    client: 'Faraday',
    source: 'openssl of Ruby',
  },
  'TLS connection (.NET)': {
    text: 'The SSL connection could not be established',
    kind: 'no answer',
    client: '.NET',
    source: dotnet,
  },
  'timeout (.NET)': {
    text: 'HttpClient.Timeout',
    kind: 'no answer',
    client: '.NET',
    source: dotnet,
  },
  'connection refused (.NET)': {
    text: 'the target machine actively refused it',
    kind: 'no answer',
    client: '.NET',
    source: dotnet,
  },
  'timeout (cURL)': {
    text: 'Connection timed out after',
    kind: 'no answer',
    source: 'libcurl, lib/connect.c: CURLE_OPERATION_TIMEDOUT, 28',
  },
  'timeout (curl)': {
    text: 'Operation timed out after',
    kind: 'no answer',
    client: 'curl',
    source: 'curl, lib/multi.c; Guzzle prints it as "cURL error 28"',
  },
  'connect timeout (Python)': {
    text: 'requests.exceptions.ConnectTimeout',
    kind: 'no answer',
    client: 'requests (Python)',
    source: requests,
  },
  'read timeout (Python)': {
    text: 'requests.exceptions.ReadTimeout',
    kind: 'no answer',
    client: 'requests (Python)',
    source: requests,
  },
  'proxy (Python)': {
    text: 'requests.exceptions.ProxyError',
    kind: 'no answer',
    client: 'requests (Python)',
    source: requests,
  },
  'timeout (Ruby)': {
    text: 'Net::OpenTimeout',
    kind: 'no answer',
    client: 'Faraday',
    source: 'net/http of Ruby',
  },
  'timeout (Faraday)': {
    text: 'Faraday::TimeoutError',
    kind: 'no answer',
    client: 'Faraday',
    source: 'faraday 2, lib/faraday/error.rb',
  },
  'no such host (Go)': {
    text: 'no such host',
    kind: 'no answer',
    client: 'golang.org/x/oauth2',
    source: 'net of Go',
  },
  'timeout (Go)': {
    text: 'context deadline exceeded',
    kind: 'no answer',
    client: 'golang.org/x/oauth2',
    source: 'context of Go',
  },
  'browser: fetch (Safari)': {
    text: 'TypeError: Load failed',
    kind: 'no answer',
    client: 'a browser',
    source: browsers,
  },
  'answer not JSON (node-fetch)': {
    text: 'invalid json response body at',
    kind: 'answer unreadable',
    client: 'Node.js',
    source: 'node-fetch, src/body.js',
  },
  'answer not JSON (Java)': {
    text: 'com.fasterxml.jackson.core.JsonParseException',
    kind: 'answer unreadable',
    client: 'java.net',
    source: 'Jackson',
  },
  'answer not JSON (Ruby)': {
    text: 'JSON::ParserError',
    kind: 'answer unreadable',
    source: 'json of Ruby',
  },
  'answer not JSON (.NET)': {
    text: 'JsonReaderException',
    kind: 'answer unreadable',
    client: '.NET',
    source: 'Newtonsoft.Json and System.Text.Json',
  },
  'access_token of a refusal': {
    text: "KeyError: 'access_token'",
    kind: 'answer hidden',
    client: 'requests (Python)',
    source: 'Python: the body was read as one that grants',
  },
  'state differs (Socialite)': {
    text: 'InvalidStateException',
    kind: 'use',
    source: 'laravel/socialite, src/Two/InvalidStateException.php',
  },
  'state differs (oauthlib)': {
    text: 'mismatching_state',
    kind: 'use',
    source: 'oauthlib, oauth2/rfc6749/errors.py; Authlib has the same',
  },
  'state differs (OmniAuth)': {
    text: 'csrf_detected',
    kind: 'use',
    source: 'omniauth-oauth2, lib/omniauth/strategies/oauth2.rb',
  },
  'state differs (Passport)': {
    text: 'Unable to verify authorization request state',
    kind: 'use',
    source: 'passport-oauth2, lib/strategy.js',
  },
  'state differs (oidc-client-ts)': {
    text: 'No matching state found in storage',
    kind: 'use',
    source: 'oidc-client-ts, src/OidcClient.ts',
  },
  'state differs (Spring)': {
    text: 'authorization_request_not_found',
    kind: 'use',
    source: 'Spring Security, OAuth2LoginAuthenticationFilter',
  },
  'state differs (oauth4webapi)': {
    text: 'unexpected "state" response parameter value',
    kind: 'use',
    source: 'oauth4webapi, src/index.ts',
  },
} as const satisfies Readonly<Record<string, Raised>>;

export type RaisedId = keyof typeof table;

/** Messages that programs raise themselves, each with the source that its words were read in. */
export const raisedTable: Readonly<Record<RaisedId, Raised>> = table;

import { describe, expect, it } from 'vitest';
import type { Piece } from './known-parts.ts';
import { recogniseAll as recognise } from './recognise-all.ts';

const token = 'https://platform.ringcentral.com/restapi/oauth/token';
const refused =
  '{"error":"invalid_grant","errors":[{"errorCode":"OAU-213","message":"Token not found"}]}';

const first = (paste: string): Piece => {
  const [piece] = recognise(paste).pieces;
  if (!piece) throw new Error('nothing recognised');
  return piece;
};

const source = (paste: string): Piece => {
  const piece = recognise(paste).around.find(({ form }) => form === 'source');
  if (!piece) throw new Error('no source recognised');
  return piece;
};

const argumentsOf = (paste: string): string[] =>
  (source(paste).source?.calls ?? []).map(
    ({ name, arguments: list }) =>
      `${name}(${list.map(({ name: own, value, expression }) => `${own}=${value ?? `<${expression}>`}`).join(', ')})`,
  );

describe('what SDKs print', () => {
  it('@rc-ex/core: answer and request are one exchange; its Basic header is not printed', () => {
    const piece = first(`Error: HTTP 400 Bad Request

    Response:
    {
  "data": ${refused},
  "status": 400,
  "headers": { "rcrequestid": "5d0e" }
}

    Request:
    {
  "method": "post",
  "baseURL": "https://platform.ringcentral.com",
  "url": "/restapi/oauth/token",
  "data": "grant_type=refresh_token&refresh_token=fake",
  "headers": { "Content-Type": "application/x-www-form-urlencoded" }
}`);
    expect(piece).toMatchObject({
      form: 'trace',
      client: '@rc-ex/core',
      status: 400,
      codes: ['OAU-213'],
      unknown: ['request headers'],
      exchange: {
        request: {
          method: 'POST',
          url: token,
          body: 'grant_type=refresh_token&refresh_token=fake',
        },
        response: { status: 400, headers: [['rcrequestid', '5d0e']] },
      },
    });
  });

  it('ringcentral-java, its request hidden in part', () => {
    expect(
      first(`com.ringcentral.RestException: HTTP Response
=============
status code: 400

RCRequestId: 5d0e

${refused}

HTTP Request
============
HTTP POST ${token}

Authorization: ██

grant_type=refresh_token&refresh_token=fake
    at com.ringcentral.RestClient.authorize(RestClient.java:131)`),
    ).toMatchObject({
      form: 'trace',
      client: 'ringcentral-java',
      codes: ['OAU-213'],
      unknown: [],
      exchange: {
        request: {
          url: token,
          headers: [['Authorization', '██']],
          body: 'grant_type=refresh_token&refresh_token=fake',
        },
        response: { status: 400, headers: [['RCRequestId', '5d0e']], body: refused },
      },
    });
  });

  it('RingCentral.Net, with the body that HttpClient took away', () => {
    expect(
      first(`RingCentral.RestException: Response:
StatusCode: 400, ReasonPhrase: 'Bad Request', Version: 1.1, Content: X, Headers:
{
  rcrequestid: 5d0e
}
Content: ${refused}

Request:
Method: POST, RequestUri: '${token}', Version: 1.1, Content: X, Headers:
{
  Authorization: Basic YWJj
}
Content: <content has been disposed by HttpClient: https://github.com/dotnet/corefx/issues/1794>`),
    ).toMatchObject({
      form: 'trace',
      client: 'RingCentral.Net',
      codes: ['OAU-213'],
      unknown: ['request body'],
      exchange: {
        request: { method: 'POST', url: token, headers: [['Authorization', 'Basic YWJj']] },
        response: { status: 400 },
      },
    });
  });

  it('ringcentral-python, with its request details', () => {
    expect(
      first(
        `ringcentral.http.api_exception.ApiException: HTTP 400 ${refused} (request details: Method: POST\nURL: ${token}\nHeaders: {'Authorization': 'Basic YWJj'})`,
      ),
    ).toMatchObject({
      form: 'trace',
      client: 'ringcentral-python',
      codes: ['OAU-213'],
      exchange: {
        request: { method: 'POST', url: token, headers: [['Authorization', 'Basic YWJj']] },
      },
    });
  });

  it.each([
    [
      'ringcentral-ruby',
      'lib/ringcentral.rb:167: HTTP status 400: \n\nheaders: {"rcrequestid"=>"5d0e"}\n\nbody: {"errors"=>[{"errorCode"=>"OAU-213", "message" => nil}]}',
      { response: { status: 400, headers: [['rcrequestid', '5d0e']] } },
    ],
    [
      'Faraday',
      '#<Faraday::Env @method=:get @body={"errorCode"=>"OAU-213"} @url=#<URI::HTTPS https://platform.ringcentral.com/restapi/v1.0/account/~> @status=401>',
      {
        request: { method: 'GET', url: 'https://platform.ringcentral.com/restapi/v1.0/account/~' },
        response: { status: 401 },
      },
    ],
  ])('%s', (client, paste, exchange) => {
    expect(first(paste)).toMatchObject({ form: 'trace', client, codes: ['OAU-213'], exchange });
  });

  it.each([
    [
      '@ringcentral/sdk',
      'Error: Unauthorized for this grant type\n at /srv/node_modules/@ringcentral/sdk/lib/http/Client.js:114:35',
    ],
    ['ringcentral-php', 'RingCentral\\SDK\\Http\\ApiException: Unauthorized for this grant type'],
    ['oauth2 (Ruby gem)', 'OAuth2::Error: unauthorized_client: Unauthorized for this grant type'],
    [
      'ASP.NET',
      '{"ExceptionMessage":"Unauthorized for this grant type","ExceptionType":"RingCentral.Http.ApiException"}',
    ],
    [
      'Spring Security',
      'OAuth2AuthorizationException: 400 Bad Request: "{<EOL>  "error" : "x",<EOL> "errors" : [ { "errorCode" : "OAU-251" } ]<EOL>}"',
    ],
    [
      'Guzzle',
      `Client error: \`POST ${token}\` resulted in a \`400 Bad Request\` response:\n{ "error" : "unauthorized_client", "errors" : [ { "errorCode" : "OAU-251", "message" : "Unauth (truncated...)`,
    ],
  ])('%s is told by what stands around its words', (client, paste) => {
    expect(recognise(paste).pieces.at(-1)).toMatchObject({ client, codes: ['OAU-251'] });
  });
});

describe('what a program says itself', () => {
  it.each([
    ['refresh token missing', 'Uncaught (in promise) Error: Refresh token is missing'],
    ['refresh token expired', 'Exception: Refresh token has expired'],
    ['redirect unreadable', 'Unhandled Rejection (Error): Unable to parse response'],
    ['unknown error', 'ringcentral.http.api_exception.ApiException: Unknown error'],
    ['login_url without urllib', "NameError: name 'urllib' is not defined"],
    ['setting missing', 'Exception: SDK init error: RINGCENTRAL_CLIENT_SECRET value not found.'],
    ['name not found', `FetchError: request to ${token} failed, reason: getaddrinfo ENOTFOUND x`],
    ['connection refused', 'connect ECONNREFUSED 127.0.0.1:443'],
    ['browser: no address', 'Failed to load resource: net::ERR_NAME_NOT_RESOLVED'],
    ['browser: CORS', "Access to fetch at 'x' has been blocked by CORS policy: No header"],
    ['answer disposed', 'Cannot access a disposed object.'],
    ['no such host (Go)', 'dial tcp: lookup platform.ringcentral.com: no such host'],
    ['access_token of a refusal', "    token = r.json()['access_token']\nKeyError: 'access_token'"],
    [
      'access_token of nothing',
      "TypeError: Cannot read properties of undefined (reading 'access_token')",
    ],
  ])('%s', (raised, paste) => {
    expect(first(paste)).toMatchObject({ form: 'raised', raised, codes: [] });
  });

  it('beside the status that the PHP SDK saw', () => {
    const { pieces } = recognise(
      '503 Service Unavailable (and additional error happened during JSON parse: Response is not JSON)',
    );
    expect(pieces.map(({ status, raised }) => status ?? raised)).toEqual([503, 'answer not JSON']);
  });
});

describe('statuses alone', () => {
  it('of requests, with the address and without the body', () => {
    expect(first(`HTTPError: 400 Client Error: Bad Request for url: ${token}`)).toMatchObject({
      form: 'status',
      client: 'requests (Python)',
      status: 400,
      exchange: { request: { url: token }, response: { status: 400 } },
      unknown: ['method', 'request headers', 'request body', 'response headers', 'response body'],
    });
  });

  it.each([
    ['HTTP 400, job aborted', 400],
    ['The remote server returned an error: (401) Unauthorized.', 401],
    ['Request failed with status code 429', 429],
    ['we get 401 sometimes', 401],
    ['Erreur 429 toutes les cinq minutes', 429],
  ])('%s', (paste, status) => {
    expect(first(paste)).toMatchObject({ form: 'status', status });
  });

  it.each(['room 400', 'call me on +1 202 555 0143', 'port 5401, version 4.0.4', 'extension 404'])(
    '%s is none',
    (paste) => {
      expect(recognise(paste).pieces).toEqual([]);
    },
  );

  it('goes with the body, the code or the words that stand beside it', () => {
    expect(first(`2026-11-26T02:00:12.377Z worker-3 ERROR 401 ${refused}`)).toMatchObject({
      form: 'error body',
      status: 401,
      exchange: { response: { status: 401 } },
    });
    expect(first('// 401 OAuth token is invalid')).toMatchObject({
      status: 401,
      codes: ['OAU-149'],
    });
  });
});

describe('requests in words', () => {
  it.each([
    [`POST ${token} -> 400 ${refused}`, 'POST', token, 400],
    [`"POST ${token} 400 (Bad Request)"`, 'POST', token, 400],
    ['[HTTP POST 429] /restapi/oauth/token, rc-request-id: 5d0e', 'POST', token, 429],
    [
      'Postman: POST {{url}}/restapi/oauth/token, tab Body: raw. Result: 400 Bad Request',
      'POST',
      token,
      400,
    ],
    [
      '203.0.113.9 - - [27/Nov/2026:09:15:02 +0000] "GET /rc/callback?code=abc&state=s HTTP/1.1" 302 0',
      'GET',
      '/rc/callback?code=abc&state=s',
      302,
    ],
  ])('%s', (paste, method, url, status) => {
    const { form, exchange, unknown } = first(paste);
    expect([
      form,
      exchange?.request.method,
      exchange?.request.url,
      exchange?.response?.status,
    ]).toEqual(['request in words', method, url, status]);
    expect(unknown).toContain('request headers');
  });

  it('with the form that stands behind the address', () => {
    expect(first('POST /restapi/oauth/token  grant_type=password').exchange?.request.body).toBe(
      'grant_type=password',
    );
  });
});

describe('headers', () => {
  it('of HTTP/2, with what they say of the first line', () => {
    expect(
      first(`:authority: platform.ringcentral.com
:method: GET
:path: /restapi/v1.0/account/~
authorization: Bearer fake`),
    ).toMatchObject({
      form: 'headers',
      exchange: {
        request: {
          method: 'GET',
          url: 'https://platform.ringcentral.com/restapi/v1.0/account/~',
          headers: [['authorization', 'Bearer fake']],
        },
      },
    });
  });

  it('of DevTools, with what never arrived', () => {
    expect(
      first(`General
Request URL: ${token}
Request Method: POST
Request Headers
⚠ Provisional headers are shown
Content-Type: application/x-www-form-urlencoded`),
    ).toMatchObject({
      form: 'headers',
      raised: 'browser: provisional headers',
      exchange: { request: { method: 'POST', url: token } },
    });
  });

  it('of Chrome, each value below its name, with the form below them', () => {
    const piece = first(`Request URL
${token}
Request Method
POST
Status Code
400 Bad Request
authorization
Basic YWJj
Form Data
grant_type: refresh_token
refresh_token: fake`);
    expect(piece).toMatchObject({
      form: 'headers',
      status: 400,
      exchange: {
        request: {
          method: 'POST',
          url: token,
          headers: [['authorization', 'Basic YWJj']],
          body: 'grant_type=refresh_token&refresh_token=fake',
        },
      },
      unknown: ['response body', 'response headers'],
    });
  });

  it('that are not among the fields are unknown', () => {
    expect(first(`Request URL: ${token}\nRequest Method: POST\nStatus Code: 400`).unknown).toEqual([
      'request headers',
      'request body',
      'response body',
      'response headers',
    ]);
  });

  it('of an answer, with the code of its challenge', () => {
    expect(
      first(`status: 401
www-authenticate: Bearer realm="x", error_description="Access token expired."
rcrequestid: 5d0e`),
    ).toMatchObject({ form: 'headers', status: 401, codes: ['OAU-128'] });
  });

  it('of a program’s source are none', () => {
    expect(recognise("  Authorization: 'Basic ' + btoa(id),").pieces).toEqual([]);
  });
});

describe('logs', () => {
  it('a time in front of each line hides nothing', () => {
    const wire = `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com

grant_type=refresh_token&refresh_token=fake

HTTP/1.1 400 Bad Request
RCRequestId: 5d0e

${refused}`;
    const log = wire
      .split('\n')
      .map((line) => `2026-11-27 10:00:00.123 [main] DEBUG http.wire - ${line}`)
      .join('\n');
    expect(first(log)).toMatchObject({
      form: 'HTTP',
      status: 400,
      codes: ['OAU-213'],
      unknown: [],
    });
  });

  it('of okhttp', () => {
    expect(
      first(`10:00:01.001 I okhttp.OkHttpClient: --> POST ${token}
10:00:01.001 I okhttp.OkHttpClient: Authorization: ██
10:00:01.301 I okhttp.OkHttpClient: <-- 400 ${token} (300ms)
10:00:01.301 I okhttp.OkHttpClient: rcrequestid: 5d0e`),
    ).toMatchObject({
      form: 'HTTP',
      exchange: {
        request: { url: token, headers: [['Authorization', '██']] },
        response: { status: 400 },
      },
    });
  });
});

describe('requests of a program', () => {
  const body = { grant_type: 'refresh_token', refresh_token: 'fake' };
  it.each([
    [
      'fetch, as DevTools copies it',
      `fetch("${token}", {
  "headers": { "content-type": "application/x-www-form-urlencoded" },
  "referrer": "https://spa.example.com/",
  "body": "grant_type=refresh_token&refresh_token=fake",
  "method": "POST"
});`,
    ],
    [
      'fetch, as it is written',
      `await fetch('${token}', { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'fake' }) })`,
    ],
    [
      'requests of Python',
      `requests.post("${token}", auth=(CLIENT_ID, SECRET), data={"grant_type": "refresh_token", "refresh_token": "fake"})`,
    ],
    [
      'Guzzle',
      `$client->post('${token}', ['form_params' => ['grant_type' => 'refresh_token', 'refresh_token' => 'fake']]);`,
    ],
    [
      'axios',
      `axios.post('${token}', 'grant_type=refresh_token&refresh_token=fake', { headers: { a: 'b' } })`,
    ],
    [
      'PowerShell, as DevTools copies it',
      `Invoke-WebRequest -UseBasicParsing -Uri "${token}" \`
-Method "POST" \`
-Headers @{
"authorization"="Basic YWJj"
} \`
-ContentType "application/x-www-form-urlencoded" \`
-Body "grant_type=refresh_token&refresh_token=fake"`,
    ],
  ])('%s', (_how, paste) => {
    const { exchange, unknown } = first(paste);
    expect(exchange?.request).toMatchObject({ method: 'POST', url: token });
    expect(Object.fromEntries(new URLSearchParams(exchange?.request.body))).toEqual(body);
    expect(unknown).toEqual(['response']);
  });

  it('what the program fills in stands as its code', () => {
    const { exchange } = first(
      `requests.post("${token}", auth=(ID, SECRET), json={"grant_type": "authorization_code", "code": code})`,
    );
    expect(exchange?.request.headers).toEqual([
      ['Authorization', 'Basic ${(ID, SECRET)}'],
      ['Content-Type', 'application/json'],
    ]);
    expect(JSON.parse(exchange?.request.body ?? '')).toEqual({
      grant_type: 'authorization_code',
      code: '${code}',
    });
  });

  it('a body that is not shown is unknown', () => {
    expect(first(`fetch('${token}', { method: 'POST', body: form })`).unknown).toEqual([
      'request body',
      'response',
    ]);
  });
});

describe('dumps of an answer with its request', () => {
  it.each([
    [
      'axios',
      `{ "message": "Request failed with status code 400", "config": { "method": "post", "url": "${token}", "data": "grant_type=refresh_token" }, "response": { "status": 400, "data": ${refused} } }`,
    ],
    [
      'axios, as Node.js prints it',
      `AxiosError: Request failed with status code 400
    at settle (/app/node_modules/axios/dist/node/axios.cjs:1967:12) {
  code: 'ERR_BAD_REQUEST',
  config: {
    method: 'post',
    url: '${token}',
    headers: Object [AxiosHeaders] { Accept: '*/*' },
    transformRequest: [ [Function: transformRequest] ],
    data: 'grant_type=refresh_token'
  },
  response: { status: 400, data: { errorCode: 'OAU-213', errors: [Array] } }
}`,
    ],
    [
      'pino',
      `{"level":50,"req":{"method":"POST","url":"${token}","body":"grant_type=refresh_token"},"res":{"statusCode":400,"body":${JSON.stringify(refused)}}}`,
    ],
  ])('%s', (_who, paste) => {
    expect(first(paste)).toMatchObject({
      form: 'error body',
      status: 400,
      codes: ['OAU-213'],
      unknown: ['request headers', 'response headers'],
      exchange: { request: { method: 'POST', url: token, body: 'grant_type=refresh_token' } },
    });
  });
});

describe('sources of a login', () => {
  it.each([
    [
      'JavaScript',
      "const rcsdk = new SDK({ server: 'https://x', clientid: process.env.RC_ID });\nawait rcsdk.platform().login({ jwt: token });",
      ['SDK(server=https://x, clientid=<process.env.RC_ID>)', 'login(jwt=<token>)'],
    ],
    [
      'Python',
      "rcsdk = SDK(os.environ['RC_ID'], 'fake', 'https://x')\nplatform.login(jwt=os.environ['RC_JWT'])",
      ["SDK(=<os.environ['RC_ID']>, =fake, =https://x)", "login(jwt=<os.environ['RC_JWT']>)"],
    ],
    [
      'PHP',
      "$rcsdk = new RingCentral\\SDK\\SDK('https://x', 'id', 'fake');\n$platform->login([ 'username' => '101', 'password' => $password ]);",
      ['SDK(=https://x, =id, =fake)', 'login(username=101, password=<$password>)'],
    ],
    [
      'Ruby',
      "rc = RingCentral.new(ENV['ID'], 'fake', 'https://x')\nrc.authorize(jwt: 'fake')",
      ["RingCentral.new(=<ENV['ID']>, =fake, =https://x)", 'authorize(jwt=fake)'],
    ],
    [
      'C#',
      'var rc = new RestClient("id", "fake", "https://x");\nawait rc.Authorize("101", "102", password);',
      ['RestClient(=id, =fake, =https://x)', 'Authorize(=101, =102, =<password>)'],
    ],
    [
      'Java',
      'RestClient rc = new RestClient(id, secret, "https://x");\nrc.authorize("101", "102", "fake");',
      ['RestClient(=<id>, =<secret>, =https://x)', 'authorize(=101, =102, =fake)'],
    ],
    [
      'Go',
      'conf := &oauth2.Config{ClientID: id, RedirectURL: "http://localhost/cb"}',
      ['Config(ClientID=<id>, RedirectURL=http://localhost/cb)'],
    ],
  ])('%s', (language, paste, calls) => {
    expect(source(paste).source?.language).toBe(language);
    expect(argumentsOf(paste)).toEqual(calls);
  });

  it('an option is known by what it means, wherever it stands', () => {
    const paste = "new SDK({ appKey: 'abc', clientSecret: 'def' })";
    const [call] = source(paste).source?.calls ?? [];
    expect(call?.arguments.map(({ means }) => means)).toEqual(['client_id', 'client_secret']);
    const { from = 0, to = 0 } = call?.arguments[0]?.range ?? {};
    expect(paste.slice(from, to)).toBe("appKey: 'abc'");
  });

  it('a frame of a stack is no call', () => {
    expect(
      recognise('at com.ringcentral.RestClient.authorize(RestClient.java:131)').around,
    ).toEqual([]);
  });

  it('the grant is read in any notation', () => {
    expect(source('http.send "grant_type=password" & x').options).toMatchObject([
      { name: 'grant_type', value: 'password' },
    ]);
  });
});

describe('values', () => {
  it.each([
    ['RINGCENTRAL_CLIENT_ID=abc', 'client_id', 'abc'],
    ['  RC_CLIENT_SECRET: "fake "', 'client_secret', 'fake '],
    ["    'client_id' => 'abc',", 'client_id', 'abc'],
    ['verifier in sessionStorage: abc', undefined, undefined],
    ['we send grant_type=password', 'grant_type', 'password'],
  ])('%s', (paste, means, value) => {
    const piece = recognise(paste).around.find(({ form }) => form === 'values');
    expect([piece?.options?.[0]?.means, piece?.options?.[0]?.value]).toEqual([means, value]);
  });

  it('Postman in words', () => {
    const piece = recognise(
      'Grant Type: Authorization Code, Callback URL: https://app.example/cb, Scope: ReadAccounts',
    ).around.find(({ form }) => form === 'values');
    expect(piece?.options?.map(({ means, value }) => [means, value])).toEqual([
      ['grant_type', 'Authorization Code'],
      ['redirect_uri', 'https://app.example/cb'],
      ['scope', 'ReadAccounts'],
    ]);
  });
});

describe('the widget', () => {
  it('has its settings in its address', () => {
    const piece = first(
      '<script src="https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/adapter.js?clientId=abc&appServer=https://platform.devtest.ringcentral.com"></script>',
    );
    expect(piece).toMatchObject({ form: 'widget', client: 'RingCentral Embeddable' });
    expect(piece.options?.map(({ means, value }) => [means, value])).toEqual([
      ['client_id', 'abc'],
      ['server', 'https://platform.devtest.ringcentral.com'],
    ]);
  });
});

describe('codes and addresses', () => {
  it('a bare code of RingCentral', () => {
    expect(first('U0pDMTFQMDFQQVMwMXxFWEFNUExF')).toMatchObject({ form: 'authorization code' });
    expect(recognise('refresh_token is U0pDMTFQMDFQQVMwMXxFWEFNUExF').pieces).toEqual([]);
  });

  it('a callback without an answer, one that is cut, and one told without its address', () => {
    expect(first('https://app.example/oauth/callback')).toMatchObject({ form: 'address' });
    const cut = first('https://crm.example/…/callback?err…');
    expect([cut.isCut, cut.exchange]).toEqual([true, undefined]);
    expect(first('comes back with #error=access_denied').exchange?.request.url).toBe(
      '#error=access_denied',
    );
  });

  it('an address that a program goes on with is put together, and cut where more is added elsewhere', () => {
    const put = 'load("https://platform.ringcentral.com/restapi/oauth/authorize?client_id=" + id)';
    expect(first(put).exchange?.request.url).toBe(
      'https://platform.ringcentral.com/restapi/oauth/authorize?client_id=${id}',
    );
    expect(first(put).isCut).toBeUndefined();
    expect(first(`url = ${put}\nurl += "&state=" + s`).isCut).toBe(true);
  });
});

describe('prose', () => {
  const wordsOf = (paste: string) =>
    recognise(paste)
      .around.find(({ form }) => form === 'prose')
      ?.words?.map(({ topic }) => topic);

  it.each([
    ['Our users are thrown out after exactly one hour.', ['logged out after an hour']],
    ['Two servers behind a load balancer share it.', ['several processes']],
    ['The popup shows our redirect.html and stays open.', ['popup stays open']],
    ['It works in Postman but not in our program.', ['works elsewhere']],
    ['Hello, where is my invoice for October?', ['not a sign-in']],
  ])('%s', (paste, topics) => {
    expect(wordsOf(paste)).toEqual(topics);
  });

  it.each([
    ['Die Benutzer werden nach einer Stunde abgemeldet, und wir wissen nicht, warum.', 'de'],
    ['Desde ayer la API nos devuelve un error, qué hay que cambiar?', 'es'],
    ['Le programme se connecte avant chaque SMS, merci de votre aide, nous attendons.', 'fr'],
    ['昨日からログインできません。', 'ja'],
    ['Не работает интеграция с RingCentral, что делать?', 'ru'],
    ['It does not work since yesterday, can you help?', undefined],
  ])('%s', (paste, language) => {
    expect(recognise(paste).around.find(({ form }) => form === 'prose')?.language).toBe(language);
  });

  it('what was copied is no prose', () => {
    expect(wordsOf(refused)).toBeUndefined();
    expect(wordsOf('Unauthorized for this grant type')).toBeUndefined();
  });
});

describe('what mails do', () => {
  it('quote marks are taken away, those of a shell and of curl -v stay', () => {
    const mail = `> { "errorCode" : "CMN-401", "message" : "In order to call\n> this API endpoint, application needs to have [SMS] permission" }`;
    const { pieces, repairs } = recognise(mail);
    expect(repairs).toEqual([{ kind: 'quote marks of a mail', count: 2 }]);
    expect(pieces[0]).toMatchObject({ codes: ['CMN-401'] });
    const shell = `$ curl ${token} \\\n>   -d grant_type=password`;
    expect(recognise(shell).repairs).toEqual([]);
    const verbose = `> POST /restapi/oauth/token HTTP/2\n> host: x.example\n>\n`;
    expect(recognise(verbose).repairs).toEqual([]);
  });

  it('an address that was broken into lines is whole again', () => {
    const url = `https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=abcdefghijkl&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback&state=abcdefgh`;
    const wrapped = (url.match(/.{1,76}/g) ?? []).join('\n');
    const { pieces, repairs } = recognise(wrapped);
    expect(repairs).toEqual([{ kind: 'line breaks in an address', count: 2 }]);
    expect(pieces[0]?.exchange?.request.url).toBe(url);
    const encoded = url.replaceAll('=', '=3D').replace('client', 'cli=\nent');
    expect(first(encoded).exchange?.request.url).toBe(url);
  });

  it('two addresses, and a form below an address, stay apart', () => {
    const one = `https://platform.ringcentral.com/restapi/oauth/authorize?client_id=abcd`;
    expect(recognise(`${one}\n${one}`).pieces).toHaveLength(2);
    expect(recognise(`${one}\ngrant_type=password&username=101`).pieces).toHaveLength(2);
  });
});

it('an object behind a request line is its body alone, not what somebody writes below', () => {
  const piece = first(
    `HTTP/1.1 200 OK\nCache-Control: no-store\n\n{"a":1}\nwhere is my refresh token??`,
  );
  expect(piece.exchange?.response?.body).toBe('{"a":1}');
});

it('notations that nobody parses are read by their members', () => {
  const dump = `array(2) {
  ["error"]=>
  string(13) "invalid_grant"
  ["errorCode"]=>
  string(7) "OAU-109"
}`;
  expect(first(dump)).toMatchObject({ form: 'error body', codes: ['OAU-109'] });
  expect(
    first('stdClass Object ( [error] => invalid_grant [errorCode] => OAU-109 )'),
  ).toMatchObject({
    codes: ['OAU-109'],
  });
  expect(first('errorCode: "OAU-213"\nmessage: "Token not found"\nstatus: 400')).toMatchObject({
    codes: ['OAU-213'],
    status: 400,
  });
});

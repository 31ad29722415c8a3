import type { Placed } from './placed-values.ts';

const clientId = 'EXAMPLEclientIdAbc0001';
const tokenUrl = 'https://platform.ringcentral.com/restapi/oauth/token';
const refusal = {
  error: 'invalid_grant',
  errors: [{ errorCode: 'OAU-213', message: 'Token not found' }],
  error_description: 'Token not found',
};

const json = JSON.stringify;
const enc = encodeURIComponent;
/** As a form writes it, spaces as plus signs. */
const form = (value: string): string => new URLSearchParams({ v: value }).toString().slice(2);
const single = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
/** Within single quotes of a POSIX shell. */
const shell = (value: string): string => value.replaceAll("'", String.raw`'\''`);
/** As Chrome writes an argument for Windows' shell. */
const cmd = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/[^a-zA-Z0-9\s_\-:=+~'/.,?;()*`]/g, '^$&')
    .replaceAll(/%(?=[a-zA-Z0-9_])/g, '%^');
const html = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const pairs = ({ name, value }: Placed): string =>
  `grant_type=authorization_code&client_id=${clientId}&${name}=${form(value)}&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb`;
const basic = (value: string): string => Buffer.from(`${clientId}:${value}`).toString('base64');

const har = (placed: Placed): object => ({
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-11-27T09:15:02.000Z',
        request: {
          method: 'POST',
          url: tokenUrl,
          headers: [{ name: 'content-type', value: 'application/x-www-form-urlencoded' }],
          cookies: [],
          postData: { mimeType: 'application/x-www-form-urlencoded', text: pairs(placed) },
        },
        response: {
          status: 400,
          headers: [],
          cookies: [],
          content: {
            mimeType: 'application/json',
            text: json({ ...refusal, [placed.name]: placed.value }),
          },
        },
      },
    ],
  },
});

/** What holds the value under its name, as clients, logs and people write it. */
export const named: Readonly<Record<string, (placed: Placed) => string>> = {
  JSON: ({ name, value }) => json({ ...refusal, [name]: value }),
  'JSON, spaced': ({ name, value }) =>
    json({ [name]: value, ...refusal }, null, 2).replaceAll('": ', '" : '),
  'JSON within JSON': ({ name, value }) => json({ level: 'error', body: json({ [name]: value }) }),
  'JSON, cut': ({ name, value }) => `{"error":"x","data":{"${name}":${json(value)},"erro`,
  'dict of Python': ({ name, value }) =>
    `{'grant_type': 'x', '${name}': '${single(value)}', 'a': None}`,
  'hash of Ruby': ({ name, value }) => `{"grant_type"=>"x", "${name}"=>${json(value)}, :a => nil}`,
  'print_r of PHP': ({ name, value }) =>
    `Array\n(\n    [grant_type] => x\n    [${name}] => ${value}\n)`,
  'inspect of Node': ({ name, value }) => `{ grant_type: 'x',\n  ${name}: '${single(value)}' }`,
  curl: ({ name, value }) =>
    `$ curl ${tokenUrl} -d grant_type=x -d '${name}=${form(value)}' -d client_id=${clientId}`,
  'curl, encoded by itself': ({ name, value }) =>
    `curl -X POST ${tokenUrl} \\\n  --data-urlencode 'grant_type=x' \\\n  --data-urlencode '${shell(`${name}=${value}`)}'`,
  'curl of Windows': (placed) =>
    `curl ^"${tokenUrl}^" ^\n  -H ^"content-type: application/x-www-form-urlencoded^" ^\n  --data-raw ^"${cmd(pairs(placed))}^"`,
  fetch: (placed) =>
    `fetch("${tokenUrl}", {\n  "headers": { "accept": "*/*" },\n  "body": ${json(pairs(placed))},\n  "method": "POST"\n});`,
  'fetch with an object': ({ name, value }) =>
    `fetch('${tokenUrl}', { method: 'POST', body: JSON.stringify({ grant_type: 'x', ${name}: '${single(value)}' }) })`,
  PowerShell: (placed) =>
    `Invoke-WebRequest -Uri "${tokenUrl}" -Method POST -Headers @{ "Accept"="*/*" } -ContentType "application/x-www-form-urlencoded" -Body "${pairs(placed)}"`,
  HTTP: (placed) =>
    `POST /restapi/oauth/token HTTP/1.1\nHost: platform.ringcentral.com\nContent-Type: application/x-www-form-urlencoded\n\n${pairs(placed)}\n\nHTTP/1.1 400 Bad Request\n\n${json(refusal)}`,
  'HTTP with marks': (placed) =>
    `> POST /restapi/oauth/token HTTP/2\n> host: platform.ringcentral.com\n>\n> ${pairs(placed)}\n< HTTP/2 400\n<\n${json(refusal)}`,
  'answer with it': ({ name, value }) =>
    `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${json({ [name]: value, token_type: 'bearer' })}`,
  log: ({ name, value }) =>
    `2026-11-27 09:15:02,153 INFO oauth - POST ${tokenUrl} ${name}=${form(value)} -> 400 invalid_grant`,
  'log in JSON': ({ name, value }) =>
    json({ time: '2026-11-27T09:15:02Z', msg: 'token request', params: { [name]: value } }),
  address: ({ name, value }) => `https://app.example.com/cb?state=abc123&${name}=${enc(value)}&x=1`,
  'address with a fragment': ({ name, value }) =>
    `http://localhost:8888/#token_type=bearer&${name}=${enc(value)}&expires_in=3600`,
  'address within an address': ({ name, value }) =>
    `https://sso.example.com/go?next=${enc(`https://app.example.com/cb?${name}=${enc(value)}&state=x`)}`,
  'form body': pairs,
  HAR: (placed) => json(har(placed)),
  'HAR, spaced': (placed) => json(har(placed), null, 1),
  'env file': ({ name, value }) =>
    `RC_CLIENT_ID=${clientId}\nRC_${name.toUpperCase()}="${value}"\nRC_SERVER=https://platform.ringcentral.com`,
  YAML: ({ name, value }) =>
    `env:\n  client_id: ${clientId}\n  ${name}: '${value.replaceAll("'", "''")}'`,
  markup: ({ name, value }) =>
    `<form action="/login"><input type="hidden" name="${name}" value="${html(value)}"></form>`,
  multipart: ({ name, value }) =>
    `--b\nContent-Disposition: form-data; name="${name}"\n\n${value}\n--b--`,
  'JavaScript source': ({ name, value }) =>
    `const rc = new SDK({ clientId: '${clientId}' });\nawait rc.platform().login({ ${name}: '${single(value)}' });`,
  'Python source': ({ name, value }) => `platform.login(${name}="${value.replaceAll('"', '\\"')}")`,
};

/** What only a secret can be in. */
export const ofSecrets: Readonly<Record<string, (placed: Placed) => string>> = {
  'Basic header': ({ value }) =>
    `POST /restapi/oauth/token HTTP/1.1\nHost: platform.ringcentral.com\nAuthorization: Basic ${basic(value)}\n\ngrant_type=x`,
  'Basic in a trace': ({ value }) =>
    `ApiException: HTTP 400 {} (request details: Method: POST\nHeaders: {'Authorization': 'Basic ${basic(value)}', 'a': 'b'})`,
  'Bearer header': ({ value }) =>
    `curl -H 'Authorization: Bearer ${shell(value)}' https://platform.ringcentral.com/restapi/v1.0/account/~`,
  'Bearer in JSON': ({ value }) =>
    json({ headers: { Authorization: `Bearer ${value}` }, status: 401 }),
  'Bearer in a HAR': ({ value }) =>
    json({
      log: {
        entries: [{ request: { headers: [{ name: 'authorization', value: `Bearer ${value}` }] } }],
      },
    }),
  'user of curl': ({ value }) =>
    `curl -u '${clientId}:${shell(value)}' -d grant_type=x ${tokenUrl}`,
  'cookie header': ({ value }) =>
    `GET / HTTP/1.1\nHost: service.ringcentral.com\nCookie: a=b; RCAuthSession=${enc(value)}; lang=en`,
  'set cookie': ({ value }) =>
    `< HTTP/2 302\n< set-cookie: RCAuthSession=${enc(value)}; Path=/; Secure\n<`,
  'cookies of a HAR': ({ value }) =>
    json({ log: { entries: [{ request: { cookies: [{ name: 'sid', value, path: '/' }] } }] } }),
  'constructor of C#': ({ value }) =>
    `var rc = new RestClient("${clientId}", "${value}", "https://platform.ringcentral.com");`,
  'login of Java': ({ value }) => `rc.authorize(user, "101", "${value}");`,
  'said in a sentence': ({ word, value }) =>
    `Hello, my ${word} is ${value} and it does not work. OAU-251`,
  'in brackets': ({ word, value }) => `I sent my extension and my ${word} (${value}), then OAU-140`,
  'with a colon': ({ word, value }) => `Login fails.\n${word}: ${value}\nCan you check?`,
  'before its name': ({ word, value }) => `${value} is my ${word}`,
  'in a chat': ({ word, value }) => `[09:02] dev: app id ${clientId} ${word} ${value}`,
};

/** What only a person's number or address can be in. */
export const ofPeople: Readonly<Record<string, (placed: Placed) => string>> = {
  'a sentence': ({ word, value }) => `Please call back, the ${word} is ${value} since May.`,
  'a line of a log': ({ value }) =>
    `${value} - - [27/Nov/2026:09:15:02 +0000] "GET /cb HTTP/1.1" 302 0`,
  'a header': ({ value }) =>
    `GET /cb HTTP/1.1\nHost: app.example.com\nX-Forwarded-For: ${value}\n\n`,
  'an answer of the API': ({ value }) =>
    `GET /restapi/v1.0/account/~/extension/~ HTTP/1.1\nHost: platform.ringcentral.com\n\nHTTP/1.1 200 OK\n\n${json({ uri: 'https://platform.ringcentral.com/restapi/v1.0/account/1/extension/2', contact: { a: value } })}`,
  'a text message': ({ value }) =>
    `curl https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~/sms -d '${json({ from: { phoneNumber: value }, text: 'hi' })}'`,
  'a mail': ({ value }) => `From: Extension 104 <${value}>\nSubject: RE: login\n\nstill the same`,
  'an argument': ({ value }) => `rc.authorize("${value}", "101", password);`,
};

/** Where a value that is known from elsewhere is repeated without a name. */
export const repeated: readonly ((value: string) => string)[] = [
  () => '',
  (value) => `The server said: bad value ${value}.`,
  (value) => `{"message":${json(`saw ${value} here`)}}`,
  (value) => `https://stats.example.net/p?ref=${enc(enc(value))}`,
  (value) => `dump: ${Buffer.from(`x=${value}&y=1`).toString('base64')}`,
  (value) => `resulted in a 400:\n{"x":"${value.slice(0, 12)} (truncated...)`,
  (value) => `<td>${html(value)}</td>`,
];

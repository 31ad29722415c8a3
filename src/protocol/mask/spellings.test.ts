import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../exchange.ts';
import { type Learned, createMasker, mostSecrets } from './mask.ts';

type Parts = Partial<Exchange['request']> & { answer?: Partial<Exchange['response']> };

const exchange = ({ answer, ...request }: Parts): Exchange => ({
  id: 'e1',
  from: 'app',
  to: 'authorization-server',
  startedAt: 0,
  request: { method: 'POST', url: 'http://localhost/restapi/oauth/token', headers: [], ...request },
  response: { status: 400, headers: [], ...answer },
});

const shown = (parts: Parts): string => JSON.stringify(createMasker().mask(exchange(parts)));
const S = 's3cr3t-v41u3';
const body = (text: string): Parts => ({ body: text });
const header = (name: string, value = S): Parts => ({ headers: [[name, value]] });

/** Spellings that beginners, frameworks and proxies send; each held a secret in clear once. */
const spellings: [what: string, parts: Parts][] = [
  ['brackets', body(`client_secret[]=${S}`)],
  ['encoded brackets', body(`client_secret%5B%5D=${S}`)],
  ['a member in brackets', body(`auth[client_secret]=${S}`)],
  ['an encoded member in brackets', body(`auth%5Bclient_secret%5D=${S}`)],
  ['a hyphen', body(`client-secret=${S}`)],
  ['a dot', body(`client.secret=${S}`)],
  ['a short name', body(`secret=${S}`)],
  ['another app’s name', body(`appSecret=${S}`)],
  ['a consumer’s name', body(`consumer_secret=${S}`)],
  ['an environment’s name', body(`RC_APP_CLIENT_SECRET=${S}`)],
  ['passwd', body(`passwd=${S}`)],
  ['pwd', body(`pwd=${S}`)],
  ['api_key', body(`api_key=${S}`)],
  ['apiKey', body(`apiKey=${S}`)],
  ['upper case', body(`CLIENT_SECRET=${S}`)],
  ['an encoded underscore', body(`client%5Fsecret=${S}`)],
  ['a blank before the sign', body(`client_secret%20=${S}`)],
  ['a plus before the sign', body(`client_secret+=${S}`)],
  ['a NUL before the sign', body(`client_secret%00=${S}`)],
  ['an encoded sign', body(`client_secret%3D${S}`)],
  ['a new line for &', body(`grant_type=password\nclient_secret=${S}`)],
  ['CRLF for &', body(`grant_type=password\r\npassword=${S}`)],
  ['an encoded new line for &', body(`grant_type=password%0Aclient_secret=${S}`)],
  ['a semicolon for &', body(`grant_type=password;client_secret=${S}`)],
  ['a form that was encoded twice', body(`body=grant_type%3Dpassword%26client_secret%3D${S}`)],
  ['an element', body(`<client_secret>${S}</client_secret>`)],
  ['an element among others', body(`<?xml version="1.0"?><a><b/><secret x="1">${S}</secret></a>`)],
  ['an attribute', body(`<app client_secret="${S}"/>`)],
  ['a member of a member', body(`{"auth":{"secret":"${S}"}}`)],
  ['a list under a name', body(`{"clientSecret":["${S}"]}`)],
  ['a member that stands twice', body(`{"client_secret":"${S}","client_secret":""}`)],
  ['a text in a member', body(`{"body":"client_secret=${S}&x=1"}`)],
  ['broken JSON', body(`{"client_secret": "${S}", `)],
  ['single quotes', body(`{'client_secret': '${S}'}`)],
  ['an arrow', body(`'client_secret' => '${S}'`)],
  ['YAML', body(`client_secret: ${S}`)],
  ['a JSON string that holds JSON', body(JSON.stringify(JSON.stringify({ client_secret: S })))],
  ['a header in the body', body(`authorization=Bearer ${S}`)],
  ['an encoded header in the body', body(`authorization=Bearer%20${S}`)],
  ['a JWT by its environment’s name', body(`RC_USER_JWT=${S}`)],
  [
    'a multipart part',
    body(`--b\r\nContent-Disposition: form-data; name=secret\r\n\r\n${S}\r\n--b--`),
  ],
  ['a user in redirect_uri', body(`redirect_uri=https%3A%2F%2Fuser%3A${S}%40app.example%2Fcb`)],
  ['a user in a URL', { url: `http://user:${S}@localhost/restapi/oauth/token` }],
  ['a user in a URL of the answer', { answer: { body: `{"next":"https://u:${S}@a.example/"}` } }],
  ['the query', { url: `http://localhost/restapi/oauth/token?secret=${S}` }],
  ['the query, in brackets', { url: `http://localhost/x?client_secret[0]=${S}` }],
  ['X-Api-Key', header('X-Api-Key')],
  ['Client-Secret', header('Client-Secret')],
  ['X-Forwarded-Authorization', header('X-Forwarded-Authorization', `Bearer ${S}`)],
  ['Proxy-Authorization', header('Proxy-Authorization', `Basic ${btoa(`a:${S}`)}`)],
  ['X-Auth-Token', header('X-Auth-Token')],
  ['X-Original-URL', header('X-Original-URL', `/callback?code=${S}&state=kept`)],
  ['Referer', header('Referer', `https://app.example/cb?code=${S}&state=kept`)],
  ['a Referer’s fragment', header('referer', `https://app.example/cb#access_token=${S}`)],
  ['Link', header('Link', `<https://app.example/?code=${S}>; rel="next"`)],
  ['a cookie', header('Cookie', `theme=dark; session=${S}`)],
  ['a cookie that is set', { answer: { headers: [['Set-Cookie', `id=${S}; HttpOnly`]] } }],
  ['an unknown scheme', header('Authorization', `Token ${S}`)],
  ['a scheme forgotten', header('Authorization', S)],
];

describe('a secret is masked however it is spelled', () => {
  it.each(spellings)('%s', (_, parts) => {
    const text = shown(parts);
    expect(text).not.toContain(S);
    expect(text).not.toContain(btoa(`a:${S}`));
    expect(text).toContain('masked-');
  });

  it.each([
    ['{"token_type":"bearer","expires_in":3600,"token_endpoint":"https://a.example/token"}'],
    ['{"error":"invalid_grant","errors":[{"errorCode":"OAU-213","message":"Token not found"}]}'],
    ['{"error":{"code":404,"message":"Wrong code: it has expired"}}'],
    ['grant_type=password&response_type=code&code_challenge=abc&code_challenge_method=S256'],
    [
      'scope=ReadAccounts&state=a-state&token_type_hint=access_token&redirect_uri=https%3A%2F%2Fa%2Fcb',
    ],
    ['<p>Your <code>client_id</code> is <b>an-app</b>: the code has a life of 60 s.</p>'],
    ['{"message":"Use Basic authentication: id and secret"}'],
  ])('and what is none stays: %s', (text) => {
    expect(createMasker().mask(exchange({ body: text })).request.body).toBe(text);
  });
});

describe('a secret that was found is hidden in all of its exchange', () => {
  const name = fc.constantFrom('client_secret', 'secret', 'api_key', 'password', 'code');
  const places: ((value: string) => Parts)[] = [
    (value) => ({ answer: { body: `{"error_description":"Bad value ${value}."}` } }),
    (value) => ({ answer: { body: `<p>${value}</p>` } }),
    (value) => header('X-Note', `saw ${value} here`),
    (value) => ({ url: `http://localhost/x?elsewhere=${encodeURIComponent(value)}` }),
    (value) => ({ answer: { headers: [['X-Echo', value]] } }),
  ];

  it('from four characters on, as a whole word below sixteen', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.~!*-]{2,30}[A-Za-z0-9]$/);
    fc.assert(
      fc.property(name, word, fc.constantFrom(...places), (key, value, place) => {
        // What the masks themselves are written with cannot be told from them.
        fc.pre(
          !/^(?:masked|chars|code|secret|api|key|password|client|saw|here|value)/i.test(value),
        );
        fc.pre(!JSON.stringify(exchange(place(''))).includes(value));
        const text = shown({ ...place(value), body: `${key}=${encodeURIComponent(value)}` });
        expect(text).not.toContain(value);
      }),
      { numRuns: 500 },
    );
  });

  it('and a shorter part of another word is not', () => {
    const text = shown({ body: 'secret=abcd', answer: { body: '{"a":"abcdef and abcd"}' } });
    expect(text).toContain('abcdef and masked-client_secret-1-4chars');
  });

  it('and a mask is not masked again by a secret that reads like a part of it', () => {
    const text = shown({ body: 'code=chars&secret=code&password=masked' });
    expect(text).toContain(
      'code=masked-code-1-5chars&secret=masked-client_secret-1-4chars&password=masked-password-1-6chars',
    );
  });
});

describe('the work for one exchange is bounded', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `code=c${index}!xy`).join('&');

  it('an exchange with as many secrets as are looked for is masked', () => {
    const masked = createMasker().mask(exchange({ body: many(mostSecrets) }));
    expect(masked.request.body?.match(/masked-code/g)).toHaveLength(mostSecrets);
  });

  it('one with more is shown without what may hold one', () => {
    const masked = createMasker().mask(
      exchange({
        url: 'http://localhost/x?a=c7!xy',
        headers: [
          ['content-type', 'text/plain'],
          ['x-note', 'c680!xy'],
        ],
        body: many(700),
        answer: { body: 'c3!xy' },
      }),
    );
    const instead = 'not shown: over 64 secrets';
    expect(masked.request).toEqual({
      method: 'POST',
      url: `http://localhost/x?${instead}`,
      headers: [
        ['content-type', 'text/plain'],
        ['x-note', instead],
      ],
      body: instead,
    });
    expect(masked.response?.body).toBe(instead);
  });

  it('and the next exchange is masked as ever', () => {
    const masker = createMasker();
    masker.mask(exchange({ body: many(700) }));
    expect(masker.mask(exchange({ body: 'password=abcd' })).request.body).toMatch(
      /^password=masked-password-1-4chars$/,
    );
  });
});

describe('what is remembered from exchange to exchange', () => {
  const issued = 'sandbox-token-0123456789';

  it('what a client made up hides no word of later exchanges', () => {
    const masker = createMasker();
    masker.mask(exchange({ body: 'code=sandbox-server-web&secret=application' }));
    const later = exchange({ body: 'client_id=sandbox-server-web&x=application' });
    expect(masker.mask(later).request.body).toBe(later.request.body);
  });

  it('a stranger’s secrets are forgotten with their exchange, and their numbers are not given again', () => {
    const learned: Learned[] = [];
    const masker = createMasker({ onLearned: (one) => learned.push(one) });
    const stranger = { ...exchange({ body: `code=${issued}` }), caller: 'stranger' } as const;
    expect(masker.mask(stranger).request.body).toBe('code=masked-code-1-24chars');
    expect(learned).toEqual([]);
    expect(masker.mask(exchange({ body: `code=${issued}` })).request.body).toBe(
      'code=masked-code-2-24chars',
    );
  });

  it('goes on where another masker stopped', () => {
    const learned: Learned[] = [];
    const first = createMasker({ onLearned: (one) => learned.push(one) });
    first.mask(exchange({ answer: { body: `{"access_token":"${issued}"}` } }));
    first.mask(exchange({ body: 'password=abcd' }));
    const second = createMasker({ known: learned });
    expect(
      second.mask(exchange({ body: `x=${issued}&password=abcd&token=new-one` })).request.body,
    ).toBe(
      'x=masked-access_token-1-24chars&password=masked-password-1-4chars&token=masked-token-1-7chars',
    );
    expect(second.mask(exchange({ body: 'password=efgh' })).request.body).toBe(
      'password=masked-password-2-4chars',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { recogniseAll as recognise } from '../recognise-all.ts';
import { readHar } from './read-har.ts';

interface Draft {
  url?: string;
  method?: string;
  status?: number;
  headers?: [string, string][];
  answered?: [string, string][];
  form?: string;
  content?: Record<string, unknown>;
  more?: Record<string, unknown>;
}

const token = 'https://platform.ringcentral.com/restapi/oauth/token';
const refused = JSON.stringify({
  error: 'invalid_grant',
  errors: [{ errorCode: 'OAU-213', message: 'Token not found' }],
});

const named = (headers: [string, string][] = []) =>
  headers.map(([name, value]) => ({ name, value }));

function entry({ url = 'https://app.example/x', method = 'GET', status = 200, ...rest }: Draft) {
  return {
    startedDateTime: '2026-11-27T09:15:02.000Z',
    time: 12,
    request: {
      method,
      url,
      headers: named(rest.headers),
      cookies: [],
      ...(rest.form === undefined ? {} : { postData: { text: rest.form } }),
    },
    response: {
      status,
      headers: named(rest.answered),
      cookies: [],
      content: rest.content ?? { size: 0 },
      ...rest.more,
    },
  };
}

const refresh = entry({
  url: token,
  method: 'POST',
  status: 400,
  headers: [['Authorization', 'Basic YWJjOmRlZg==']],
  form: 'grant_type=refresh_token&refresh_token=fake',
  content: { text: refused },
});

const har = (...entries: unknown[]) => JSON.stringify({ log: { version: '1.2', entries } });

/** A file's octets, so many at a time. */
async function* chunks(text: string, size = 64): AsyncGenerator<Uint8Array> {
  const octets = new TextEncoder().encode(text);
  for (let at = 0; at < octets.length; at += size) yield octets.slice(at, at + size);
}

describe('a HAR as a file', () => {
  it('keeps what is of a sign-in or has an error, and counts the rest', async () => {
    const read = await readHar(
      chunks(
        har(
          entry({}),
          refresh,
          entry({ url: 'https://app.example/cb?code=abc&state=s' }),
          entry({ url: 'https://cdn.example/missing.png', status: 404 }),
        ),
      ),
    );
    expect(read.har).toEqual({ entries: 4, kept: 2, isSanitized: false });
    expect(read.isCut).toBe(false);
    expect(read.pieces.map(({ form, codes }) => [form, codes])).toEqual([
      ['HAR', ['OAU-213']],
      ['HAR', []],
    ]);
    const [first] = read.pieces;
    expect(first?.exchange).toMatchObject({
      request: { url: token, body: 'grant_type=refresh_token&refresh_token=fake' },
      response: { status: 400, body: refused },
      startedAt: Date.parse('2026-11-27T09:15:02.000Z'),
    });
    expect(read.text.slice(first?.range.from, first?.range.to)).toContain('HTTP/1.1 400');
  });

  it('that ends in the middle is read as far as it goes', async () => {
    const whole = har(refresh, refresh, refresh);
    const read = await readHar(chunks(whole.slice(0, -100)));
    expect(read.har).toEqual({ entries: 2, kept: 2, isSanitized: false, cutAfter: 2 });
  });

  it('without any Authorization or cookie is one that the browser left them out of', async () => {
    const call = entry({
      url: 'https://platform.ringcentral.com/restapi/v1.0/account/~',
      status: 401,
    });
    const read = await readHar(chunks(har(call)));
    expect(read.har?.isSanitized).toBe(true);
    expect(read.pieces[0]?.unknown).toContain('request headers');
    expect(read.pieces[0]?.unknown).toContain('response body');
    const withCookie = entry({ url: 'https://other.example/', answered: [['Set-Cookie', 'a=b']] });
    const other = await readHar(chunks(har(call, withCookie)));
    expect(other.har?.isSanitized).toBe(false);
  });

  it('reads base64, and a request that got no answer', async () => {
    const read = await readHar(
      chunks(
        har(
          entry({ url: token, status: 400, content: { text: btoa(refused), encoding: 'base64' } }),
          entry({ url: token, status: 0, more: { _error: 'net::ERR_CONNECTION_REFUSED' } }),
        ),
      ),
    );
    expect(read.pieces[0]?.codes).toEqual(['OAU-213']);
    expect(read.pieces[1]?.exchange).toMatchObject({
      failure: { kind: 'unreachable', message: 'net::ERR_CONNECTION_REFUSED' },
    });
    expect(read.pieces[1]?.exchange?.response).toBeUndefined();
  });

  it('of SAML-tracer is read the same way', async () => {
    const traced = {
      method: 'POST',
      url: token,
      requestHeaders: named([['Authorization', 'Basic abc']]),
      post: [['grant_type', 'password']],
      responseStatus: 400,
      responseHeaders: [],
    };
    const read = await readHar(chunks(JSON.stringify({ requests: [traced] })));
    expect(read.pieces[0]?.exchange).toMatchObject({
      request: { body: 'grant_type=password' },
      response: { status: 400 },
    });
  });

  it('tells its progress, and ends when it is told to', async () => {
    const text = har(refresh, refresh);
    const told: number[] = [];
    await readHar(chunks(text, 256), { onProgress: (octets) => told.push(octets) });
    expect(told.at(-1)).toBe(text.length);
    const controller = new AbortController();
    const stopped = readHar(chunks(text, 256), {
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    await expect(stopped).rejects.toThrow('aborted');
  });

  it('is read from a stream of a browser too', async () => {
    const read = await readHar(new Blob([har(refresh)]).stream());
    expect(read.har?.kept).toBe(1);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['another JSON', '{"a":[1,2]}'],
    ['no objects in it', '{"log":{"entries":[1,null,"x",[],{}]}}'],
    ['a prototype', '{"log":{"entries":[{"__proto__":{"polluted":1},"request":{"url":"x"}}]}}'],
    ['deep nests', `{"log":{"entries":[${'['.repeat(20_000)}`],
  ])('of %s gives no piece', async (_what, text) => {
    const read = await readHar(chunks(text, 4_096));
    expect(read.pieces).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a HAR that was pasted', () => {
  it('has its places in the text', () => {
    const text = har(entry({}), refresh);
    const { pieces, har: summary } = recognise(`Here it is:\n${text}`);
    expect(summary).toEqual({ entries: 2, kept: 1, isSanitized: false });
    expect(pieces).toHaveLength(1);
    const { from = 0, to = 0 } = pieces[0]?.range ?? {};
    expect(`Here it is:\n${text}`.slice(from, to)).toBe(JSON.stringify(refresh));
  });

  it('and was cut is read as far as it goes', () => {
    const { har: summary } = recognise(har(refresh, refresh).slice(0, -30));
    expect(summary).toEqual({ entries: 1, kept: 1, isSanitized: false, cutAfter: 1 });
  });
});

/** The members that each browser's export has of its own, over the same refusal. */
describe('a HAR of every browser', () => {
  const params = [
    { name: 'grant_type', value: 'refresh_token' },
    { name: 'refresh_token', value: 'fake' },
  ];
  const of = (postData: unknown, content: unknown, more = {}, at = '2026-11-27T09:15:02.000Z') => ({
    ...refresh,
    ...more,
    startedDateTime: at,
    request: { ...refresh.request, httpVersion: 'HTTP/2', postData },
    response: { ...refresh.response, httpVersion: 'h3', content },
  });
  const form = 'grant_type=refresh_token&refresh_token=fake';
  it.each<[string, unknown]>([
    [
      'Chromium',
      of(
        { mimeType: 'application/x-www-form-urlencoded', text: form, params },
        { size: 90, mimeType: 'application/json', text: refused },
        { _initiator: { type: 'script' }, _priority: 'High', _resourceType: 'fetch' },
      ),
    ],
    [
      'Firefox, whose times have a zone and whose text may be empty',
      of(
        { mimeType: 'application/x-www-form-urlencoded', text: '', params },
        { size: 90, mimeType: 'application/json; charset=utf-8', text: refused },
        { _securityState: 'secure' },
        '2026-11-27T10:15:02.000+01:00',
      ),
    ],
    [
      'Safari, whose bodies may be base64',
      of(
        { mimeType: 'application/x-www-form-urlencoded', text: form, params: [] },
        { size: 90, compression: 0, text: btoa(refused), encoding: 'base64' },
        { _fetchType: 'Network Load', _priority: 'high' },
      ),
    ],
  ])('%s', (_, one) => {
    const { pieces } = recognise(har(one));
    expect(pieces[0]?.exchange).toMatchObject({
      request: { url: token, body: form },
      response: { status: 400, body: refused },
      startedAt: Date.parse('2026-11-27T09:15:02.000Z'),
    });
    expect(pieces[0]?.codes).toEqual(['OAU-213']);
  });
});

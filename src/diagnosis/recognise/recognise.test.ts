import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseAll as recognise } from './recognise-all.ts';

const only = (paste: string) => {
  const { pieces } = recognise(paste);
  expect(pieces.map(({ form }) => form)).toHaveLength(1);
  const [piece] = pieces;
  if (!piece) throw new Error('nothing recognised');
  return piece;
};

const body = `{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for this grant type"
  } ],
  "error_description" : "Unauthorized for this grant type"
}`;

describe('error bodies', () => {
  it.each([
    ['in RingCentral’s spacing', body],
    ['with mail’s quotes', body.replaceAll('"', '”')],
    ['as entities', body.replaceAll('"', '&quot;')],
    ['escaped', JSON.stringify(body).slice(1, -1)],
    [
      'as a dict of Python',
      "{'error': 'unauthorized_client', 'errors': [{'errorCode': 'OAU-251', 'message': 'Unauthorized for this grant type', 'parameters': None}]}",
    ],
    [
      'as a hash of Ruby',
      '{"error"=>"unauthorized_client", "errors"=>[{"errorCode"=>"OAU-251", "message"=>"Unauthorized for this grant type"}]}',
    ],
    [
      'as Node prints it',
      "{ error: 'unauthorized_client', errors: [ { errorCode: 'OAU-251', message: 'Unauthorized for this grant type' } ] }",
    ],
    ['within a dump', `{"status": 400, "data": ${body}}`],
  ])('%s', (_how, paste) => {
    const piece = only(paste);
    expect([piece.form, piece.codes]).toEqual(['error body', ['OAU-251']]);
    expect(piece.unknown).toContain('request');
  });

  it('cut at Guzzle’s 120 characters', () => {
    const { pieces } =
      recognise(`Client error: \`POST https://platform.ringcentral.com/restapi/oauth/token\` resulted in a \`400 Bad Request\` response:
{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for thi (truncated...)`);
    expect(pieces.at(-1)).toMatchObject({ codes: ['OAU-251'], isCut: true });
  });

  it('without braces, its members are read as far as they stand', () => {
    const { pieces } = recognise(
      '"errorCode" : "OAU-109", "message" : "Redirect URIs do not match"',
    );
    expect(pieces).toMatchObject([{ form: 'error body', codes: ['OAU-109'], isCut: true }]);
  });

  it('without a code, by its text', () => {
    const piece = only(
      '{"error":"invalid_client","error_description":"Invalid client application: [abc]"}',
    );
    expect(piece.codes).toEqual(['OAU-153']);
  });
});

describe('texts and codes', () => {
  it.each([
    ['Error: Unauthorized for this grant type', ['OAU-251']],
    ['ApiException: Basic authentication header is missing or malformed', ['OAU-123']],
    ['2026-01-02T03:04:05Z ERROR login failed: OAuth token is invalid', ['OAU-149']],
  ])('%s', (paste, codes) => {
    const piece = only(paste);
    expect([piece.form, piece.codes]).toEqual(['message', codes]);
  });

  it.each(['we get oau-213 since Monday', 'OAU 213', 'oau213'])('%s', (paste) => {
    expect(only(paste)).toMatchObject({ form: 'code of an error', codes: ['OAU-213'] });
  });

  it.each(['', 'hello', 'our login is broken', 'OAU-999', 'room 400'])(
    '“%s” holds nothing',
    (paste) => {
      expect(recognise(paste).pieces).toEqual([]);
    },
  );
});

describe('curl', () => {
  const form = 'grant_type=authorization_code&code=abc&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
  it.each([
    [
      'as a shell has it, with its prompts',
      `$ curl -X POST https://platform.ringcentral.com/restapi/oauth/token \\
>   -u 'abc:fake-secret' \\
>   -d '${form}'`,
    ],
    [
      'as Chrome copies it',
      `curl 'https://platform.ringcentral.com/restapi/oauth/token' -H 'authorization: Basic YWJjOmZha2Utc2VjcmV0' -H 'content-type: application/x-www-form-urlencoded' --data-raw $'${form}' --compressed`,
    ],
    [
      'as Chrome copies it for Windows',
      `curl ^"https://platform.ringcentral.com/restapi/oauth/token^" ^
  -H ^"authorization: Basic YWJjOmZha2Utc2VjcmV0^" ^
  --data-raw ^"${form.replaceAll('&', '^&').replaceAll('%', '^%')}^"`,
    ],
    [
      'option by option, each encoded',
      `curl -s -o out.json --data-urlencode 'redirect_uri=https://app.example/cb' -d grant_type=authorization_code -d code=abc --user abc:fake-secret https://platform.ringcentral.com/restapi/oauth/token`,
    ],
  ])('%s', (_how, paste) => {
    const { exchange, unknown } = only(paste);
    expect(unknown).toEqual(['response']);
    expect(exchange?.request).toMatchObject({
      method: 'POST',
      url: 'https://platform.ringcentral.com/restapi/oauth/token',
    });
    const headers = new Headers(exchange?.request.headers.map(([name, value]) => [name, value]));
    expect(headers.get('authorization')).toBe('Basic YWJjOmZha2Utc2VjcmV0');
    expect(headers.get('content-type')).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(exchange?.request.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'abc',
      redirect_uri: 'https://app.example/cb',
    });
  });

  it('-G puts the body into the address, -F is no form body', () => {
    expect(only('curl -G -d a=1 https://x.example/y').exchange?.request.url).toBe(
      'https://x.example/y?a=1',
    );
    expect(
      only('curl -F grant_type=password https://x.example/y').exchange?.request.headers,
    ).toEqual([['Content-Type', 'multipart/form-data']]);
  });
});

describe('HTTP', () => {
  const request = `POST /restapi/oauth/token HTTP/1.1
Host: platform.ringcentral.com
Content-Type: application/x-www-form-urlencoded

grant_type=refresh_token&refresh_token=fake`;
  const answer = `HTTP/1.1 400 Bad Request
Content-Type: application/json
RCRequestId: 11111111-2222-3333-4444-555555555555

${body}`;

  it('a request and its answer are one exchange', () => {
    const piece = only(`${request}\n\n${answer}`);
    expect(piece).toMatchObject({ form: 'HTTP', unknown: [], codes: ['OAU-251'] });
    expect(piece.exchange?.request.url).toBe(
      'https://platform.ringcentral.com/restapi/oauth/token',
    );
    expect(piece.exchange?.response?.status).toBe(400);
    expect(JSON.parse(piece.exchange?.response?.body ?? '')).toMatchObject({
      error: 'unauthorized_client',
    });
  });

  it('with the marks of curl -v', () => {
    const marked = `* Connected to platform.ringcentral.com
> POST /restapi/oauth/token HTTP/2
> Host: platform.ringcentral.com
> Authorization: Basic YWJj
>
* upload completely sent off
< HTTP/2 400
< content-type: application/json
<
${body}`;
    const piece = only(marked);
    expect(piece).toMatchObject({ unknown: [], codes: ['OAU-251'] });
    expect(piece.exchange?.request.headers).toContainEqual(['Authorization', 'Basic YWJj']);
  });

  it('an answer alone says nothing of its request', () => {
    expect(only(answer)).toMatchObject({ unknown: ['request'], codes: ['OAU-251'] });
  });
});

describe('addresses', () => {
  it('of an authorization request, within a sentence', () => {
    const url =
      'https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=abc';
    const piece = only(`When I open ${url}, I get an error.`);
    expect(piece).toMatchObject({
      form: 'address',
      exchange: { request: { url }, from: 'browser' },
    });
  });

  it.each([
    'https://app.example/cb?error=access_denied&error_description=The+user+denied+access',
    'http://localhost:8888/#error=unauthorized_client',
    'com.example.app:/callback?code=abc&state=s',
  ])('of a callback: %s', (url) => {
    expect(only(url)).toMatchObject({ form: 'address', exchange: { request: { url }, to: 'app' } });
  });
});

it('several in one paste stand in the order of the text', () => {
  const { pieces } = recognise(`I send
curl https://platform.ringcentral.com/restapi/oauth/token -d grant_type=password

and get
${body}
and then OAU-213.`);
  expect(pieces.map(({ form }) => form)).toEqual(['curl', 'error body', 'code of an error']);
});

describe('bad input', () => {
  it('never throws, and no piece lies outside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (paste) => {
        const { pieces, text } = recognise(paste);
        for (const { range } of pieces) {
          expect(range.from).toBeGreaterThanOrEqual(0);
          expect(range.to).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('pollutes nothing', () => {
    recognise('{"__proto__": {"polluted": 1}, "error": "x", "errors": []}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('says where it stopped reading', () => {
    expect(recognise('x'.repeat(200_001)).isCut).toBe(true);
  });

  it('tells what it repaired', () => {
    expect(recognise('“OAU-251”\u00a0\u200b').repairs).toEqual([
      { kind: 'smart quotes', count: 2 },
      { kind: 'no-break spaces', count: 1 },
      { kind: 'invisible characters', count: 1 },
    ]);
  });
});

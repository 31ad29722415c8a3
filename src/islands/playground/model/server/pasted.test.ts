import { describe, expect, it } from 'vitest';
import { readPastedAnswer } from './pasted.ts';

const tokens = '{"access_token":"AT-not-a-secret","token_type":"bearer","expires_in":3600}';

describe('a pasted answer', () => {
  it('is what curl --include printed, with its status and headers', () => {
    const text = `HTTP/2 200 \r\ncontent-type: application/json\r\nrcrequestid: r-1\r\n\r\n${tokens}\r\n`;
    expect(readPastedAnswer(text)).toEqual({
      kind: 'answer',
      response: {
        status: 200,
        headers: [
          ['content-type', 'application/json'],
          ['rcrequestid', 'r-1'],
        ],
        body: tokens,
      },
      isStatusInferred: false,
    });
  });

  it('is the last of several: a proxy answers first', () => {
    const text = `HTTP/1.1 200 Connection established\n\nHTTP/1.1 400 Bad Request\nx: y\n\n{"error":"invalid_grant"}`;
    expect(readPastedAnswer(text)).toMatchObject({ kind: 'answer', response: { status: 400 } });
  });

  it('is empty where a revocation was: the status line is enough', () => {
    expect(readPastedAnswer('HTTP/1.1 200 OK\ncontent-length: 0\n\n')).toMatchObject({
      kind: 'answer',
      response: { status: 200 },
    });
  });

  it('is a body alone, whose status is inferred', () => {
    expect(readPastedAnswer(`% ${tokens}`)).toMatchObject({
      kind: 'answer',
      response: { status: 200, body: tokens },
      isStatusInferred: true,
    });
    expect(readPastedAnswer('{"error":"invalid_grant"}')).toMatchObject({
      response: { status: 400 },
    });
  });

  it.each([
    ['<!doctype html><title>Proxy</title>', /web page/],
    ['HTTP/1.1 200 OK\ncontent-type: text/html\n\n<html></html>', /web page/],
    ['curl: (6) Could not resolve host: auth.example.com', /error of curl itself/],
    [`curl https://a.example/token --data-raw '{"a":1}'`, /the command/],
    ['eyJhbGciOiJub25lIn0.eyJhIjoxfQ.', /a JWT/],
    ['https://a.example/callback?code=x', /an address/],
    ['hello', /some other text/],
    ['', /some other text/],
  ])('%j is none, and is told as what it seems to be', (text, what) => {
    expect(readPastedAnswer(text)).toEqual({
      kind: 'other',
      what: expect.stringMatching(what) as string,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { readRequest, readResponse } from './lay-out.ts';

describe('an exchange laid out', () => {
  it('has a line a parameter, in the query and in the form, and one Host', () => {
    expect(
      readRequest({
        method: 'POST',
        url: 'http://localhost:4321/token?a=1&b=2',
        headers: [
          ['host', 'localhost:4321'],
          ['x-and', 'a&b'],
        ],
        body: 'c=3&d=4',
      }),
    ).toBe(
      [
        'POST /token',
        '  ?a=1',
        '  &b=2 HTTP/1.1',
        'Host: localhost:4321',
        'x-and: a&b',
        '',
        'c=3',
        '  &d=4',
      ].join('\n'),
    );
  });

  it('has neither where there is none', () => {
    expect(readRequest({ method: 'GET', url: 'http://localhost/', headers: [] })).toBe(
      'GET / HTTP/1.1\nHost: localhost',
    );
  });

  it('lays JSON out, and leaves a page as it is', () => {
    const headers: [string, string][] = [['content-type', 'application/json']];
    expect(readResponse({ status: 200, headers, body: '{"a":1}' })).toBe(
      'HTTP/1.1 200\ncontent-type: application/json\n\n{\n  "a": 1\n}',
    );
    expect(readResponse({ status: 200, headers: [], body: '<p>' })).toMatch(/<p>$/);
    expect(readResponse({ status: 204, headers: [] })).toBe('HTTP/1.1 204');
  });
});

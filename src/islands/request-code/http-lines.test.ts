import { describe, expect, it } from 'vitest';
import { httpLines } from './http-lines.ts';

describe('a request laid out for reading', () => {
  it('breaks a body only between its parameters', () => {
    expect(
      httpLines({
        method: 'POST',
        url: 'http://localhost:4321/restapi/oauth/token',
        headers: [['Content-Type', 'application/x-www-form-urlencoded']],
        body: 'grant_type=authorization_code&code=a%0A&code_verifier=x',
      }),
    ).toEqual([
      'POST /restapi/oauth/token HTTP/1.1',
      'Host: localhost:4321',
      'Content-Type: application/x-www-form-urlencoded',
      '',
      'grant_type=authorization_code',
      '&code=a%0A',
      '&code_verifier=x',
    ]);
  });

  it('breaks a query only between its parameters', () => {
    expect(
      httpLines({
        method: 'GET',
        url: 'http://localhost:4321/restapi/oauth/authorize?response_type=code&state=a%20b',
        headers: [],
      }),
    ).toEqual([
      'GET /restapi/oauth/authorize',
      '  ?response_type=code',
      '  &state=a%20b HTTP/1.1',
      'Host: localhost:4321',
    ]);
  });

  it('writes a request without parameters on one line', () => {
    expect(httpLines({ method: 'GET', url: 'http://localhost/restapi', headers: [] })[0]).toBe(
      'GET /restapi HTTP/1.1',
    );
  });
});

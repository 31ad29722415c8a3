import { describe, expect, it } from 'vitest';
import { readMetadata } from './metadata.ts';

const issuer = 'https://auth.example.com';
const whole = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  revocation_endpoint: `${issuer}/revoke`,
};
const read = (document: unknown) => readMetadata(JSON.stringify(document), issuer);

describe('a server’s metadata (RFC 8414)', () => {
  it('tells its endpoints', () => {
    expect(read({ ...whole, authorization_response_iss_parameter_supported: true })).toEqual({
      kind: 'facts',
      facts: {
        issuer,
        authorize: `${issuer}/authorize`,
        token: `${issuer}/token`,
        revoke: `${issuer}/revoke`,
        tellsIssuer: true,
      },
      lacks: [],
    });
  });

  it('of another issuer is refused (section 3.3)', () => {
    const said = 'https://evil.example';
    expect(read({ ...whole, issuer: said })).toEqual({
      kind: 'other-issuer',
      expected: issuer,
      said,
    });
    expect(read({ ...whole, issuer: `${issuer}/tenant` }).kind).toBe('other-issuer');
    expect(read({ ...whole, issuer: `${issuer}/` }).kind).toBe('facts');
  });

  it.each([
    ['authorization_endpoint', 'https://platform.ringcentral.com/restapi/oauth/authorize'],
    ['token_endpoint', 'https://platform.ringcentral.biz/restapi/oauth/token'],
    ['token_endpoint', 'http://localhost:9000/token'],
    ['revocation_endpoint', 'https://127.0.0.1/revoke'],
    ['userinfo_endpoint', 'http://[::1]:9000/me'],
  ])(
    'may not send its reader to RingCentral, nor to the reader’s machine: %s at %s',
    (name, url) => {
      expect(read({ ...whole, [name]: url })).toEqual({ kind: 'not-its-own', member: name });
    },
  );

  it('may name another host, and a program of the reader’s machine another one', () => {
    const elsewhere = 'https://token.example.net/token';
    expect(read({ ...whole, token_endpoint: elsewhere })).toMatchObject({
      facts: { token: elsewhere },
    });
    const local = {
      issuer: 'http://localhost:4500',
      token_endpoint: 'http://127.0.0.1:4501/token',
    };
    expect(readMetadata(JSON.stringify(local), local.issuer).kind).toBe('facts');
  });

  it('that lacks an endpoint says which', () => {
    expect(read({ ...whole, token_endpoint: undefined })).toEqual({
      kind: 'lacks',
      endpoint: 'token_endpoint',
    });
    expect(read({ ...whole, revocation_endpoint: undefined })).toMatchObject({
      kind: 'facts',
      lacks: ['revocation_endpoint'],
    });
  });

  it.each([
    ['http://auth.example.com/token'],
    ['javascript:alert(1)'],
    ['https://u:p@auth.example.com/token'],
    ['https://auth.example.com/token#x'],
    ['/token'],
    ['https://auth.example.com/token\nX-Injected: 1'],
    [' https://auth.example.com/token'],
    ['https:\\\\auth.example.com/token'],
    ['https://auth.example.com/\u202Enekot'],
    [7],
  ])('with %j as an endpoint is none', (token_endpoint) => {
    expect(read({ ...whole, token_endpoint })).toEqual({
      kind: 'no-metadata',
      member: 'token_endpoint',
    });
  });

  it.each([
    ['<!doctype html><title>Sign in</title>', 'html'],
    ['\n<html lang="en">', 'html'],
    ['', 'no-json'],
    ['Not found', 'no-json'],
    ['"text"', 'no-json'],
    ['{"error":"not_found"}', 'no-metadata'],
    ['[]', 'no-metadata'],
  ])('%j is %s', (text, kind) => {
    expect(readMetadata(text, issuer).kind).toBe(kind);
  });
});

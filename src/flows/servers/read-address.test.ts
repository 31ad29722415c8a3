import { describe, expect, it } from 'vitest';
import { addressProblems, readServerAddress } from './read-address.ts';

const own = 'http://localhost:4321';
const read = (text: string) => readServerAddress(text, own);

describe('the address of a server', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['my server', 'no-address'],
    ['https://', 'no-address'],
    ['ftp://auth.example.com', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['localhost:4500', 'scheme'],
    ['https://user:secret@auth.example.com', 'credentials'],
    ['https://user@auth.example.com', 'credentials'],
    ['https://auth.example.com/?client_secret=x', 'query'],
    ['https://auth.example.com/#x', 'query'],
    ['http://auth.example.com', 'not-secure'],
    ['http://192.168.0.7:8080', 'not-secure'],
    ['https://platform.devtest.ringcentral.com', 'ended'],
  ] as const)('%j is refused: %s', (text, why) => {
    expect(read(text)).toEqual({ kind: 'refused', why });
    expect(addressProblems[why]).toMatch(/\.$/);
  });

  it('of this site is its sandbox, and that of RingCentral is RingCentral', () => {
    expect(read('http://localhost:4321/playground/')).toEqual({ kind: 'sandbox' });
    expect(read('https://platform.ringcentral.com/restapi')).toEqual({
      kind: 'ringcentral',
      origin: 'https://platform.ringcentral.com',
    });
    expect(read('platform.ringcentral.biz')).toEqual({
      kind: 'ringcentral',
      origin: 'https://platform.ringcentral.biz',
    });
  });

  it('on another port of this machine is another program', () => {
    expect(read('http://localhost:4500')).toMatchObject({
      kind: 'server',
      origin: 'http://localhost:4500',
      isLoopback: true,
    });
    // Another name of the same machine is another origin as well.
    expect(read('http://127.0.0.1:4321')).toMatchObject({ kind: 'server', isLoopback: true });
  });

  it('has its metadata at the well-known places, before its path and behind it', () => {
    expect(read('https://auth.example.com/tenant1/')).toEqual({
      kind: 'server',
      origin: 'https://auth.example.com',
      issuer: 'https://auth.example.com/tenant1',
      metadata: [
        'https://auth.example.com/.well-known/oauth-authorization-server/tenant1',
        'https://auth.example.com/tenant1/.well-known/openid-configuration',
      ],
      isLoopback: false,
    });
  });

  it.each([
    ['https://a.example/.well-known/oauth-authorization-server', 'https://a.example'],
    ['https://a.example/.well-known/oauth-authorization-server/t', 'https://a.example/t'],
    ['https://a.example/.well-known/openid-configuration', 'https://a.example'],
    ['https://a.example/t/.well-known/openid-configuration', 'https://a.example/t'],
    ['a.example', 'https://a.example'],
  ])('%s is the metadata of %s', (text, issuer) => {
    expect(read(text)).toMatchObject({ kind: 'server', issuer });
  });
});

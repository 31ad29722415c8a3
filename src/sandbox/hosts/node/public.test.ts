import { describe, expect, test } from 'vitest';
import { isRemote } from './peer.ts';
import { readPublicUrl } from './public-url.ts';
import { startLines } from './start-lines.ts';

describe('PUBLIC_URL', () => {
  test.each([undefined, '', '  '])('%j is none', (text) => {
    expect(readPublicUrl(text)).toEqual({ kind: 'none' });
  });

  test.each([
    ['https://docs.example.test', 'https://docs.example.test'],
    ['https://docs.example.test/', 'https://docs.example.test'],
    [' HTTPS://Docs.Example.Test:443 ', 'https://docs.example.test'],
    ['http://team.example.test:8080', 'http://team.example.test:8080'],
  ])('%s is an origin', (text, origin) => {
    expect(readPublicUrl(text)).toEqual({ kind: 'origin', origin });
  });

  test.each([
    'docs.example.test',
    'https://docs.example.test/sub/',
    'https://docs.example.test/?a=b',
    'https://user@docs.example.test',
    'ftp://docs.example.test',
    'https://',
  ])('%s is refused in one line that says how to write it', (text) => {
    expect(readPublicUrl(text)).toEqual({
      kind: 'problem',
      line: expect.stringMatching(/^PUBLIC_URL is ".*https:\/\/docs\.example\.test\.$/) as string,
    });
  });
});

describe('a request is remote', () => {
  const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
    isRemote({ socket: { remoteAddress } as never, headers });

  test.each(['127.0.0.1', '127.5.0.2', '::1', '::ffff:127.0.0.1'])('%s is not', (address) => {
    expect(from(address)).toBe(false);
  });

  test.each(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8::1', '::ffff:1.127.0.1', ''])(
    '%j is',
    (address) => {
      expect(from(address)).toBe(true);
    },
  );

  test.each(['forwarded', 'x-forwarded-for', 'via'])('and whatever carries %s', (name) => {
    expect(from('127.0.0.1', { [name]: '127.0.0.1' })).toBe(true);
  });
});

describe('what is said at the start', () => {
  const local = { host: '127.0.0.1', port: 4321, publicOrigin: undefined, allowedHosts: [] };

  const stop = 'Ctrl-C stops it.';

  test('on loopback, how to stop it, and last the address', () => {
    expect(startLines(local)).toEqual([
      stop,
      'Authorization Flows on RingCentral: http://localhost:4321/',
    ]);
  });

  test('beyond loopback, who can now reach what, and an address that works', () => {
    const [warning, ...more] = startLines({ ...local, host: '0.0.0.0' });
    expect(warning).toMatch(/^Warning: HOST is 0\.0\.0\.0, .*answer only this machine/);
    expect(more).toEqual([stop, expect.stringContaining('http://localhost:4321/')]);
  });

  test.each([
    ['::', 'http://localhost:4321/'],
    // `localhost` reaches none of these.
    ['::1', 'http://[::1]:4321/'],
    ['127.0.0.2', 'http://127.0.0.2:4321/'],
    ['192.0.2.7', 'http://192.0.2.7:4321/'],
    ['2001:db8::1', 'http://[2001:db8::1]:4321/'],
  ])('on %s, %s, which reaches it', (host, address) => {
    expect(startLines({ ...local, host }).at(-1)).toBe(
      `Authorization Flows on RingCentral: ${address}`,
    );
  });

  test('opened, that visitors share and can reset', () => {
    const opened = { ...local, publicOrigin: 'https://docs.example.test' };
    expect(startLines(opened)).toEqual([
      expect.stringContaining('each of them can reset everything'),
      stop,
      'Authorization Flows on RingCentral: https://docs.example.test/',
    ]);
    const both = startLines({ ...opened, host: '0.0.0.0' });
    expect(both[0]).toContain('read its log and secrets, and reset it');
    expect(startLines({ ...local, allowedHosts: ['a.test'] })).toHaveLength(3);
  });
});

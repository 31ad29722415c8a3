import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRedirectUri } from './redirect-match.ts';
import type { RedirectMatchOptions } from './redirect-match.ts';

const exact: RedirectMatchOptions = { mode: 'exact', variablePort: false };
const native: RedirectMatchOptions = { mode: 'exact', variablePort: true };
const prefix: RedirectMatchOptions = { mode: 'prefix', variablePort: false };

const kind = (requested: string, registered: string | string[], options = exact) =>
  matchRedirectUri(requested, [registered].flat(), options).kind;

describe('exact comparison', () => {
  it('AS-035 a registered URI matches itself, character for character', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (uri, others) => {
        expect(matchRedirectUri(uri, [...others, uri], exact)).toMatchObject({ kind: 'match' });
      }),
    );
  });

  it('AS-035 any other text does not match', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.webUrl(), fc.boolean(), (one, other, variablePort) => {
        fc.pre(one !== other);
        expect(kind(one, other, { mode: 'exact', variablePort })).toBe('mismatch');
      }),
    );
  });

  it('AS-035 one character put in, taken out or changed anywhere is a mismatch', () => {
    const uri = 'https://app.example/oauth2callback?tenant=7';
    fc.assert(
      fc.property(
        fc.nat(uri.length - 1),
        fc.constantFrom('', '/', 'A', '%2f', ' ', '\n', '.', '?', '@'),
        fc.nat(1),
        (at, put, drop) => {
          const changed = uri.slice(0, at) + put + uri.slice(at + drop);
          fc.pre(changed !== uri);
          expect(kind(changed, uri, native)).toBe('mismatch');
        },
      ),
    );
  });

  it.each([
    ['a final slash', 'https://app.example/cb/'],
    ['capitals in the host', 'https://APP.example/cb'],
    ['capitals in the path', 'https://app.example/CB'],
    ['the default port', 'https://app.example:443/cb'],
    ['http for https', 'http://app.example/cb'],
    ['a dot segment', 'https://app.example/x/../cb'],
    ['an added query', 'https://app.example/cb?x=1'],
  ])('AS-035 %s counts', (_, requested) => {
    expect(kind(requested, 'https://app.example/cb')).toBe('mismatch');
  });

  it('AS-035 the case of a percent escape and the order of a query count', () => {
    expect(kind('https://a.example/%2F', 'https://a.example/%2f')).toBe('mismatch');
    expect(kind('https://a.example/?a=1&b=2', 'https://a.example/?b=2&a=1')).toBe('mismatch');
  });

  it.each(['.evil', '/../x', '@evil.example', '?to=evil', ' '])(
    'AS-036 a registered URI with %j behind it is a mismatch, unless prefixes are shown',
    (tail) => {
      const requested = `https://app.example/cb${tail}`;
      expect(matchRedirectUri(requested, ['https://app.example/cb'], exact)).toMatchObject({
        kind: 'mismatch',
        rule: 'AS-036',
      });
      expect(kind(requested, 'https://app.example/cb', prefix)).toBe('match');
    },
  );

  it('AS-036 prefix matching needs the whole registered URI', () => {
    expect(kind('https://app.example/c', 'https://app.example/cb', prefix)).toBe('mismatch');
  });
});

describe('loopback ports', () => {
  const hosts = ['127.0.0.1', '[::1]', 'localhost'];

  it('AS-038 AS-040 a native app may ask for any port, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...hosts),
        fc.integer({ min: 1, max: 65_535 }),
        fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined }),
        fc.constantFrom('/cb', '/cb?x=1', '', '/'),
        (host, port, registeredPort, rest) => {
          const registered = `http://${host}${registeredPort ? `:${registeredPort}` : ''}${rest}`;
          const requested = `http://${host}:${port}${rest}`;
          expect(kind(requested, registered, native)).toBe('match');
          expect(kind(`${requested}x`, registered, native)).toBe('mismatch');
          if (requested !== registered) expect(kind(requested, registered)).toBe('mismatch');
        },
      ),
    );
  });

  it('AS-038 no port, or a port that cannot be, is told apart', () => {
    expect(kind('http://127.0.0.1/cb', 'http://127.0.0.1:8080/cb', native)).toBe('match');
    for (const port of ['0', '65536', '99999', '123456', '-1', '80a', '']) {
      expect(kind(`http://127.0.0.1:${port}/cb`, 'http://127.0.0.1/cb', native), port).toBe(
        'mismatch',
      );
    }
  });

  it('AS-039 one loopback name is not another', () => {
    for (const host of hosts) {
      for (const other of hosts) {
        if (host === other) continue;
        expect(
          matchRedirectUri(`http://${other}:9000/cb`, [`http://${host}:8000/cb`], native),
        ).toMatchObject({ kind: 'mismatch', rule: 'AS-039' });
      }
    }
  });

  it('AS-041 https on loopback has no free port, nor has an app that is not native', () => {
    expect(
      matchRedirectUri('https://127.0.0.1:9000/cb', ['https://127.0.0.1:8000/cb'], native),
    ).toMatchObject({ kind: 'mismatch', rule: 'AS-041' });
    expect(
      matchRedirectUri('http://127.0.0.1:9000/cb', ['http://127.0.0.1:8000/cb'], exact),
    ).toMatchObject({ kind: 'mismatch', rule: 'AS-041' });
  });

  it.each([
    'http://127.0.0.1.evil.example/cb',
    'http://127.0.0.1@evil.example/cb',
    'http://[::1].evil.example/cb',
    'http://localhost.evil.example/cb',
    'http://localhost@evil.example/cb',
  ])('AS-042 %s is not loopback', (requested) => {
    const registered = hosts.map((host) => `http://${host}/cb`);
    expect(matchRedirectUri(requested, registered, native)).toMatchObject({
      kind: 'mismatch',
      rule: 'AS-042',
    });
  });

  it('AS-042 nothing but digits may stand for the port', () => {
    const registered = 'http://127.0.0.1/cb';
    for (const requested of [
      'http://127.0.0.1:80@evil.example/cb',
      'http://127.0.0.1:80.evil.example/cb',
      'http://127.0.0.1:80\\@evil.example/cb',
      'http://127.0.0.1\t:80/cb',
      'HTTP://127.0.0.1:80/cb',
    ]) {
      expect(kind(requested, registered, native), requested).toBe('mismatch');
    }
  });
});

describe('the nearest registered URI', () => {
  it('is the one that differs least', () => {
    expect(
      matchRedirectUri(
        'http://localhost:4321/callback',
        ['http://localhost:5000/oauth2callback', 'http://localhost:4321/callback/'],
        exact,
      ),
    ).toEqual({ kind: 'mismatch', rule: 'AS-035', nearest: 'http://localhost:4321/callback/' });
  });

  it('is absent when nothing is registered', () => {
    expect(matchRedirectUri('https://a.example/', [], exact)).toEqual({
      kind: 'mismatch',
      rule: 'AS-028',
    });
  });
});

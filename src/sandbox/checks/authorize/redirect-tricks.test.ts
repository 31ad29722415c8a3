import { describe, expect, it } from 'vitest';
import { callback, good, makeAuthorizeSandbox } from '../../testing/authorize-sandbox.ts';
import { matchRedirectUri } from './redirect-match.ts';

const registered = 'https://app.example/cb';
const loopback = 'http://127.0.0.1/cb';

/** What attackers write so that a lenient comparison, or a browser that repairs it, goes elsewhere. */
const tricks: readonly [kind: string, uri: string][] = [
  ['a line break', `${registered}\r\nLocation: https://evil.example/`],
  ['a bare line feed', `${registered}\nhttps://evil.example/`],
  ['a tab in the host', 'https://app.example\t.evil.example/cb'],
  ['a tab in the scheme', 'ht\ttps://app.example/cb'],
  ['a NUL', `${registered}\0.evil.example`],
  ['a space before', ` ${registered}`],
  ['a space behind', `${registered} `],
  ['a control character before', `\u0001${registered}`],
  ['user information', 'https://app.example@evil.example/cb'],
  ['user information with a password', 'https://app.example:443@evil.example/cb'],
  ['empty user information', 'https://@app.example/cb'],
  ['encoded user information', 'https://app.example%40evil.example/cb'],
  ['a backslash for a slash', 'https://app.example\\cb'],
  ['backslashes for both', 'https:\\\\app.example\\cb'],
  ['a backslash before user information', 'https://evil.example\\@app.example/cb'],
  ['an encoded backslash', 'https://app.example%5c.evil.example/cb'],
  ['three slashes', 'https:///app.example/cb'],
  ['one slash', 'https:/app.example/cb'],
  ['no scheme', '//app.example/cb'],
  ['a full-width dot', 'https://app\uff0eexample/cb'],
  ['an ideographic stop', 'https://app\u3002example/cb'],
  ['a Cyrillic a', 'https://\u0430pp.example/cb'],
  ['a soft hyphen', 'https://app\u00ad.example/cb'],
  ['a zero-width joiner', 'https://app\u200d.example/cb'],
  ['a right-to-left mark', `${registered}\u202e`],
  ['a fraction slash', 'https://app.example\u2044cb'],
  ['a combining mark', 'https://app.example/cb\u0301'],
  ['an encoded slash', 'https://app.example%2fcb'],
  ['a doubly encoded slash', 'https://app.example%252fcb'],
  ['an overlong slash', 'https://app.example/%c0%afcb'],
  ['an encoded letter', 'https://app.example/%63b'],
  ['an encoded dot in the host', 'https://app%2eexample/cb'],
  ['an encoded number sign', `${registered}%23.evil.example`],
  ['an encoded question mark', `${registered}%3fx=1`],
  ['an added parameter', `${registered}?next=https://evil.example`],
  ['an empty query', `${registered}?`],
  ['a path parameter', `${registered};x=1`],
  ['the default port', 'https://app.example:443/cb'],
  ['a port of zeros', 'https://app.example:00443/cb'],
  ['an empty port', 'https://app.example:/cb'],
  ['a dot segment', 'https://app.example/x/../cb'],
  ['an encoded dot segment', 'https://app.example/x/%2e%2e/cb'],
  ['a single dot', 'https://app.example/./cb'],
  ['a doubled slash', 'https://app.example//cb'],
  ['a dot after the host', 'https://app.example./cb'],
  ['a name below', 'https://evil.app.example/cb'],
  ['a name around', 'https://app.example.evil.example/cb'],
  ['a name beside', 'https://notapp.example/cb'],
  ['capitals in the scheme', 'HTTPS://app.example/cb'],
  ['javascript', 'javascript:alert(1)//https://app.example/cb'],
  ['data', 'data:text/html,https://app.example/cb'],
  ['two addresses', `${registered},https://evil.example/cb`],
  ['two addresses with a space', `${registered} https://evil.example/cb`],
  ['nothing', ''],
];

/** What looks like the loopback address, or is another spelling of it. */
const lookalikes = [
  'http://127.0.0.1.evil.example/cb',
  'http://127.0.0.1@evil.example/cb',
  'http://127.0.0.1:80@evil.example/cb',
  'http://127.0.0.1#@evil.example/cb',
  'http://127.1/cb',
  'http://127.0.1/cb',
  'http://0x7f.1/cb',
  'http://0x7f000001/cb',
  'http://2130706433/cb',
  'http://0177.0.0.1/cb',
  'http://127.0.0.2/cb',
  'http://0.0.0.0/cb',
  'http://[::ffff:127.0.0.1]/cb',
  'http://[0:0:0:0:0:0:0:1]/cb',
  'http://[::1%25lo]/cb',
  'http://localhost/cb',
  'http://LOCALHOST/cb',
  'http://localhost.evil.example/cb',
  'http://localtest.me/cb',
  'http://①②⑦.0.0.1/cb',
  'http://127.0.0.1:65536/cb',
  'http://127.0.0.1:+80/cb',
  'http://127.0.0.1:８0/cb',
  'https://127.0.0.1:9000/cb',
  'http://127.0.0.1:9000/cb/',
  'http://127.0.0.1:9000/CB',
  'http://127.0.0.1:9000\\cb',
];

describe('redirect URIs that are meant to deceive', () => {
  it.each(tricks)(
    'AS-035, AS-042 %s is a mismatch, for an app with a port of its own too',
    (_, uri) => {
      for (const variablePort of [false, true]) {
        const found = matchRedirectUri(uri, [registered, loopback], {
          mode: 'exact',
          variablePort,
        });
        expect(found.kind).toBe('mismatch');
      }
    },
  );

  it.each(lookalikes)('AS-042 %s is not the loopback address that is registered', (uri) => {
    for (const variablePort of [false, true]) {
      const found = matchRedirectUri(uri, [loopback], { mode: 'exact', variablePort });
      expect(found.kind).toBe('mismatch');
    }
  });

  it('AS-028 none of them gets an answer anywhere but here: 400, and no Location', async () => {
    const { ask, addApp } = await makeAuthorizeSandbox();
    await addApp({ platformType: 'DesktopOther', redirectUris: [registered, loopback] });
    const wanted = { ...good, client_id: 'test-app' };
    const sent = await ask({ ...wanted, redirect_uri: registered });
    expect(sent.status).toBe(200);
    // Left out, or empty, it is not told which of two is meant.
    for (const uri of [...tricks.map(([, one]) => one), ...lookalikes]) {
      const answer = await ask({ ...wanted, redirect_uri: uri });
      expect([answer.status, answer.location], uri).toEqual([400, null]);
    }
  });

  it.each([
    [
      'twice',
      [
        ['redirect_uri', callback],
        ['redirect_uri', 'https://evil.example/'],
      ],
    ],
    [
      'twice, the other way round',
      [
        ['redirect_uri', 'https://evil.example/'],
        ['redirect_uri', callback],
      ],
    ],
    [
      'twice the same',
      [
        ['redirect_uri', callback],
        ['redirect_uri', callback],
      ],
    ],
    [
      'as a list',
      [
        ['redirect_uri[]', 'https://evil.example/'],
        ['redirect_uri', `${callback}x`],
      ],
    ],
    [
      'in capitals',
      [
        ['REDIRECT_URI', callback],
        ['redirect_uri', 'https://evil.example/'],
      ],
    ],
    ['with a fragment', [['redirect_uri', `${callback}#evil`]]],
    ['with an empty fragment', [['redirect_uri', `${callback}#`]]],
  ] as const)('AS-031, AS-037 %s: 400, and no Location', async (_, pairs) => {
    const { ask } = await makeAuthorizeSandbox();
    const { redirect_uri: unused, ...rest } = good;
    expect(unused).toBe(callback);
    const answer = await ask([...Object.entries(rest), ...pairs] as [string, string][]);
    expect([answer.status, answer.location]).toEqual([400, null]);
  });
});

import { describe, expect, it } from 'vitest';
import type { AppSettings, Portal } from '../app.ts';
import { readNewAppLink } from './read.ts';

/** A link read with the reader's word on the portal, if there is one. */
function read(query: string, portal?: Portal) {
  const link = readNewAppLink(`https://developer.ringcentral.com/new-app?${query}`, portal);
  if (link.kind === 'refused') throw new Error(link.reason);
  return link;
}

const named = 'name=Shop&public=false&';
const common = {
  name: 'Shop',
  audience: 'private',
  redirectUris: [],
  scopes: [],
} as const satisfies Partial<AppSettings>;
const jwt = { ...common, portal: 'current', methods: ['jwt'] };
const web = {
  ...common,
  portal: 'current',
  methods: ['three-legged'],
  platformType: 'ServerWeb',
};
const refreshOff =
  'Issue refresh tokens: No. The link cannot say it, and the portal starts with it off.';
const refreshOn =
  'Issue refresh tokens: Yes. The link cannot say it, and the platform type gives it.';
const itsPortal = 'Portal: the current one, which is what the link opens.';

describe('what a link says of the kind of app, and what was taken where it says nothing', () => {
  it.each<[query: string, portal: Portal | undefined, settings: object, assumed: string[]]>([
    ['grantType=PersonalJWT&type=ServerOther', undefined, jwt, [refreshOff]],
    ['grantType=%20jwt%20', undefined, jwt, [refreshOff]],
    ['type=%20JWT', 'current', jwt, [refreshOff]],
    ['type=ServerWeb', undefined, web, [itsPortal, refreshOff]],
    ['type=serverweb', 'current', web, [refreshOff]],
    ['type=%20MobileIOS%20', 'current', { ...web, platformType: 'MobileIOS' }, [refreshOff]],
    [
      'type=MobileIOS',
      'classic',
      { ...common, portal: 'classic', platformType: 'MobileIOS' },
      [refreshOn],
    ],
    ['permissions=', undefined, web, ['Platform type: ServerWeb.', itsPortal, refreshOff]],
    [
      'type=ServerOther',
      'current',
      { ...common, portal: 'current', methods: ['password'] },
      ['Method: password, which apps without a user interface had before JWT.', refreshOff],
    ],
    [
      'type=ServerOther',
      undefined,
      { ...common, portal: 'classic', platformType: 'ServerOther' },
      ['Portal: the classic one, because the current one offers no ServerOther.', refreshOn],
    ],
    // The reader says the current portal, which never had it.
    [
      'type=MobileOther',
      'current',
      { ...common, portal: 'classic', platformType: 'MobileOther' },
      ['Portal: the classic one, because the current one offers no MobileOther.', refreshOn],
    ],
  ])('%s in the portal %s', (query, portal, settings, assumed) => {
    expect(read(named + query, portal)).toStrictEqual({
      kind: 'read',
      settings,
      unread: [],
      assumed,
    });
  });
});

describe('what stood in the link and was not used, with the reason', () => {
  it.each<[query: string, settings: object, unread: object[]]>([
    [
      'type=ServerWeb&grantType=JWT',
      jwt,
      [
        {
          parameter: 'type',
          value: 'ServerWeb',
          reason: 'The link asks for the JWT flow, and a JWT app has no platform type.',
        },
      ],
    ],
    [
      'type=ServerWeb&grantType=Magic',
      web,
      [
        {
          parameter: 'grantType',
          value: 'Magic',
          reason: 'The one value known is PersonalJWT, also written JWT.',
        },
      ],
    ],
    [
      'type=Toaster',
      web,
      [
        {
          parameter: 'type',
          value: 'Toaster',
          reason: 'Toaster is unknown, so ServerWeb is assumed.',
        },
      ],
    ],
    [
      'type=JWT&carriers=7710',
      jwt,
      [
        {
          parameter: 'carriers',
          value: '7710',
          reason:
            'Brands decide who may install a public app, and no flow: set them at RingCentral.',
        },
      ],
    ],
    [
      'type=JWT&permissions=SMS,%20Faxes%20,,Telepathy,SMS,WebSocketsSubscriptions',
      { ...jwt, scopes: ['SMS', 'Faxes', 'WebSocket'] },
      [
        {
          parameter: 'permissions',
          value: 'Telepathy',
          reason: 'RingCentral has no app scope of this name.',
        },
      ],
    ],
    [
      'type=ServerWeb&redirectUri=https://a.example/,%20https://b.example/%20,http://c.example/',
      { ...web, redirectUris: ['https://a.example/', 'https://b.example/'] },
      [
        {
          parameter: 'redirectUri',
          value: 'http://c.example/',
          reason: 'A redirect URI uses https; http is for localhost, 127.0.0.1 and [::1] only.',
        },
      ],
    ],
  ])('%s', (query, settings, unread) => {
    const link = read(named + query);
    expect(link.settings).toStrictEqual(settings);
    expect(link.unread).toStrictEqual(unread);
  });
});

describe('the name, which has 64 characters at most', () => {
  const long = (value: string) => [
    {
      parameter: 'name',
      value,
      reason: 'A name has 64 characters at most; the rest was left out.',
    },
  ];
  it.each<[string, string, name: string, unread: object[], assumed: string[]]>([
    ['64 are kept', 'x'.repeat(64), 'x'.repeat(64), [], []],
    ['the 65th is left out', `${'x'.repeat(64)}y`, 'x'.repeat(64), long(`${'x'.repeat(64)}y`), []],
    [
      'no space is left at the end',
      `${'x'.repeat(63)} yy`,
      'x'.repeat(63),
      long(`${'x'.repeat(63)} yy`),
      [],
    ],
    [
      'what would leave nothing is any name',
      `${' '.repeat(64)}x`,
      'My app',
      long(`${' '.repeat(64)}x`),
      [],
    ],
    ['none is any name', ' ', 'My app', [], ['Name: My app.']],
  ])('%s', (_name, sent, name, unread, assumed) => {
    const link = read(`type=JWT&public=true&name=${encodeURIComponent(sent)}`);
    expect(link.settings.name).toBe(name);
    expect(link.unread).toEqual(unread);
    expect(link.assumed).toEqual([...assumed, refreshOff]);
  });
});

describe('who may use the app', () => {
  it.each<[string, string, unread: number, assumed: string[]]>([
    ['public=true', 'public', 0, []],
    ['public=%20TRUE', 'public', 0, []],
    ['public=False', 'private', 0, []],
    ['public=yes', 'private', 1, []],
    ['', 'private', 0, ['Audience: private.']],
  ])('"%s" is %s', (query, audience, unread, assumed) => {
    const link = read(`type=JWT&name=Shop&${query}`);
    expect(link.settings.audience).toBe(audience);
    expect(link.unread).toHaveLength(unread);
    expect(link.assumed).toEqual([...assumed, refreshOff]);
  });
});

it('the description is kept up to the 256 characters that the portal takes', () => {
  expect(read(`desc=${'x'.repeat(256)}y`).description).toBe('x'.repeat(256));
  expect(read('name=A')).not.toHaveProperty('description');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type AppSettings, portals } from '../app.ts';
import { readNewAppLink } from './read.ts';
import { newAppLink } from './write.ts';
import { appSettingsSchema } from '../schema.ts';
import { anApp } from '../testing/an-app.ts';

const base = 'https://developer.ringcentral.com/new-app?';

function read(text: string, portal?: AppSettings['portal']) {
  const result = readNewAppLink(text, portal);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
}
const settingsOf = (query: string, portal?: AppSettings['portal']) =>
  read(base + query, portal).settings;
const complaints = (query: string) =>
  read(base + query).unread.map(({ parameter, reason }) => `${parameter}: ${reason}`);

describe('4.5 every spelling of the link', () => {
  test('a link as the guide has it', () => {
    const result = read(
      `${base}name=Call+log&desc=Reads%20the%20call%20log%20daily&public=false&type=ServerWeb&carriers=7710,7310,3420&permissions=ReadAccounts,ReadCallLog&redirectUri=http://localhost:5000/oauth2callback&utm_source=devguide`,
    );
    expect(result.settings).toEqual({
      name: 'Call log',
      portal: 'current',
      methods: ['three-legged'],
      platformType: 'ServerWeb',
      audience: 'private',
      redirectUris: ['http://localhost:5000/oauth2callback'],
      scopes: ['ReadAccounts', 'ReadCallLog'],
    });
    expect(result.description).toBe('Reads the call log daily');
    expect(result.unread.map(({ parameter }) => parameter)).toEqual(['carriers']);
    expect(result.assumed.join('\n')).toContain('Issue refresh tokens: No');
  });

  test.each([
    'type=ServerOther&grantType=PersonalJWT',
    'type=ServerOther&grantType=JWT',
    'type=ServerOther&grant-type=jwt',
    'grantType=PersonalJWT',
    'type=JWT',
    'TYPE=jwt',
  ])('%s is a JWT app', (query) => {
    expect(settingsOf(query)).toMatchObject({ portal: 'current', methods: ['jwt'] });
    expect(settingsOf(query)).not.toHaveProperty('platformType');
    expect(complaints(query)).toEqual([]);
  });

  test('a JWT app has no platform type, and what the link says of one is told', () => {
    expect(settingsOf('type=ServerWeb&grantType=PersonalJWT').methods).toEqual(['jwt']);
    expect(complaints('type=ServerWeb&grantType=PersonalJWT')[0]).toContain('no platform type');
  });

  test('permission, as the guide’s table misspells it', () => {
    expect(settingsOf('permission=SMS').scopes).toEqual(['SMS']);
  });

  test('WebSocketsSubscriptions, as links call the scope WebSocket', () => {
    expect(settingsOf('permissions=WebSocketsSubscriptions,WebSocket').scopes).toEqual([
      'WebSocket',
    ]);
  });

  test.each([
    ['its other host', 'https://developers.ringcentral.com/new-app?name=A'],
    ['a slash', 'https://developer.ringcentral.com/new-app/?name=A'],
    ['no scheme', 'developer.ringcentral.com/new-app?name=A'],
    ['white space', `  ${base}name=A\n`],
    ['HTML', `<a href="${base}type=MobileIOS&amp;name=A">Create</a>`],
    ['Markdown', `Open [the form](${base}name=A).`],
    ['a sentence', `Use ${base}name=A.`],
    ['angle brackets', `<${base}name=A>`],
  ])('with %s', (_name, text) => {
    expect(read(text).settings.name).toBe('A');
  });
});

describe('which portal the settings belong to', () => {
  test.each(['MobileOther', 'DesktopOther', 'ServerOther', 'ServerBot'])(
    '%s is of the classic portal alone',
    (type) => {
      expect(settingsOf(`type=${type}`)).toMatchObject({ portal: 'classic', platformType: type });
    },
  );

  test('the reader may say that it is classic', () => {
    expect(settingsOf('type=ServerWeb', 'classic')).toMatchObject({
      portal: 'classic',
      platformType: 'ServerWeb',
    });
  });

  test('the reader may say that it is current, and then no user interface meant password', () => {
    expect(settingsOf('type=ServerOther', 'current')).toMatchObject({ methods: ['password'] });
  });
});

describe('what cannot be read is told, and the rest is kept', () => {
  test.each<[string, string]>([
    ['type=Fridge', 'type: Fridge is unknown, so ServerWeb is assumed'],
    ['grantType=Magic', 'grantType: The one value known'],
    ['public=perhaps', 'public: It is true or false, so private is assumed'],
    ['colour=red', 'colour: The new-app link has no such parameter'],
    ['__proto__=x', '__proto__: The new-app link has no such parameter'],
    ['name=A&name=B', 'name: It is there twice'],
    ['grantType=JWT&grant-type=other', 'grant-type: It is there twice'],
    ['name=%E9', 'name: Its percent-encoding is damaged'],
    [`name=${'x'.repeat(65)}`, 'name: A name has 64 characters at most'],
    ['permissions=CallLog', 'permissions: RingCentral has no app scope'],
    ['redirectUri=javascript:alert(1)', 'redirectUri: A redirect URI uses https here'],
    ['redirectUri=https://*.example.com', 'redirectUri: A redirect URI may have no wildcard'],
    [
      `redirectUri=${Array.from({ length: 11 }, (_, n) => `https://a.example/${n}`).join()}`,
      'redirectUri: An app may register 10 redirect URIs at most',
    ],
  ])('%s: %s', (query, complaint) => {
    expect(complaints(query)).toEqual([expect.stringContaining(complaint)]);
    expect(z.safeParse(appSettingsSchema, settingsOf(query)).error).toBeUndefined();
  });

  test('a redirect URI that comes twice is dropped, as the portal drops it', () => {
    const query = 'redirectUri=https://a.example/,https://a.example/';
    expect(settingsOf(query).redirectUris).toEqual(['https://a.example/']);
    expect(complaints(query)).toEqual([]);
  });
});

describe('what is no new-app link is refused with the reason', () => {
  test.each([
    ['', 'Paste a new-app link'],
    ['hello', 'This is no new-app link'],
    ['{"name":"A"}', 'This is no new-app link'],
    ['https://developer.ringcentral.com/my-account.html', 'This is no new-app link'],
    ['https://developer.ringcentral.com.evil.example/new-app?name=A', 'evil.example'],
    ['https://evil.example/new-app?name=A', 'evil.example'],
    [`${base}name=${'x'.repeat(40_000)}`, '32768 characters at most'],
  ])('case %#', (text, reason) => {
    const result = readNewAppLink(text);
    expect(result.kind === 'refused' && result.reason).toContain(reason);
  });
});

test('any text gives settings that a portal produces, or a refusal', () => {
  const query = fc.webQueryParameters();
  const parameter = fc.tuple(
    fc.constantFrom('name', 'type', 'public', 'permissions', 'redirectUri', 'grantType', 'desc'),
    fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('JWT', 'ServerWeb', 'ServerBot', '%', 'é')),
  );
  const made = fc.array(parameter).map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
  fc.assert(
    fc.property(
      fc.oneof(query, made, fc.string()),
      fc.option(fc.constantFrom(...portals), { nil: undefined }),
      (text, portal) => {
        for (const pasted of [base + text, text]) {
          const result = readNewAppLink(pasted, portal);
          if (result.kind === 'refused') continue;
          expect(z.safeParse(appSettingsSchema, result.settings).error).toBeUndefined();
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('export, then import: the same settings, but for what the export says to set by hand', () => {
  let same = 0;
  fc.assert(
    fc.property(anApp, (app) => {
      const { href, byHand } = newAppLink(app);
      const { settings, unread } = read(href, app.portal);
      expect(unread).toEqual([]);
      const differ = (Object.keys({ ...app, ...settings }) as (keyof AppSettings)[]).filter(
        (field) => JSON.stringify(plain(app)[field]) !== JSON.stringify(plain(settings)[field]),
      );
      // One method comes back though the form may not show it; of several, what the link names.
      const several = (app.methods?.length ?? 0) > 1;
      const told: string[] = byHand
        .map(({ field }) => field)
        .filter((field) => field !== 'methods' || several);
      if (several) told.push('platformType');
      expect(differ.filter((field) => !told.includes(field))).toEqual([]);
      if (differ.length === 0) same += 1;
    }),
    { numRuns: 2000 },
  );
  expect(same).toBeGreaterThan(200);
});

/** What is left out means the portal's own default. */
function plain(app: AppSettings): AppSettings {
  return { ...app, issueRefreshTokens: app.issueRefreshTokens ?? app.portal === 'classic' };
}

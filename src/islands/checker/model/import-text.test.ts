import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAppLink } from '#app-settings/new-app-link/write.ts';
import { emptyDraft } from '#islands/app-form/draft.ts';
import { writeFragment } from '#islands/app-form/link.ts';
import { readings } from './readings.ts';
import { importText } from './import-text.ts';
import { someDraft } from './testing/some-draft.ts';

function read(text: string) {
  const imported = importText(text, emptyDraft);
  if (imported.kind !== 'read') throw new Error(JSON.stringify(imported));
  return imported;
}

function reasons(text: string): string[] {
  const imported = importText(text, emptyDraft);
  expect(imported.kind).toBe('refused');
  return imported.kind === 'refused' ? imported.reasons : [];
}

describe('settings exported and read again', () => {
  it('are the same as JSON', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        const [settings] = readings(draft);
        expect(readings(read(JSON.stringify(settings, null, 2)).draft)[0]).toEqual(settings);
      }),
    );
  });

  it.each([
    (origin: string, fragment: string) => `${origin}/checker/#${fragment}`,
    (_: string, fragment: string) => `/checker/#${fragment}`,
    (_: string, fragment: string) => `#${fragment}`,
    (_: string, fragment: string) => `  #${fragment}\n`,
  ])('are the same as a link to the page, spelling %#', (spell) => {
    const draft = { ...emptyDraft, page: 'classic' as const, name: 'Line 1 & more' };
    const imported = read(spell('https://flows.example', writeFragment(draft)));
    expect(imported.what).toBe('the link to this page');
    expect(readings(imported.draft)).toEqual(readings(draft));
  });

  it('are the same as a new-app link, beside what the link cannot set', () => {
    const [settings] = readings({ ...emptyDraft, name: 'Shop', issueRefreshTokens: true });
    const imported = read(newAppLink(settings).href);
    expect(imported.what).toBe('the new-app link');
    expect(readings(imported.draft)[0]).toEqual({ ...settings, issueRefreshTokens: false });
    expect(imported.notes.join(' ')).toContain('Issue refresh tokens: No');
  });
});

describe('a new-app link', () => {
  const link = 'https://developer.ringcentral.com/new-app?name=Old&type=ServerWeb&public=true';

  it('is read as the page that the reader has: the link does not say which', () => {
    const classic = importText(link, { ...emptyDraft, page: 'classic' });
    expect(classic.kind === 'read' && readings(classic.draft)[0]).toMatchObject({
      portal: 'classic',
      audience: 'public',
      platformType: 'ServerWeb',
    });
    expect(readings(read(link).draft)[0]).toMatchObject({ methods: ['three-legged'] });
  });

  it.each(['grantType=PersonalJWT&type=ServerOther', 'grant-type=jwt', 'type=JWT'])(
    'of a JWT app, spelt %s',
    (spelling) => {
      const { draft } = read(`https://developer.ringcentral.com/new-app?name=Job&${spelling}`);
      expect(readings(draft)[0]).toMatchObject({ portal: 'current', methods: ['jwt'] });
    },
  );

  it('says what of it was left out', () => {
    const { notes, isWhole } = read(`${link}&permissions=ReadAccounts,ReadEverything&colour=red`);
    expect(notes.join('\n')).toContain('ReadEverything');
    expect(notes.join('\n')).toContain('colour');
    expect(isWhole).toBe(false);
    expect(read(link).isWhole).toBe(true);
  });

  it('says once what it does not say, and of an unknown type that it is unknown', () => {
    const { notes } = read('https://developer.ringcentral.com/new-app?type=Foo&name=Old');
    expect(notes).toEqual([
      'Left out: type Foo. Foo is unknown, so ServerWeb is assumed.',
      expect.stringMatching(
        /^Assumed, because the link does not say\. .*Audience: private\. Issue/,
      ),
    ]);
  });

  it('keeps the account facts: they are not the app’s', () => {
    const imported = importText(link, { ...emptyDraft, facts: { ssoEnforced: true } });
    expect(imported.kind === 'read' && imported.draft.facts).toEqual({ ssoEnforced: true });
  });
});

describe('JSON of the control API', () => {
  const app = {
    name: 'Shop',
    portal: 'classic',
    audience: 'private',
    platformType: 'ServerWeb',
    redirectUris: ['https://shop.example/cb'],
    scopes: ['ReadAccounts'],
  };

  it('is read without its credentials', () => {
    const whole = {
      ...app,
      clientId: 'id-of-the-app',
      clientSecret: 'SANDBOX-not-a-secret',
      demo: false,
    };
    const { draft, notes } = read(JSON.stringify(whole));
    expect(JSON.stringify(draft)).not.toContain('SANDBOX-not-a-secret');
    expect(notes).toEqual([
      'Left out, because they are not settings: clientId, clientSecret, demo.',
    ]);
  });

  it.each([
    [{ platformType: 'Web' }, /^platformType: It is one of: ServerWeb/],
    [{ methods: ['jwt'] }, /^methods: The classic portal has no methods/],
    [{ redirectUris: 'https://a.example' }, 'redirectUris: It must be of type array.'],
    [{ redirectUris: ['http://a.example/cb'] }, /^redirectUris\.0: /],
    [{ name: undefined }, /^name: /],
    [{ verdict: 'allowed' }, /^JSON: verdict is no setting of an app/],
  ])('with %j is refused by field and reason', (member, reason) => {
    const [first] = reasons(JSON.stringify({ ...app, ...member }));
    if (typeof reason === 'string') expect(first).toBe(reason);
    else expect(first).toMatch(reason);
  });

  it('with an own __proto__ is refused and changes no prototype', () => {
    expect(reasons(JSON.stringify(app).replace('{', '{"__proto__":{"demo":true},'))).toHaveLength(
      1,
    );
    expect(({} as Record<string, unknown>)['demo']).toBeUndefined();
  });

  it('says that redirect URIs are not used where the portal asks for none', () => {
    const jwt = { ...app, portal: 'current', methods: ['jwt'], platformType: undefined };
    const { draft, notes, isWhole } = read(JSON.stringify(jwt));
    expect(readings(draft)[0].redirectUris).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/^Not used: .*redirect URI/)]);
    expect(isWhole).toBe(false);
  });
});

describe('what cannot be read is refused with a reason', () => {
  it.each([
    '',
    '  \n',
    '{',
    '{"a":',
    'hello',
    'https://example.com/new-app?type=ServerWeb',
    '#v=2&page=classic',
  ])('%j', (text) => {
    expect(reasons(text).join('').length).toBeGreaterThan(10);
  });

  it('huge', () => {
    expect(reasons(`{"name":"${'x'.repeat(70_000)}"}`)[0]).toMatch(/^This has 70\d+ characters/);
  });

  it('whatever it is: no exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.webUrl({ withFragments: true })), (text) => {
        expect(['read', 'refused']).toContain(importText(text, emptyDraft).kind);
      }),
      { numRuns: 1000 },
    );
  });
});

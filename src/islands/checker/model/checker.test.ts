import { describe, expect, it } from 'vitest';
import { availability } from '#app-settings/availability.ts';
import { createChecker } from './checker.ts';
import { emptyDraft, storedFormKey } from '#islands/app-form/draft.ts';
import { writeFragment } from '#islands/app-form/link.ts';
import { fakePage } from './testing/fake-page.ts';

const classicPhone = {
  ...emptyDraft,
  page: 'classic' as const,
  platformType: 'MobileIOS' as const,
};

function open(page = fakePage()) {
  const checker = createChecker(page);
  checker.start();
  return { page, checker };
}

describe('the checker', () => {
  it('starts with the commonest app of today, before it knows its page', () => {
    const checker = createChecker(fakePage());
    expect(checker.description.value).toBe('Private, Server-side web app (most common)');
    expect(checker.rows.value).toHaveLength(7);
  });

  it('gives verdicts by the rule book, live', () => {
    const { checker } = open();
    checker.edit({ page: 'classic', platformType: 'ServerOther', audience: 'public' });
    const [settings] = checker.settings.value;
    for (const { flow, answers } of checker.rows.value) {
      expect(answers[0].verdict).toEqual(availability(settings)[flow]);
    }
  });

  it('goes on while a redirect URI is wrong: says so, and judges without it', () => {
    const { checker } = open();
    checker.edit({
      ...classicPhone,
      redirectUris: ['https://a.example/cb', 'com.example.app:/done#x'],
    });
    expect(checker.problems.value.lines[1]).toContain('fragment');
    expect(checker.settings.value[0].redirectUris).toEqual(['https://a.example/cb']);
  });

  it('says the counts when a change turns a verdict, and nothing otherwise', () => {
    const { checker } = open();
    checker.edit({ name: 'Another name' });
    expect(checker.announcement.value.text).toBe('');
    checker.edit({ issueRefreshTokens: true });
    expect(checker.announcement.value.text).toBe(
      'At RingCentral today: 3 allowed, 0 with a warning, 4 refused.',
    );
  });
});

describe('what the form holds, in words', () => {
  it('names each method where there are several', () => {
    const { checker } = open();
    checker.edit({ methods: ['three-legged', 'jwt'] });
    expect(checker.description.value).toBe(
      'Private, Server-side web app (most common), 3-legged OAuth flow, JWT auth flow',
    );
  });
});

describe('the address', () => {
  it('is what the page opens on, and a later one says where the settings come from', () => {
    const { checker, page } = open(fakePage(`#${writeFragment(classicPhone)}`));
    expect(checker.description.value).toBe('Private, Mobile (iOS)');
    expect(checker.notice.value).toBeUndefined();
    expect(checker.undoLabel.value).toBeUndefined();
    page.goTo(`#${writeFragment({ ...classicPhone, audience: 'public' })}`);
    expect(checker.notice.value?.title).toBe('Settings read from the link.');
    expect(checker.undoLabel.value).toBe('Private, Mobile (iOS)');
  });

  it('opens the row that it names and leads the reader to it', () => {
    const { checker } = open(fakePage(`#${writeFragment(classicPhone)}&open=password`));
    expect(checker.description.value).toBe('Private, Mobile (iOS)');
    expect([...checker.opened.value]).toEqual(['password']);
    expect(checker.arrival.value).toEqual({ flow: 'password' });
    checker.toggleRow('password');
    checker.goToRow('jwt');
    expect([...checker.opened.value]).toEqual(['jwt']);
  });

  it('is told plainly where it cannot be read, and the page stays usable', () => {
    const { checker } = open(fakePage('#v=9&page=classic'));
    expect(checker.notice.value).toMatchObject({
      kind: 'refused',
      title: 'This page cannot read the settings in this link.',
    });
    checker.edit({ audience: 'public' });
    expect(checker.draft.value.audience).toBe('public');
    expect(checker.notice.value).toBeUndefined();
  });

  it('follows the form, and waits while a field is wrong', () => {
    const { page, checker } = open();
    checker.edit({ audience: 'public' });
    page.pass();
    expect(page.address).toContain('audience=public');
    checker.edit({ redirectUris: ['nonsense'] });
    page.pass();
    expect(page.address).not.toContain('nonsense');
  });

  it('is left alone until the form is changed', () => {
    const { page } = open(fakePage('#_top'));
    page.pass();
    expect(page.address).toBe('#_top');
  });

  it('is read again when the reader goes to another one', () => {
    const { page, checker } = open();
    page.goTo(`#${writeFragment(classicPhone)}`);
    expect(checker.description.value).toBe('Private, Mobile (iOS)');
    page.goTo('#_top');
    expect(checker.description.value).toBe('Private, Mobile (iOS)');
  });
});

describe('the tab', () => {
  it('keeps the form over a reload, a half-typed field too', () => {
    const { page, checker } = open();
    checker.edit({ ...classicPhone, redirectUris: ['com.example.app:/x#'] });
    const { checker: again } = open(fakePage(page.address, page.stored));
    expect(again.draft.value).toEqual(checker.draft.value);
  });

  it('yields to a link that somebody sent', () => {
    const { page, checker } = open();
    checker.edit({ audience: 'public' });
    page.pass();
    const { checker: again } = open(fakePage(`#${writeFragment(classicPhone)}`, page.stored));
    expect(again.description.value).toBe('Private, Mobile (iOS)');
    again.undo();
    expect(again.draft.value.audience).toBe('public');
  });

  it.each(['{', '{"version":2}', '[]', JSON.stringify({ version: 1, draft: {}, fragment: '' })])(
    'with %s in it starts over and says so',
    (text) => {
      const { checker } = open(fakePage('', new Map([[storedFormKey, text]])));
      expect(checker.draft.value).toEqual(emptyDraft);
      expect(checker.notice.value?.title).toContain('cannot read');
    },
  );

  it('that keeps nothing changes nothing', () => {
    const page = fakePage();
    const refuse = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const { checker } = open({
      ...page,
      session: { getItem: refuse, setItem: refuse, removeItem: refuse },
    });
    checker.edit({ audience: 'public' });
    expect(checker.draft.value.audience).toBe('public');
  });
});

describe('what replaces the form can be undone', () => {
  it('a cell of the matrix, which leaves the name, the scopes and the URIs', () => {
    const { checker } = open();
    checker.edit({ name: 'Shop', redirectUris: ['https://shop.example/cb'] });
    checker.showMatrix({ portal: 'classic' });
    const before = checker.draft.value;
    const phone = checker.matrix.value[0]?.rows.find(({ type }) => type === 'MobileIOS');
    if (!phone) throw new Error('No row');
    checker.loadCell(phone, 'public');
    expect(checker.settings.value[0]).toMatchObject({
      name: 'Shop',
      portal: 'classic',
      audience: 'public',
      platformType: 'MobileIOS',
      redirectUris: ['https://shop.example/cb'],
    });
    expect(checker.undoLabel.value).toBe('Private, Server-side web app (most common)');
    checker.undo();
    expect(checker.draft.value).toEqual(before);
    expect(checker.undoLabel.value).toBeUndefined();
  });

  it('a change of settings, an import and a reset, one after the other', async () => {
    const { checker } = open();
    const refresh = checker.rows.value.find(({ flow }) => flow === 'refresh-token')?.answers[0];
    if (!refresh?.change) throw new Error('No change');
    checker.change(refresh.change.settings, 'Issue refresh tokens: now on.');
    expect(checker.draft.value.issueRefreshTokens).toBe(true);
    expect(checker.notice.value).toMatchObject({
      kind: 'allowed',
      title: 'Issue refresh tokens: now on.',
    });
    await checker.paste('https://developer.ringcentral.com/new-app?name=Job&grantType=PersonalJWT');
    expect(checker.notice.value?.kind).toBe('allowed');
    expect(checker.draft.value.methods).toEqual(['jwt']);
    checker.reset();
    expect(checker.draft.value).toEqual(emptyDraft);
    checker.undo();
    expect(checker.draft.value.methods).toEqual(['jwt']);
    checker.undo();
    expect(checker.draft.value).toMatchObject({
      methods: ['three-legged'],
      issueRefreshTokens: true,
    });
    checker.undo();
    expect(checker.draft.value).toEqual(emptyDraft);
  });

  it('a paste of which something was left out has the warning mark', async () => {
    const { checker } = open();
    await checker.paste('https://developer.ringcentral.com/new-app?name=Job&type=Foo');
    expect(checker.notice.value?.kind).toBe('warning');
    expect(checker.undoLabel.value).toBe('Private, Server-side web app (most common)');
  });

  it('a paste that cannot be read replaces nothing', async () => {
    const { checker } = open();
    checker.edit({ audience: 'public' });
    expect(await checker.paste('{"name":1}')).toBe(false);
    expect(checker.draft.value.audience).toBe('public');
    expect(checker.undoLabel.value).toBeUndefined();
    expect(checker.notice.value?.lines.join(' ')).toContain('name');
  });
});

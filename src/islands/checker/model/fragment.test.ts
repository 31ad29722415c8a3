import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppSettings, flowIds } from '#app-settings/app.ts';
import { availability } from '#app-settings/availability.ts';
import { anApp } from '#app-settings/testing/an-app.ts';
import { type Draft, emptyDraft, lookOf } from '#islands/app-form/draft.ts';
import { checkerLink, writeFragment } from '#islands/app-form/link.ts';
import { longestFragment, readFragment } from './fragment.ts';
import { problemsOf } from './problems.ts';
import { readings } from './readings.ts';
import { someDraft } from './testing/some-draft.ts';

/** The form asks for redirect URIs with 3-legged OAuth alone, and has a switch for refresh tokens. */
const asTheFormShows = (app: AppSettings): AppSettings => ({
  ...app,
  issueRefreshTokens: app.issueRefreshTokens ?? app.portal === 'classic',
  redirectUris:
    app.portal === 'classic' || app.methods?.includes('three-legged') ? app.redirectUris : [],
});

const refusal = (fragment: string): string[] => {
  const read = readFragment(fragment);
  expect(read.kind).toBe('refused');
  return read.kind === 'refused' ? read.reasons : [];
};

/** What a link with one unreadable part leaves, and the rest that it fills in. */
const leftOf = (fragment: string): string[] => {
  const read = readFragment(fragment);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read));
  return read.left;
};

describe('a link to the checker', () => {
  it('carries the settings and the facts there and back', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        const read = readFragment(`#${writeFragment(draft)}`);
        if (read.kind !== 'read') throw new Error(JSON.stringify(read));
        expect(readings(read.draft)).toEqual(readings(draft));
        expect(read.draft.facts).toEqual(draft.facts);
        expect(lookOf(read.draft)).toBe(lookOf(draft));
      }),
      { numRuns: 500 },
    );
  });

  it('stays readable: names and values as the portals have them', () => {
    const draft: Draft = { ...emptyDraft, page: 'classic', platformType: 'MobileIOS' };
    expect(writeFragment(draft)).toBe(
      'v=1&page=classic&audience=private&type=MobileIOS&refresh=yes&uri=http%3A%2F%2Flocalhost%3A5000%2Foauth2callback&scopes=ReadAccounts',
    );
  });

  it.each(['', '#', '#_top', '#matrix'])('%j is no settings, and no mistake', (fragment) => {
    expect(readFragment(fragment)).toEqual({ kind: 'none' });
  });
});

describe('a link that another page writes', () => {
  it('opens on an app’s own settings, with the row that it names', () => {
    fc.assert(
      fc.property(anApp, fc.constantFrom(...flowIds), (app, open) => {
        const read = readFragment(new URL(checkerLink(app, { open }), 'http://localhost').hash);
        if (read.kind !== 'read') throw new Error(JSON.stringify(read));
        expect(read.open).toBe(open);
        const verdicts = (settings: AppSettings) => availability(settings);
        expect(verdicts(readings(read.draft)[0])).toEqual(verdicts(asTheFormShows(app)));
      }),
    );
  });

  it('with a row that there is not names the rows that there are', () => {
    const link = `#${writeFragment(emptyDraft)}&open=magic`;
    expect(leftOf(link)).toEqual([expect.stringMatching(/^open is one of: auth-code, /)]);
  });
});

describe('what cannot be read of a link is named, with the reason', () => {
  const good = `#${writeFragment(emptyDraft)}`;

  it('from a later version', () => {
    expect(refusal(good.replace('v=1', 'v=2'))).toEqual([
      'A later version of this page wrote it: version 2, and this one reads version 1. Open it where it was made.',
    ]);
  });

  it.each(['v=0', 'v=-1', 'v=', 'v=1e3', 'v=one', 'v=9999999'])('with %s', (version) => {
    expect(refusal(good.replace('v=1', version))).toEqual([
      'It does not say which version of this page wrote it.',
    ]);
  });

  it('without a version', () => {
    expect(refusal(good.replace('v=1&', ''))).toHaveLength(1);
  });

  it('huge', () => {
    const [reason] = refusal(`#v=1&name=${'a'.repeat(longestFragment)}`);
    expect(reason).toMatch(/^It has \d+ characters/);
  });

  it('cut within a percent-encoded character, which is left out', () => {
    const link = '#v=1&page=classic&audience=private&type=MobileIOS&name=%E2%82';
    expect(leftOf(link)).toEqual(['name: its percent-encoding is damaged.']);
    expect(readFragment(link)).toMatchObject({
      draft: { page: 'classic', platformType: 'MobileIOS', name: '' },
    });
  });

  // One unknown scope once dropped all settings, and the verdicts of another app were shown.
  it('with one unknown scope fills in all the rest', () => {
    const link = writeFragment({ ...emptyDraft, page: 'classic', platformType: 'MobileIOS' });
    const read = readFragment(`#${link.replace('scopes=', 'scopes=ReadAll,')}`);
    expect(read).toMatchObject({
      kind: 'read',
      draft: { page: 'classic', platformType: 'MobileIOS', scopes: ['ReadAccounts'] },
      left: ['"ReadAll" is not an app scope of RingCentral.'],
    });
  });

  it.each([
    ['page=classic', 'page=console', 'page is one of: current, classic, unknown.'],
    ['type=ServerWeb', 'type=Server', /^type is one of: ServerWeb, /],
    ['audience=private', 'audience=', 'audience is one of: private, public.'],
    ['refresh=yes', 'refresh=on', 'refresh is one of: yes, no.'],
    ['refresh=yes', 'refresh=yes&refresh=no', 'refresh is in it twice.'],
    ['refresh=yes', 'token=abc', 'It has parts that this page does not know: token.'],
    ['refresh=yes', '__proto__=x', 'It has parts that this page does not know: __proto__.'],
    ['refresh=yes', 'scopes=ReadAll', '"ReadAll" is not an app scope of RingCentral.'],
    ['refresh=yes', 'uri=javascript:alert(1)', /^Redirect URI 1: /],
    ['refresh=yes', 'uri=https://a.example/%23x', /^Redirect URI 1: .*fragment/],
    ['refresh=yes', `name=${'n'.repeat(65)}`, 'A name may have 64 characters at most.'],
  ])('%s turned into %s', (from, to, reason) => {
    const classic = writeFragment({ ...emptyDraft, page: 'classic', redirectUris: [], scopes: [] });
    const [first] = leftOf(`#${classic.replace(from, to)}`);
    if (typeof reason === 'string') expect(first).toBe(reason);
    else expect(first).toMatch(reason);
  });

  it('whatever its text: no exception, and a form that a portal could have made', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (noise, at) => {
        const cut = at % good.length;
        const read = readFragment(good.slice(0, cut) + noise + good.slice(cut));
        if (read.kind === 'read') expect(problemsOf(read.draft).count).toBe(0);
        else expect(['none', 'refused']).toContain(read.kind);
      }),
      { numRuns: 1000 },
    );
  });
});

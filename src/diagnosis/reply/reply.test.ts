import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '#protocol/errors/codes.ts';
import { elsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { type Certainty, type Draft, finding, type Who } from '../finding.ts';
import { show } from '../hide/show.ts';
import type { Removed, Shown } from '../hide/shown.ts';
import { diagnosePaste } from '../paste/diagnose-paste.ts';
import { isFreeOfOAuth } from './oauth-words.ts';
import { replyTo } from './reply.ts';
import { longestShort } from './short.ts';
import { toldOf } from './told.ts';
import { voices } from './voices.ts';

const draft: Draft = {
  id: 'OAU-113',
  code: 'OAU-113',
  who: 'developer',
  title: 'The app has no redirect URI, so nobody can sign in to it',
  why: 'The authorization server compares redirect_uri with the list in the app’s settings, and the list is empty.',
  fix: 'Add the redirect URI in the app’s settings, letter for letter.',
  lacks: 'Which methods does the app’s Auth section show?',
};

const shownOf = (change: Partial<Draft> | undefined, removed: Removed[] = []): Shown => ({
  text: '',
  repairs: [],
  isCut: false,
  pieces: [],
  findings: change ? [finding({ ...draft, ...change })] : [],
  removed,
  people: {},
});

const secret = (kind: string): Removed => ({
  of: 'secret',
  kind,
  label: `masked-${kind}-1-20chars`,
  count: 1,
});

const hedged = /likely|cannot|does not show|not shown yet/i;

describe('a reply is never surer than its finding', () => {
  it.each(voices)('to the voice %s', (voice) => {
    expect(replyTo(shownOf({}), voice)).not.toMatch(hedged);
    expect(replyTo(shownOf({ certainty: 'likely' }), voice)).toMatch(/likely/i);
    expect(replyTo(shownOf({ certainty: 'cannot tell' }), voice)).toMatch(
      /does not show|not shown yet/,
    );
  });

  it('whatever the finding says', () => {
    const text = fc.string({ maxLength: 600, unit: 'grapheme' });
    const any = fc.record({
      title: text,
      why: text,
      fix: fc.option(text, { nil: undefined }),
      lacks: fc.option(text, { nil: undefined }),
      certainty: fc.constantFrom<Certainty>('likely', 'cannot tell'),
      who: fc.constantFrom<Who>('developer', 'administrator', 'user', 'provider', 'nobody'),
    });
    fc.assert(
      fc.property(any, fc.constantFrom(...voices), ({ fix, lacks, ...rest }, voice) => {
        const found = {
          ...rest,
          ...(fix !== undefined && { fix }),
          ...(lacks !== undefined && { lacks }),
        };
        expect(replyTo(shownOf(found), voice)).toMatch(hedged);
      }),
    );
  });

  it('tells a less sure part of the cause as such', () => {
    const claims = [
      { text: 'The app has only the JWT method, since its script works.', certainty: 'likely' },
    ] as const;
    expect(replyTo(shownOf({ claims: [...claims] }), 'developer')).toContain(
      'Likely, not proven: The app has only the JWT method',
    );
  });

  it('changes nothing where the cause cannot be told, and asks for what decides it', () => {
    for (const voice of ['developer', 'short'] as const) {
      const reply = replyTo(shownOf({ certainty: 'cannot tell' }), voice);
      expect(reply).not.toContain('Add the redirect URI');
      expect(reply).toContain('Please tell us: which methods does the app’s Auth section show?');
    }
  });
});

describe('to an administrator', () => {
  it('has no word of OAuth, whatever the finding says', () => {
    const certainties: Certainty[] = ['certain', 'likely', 'cannot tell'];
    const who: Who[] = ['developer', 'administrator', 'user', 'provider', 'nobody'];
    for (const certainty of certainties) {
      for (const each of who) {
        for (const kinds of [[], ['client_secret'], ['password', 'access_token']]) {
          const shown = shownOf({ certainty, who: each }, kinds.map(secret));
          const reply = replyTo(shown, 'administrator');
          expect(isFreeOfOAuth(reply), reply).toBe(true);
        }
      }
    }
    expect(isFreeOfOAuth(replyTo(shownOf(undefined), 'administrator'))).toBe(true);
  });

  it('says what they can do, where it can be said so', () => {
    const fix =
      'Give the user the permission in the Admin Portal, under Roles. Then refresh the token.';
    const reply = replyTo(shownOf({ who: 'administrator', fix }), 'administrator');
    expect(reply).toContain('Give the user the permission in the Admin Portal, under Roles.');
    expect(reply).not.toContain('refresh');
  });
});

describe('in short', () => {
  it('stays within 280 characters, the verdict first', () => {
    const long = 'A sentence of some length that says a good deal. '.repeat(12);
    for (const certainty of ['certain', 'likely', 'cannot tell'] as const) {
      for (const title of [draft.title, long]) {
        const reply = replyTo(
          shownOf({ certainty, title, fix: long, lacks: long }, [
            secret('client_secret'),
            secret('password'),
          ]),
          'short',
        );
        expect(reply.length).toBeLessThanOrEqual(longestShort);
        expect(reply).toContain('You sent a client secret and a password: replace them.');
      }
    }
    expect(replyTo(shownOf({}), 'short')).toMatch(/^The app has no redirect URI/);
  });
});

describe('where a secret stood in the paste', () => {
  it.each(voices)('the reply to the voice %s says so', (voice) => {
    const without = replyTo(shownOf({}), voice);
    const reply = replyTo(shownOf({}, [secret('client_secret'), secret('password')]), voice);
    expect(without).not.toMatch(/you sent/i);
    expect(reply).toMatch(/you sent/i);
  });

  it('says what RingCentral’s FAQ says of a client secret', () => {
    expect(replyTo(shownOf({}, [secret('client_secret')]), 'developer')).toContain(
      'What you sent also has a client secret: treat it as leaked. RingCentral’s FAQ knows no reset of a secret: look in the console first; if it has none, clone the app, use the new id and secret, and suspend the old app.',
    );
  });

  it('says nothing of a code, which lived a minute, nor of a phone number', () => {
    const removed: Removed[] = [secret('code'), { ...secret('phone_number'), of: 'person' }];
    expect(replyTo(shownOf({}, removed), 'developer')).toBe(replyTo(shownOf({}), 'developer'));
  });
});

it('a healthy paste is not accused', () => {
  for (const voice of voices)
    expect(replyTo(shownOf(undefined), voice)).toMatch(/nothing (?:is )?wrong/i);
});

it('a user who pressed Deny is told as such, and not as nothing', async () => {
  const denied = 'https://a.example/cb?error=access_denied&state=8f2c19d0a7b35e64c1f0';
  const shown = show(await diagnosePaste(denied, { now: 0 }));
  for (const voice of voices) expect(replyTo(shown, voice)).not.toMatch(/nothing (?:is )?wrong/i);
});

it('two refusals are both told to the developer', async () => {
  const shown = show(
    await diagnosePaste('We get OAU-146 today. On the other server OAU-109.', { now: 0 }),
  );
  expect(replyTo(shown, 'developer')).toMatch(/OAU-146[^]*also shows another refusal[^]*OAU-109/);
});

it('an error of another company is told to be one', async () => {
  const shown = show(
    await diagnosePaste('AADSTS50011: The redirect URI does not match', { now: 0 }),
  );
  expect(replyTo(shown, 'developer')).toContain('Microsoft Entra ID, not from RingCentral');
});

describe('of every code that is known, alone', () => {
  const now = Date.parse('2026-11-27T12:00:00Z');
  const all = [...errorCodes, ...Object.keys(elsewhere)];

  it.each(all)(
    '%s is told in whole sentences, and what is usual is never certain',
    async (code) => {
      const shown = show(await diagnosePaste(code, { now }));
      const [found] = shown.findings;
      const sure = found ? toldOf(found).sure : [];
      expect(
        sure.filter(({ text }) => /usually/i.test(text)).map((one) => one.certainty),
      ).not.toContain('certain');
      for (const voice of voices) {
        // A clause behind a colon begins small, and an article alone begins no cause.
        const reply = replyTo(shown, voice);
        expect(reply).not.toMatch(
          /Most likely: |: $|\. (?:An?|No) [^.]{0,60}, or [^.]{0,60}\.(?: |$)/,
        );
      }
    },
  );
});

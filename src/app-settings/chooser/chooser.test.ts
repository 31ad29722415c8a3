import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readNewAppLink } from '../new-app-link/read.ts';
import { newAppLink } from '../new-app-link/write.ts';
import { availability } from '../availability.ts';
import { ruleOf } from '../rules/index.ts';
import { appSettingsSchema } from '../schema.ts';
import { redirectUriProblem } from '../redirect-uri.ts';
import { isScope } from '../scopes.ts';
import { ahead } from './ahead.ts';
import { calls, scopesFor } from './calls.ts';
import { readState, writeState } from './fragment.ts';
import { mind } from './mind.ts';
import { outcomes } from './outcomes.ts';
import { everyPath, pathOf } from './path.ts';
import { type Answers, questionIds } from './question.ts';
import { questions } from './questions.ts';
import { recommend } from './recommend.ts';
import { redirectProposals } from './redirect-proposals.ts';
import { ruledOut } from './ruled-out.ts';

const paths = everyPath();
const name = (answers: Answers) => Object.entries(answers).flat().join(' ');

describe('every path of the chooser', () => {
  it('ends: 44 paths, each outcome reached, one alone for each', () => {
    expect(paths).toHaveLength(44);
    expect(new Set(paths.map(({ outcome }) => outcome.id))).toEqual(
      new Set(outcomes.map(({ id }) => id)),
    );
  });

  it.each(
    paths.map(({ answers, outcome }) => [name(answers), outcome.id, answers, outcome] as const),
  )('%s leads to %s, which the rule book allows for its settings', (_, __, answers, outcome) => {
    if (outcome.kind !== 'flow') return;
    for (const brand of ['ringcentral', 'att', 'verizon'] as const) {
      const { apps, facts } = recommend(outcome, answers, { brand });
      for (const app of apps) {
        expect(z.safeParse(appSettingsSchema, app).error).toBeUndefined();
        const verdicts = availability(app, facts);
        const { bySettings, today, reasons } = verdicts[outcome.flow];
        expect([bySettings, today]).not.toContain('refused');
        // What warns is said in the answer: the host of a brand, the client id in a credential.
        const said = [...(brand === 'ringcentral' ? [] : ['X22']), 'X18'];
        expect(said).toEqual(expect.arrayContaining(reasons));
        const refresh = verdicts['refresh-token'].today !== 'refused';
        expect(refresh).toBe(app.issueRefreshTokens);
      }
    }
  });

  it('shows at each question what it can still be, and rules out no flow that it can', () => {
    for (const { answers, outcome } of paths) {
      const given = Object.entries(answers);
      for (let count = 0; count <= given.length; count += 1) {
        const { outcomes: open, out } = ahead(Object.fromEntries(given.slice(0, count)));
        expect(open).toContain(outcome);
        const flows = open.flatMap((one) => (one.kind === 'flow' ? [one.flow] : []));
        expect(out.filter(({ flow }) => flows.includes(flow))).toEqual([]);
      }
    }
    expect(ahead({ what: 'app', for: 'one' }).out).toContainEqual({
      flow: 'auth-code-pkce',
      words: 'Somebody would have to sign in on a page, and one fixed user does not need to.',
    });
    // For each person there are two reasons against a JWT, and the answers do not yet say which.
    expect(ahead({ what: 'app', for: 'each', page: 'yes' }).out).toContainEqual({ flow: 'jwt' });
  });

  it('says whatever warns in the words of the rule book, and the permission that users need', () => {
    const words = (brand: 'ringcentral' | 'att', answers: Answers) => {
      const { outcome } = pathOf(answers);
      if (outcome?.kind !== 'flow') throw new Error('No flow');
      return mind(outcome, recommend(outcome, answers, { brand })).map((reason) => reason.words);
    };
    const customers = { what: 'app', for: 'customers', admin: 'no' };
    expect(words('att', customers)).toEqual(
      expect.arrayContaining([ruleOf('X18').words, ruleOf('X22').words, ruleOf('X23').words]),
    );
    expect(words('ringcentral', customers)).not.toContain(ruleOf('X22').words);
  });

  it('asks nothing whose answer changes neither the outcome nor the settings', () => {
    for (const { answers, outcome } of paths) {
      for (const { question, answer } of pathOf(answers).steps) {
        const others = question.choices.filter(({ value }) => value !== answer);
        const changes = others.some(({ value }) => {
          const other = paths.find((path) =>
            questionIds.every((id) =>
              id === question.id
                ? path.answers[id] === value
                : path.answers[id] === answers[id] ||
                  path.answers[id] === undefined ||
                  answers[id] === undefined,
            ),
          );
          if (!other) return false;
          const result = (path: typeof other) =>
            JSON.stringify([
              path.outcome.id,
              path.outcome.kind === 'flow' && recommend(path.outcome, path.answers),
            ]);
          return result(other) !== result({ answers, outcome });
        });
        expect(changes, `${name(answers)}: ${question.id}`).toBe(true);
      }
    }
  });

  it('rules out password and implicit by name, each with its source, and every flow that it does not use', () => {
    for (const { answers, outcome } of paths) {
      if (outcome.kind !== 'flow') continue;
      const refresh = recommend(outcome, answers).apps[0].issueRefreshTokens === true;
      const out = ruledOut(outcome, refresh);
      expect(out.slice(0, 2).map(({ flow }) => flow)).toEqual(['password', 'implicit']);
      expect(out[0]?.source && out[1]?.source).toBeTruthy();
      expect(out).toHaveLength(refresh ? 5 : 6);
    }
  });

  it('gives a new-app link that is read as the same app, but for what is set by hand', () => {
    for (const { answers, outcome } of paths) {
      if (outcome.kind !== 'flow') continue;
      for (const app of recommend(outcome, answers).apps) {
        const { href, byHand } = newAppLink(app);
        const read = readNewAppLink(href);
        const { issueRefreshTokens, ...carried } = app;
        expect(read).toMatchObject({ kind: 'read', settings: carried, unread: [] });
        const byHandToo = byHand.some(({ field }) => field === 'issueRefreshTokens');
        expect(byHandToo).toBe(issueRefreshTokens);
      }
    }
  });
});

describe('the outcomes of the issue, one by one', () => {
  it.each<[string, Answers, string, object]>([
    [
      'one fixed user on a machine you control',
      { what: 'app', for: 'one', runs: 'server' },
      'jwt-server',
      { methods: ['jwt'], audience: 'private' },
    ],
    [
      'one fixed user in a browser',
      { what: 'app', for: 'one', runs: 'browser' },
      'jwt-behind-server',
      { methods: ['jwt'] },
    ],
    [
      'each person, code on a server',
      { what: 'app', for: 'each', page: 'yes', runs: 'server', who: 'company', stay: 'used' },
      'code-server',
      { platformType: 'ServerWeb', audience: 'private', issueRefreshTokens: false },
    ],
    [
      'each person in a browser, signed in',
      { what: 'app', for: 'each', page: 'yes', runs: 'browser', who: 'others', stay: 'signed-in' },
      'code-browser',
      { platformType: 'BrowserBased', audience: 'public', issueRefreshTokens: true },
    ],
    [
      'each person in a browser, nobody there',
      { what: 'app', for: 'each', page: 'yes', runs: 'browser', who: 'others', stay: 'nobody' },
      'code-browser-server',
      { platformType: 'ServerWeb', issueRefreshTokens: true },
    ],
    [
      'a browser extension, signed in',
      {
        what: 'app',
        for: 'each',
        page: 'yes',
        runs: 'extension',
        who: 'others',
        stay: 'signed-in',
      },
      'code-extension',
      { platformType: 'BrowserBased', audience: 'public' },
    ],
    [
      'a browser extension that works while nobody is there',
      { what: 'app', for: 'each', page: 'yes', runs: 'extension', who: 'others', stay: 'nobody' },
      'code-browser-server',
      { platformType: 'ServerWeb' },
    ],
    [
      'a phone',
      { what: 'app', for: 'each', page: 'yes', runs: 'phone', who: 'company', stay: 'signed-in' },
      'code-phone',
      { platformType: 'MobileIOS' },
    ],
    [
      'a desktop',
      { what: 'app', for: 'each', page: 'yes', runs: 'desktop', who: 'company', stay: 'used' },
      'code-desktop',
      { redirectUris: ['http://127.0.0.1:5000/oauth2callback'] },
    ],
    [
      'no page, a handful',
      { what: 'app', for: 'each', page: 'no', few: 'yes', who: 'company' },
      'jwt-each',
      { methods: ['jwt'] },
    ],
    [
      'no page, many',
      { what: 'app', for: 'each', page: 'no', few: 'no', who: 'company' },
      'code-once',
      { platformType: 'ServerWeb', issueRefreshTokens: true },
    ],
    [
      'customers, an admin signs in',
      { what: 'app', for: 'customers', admin: 'yes' },
      'customers-code',
      { audience: 'public', methods: ['three-legged'] },
    ],
    [
      'customers, none does',
      { what: 'app', for: 'customers', admin: 'no' },
      'customers-jwt',
      { audience: 'public', methods: ['jwt'] },
    ],
  ])('%s', (_, answers, id, settings) => {
    const { outcome } = pathOf(answers);
    expect(outcome?.id).toBe(id);
    if (outcome?.kind !== 'flow') throw new Error('No flow');
    expect(recommend(outcome, answers).apps[0]).toMatchObject(settings);
  });
});

describe('what the app will call', () => {
  it('fills the scopes, by RingCentral’s own names, each once', () => {
    expect(scopesFor()).toEqual(['ReadAccounts']);
    expect(scopesFor(['ringout', 'call-log', 'call-log'])).toEqual([
      'ReadAccounts',
      'ReadCallLog',
      'RingOut',
    ]);
    const all = scopesFor(calls.map(({ value }) => value));
    expect(all.filter((scope) => !isScope(scope))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the redirect URI', () => {
  const flowOutcomes = outcomes.filter((outcome) => outcome.kind === 'flow');

  it.each(flowOutcomes.map((outcome) => [outcome.id, outcome] as const))(
    '%s: one is proposed where somebody signs in, and the reader’s own takes its place in each app',
    (_, outcome) => {
      const { redirect, platformTypes = [undefined] } = outcome.settings;
      expect(redirect !== undefined).toBe(outcome.flow !== 'jwt');
      const own = 'https://app.example.com/callback';
      const uris = recommend(outcome, {}, { uri: own, name: 'Shop' }).apps.map((app) => [
        app.name,
        ...app.redirectUris,
      ]);
      expect(uris).toEqual(platformTypes.map(() => (redirect ? ['Shop', own] : ['Shop'])));
      if (!redirect) return;
      for (const type of platformTypes) {
        expect(redirectUriProblem(redirectProposals[redirect].uri, type)).toBeUndefined();
      }
    },
  );
});

describe('the answers in a link', () => {
  const someAnswers = fc.record(
    Object.fromEntries(
      questions.map(({ id, choices }) => [
        id,
        fc.constantFrom(...choices.map(({ value }) => value)),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>;

  const someWishes = fc.record(
    {
      brand: fc.constantFrom('att' as const, 'verizon' as const),
      calls: fc.subarray(calls.map(({ value }) => value)),
      name: fc.constantFrom('Röntgen & Söhne', 'none', '#1'),
      uri: fc.constantFrom('https://app.example.com/cb?x=1&y=%C3%A4', 'not one'),
    },
    { requiredKeys: [] },
  );

  it('go there and back, those that are not asked for now and what is typed too', () => {
    fc.assert(
      fc.property(someAnswers, someWishes, (answers, wishes) => {
        const state = { answers, ...wishes };
        expect(readState(`#${writeState(state)}`)).toEqual({ state, problems: [] });
      }),
    );
  });

  it('nothing to call is an answer, and of a list the part that is no answer is named', () => {
    expect(readState('#calls=none').state.calls).toEqual([]);
    expect(readState('#what=app&calls=sms,magic,ringout')).toEqual({
      state: { answers: { what: 'app' }, calls: ['sms', 'ringout'] },
      problems: ['calls=magic'],
    });
  });

  it('that are no answers are named, and the others are used', () => {
    expect(readState('#what=app&for=robots&colour=red')).toEqual({
      state: { answers: { what: 'app' } },
      problems: ['for=robots', 'colour=red'],
    });
  });

  it.each(['#v=2&what=app', `#what=${'x'.repeat(21_000)}`])(
    'of a later version, or huge, are none: %.12s',
    (fragment) => {
      const { state, problems } = readState(fragment);
      expect(state.answers).toEqual({});
      expect(problems).toHaveLength(1);
    },
  );

  it.each(['', '#', '#_top', '#every-path'])('%j is the start, and no mistake', (fragment) => {
    expect(readState(fragment)).toEqual({ state: { answers: {} }, problems: [] });
  });

  it('whatever the text: no exception, and a question or an outcome', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { next, outcome } = pathOf(readState(`#${text}`).state.answers);
        expect(next ?? outcome).toBeDefined();
      }),
    );
  });
});

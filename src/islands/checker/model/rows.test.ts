import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppSettings, type FlowId, flowIds } from '#app-settings/app.ts';
import type { AccountFacts } from '#app-settings/facts.ts';
import { newAppLink } from '#app-settings/new-app-link/write.ts';
import { type Draft, emptyDraft } from '#islands/app-form/draft.ts';
import { allowedBecause } from './allowed-because.ts';
import { readings } from './readings.ts';
import { countsOf, preferred, rowsOf } from './rows.ts';
import { someDraft } from './testing/some-draft.ts';
import { shownOrder } from './verdict.ts';

const form = (change: Partial<Draft>) => readings({ ...emptyDraft, ...change });
const row = (settings: readonly AppSettings[], flow: FlowId, facts: AccountFacts = {}) => {
  const found = rowsOf(settings, facts).find((each) => each.flow === flow);
  if (!found) throw new Error(`No row of ${flow}`);
  return found.answers;
};

describe('the rows of the checker', () => {
  it('go from allowed over warning and disputed to refused, today first', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        const places = rowsOf(readings(draft), draft.facts).map(({ answers: [one] }) => [
          shownOrder.indexOf(one.today),
          shownOrder.indexOf(one.bySettings),
        ]);
        const sorted = [...places].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
        expect(places).toEqual(sorted);
        expect(places).toHaveLength(7);
      }),
    );
  });

  it('hold every flow, and put what to build on first among equals', () => {
    expect([...preferred].sort()).toEqual([...flowIds].sort());
    expect(
      rowsOf(form({}), {})
        .map(({ flow }) => flow)
        .slice(0, 2),
    ).toEqual(['auth-code-pkce', 'auth-code']);
  });

  it('give a reason for whatever is not allowed, and a source for whatever is', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        for (const { flow, answers } of rowsOf(readings(draft), draft.facts)) {
          for (const { today, reasons, settings } of answers) {
            expect(reasons.length > 0).toBe(today !== 'allowed');
            if (today !== 'allowed') continue;
            expect(allowedBecause(flow, settings).sources.length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it('X12 password: refused today and allowed by the settings, in two cells of one row', () => {
    const [answer] = row(form({ page: 'classic', platformType: 'ServerOther' }), 'password');
    expect(answer).toMatchObject({ today: 'refused', bySettings: 'allowed', sandbox: 'allowed' });
    expect(answer.predicted).toMatchObject({ code: 'OAU-251', part: 'today' });
    expect(answer.change).toBeUndefined();
  });

  it('X1 a public app has no password, with every reason and not the first alone', () => {
    const [answer] = row(
      form({ page: 'classic', audience: 'public', platformType: 'ServerWeb' }),
      'password',
      { ssoEnforced: true },
    );
    expect(answer.bySettings).toBe('refused');
    expect(answer.reasons.map(({ id }) => id)).toEqual(['X12', 'X1', 'X2', 'X10']);
    expect(answer.predicted).toMatchObject({ code: 'OAU-251', part: 'settings' });
  });

  it('M4 implicit on a classic phone app: sources disagree, and the sandbox runs it', () => {
    const [answer] = row(form({ page: 'classic', platformType: 'MobileIOS' }), 'implicit');
    expect(answer).toMatchObject({ today: 'refused', bySettings: 'disputed', sandbox: 'disputed' });
    expect(answer.reasons.find(({ id }) => id === 'M4')?.source).toHaveLength(2);
  });

  it('X3 no interface: code is refused, and the change that turns it is a new app', () => {
    const [answer] = row(form({ page: 'classic', platformType: 'ServerOther' }), 'auth-code');
    expect(answer).toMatchObject({ bySettings: 'refused', change: { how: 'new app' } });
    expect(answer.change?.settings.platformType).toBe('ServerWeb');
  });

  it('X12 and M1: no change is offered for what has ended, whatever the settings are', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        for (const { flow, answers } of rowsOf(readings(draft), draft.facts)) {
          if (flow === 'password' || flow === 'implicit')
            expect(answers.map(({ change }) => change)).toEqual(answers.map(() => undefined));
        }
      }),
    );
  });

  it('X26 a classic app’s way to JWT leaves refresh tokens off, as the chooser does', () => {
    const [answer] = row(form({ page: 'classic', platformType: 'ServerWeb' }), 'jwt');
    const settings = answer.change?.settings;
    if (!settings) throw new Error('No change');
    expect(settings).toMatchObject({ methods: ['jwt'], issueRefreshTokens: false });
    expect(newAppLink(settings).byHand.map(({ field }) => field)).not.toContain(
      'issueRefreshTokens',
    );
  });

  it('X8 refresh off: the change is an edit', () => {
    const [answer] = row(form({}), 'refresh-token');
    expect(answer).toMatchObject({ today: 'refused', change: { how: 'edit' } });
    expect(answer.instead.words).toContain('Run the original flow again');
  });

  it('X22 a brand of its own warns, and the sandbox, which has one host, does not', () => {
    const [answer] = row(form({}), 'auth-code-pkce', { brandEnvironment: 'att' });
    expect(answer).toMatchObject({ today: 'warning', bySettings: 'warning', sandbox: 'allowed' });
  });

  it('M8 nothing brings a refresh token today: JWT is what to use', () => {
    const [answer] = row(form({ page: 'classic', platformType: 'ServerOther' }), 'refresh-token');
    expect(answer).toMatchObject({
      today: 'warning',
      bySettings: 'allowed',
      instead: { flow: 'jwt' },
    });
  });

  it.each([
    ['password', 'jwt'],
    ['implicit', 'auth-code-pkce'],
    ['client-credentials', 'jwt'],
  ] as const)('%s names %s to use instead where the app has it', (flow, instead) => {
    const both = form({ methods: ['three-legged', 'jwt'] });
    expect(row(both, flow)[0].instead.flow).toBe(instead);
  });
});

describe('a reader who cannot see the page', () => {
  const unseen = form({ page: 'unknown', platformType: 'ServerOther' });

  it('has both answers where the portals differ', () => {
    const answers = row(unseen, 'jwt');
    expect(answers.map(({ portals, bySettings }) => [portals.join(), bySettings])).toEqual([
      ['current', 'allowed'],
      ['classic', 'refused'],
    ]);
  });

  it('has its verdict once where the verdicts agree, and the way out of each portal behind it', () => {
    const found = rowsOf(unseen, {}).find(({ flow }) => flow === 'auth-code-pkce');
    expect(found?.agree).toBe(true);
    expect(found?.answers.map(({ change }) => change?.how)).toEqual(['edit', 'new app']);
  });

  it('has one answer where they agree, with the reasons of both', () => {
    const [answer, ...others] = row(unseen, 'client-credentials');
    expect(others).toEqual([]);
    expect(answer.portals).toEqual(['current', 'classic']);
  });

  it('has the classic answer alone for a type that the current portal does not offer', () => {
    const answers = row(form({ page: 'unknown', platformType: 'DesktopOther' }), 'auth-code');
    expect(answers.map(({ portals }) => portals)).toEqual([['classic']]);
  });
});

it('the counts are of one part each, and sum up to seven', () => {
  const rows = rowsOf(form({ page: 'classic', platformType: 'ServerOther' }), {});
  for (const part of ['today', 'bySettings'] as const) {
    expect(Object.values(countsOf(rows, part)).reduce((sum, count) => sum + count)).toBe(7);
  }
  expect(countsOf(rows, 'bySettings').allowed).toBe(countsOf(rows, 'today').allowed + 2);
});

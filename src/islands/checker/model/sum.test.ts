import { describe, expect, it } from 'vitest';
import { platformTypes } from '#app-settings/app.ts';
import { ruleBriefs } from '#app-settings/rules/briefs.ts';
import { rules } from '#app-settings/rules/index.ts';
import { type Draft, emptyDraft } from '#islands/app-form/draft.ts';
import { inALine } from './in-a-line.ts';
import { readings } from './readings.ts';
import { rowsOf } from './rows.ts';
import { sumOf } from './sum.ts';

const rowsFor = (change: Partial<Draft>) => {
  const draft = { ...emptyDraft, ...change };
  return rowsOf(readings(draft), draft.facts);
};

describe('the answer above the rows', () => {
  it.each<[string, Partial<Draft>, string, string]>([
    [
      'a web app of today',
      {},
      'Use code with PKCE',
      'Two of seven flows work with these settings today: code with PKCE and authorization code.',
    ],
    [
      'a page with refresh tokens',
      { platformType: 'BrowserBased', issueRefreshTokens: true },
      'Use code with PKCE',
      'Two of seven flows work with these settings today: code with PKCE and refresh token. One more with a warning: authorization code.',
    ],
    [
      'a job',
      { methods: ['jwt'] },
      'Use JWT',
      'One of seven flows works with these settings today: JWT.',
    ],
    [
      'both methods',
      { methods: ['three-legged', 'jwt'] },
      'Use code with PKCE, or JWT for one fixed user',
      'Three of seven flows work with these settings today: code with PKCE, authorization code and JWT.',
    ],
    [
      'an old phone app without a redirect URI',
      { page: 'classic', platformType: 'MobileIOS', redirectUris: [] },
      'No flow to build on yet',
      'One of seven flows works with these settings today, with a warning: refresh token.',
    ],
    [
      'a bot',
      { page: 'classic', platformType: 'ServerBot', audience: 'public' },
      'No flow is certain',
      'One of seven flows works with these settings today: refresh token. Two more in doubt: code with PKCE and authorization code.',
    ],
    [
      'the password method alone',
      { methods: ['password'] },
      'No flow to build on yet',
      'None of seven flows works with these settings today.',
    ],
  ])('%s', (_, change, headline, sentence) => {
    expect(sumOf(rowsFor(change))).toMatchObject({ headline, sentence });
  });
});

describe('a verdict in one line', () => {
  it('has one for every rule that a verdict can name', () => {
    expect(Object.keys(ruleBriefs).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('is short, and never empty, whatever the settings', () => {
    for (const page of ['classic', 'current', 'unknown'] as const) {
      for (const platformType of platformTypes) {
        for (const audience of ['private', 'public'] as const) {
          for (const { flow, answers } of rowsFor({ page, platformType, audience })) {
            for (const answer of answers) {
              const line = inALine(flow, answer);
              expect(line.length).toBeGreaterThan(10);
              expect(line.length).toBeLessThanOrEqual(80);
            }
          }
        }
      }
    }
  });

  it('of a flow that has ended says that nothing brings it back', () => {
    const password = rowsFor({}).find(({ flow }) => flow === 'password');
    expect(password && inALine('password', password.answers[0])).toBe(
      'Ended for every app on 31 March 2024. No setting brings it back.',
    );
  });
});

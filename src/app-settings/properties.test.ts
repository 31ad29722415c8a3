import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type AppSettings, flowIds } from './app.ts';
import { availability, stricter } from './availability.ts';
import type { AccountFacts } from './facts.ts';
import { ruleIds } from './rules/ids.ts';
import { besideRules } from './rules/beside.ts';
import { ruleOf, rules } from './rules/index.ts';
import { appSettingsSchema } from './schema.ts';
import { smallestChange } from './smallest-change.ts';
import { anApp, someFacts } from './testing/an-app.ts';

/** One more thing that holds an app back; what makes it another app (its type, its audience) is none. */
type Restriction = (app: AppSettings, facts: AccountFacts) => [AppSettings, AccountFacts];
const restrictions: Record<string, Restriction> = {
  'no redirect URI': (app, facts) => [{ ...app, redirectUris: [] }, facts],
  'no refresh tokens': (app, facts) => [{ ...app, issueRefreshTokens: false }, facts],
  'no JWT method': (app, facts) => [without(app, 'jwt'), facts],
  'no password method': (app, facts) => [without(app, 'password'), facts],
  'single sign-on': (app, facts) => [app, { ...facts, ssoEnforced: true }],
  'a second factor': (app, facts) => [app, { ...facts, mfaRequired: true }],
  'no Third Party Apps Access': (app, facts) => [app, { ...facts, thirdPartyAppsAccess: false }],
  'users of other companies': (app, facts) => [app, { ...facts, otherCompanies: true }],
  'a brand of its own': (app, facts) => [app, { ...facts, brandEnvironment: 'att' }],
};

/** One method fewer, where one is left; three-legged OAuth takes the platform with it, and so is no less. */
function without(app: AppSettings, method: 'jwt' | 'password'): AppSettings {
  const methods = app.methods?.filter((each) => each !== method) ?? [];
  return methods.length > 0 ? { ...app, methods } : app;
}

test('a restriction added never allows more, in either part', () => {
  fc.assert(
    fc.property(
      anApp,
      someFacts,
      fc.constantFrom(...Object.keys(restrictions)),
      (app, facts, name) => {
        const before = availability(app, facts);
        const restricted = restrictions[name]?.(app, facts) ?? [app, facts];
        const after = availability(...restricted);
        for (const flow of flowIds) {
          for (const part of ['bySettings', 'today'] as const) {
            expect(stricter(before[flow][part], after[flow][part])).toBe(after[flow][part]);
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('the smallest change, applied, flips the verdict and gives settings that a portal produces', () => {
  let flipped = 0;
  fc.assert(
    fc.property(anApp, someFacts, fc.constantFrom(...flowIds), (app, facts, flow) => {
      const change = smallestChange(app, flow, facts);
      if (!change) return;
      flipped += 1;
      expect(availability(app, facts)[flow].bySettings).toBe('refused');
      expect(availability(change.settings, facts)[flow].bySettings).not.toBe('refused');
      expect(z.safeParse(appSettingsSchema, change.settings).error).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
  expect(flipped).toBeGreaterThan(300);
});

test('today is never more open than the settings, and whatever is not allowed has a reason', () => {
  fc.assert(
    fc.property(anApp, someFacts, (app, facts) => {
      for (const verdict of Object.values(availability(app, facts))) {
        expect(stricter(verdict.today, verdict.bySettings)).toBe(verdict.today);
        expect(verdict.reasons.length > 0).toBe(verdict.today !== 'allowed');
        expect(verdict.predictedError === undefined || verdict.bySettings === 'refused').toBe(true);
      }
    }),
  );
});

test('password and implicit are refused at RingCentral today, whatever the settings', () => {
  fc.assert(
    fc.property(anApp, someFacts, (app, facts) => {
      const { implicit, password } = availability(app, facts);
      expect([implicit.today, password.today]).toEqual(['refused', 'refused']);
    }),
  );
});

test('the list holds each rule once, and each rule can speak', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual([...ruleIds].sort());
  const silent = new Set<string>(ruleIds);
  fc.assert(
    fc.property(anApp, someFacts, (app, facts) => {
      for (const { reasons } of Object.values(availability(app, facts))) {
        for (const id of reasons) silent.delete(id);
      }
    }),
    { numRuns: 2000 },
  );
  expect([...silent]).toEqual([]);
});

test('every rule cites a source and is plain about a change it knows', () => {
  for (const id of ruleIds) expect(ruleOf(id).source.length, id).toBeGreaterThan(0);
});

test('X1 to X26 are all there: as a rule, or beside the rules', () => {
  const numbers = [...ruleIds, ...besideRules.map(({ id }) => id)]
    .filter((id) => id.startsWith('X'))
    .map((id) => Number(id.slice(1)));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, n) => n + 1));
});

test('X5 says what was fixed until July 2021, and claims nothing of the current portal', () => {
  const words = besideRules.find(({ id }) => id === 'X5')?.words ?? '';
  expect(words).toContain('In the portals to July 2021');
  expect(words).toContain('No source says so of the current portal');
});

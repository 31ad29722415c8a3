import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppSettings, flowIds } from './app.ts';
import { availability } from './availability.ts';
import { endedFlows } from './ended-flows.ts';
import { refusals } from './refusals.ts';
import { smallestChange } from './smallest-change.ts';
import { anApp, someFacts } from './testing/an-app.ts';

const ids = (rules: { id: string }[]): string[] => rules.map(({ id }) => id);
const web: AppSettings = {
  name: 'Shop',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerWeb',
  issueRefreshTokens: true,
  redirectUris: ['https://shop.example/cb'],
  scopes: [],
};

describe('the flows that have ended', () => {
  it('are those that a rule of today refuses to every app, and no change of settings turns that', () => {
    fc.assert(
      fc.property(anApp, someFacts, (app, facts) => {
        for (const flow of flowIds) {
          const isEnded = refusals(app, flow, facts).today.length > 0;
          expect(isEnded, flow).toBe(flow in endedFlows);
          const change = smallestChange(app, flow, facts);
          if (isEnded && change) {
            expect(availability(change.settings, facts)[flow].today).toBe('refused');
          }
        }
      }),
    );
  });
});

describe('the rules that refuse a flow', () => {
  it('X2 is the settings’ and X12 is today’s, for the password flow of a web server app', () => {
    const { bySettings, today } = refusals(web, 'password');
    expect([ids(bySettings), ids(today)]).toEqual([['X2'], ['X12']]);
  });

  it('X12 stands alone where the settings allow it', () => {
    const { bySettings, today } = refusals({ ...web, platformType: 'ServerOther' }, 'password');
    expect([ids(bySettings), ids(today)]).toEqual([[], ['X12']]);
  });

  it('are there where the verdict refuses, and only there', () => {
    fc.assert(
      fc.property(anApp, someFacts, (app, facts) => {
        const verdicts = availability(app, facts);
        for (const flow of flowIds) {
          const found = refusals(app, flow, facts);
          expect(found.bySettings.length > 0, flow).toBe(verdicts[flow].bySettings === 'refused');
        }
      }),
    );
  });
});

describe('the JWT app that a classic app is told to become', () => {
  it('has refresh tokens off: the same JWT brings the next token', () => {
    const change = smallestChange(web, 'jwt');
    expect(change?.settings).toMatchObject({ methods: ['jwt'], issueRefreshTokens: false });
  });
});

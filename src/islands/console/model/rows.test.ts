import { describe, expect, it } from 'vitest';
import { availability } from '#app-settings/availability.ts';
import type { AppView } from '#islands/sandbox-api/sandbox-api.ts';
import { makeDemoApps } from '#sandbox/demo/apps.ts';
import { policySchema, presets } from '#sandbox/policy.ts';
import { policyWords } from '#sandbox/policy-words.ts';
import { flowRows, inOrder } from './flow-rows.ts';
import { momentText } from './moment.ts';
import { differences, nearestPreset, patchOf, policyFields } from './policy-rows.ts';

function demo(clientId: string): AppView {
  const app = makeDemoApps(0, []).find((one) => one.clientId === clientId);
  if (!app) throw new Error(clientId);
  return { ...app, flows: availability(app) };
}
const row = (app: AppView, flow: string, policy = presets.ringcentral) =>
  flowRows(app, policy).find((one) => one.flow === flow);

describe('the flows available to an app', () => {
  it('X4 are the seven, with the sandbox’s own verdicts and the rule book’s words', () => {
    const app = demo('sandbox-server-web');
    const rows = flowRows(app, presets.ringcentral);
    expect(rows.map(({ flow, bySettings, today }) => ({ flow, bySettings, today }))).toEqual(
      Object.entries(app.flows).map(([flow, { bySettings, today }]) => ({
        flow,
        bySettings,
        today,
      })),
    );
    const password = row(app, 'password');
    expect(password?.sandbox).toEqual({ verdict: 'refused', words: 'Refused with OAU-251' });
    expect(password?.reasons.map(({ id }) => id)).toContain('X2');
    expect(password?.reasons.every(({ rule }) => rule !== undefined)).toBe(true);
  });

  it('X12 the password flow runs here though it ended, until the policy says as today', () => {
    const app = demo('sandbox-server-only');
    expect(row(app, 'password')).toMatchObject({
      today: 'refused',
      bySettings: 'allowed',
      sandbox: { verdict: 'allowed' },
    });
    expect(row(app, 'password', presets['ringcentral-today'])?.sandbox).toEqual({
      verdict: 'refused',
      words: 'Off by the current policy',
    });
    expect(
      row(app, 'password', { ...presets.ringcentral, profile: 'oauth21' })?.sandbox.verdict,
    ).toBe('refused');
  });

  it('keep an id that the book does not have', () => {
    const app = demo('sandbox-jwt');
    app.flows.jwt = { ...app.flows.jwt, reasons: ['X999'] };
    expect(row(app, 'jwt')?.reasons).toEqual([{ id: 'X999' }]);
  });

  it('stand in order: allowed, warning, refused', () => {
    const verdicts = inOrder(flowRows(demo('sandbox-mobile'), undefined)).map(
      ({ bySettings }) => bySettings,
    );
    expect(verdicts).toEqual([...verdicts].sort((one, other) => order(one) - order(other)));
    expect(new Set(verdicts).size).toBe(3);
  });
});
const order = (verdict: string) => ['allowed', 'warning', 'refused'].indexOf(verdict);

describe('the policy in rows', () => {
  it('knows a preset, and names what differs from the nearest', () => {
    expect(nearestPreset(presets.strict)).toEqual({ preset: 'strict', changed: [] });
    expect(nearestPreset({ ...presets['ringcentral-today'], iss: true })).toEqual({
      preset: 'ringcentral-today',
      changed: ['iss'],
    });
    expect(differences(presets.ringcentral, presets['ringcentral-today'])).toEqual([
      'implicit',
      'password',
    ]);
    expect(patchOf(presets.strict, ['iss', 'pkce'])).toEqual({ iss: true, pkce: 'public' });
  });

  it('has words for every field and for every value that a field may have', () => {
    expect(Object.keys(policyWords).sort()).toEqual([...policyFields].sort());
    for (const field of policyFields) {
      const schema = policySchema.shape[field];
      const values = 'options' in schema ? schema.options : [];
      expect(Object.keys(policyWords[field].values ?? {}).sort(), field).toEqual(
        [...values].sort(),
      );
      expect(policyWords[field].unit !== undefined, field).toBe(
        typeof presets.ringcentral[field] === 'number',
      );
    }
  });
});

describe('a moment', () => {
  it('that is none is unknown', () => {
    expect(momentText(Number.NaN)).toBe('unknown');
    expect(momentText(new Date(2026, 0, 2, 3, 4, 5).getTime())).toBe('2026-01-02 03:04:05');
  });
});

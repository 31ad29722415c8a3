import { describe, expect, it } from 'vitest';
import { availability } from '#app-settings/availability.ts';
import { appSettingsSchema } from '#app-settings/schema.ts';
import { countCells, matrixOf, rowIdOf } from './matrix.ts';

const rows = (portal: 'classic' | 'current', refresh = true) =>
  matrixOf(portal, refresh).flatMap((group) => group.rows);

describe('the matrix of all settings', () => {
  it('classic: ten platform types, two audiences, seven flows', () => {
    expect(countCells(matrixOf('classic', true))).toBe(140);
    expect(rows('classic')).toHaveLength(10);
  });

  it('current: seven sets of methods, six app types where 3-legged is among them', () => {
    expect(rows('current')).toHaveLength(27);
    expect(countCells(matrixOf('current', false))).toBe(27 * 14);
  });

  it('every row is an app that its portal makes, under a key of its own', () => {
    const all = [...rows('classic'), ...rows('current')];
    for (const { settings } of all) {
      for (const each of Object.values(settings)) {
        expect(appSettingsSchema.safeParse(each).error).toBeUndefined();
      }
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(37);
  });

  it('a cell says what the rule book says of its settings', () => {
    for (const { settings, cells } of [...rows('classic'), ...rows('current')]) {
      for (const { flow, audience, bySettings, today } of cells) {
        const verdict = availability(settings[audience])[flow];
        const known = (shown: string) => (/disputed|not known/.test(shown) ? 'warning' : shown);
        expect([known(bySettings), known(today)]).toEqual([verdict.bySettings, verdict.today]);
      }
    }
  });

  it('X1 X2: the classic password column, private and public', () => {
    const column = rows('classic').map(
      ({ type, cells }) =>
        `${type}: ${cells
          .filter(({ flow }) => flow === 'password')
          .map(({ bySettings }) => bySettings)
          .join(', ')}`,
    );
    expect(column).toEqual([
      'ServerWeb: refused, refused',
      'BrowserBased: refused, refused',
      'MobileIOS: allowed, refused',
      'MobileAndroid: allowed, refused',
      'MobileOther: allowed, refused',
      'DesktopWindows: allowed, refused',
      'DesktopMac: allowed, refused',
      'DesktopOther: allowed, refused',
      'ServerOther: allowed, refused',
      'ServerBot: not known, refused',
    ]);
  });

  it('the reader’s row is found whatever the order of the methods', () => {
    const settings = {
      portal: 'current',
      methods: ['jwt', 'three-legged'],
      platformType: 'MobileIOS',
    } as const;
    const id = rowIdOf({
      ...settings,
      methods: [...settings.methods],
      name: '',
      audience: 'private',
      redirectUris: [],
      scopes: [],
    });
    expect(rows('current').map((row) => row.id)).toContain(id);
  });
});

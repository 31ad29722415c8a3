import { expect, test } from 'vitest';
import { settingsRows } from './settings-rows.ts';

test('the current portal’s rows for PKCE and plain code', () => {
  const rows = settingsRows('current', ['auth-code-pkce', 'auth-code']).map((row) => [
    row.labels.length,
    row.verdicts.map(({ bySettings }) => bySettings).join(' '),
    row.reasons.join(' '),
  ]);
  expect(rows).toEqual([
    [1, 'allowed allowed', ''],
    [5, 'allowed warning', 'X13'],
    [2, 'refused refused', 'M5'],
  ]);
});

test('the classic portal’s rows for PKCE and plain code', () => {
  const rows = settingsRows('classic', ['auth-code-pkce', 'auth-code']).map((row) => [
    row.types.join(' '),
    row.verdicts.map(({ bySettings }) => bySettings).join(' '),
    row.reasons.join(' '),
  ]);
  expect(rows).toEqual([
    [
      'ServerWeb BrowserBased MobileIOS MobileAndroid MobileOther DesktopWindows DesktopMac DesktopOther',
      'allowed allowed',
      '',
    ],
    ['ServerOther', 'refused refused', 'X3'],
    ['ServerBot', 'warning warning', 'X24'],
  ]);
});

test('a flow that the audience decides has rows that name the audience', () => {
  const rows = settingsRows('classic', ['password']);
  const row = (label: string) => rows.find(({ labels }) => labels.includes(label));
  expect(row('Server-only (No UI), private')?.verdicts).toEqual([
    { flow: 'password', bySettings: 'allowed', today: 'refused' },
  ]);
  expect(row('Server-only (No UI), public')?.reasons).toContain('X1');
  expect(row('Server/Web, private')?.reasons).toContain('X2');
});

test('B6 what the settings allow and what RingCentral does today are two words', () => {
  const rows = settingsRows('classic', ['refresh-token']);
  const row = rows.find(({ labels }) => labels.includes('Server-only (No UI), private'));
  expect(row?.verdicts).toEqual([
    { flow: 'refresh-token', bySettings: 'allowed', today: 'warning' },
  ]);
  expect(row?.reasons).toEqual(['M8']);
});

import { expect, test } from 'vitest';
import { settingsRows } from './settings-rows.ts';

test('the current portal’s rows for PKCE and plain code', () => {
  const rows = settingsRows('current', ['auth-code-pkce', 'auth-code']).map((row) => [
    row.labels.length,
    row.verdicts.map(({ verdict }) => verdict).join(' '),
    row.reasons.join(' '),
  ]);
  expect(rows).toEqual([
    [1, 'allowed allowed', ''],
    [5, 'allowed warning', 'X13'],
    [1, 'refused refused', 'M5'],
  ]);
});

test('the classic portal’s rows for PKCE and plain code', () => {
  const rows = settingsRows('classic', ['auth-code-pkce', 'auth-code']).map((row) => [
    row.types.join(' '),
    row.verdicts.map(({ verdict }) => verdict).join(' '),
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

test('a flow that the audience decides has no place in this table', () => {
  expect(() => settingsRows('classic', ['password'])).toThrow('differ');
});

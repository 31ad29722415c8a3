import { expect, test } from 'vitest';
import { audiences, authMethods, platformTypes } from './app.ts';
import { currentPlatformTypes } from './portals.ts';
import { pageLooks, settingLabels, settingsPages } from './settings-page.ts';

test('every value of every setting has its labels, each once', () => {
  const values = settingLabels.map(({ value }) => value).filter((value) => value !== undefined);
  expect(values).toEqual([...new Set(values)]);
  expect(new Set(values)).toEqual(
    new Set([...platformTypes, ...authMethods, ...audiences, true, false]),
  );
});

test('each look of the settings page is described once and has labels of its own', () => {
  expect(settingsPages.map(({ look }) => look)).toEqual([...pageLooks]);
  for (const look of pageLooks) {
    expect(settingLabels.filter((labels) => labels[look] !== undefined).length).toBeGreaterThan(5);
  }
});

test('the Auth card has a label for exactly the types that the schema takes', () => {
  const types = settingLabels.filter(({ setting }) => setting === 'Platform type');
  const offered = types.filter((labels) => labels['auth-card'] !== undefined);
  expect(offered.map(({ value }) => value)).toEqual([...currentPlatformTypes]);
});

test('a label that one page does not have is explained', () => {
  const explained = settingLabels.filter(
    (labels) => labels.note !== undefined || pageLooks.every((look) => labels[look] !== undefined),
  );
  const bare = settingLabels.filter((labels) => !explained.includes(labels));
  // The "Other" types ended with the first page; the kind of app began with the second.
  expect(bare.map(({ value }) => value)).toEqual([undefined, 'MobileOther', 'DesktopOther']);
});

import { expect, test } from 'vitest';
import { ruleIds } from '#app-settings/rules/ids.ts';
import { ruleOf } from '#app-settings/rules/index.ts';
import { sources } from '#app-settings/sources.ts';

/** Typed by hand: the texts that say each rule, by their keys in `sources.ts`, in the order in which they weigh. */
const cited: Record<string, string> = {
  X1: 'overview2021 oauth2019 jwtOrPassword faq',
  X2: 'overview2021 oauth2019 createApp2021',
  X3: 'overview2021 oauth2019 createApp2021',
  X7: 'overview2021',
  X8: 'refreshTokens overview2021',
  X10: 'passwordPage jwtOrPassword',
  X11: 'errors',
  X12: 'passwordEndOfLife passwordCommunity passwordPage',
  X13: 'createAppNewPortal',
  X16: 'registerApp',
  X18: 'jwtPublicApps',
  X20: 'clientCredentials liveProbe',
  X21: 'redirectCommunity',
  X22: 'segregated',
  X23: 'permissionIssue',
  X24: 'registerApp',
  X26: 'passwordCommunity editApp',
  M1: 'implicitRemoved openApi',
  M2: 'implicitRemoved registerApp liveProbe',
  M3: 'createApp2021 implicitRemoved',
  M4: 'overview2021 createApp2021',
  M5: 'createAppNewPortal registerApp',
  M6: 'createAppNewPortal grantTypeQuestion',
  M7: 'jwtConfigure',
  M8: 'createApp2021 implicitRemoved',
};

const keyOf = new Map(Object.entries(sources).map(([key, source]) => [source, key]));

test.each(ruleIds)('%s cites the texts that say it, and none is lost', (id) => {
  const keys = ruleOf(id).source.map((source) => keyOf.get(source as never));
  expect(keys.join(' ')).toBe(cited[id]);
});

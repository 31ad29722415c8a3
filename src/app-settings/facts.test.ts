import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { accountFactsSchema } from './facts.ts';

it.each<[boolean, object]>([
  [true, {}],
  [true, { ssoEnforced: true, mfaRequired: false, thirdPartyAppsAccess: false }],
  [true, { otherCompanies: true, brandEnvironment: 'att' }],
  [true, { brandEnvironment: 'verizon' }],
  [true, { brandEnvironment: 'ringcentral' }],
  [false, { brandEnvironment: 'bt' }],
  [false, { ssoEnforced: 'yes' }],
  [false, { admin: true }],
])('%s: facts of an account are %j', (expected, facts) => {
  expect(z.safeParse(accountFactsSchema, facts).success).toBe(expected);
});

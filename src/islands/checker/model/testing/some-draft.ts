import fc from 'fast-check';
import { audiences, authMethods, platformTypes } from '#app-settings/app.ts';
import { classicLooks, type Draft, settingsPages } from '#islands/app-form/draft.ts';

/** Any form without a mistake in it, for property tests. */
export const someDraft: fc.Arbitrary<Draft> = fc.record({
  page: fc.constantFrom(...settingsPages),
  look: fc.constantFrom(...classicLooks),
  name: fc.constantFrom('My app', 'Röntgen & Söhne', '100 % #1'),
  audience: fc.constantFrom(...audiences),
  platformType: fc.constantFrom(...platformTypes),
  methods: fc.subarray([...authMethods], { minLength: 1 }),
  classicRefresh: fc.boolean(),
  issueRefreshTokens: fc.boolean(),
  redirectUris: fc.subarray([
    'https://app.example.com/callback?x=1&y=2',
    'http://localhost:5000/oauth2callback',
    'https://a.example/%C3%A4+b',
  ]),
  scopes: fc.subarray(['ReadAccounts', 'ReadCallLog', 'SMS']),
  facts: fc.record(
    {
      ssoEnforced: fc.boolean(),
      mfaRequired: fc.boolean(),
      thirdPartyAppsAccess: fc.boolean(),
      otherCompanies: fc.boolean(),
      brandEnvironment: fc.constantFrom('ringcentral' as const, 'att' as const, 'verizon' as const),
    },
    { requiredKeys: [] },
  ),
});

import fc from 'fast-check';
import { type AppSettings, audiences, authMethods, platformTypes } from '../app.ts';
import type { AccountFacts } from '../facts.ts';
import { currentPlatformTypes } from '../portals.ts';
import { scopes } from '../scopes.ts';

const uris = [
  'https://app.example.com/callback',
  'http://localhost:5000/oauth2callback',
  "https://app.example.com/(it's)?x=1,2&y=ok",
  'https://app.example.com/end.',
];
const shared = {
  name: fc.oneof(
    fc.constant('Test'),
    fc.string({ minLength: 1, maxLength: 32 }).filter((name) => name.trim() !== ''),
  ),
  audience: fc.constantFrom(...audiences),
  issueRefreshTokens: fc.option(fc.boolean(), { nil: undefined }),
  redirectUris: fc.subarray(uris),
  scopes: fc.subarray(
    scopes.map(({ name }) => name),
    { maxLength: 4 },
  ),
};
const classicApp = fc.record({
  ...shared,
  portal: fc.constant('classic' as const),
  platformType: fc.constantFrom(...platformTypes),
});
const currentApp = fc
  .record({
    ...shared,
    portal: fc.constant('current' as const),
    methods: fc.subarray([...authMethods], { minLength: 1 }),
    platformType: fc.constantFrom(...currentPlatformTypes),
  })
  .map(({ platformType, ...app }): AppSettings =>
    app.methods.includes('three-legged') ? { ...app, platformType } : app,
  );

/** Any app that one of the portals could have produced, for properties. */
export const anApp: fc.Arbitrary<AppSettings> = fc.oneof(classicApp, currentApp);

/** Any facts about its account and its user. */
export const someFacts: fc.Arbitrary<AccountFacts> = fc.record(
  {
    ssoEnforced: fc.boolean(),
    mfaRequired: fc.boolean(),
    thirdPartyAppsAccess: fc.boolean(),
    otherCompanies: fc.boolean(),
    brandEnvironment: fc.constantFrom('ringcentral' as const, 'att' as const, 'verizon' as const),
  },
  { requiredKeys: [] },
);

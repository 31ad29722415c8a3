import type { AppSettings } from '../app.ts';
import type { AccountFacts } from '../facts.ts';
import type { FlowOutcome } from './outcome.ts';
import type { Answers } from './question.ts';

export type Brand = NonNullable<AccountFacts['brandEnvironment']>;

/** An outcome made concrete by the answers. */
export interface Recommendation {
  /** One, or one a platform. */
  apps: [AppSettings, ...AppSettings[]];
  facts: AccountFacts;
}

/**
 * The apps to make for an outcome, and what the answers say of the accounts.
 *
 * @param brand Whose accounts they are; AT&T and Verizon live on a host of their own (X22).
 */
export function recommend(
  { settings }: FlowOutcome,
  answers: Answers,
  brand?: Brand,
): Recommendation {
  const { audience, refresh, methods, redirectUri } = settings;
  const others = audience === 'public' || (audience === 'who' && answers.who === 'others');
  const app = (platformType?: AppSettings['platformType']): AppSettings => ({
    name: 'My app',
    portal: 'current',
    audience: others ? 'public' : 'private',
    methods: [...methods],
    ...(platformType && { platformType }),
    issueRefreshTokens: refresh === 'stay' ? answers.stay !== 'used' : refresh,
    redirectUris: redirectUri === undefined ? [] : [redirectUri],
    scopes: ['ReadAccounts'],
  });
  const [first, ...more] = settings.platformTypes ?? [];
  return {
    apps: [app(first), ...more.map(app)],
    facts: {
      ...(others && { otherCompanies: true }),
      ...(brand && brand !== 'ringcentral' && { brandEnvironment: brand }),
    },
  };
}

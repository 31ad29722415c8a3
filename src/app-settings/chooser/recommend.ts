import { anyAppName, type AppSettings } from '../app.ts';
import { scopesFor } from './calls.ts';
import type { AccountFacts } from '../facts.ts';
import type { FlowOutcome } from './outcome.ts';
import type { Answers } from './question.ts';
import { redirectProposals } from './redirect-proposals.ts';

export type Brand = NonNullable<AccountFacts['brandEnvironment']>;

/** An outcome made concrete by the answers. */
export interface Recommendation {
  /** One, or one a platform. */
  apps: [AppSettings, ...AppSettings[]];
  facts: AccountFacts;
}

/** What the reader says of the app beside the answers. */
export interface Wishes {
  /** Whose accounts they are; AT&T and Verizon live on a host of their own (X22). */
  brand?: Brand;
  /** What it will call. */
  calls?: readonly string[];
  name?: string;
  /** Their own redirect URI; the one that is proposed for the kind of app stands in its place. */
  uri?: string;
}

/** The apps to make for an outcome, and what the answers say of the accounts. */
export function recommend(
  { settings }: FlowOutcome,
  answers: Answers,
  { brand, calls, name, uri }: Wishes = {},
): Recommendation {
  const { audience, refresh, methods, redirect } = settings;
  const others = audience === 'public' || (audience === 'who' && answers.who === 'others');
  const app = (platformType?: AppSettings['platformType']): AppSettings => ({
    name: name ?? anyAppName,
    portal: 'current',
    audience: others ? 'public' : 'private',
    methods: [...methods],
    ...(platformType && { platformType }),
    issueRefreshTokens: refresh === 'stay' ? answers.stay !== 'used' : refresh,
    redirectUris: redirect === undefined ? [] : [uri ?? redirectProposals[redirect].uri],
    scopes: scopesFor(calls),
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

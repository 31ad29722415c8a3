import type { Source } from '#app-settings/sources.ts';

const community = 'https://community.ringcentral.com';
const category = `${community}/developer-platform-apis-integrations-5`;
const issue = (repository: string, number: number): Required<Source> => ({
  label: `${repository.replace(/^[^/]*\//, '')} ${number}`,
  href: `https://github.com/${repository}/issues/${number}`,
});

/** Public threads in which a mistake was met, under a short key. Each was read before it was cited. */
export const threads = {
  tokenNotFound: {
    label: 'RingCentral community, question 1221',
    href: `${community}/questions/1221/tokeninvalid-oau-213-token-not-found.html`,
  },
  badBasicHeader: {
    label: 'RingCentral community, answer 3501',
    href: `${community}/answers/3501/view.html`,
  },
  postedToAuthorize: {
    label: 'RingCentral community, thread 7609',
    href: `${community}/developer-platform-apis-and-integrations-5/issue-with-oauth-flow-7609`,
  },
  noRefreshToken: {
    label: 'RingCentral community, thread 9514, November 2015',
    href: `${category}/disabling-refresh-token-from-being-generated-for-oauth-token-requests-9514`,
  },
  rateLimitNotice: {
    label: 'RingCentral’s notice on rate limits, thread 11639',
    href: `${category}/immediate-action-required-authentication-rate-limits-now-enforced-11639`,
  },
  expiredToken: {
    label: 'RingCentral community, article 117372',
    href: `${community}/articles/117372/my-access-token-expired-error-oau-210-what-do-i-do.html`,
  },
  unsupportedGrantType: {
    label: 'RingCentral community, thread 6634',
    href: `${category}/getting-unauthorized-grant-type-exception-oau-250-6634`,
  },
  embeddable63: issue('ringcentral/ringcentral-embeddable', 63),
  js54: issue('ringcentral/ringcentral-js', 54),
  js100: issue('ringcentral/ringcentral-js', 100),
  php40: issue('ringcentral/ringcentral-php', 40),
  python24: issue('ringcentral/ringcentral-python', 24),
  apiDocs33: {
    label: 'ringcentral-api-docs, pull request 33',
    href: 'https://github.com/ringcentral/ringcentral-api-docs/pull/33',
  },
} as const satisfies Record<string, Required<Source>>;

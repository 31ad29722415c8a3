/** How a text is known: an answer was recorded, RingCentral's own text says it, or somebody tells of it. */
export type Evidence = 'recorded' | 'stated' | 'reported';

interface Known {
  label: string;
  /** Absent where the text has no address of its own. */
  href?: string;
  /** As near as the source has it, such as `2017` or `2024-11-21`. */
  when: string;
  evidence: Evidence;
}

const docs = 'https://github.com/ringcentral/ringcentral-api-docs';
const issue = (repository: string, number: number, when: string): Required<Known> => ({
  label: `${repository} ${number}`,
  href: `https://github.com/ringcentral/${repository}/issues/${number}`,
  when,
  evidence: 'recorded',
});
const changelog = (version: string, when: string): Required<Known> => ({
  label: `RingCentral API changelog ${version}`,
  href: `${docs}/blob/64067a50/docs/basics/changelog/${version.replaceAll('.', '_')}.md`,
  when,
  evidence: 'stated',
});

/** Where the forms of an error were seen, under a short key. */
export const sightingSources = {
  guide: {
    label: 'RingCentral developer guide, Errors',
    href: `${docs}/blob/64067a50/docs/basics/errors.md`,
    when: '2026-04',
    evidence: 'stated',
  },
  changelog39: changelog('1.0.39', '2019-05'),
  changelog41: changelog('1.0.41', '2019'),
  changelog42: changelog('1.0.42', '2020-02'),
  callLogGuide: {
    label: 'RingCentral developer guide, Call log',
    href: `${docs}/blob/64067a50/docs/voice/call-log/access.md`,
    when: '2026-04',
    evidence: 'stated',
  },
  postman: {
    label: 'RingCentral’s Postman collection',
    href: `${docs}/blob/64067a50/docs/postman/specs/ringcentral_rest_apis_postman_collection.json`,
    when: '2018-11-07',
    evidence: 'recorded',
  },
  oldReference: { label: 'RingCentral’s older API reference', when: '2018', evidence: 'stated' },
  sdkTests: {
    label: 'zengfenfei/ringcentral-ts, recorded by its tests',
    href: 'https://github.com/zengfenfei/ringcentral-ts/blob/9e47adb/src/RestClient-test.ts',
    when: '2017-04',
    evidence: 'recorded',
  },
  widgets: {
    label: 'ringcentral-js-widgets, RingCentral’s own source',
    href: 'https://github.com/ringcentral/ringcentral-js-widgets',
    when: '2026',
    evidence: 'stated',
  },
  refreshExperiment: {
    label: 'tylerlong/ringcentral-token-refresh-experiment',
    href: 'https://github.com/tylerlong/ringcentral-token-refresh-experiment',
    when: '2020-07-16',
    evidence: 'recorded',
  },
  redirectArticle: {
    label: 'RingCentral community, article 117292',
    href: 'https://community.ringcentral.com/articles/117292/help-resolving-issues-relating-to-the-redirect-uri.html',
    when: '2023',
    evidence: 'stated',
  },
  expiredArticle: {
    label: 'RingCentral community, article 117372',
    href: 'https://community.ringcentral.com/articles/117372/my-access-token-expired-error-oau-210-what-do-i-do.html',
    when: '2023',
    evidence: 'stated',
  },
  grantArticle: {
    label: 'RingCentral community, question 8088',
    href: 'https://community.ringcentral.com/questions/8088/getting-unauthorized-grant-type-exception-oau-250.html',
    when: '2023-10',
    evidence: 'stated',
  },
  thread3501: {
    label: 'RingCentral community, answer 3501',
    href: 'https://community.ringcentral.com/answers/3501/view.html',
    when: '2016-12',
    evidence: 'recorded',
  },
  thread7609: {
    label: 'RingCentral community, thread 7609',
    href: 'https://community.ringcentral.com/developer-platform-apis-and-integrations-5/issue-with-oauth-flow-7609',
    when: '2017-01-11',
    evidence: 'recorded',
  },
  question47692828: {
    label: 'Stack Overflow, question 47692828',
    href: 'https://stackoverflow.com/questions/47692828',
    when: '2017-12',
    evidence: 'recorded',
  },
  question50978630: {
    label: 'Stack Overflow, question 50978630',
    href: 'https://stackoverflow.com/questions/50978630',
    when: '2018-06',
    evidence: 'recorded',
  },
  question51833563: {
    label: 'Stack Overflow, question 51833563',
    href: 'https://stackoverflow.com/questions/51833563',
    when: '2018-08',
    evidence: 'recorded',
  },
  apiDocs33: {
    label: 'ringcentral-api-docs, pull request 33',
    href: `${docs}/pull/33`,
    when: '2018-04-13',
    evidence: 'recorded',
  },
  embeddable914: issue('ringcentral-embeddable', 914, '2024-11-21'),
  java24: issue('ringcentral-java', 24, '2021-04-22'),
  js54: issue('ringcentral-js', 54, '2016-11-15'),
  js115: issue('ringcentral-js', 115, '2020'),
  php39: issue('ringcentral-php', 39, '2016'),
  webPhone116: issue('ringcentral-web-phone', 116, '2017-03-22'),
  webPhone154: issue('ringcentral-web-phone', 154, '2018-04-09'),
  webPhone386: issue('ringcentral-web-phone', 386, '2023-07-27'),
  signInNote: {
    label: 'A public note on a staff sign-in; the same words in three READMEs',
    href: 'https://www.notion.so/RingCentral-iframe-staff-sign-in-OAuth-unblock-2026-05-19-3651018df1f58183a02bd9141c8bb3fe',
    when: '2026-05-19',
    evidence: 'reported',
  },
  probes: {
    label: 'Live probes that a third party published',
    when: '2026-08-15',
    evidence: 'recorded',
  },
  jwtNotes: { label: 'Public notes on JWT sign-ins', when: '2026-08-17', evidence: 'reported' },
  clientComment: {
    label: 'A comment in the source of a public client, undated, read in November 2026',
    when: '2026',
    evidence: 'reported',
  },
  jwtNotes2025: { label: 'A public note on a JWT sign-in', when: '2025', evidence: 'reported' },
  projectNotes: { label: 'Notes of a public project', when: '2025', evidence: 'reported' },
  electron99: issue('ringcentral-embeddable-electron-app', 99, '2025-07-01'),
  embeddable97: issue('ringcentral-embeddable', 97, '2018-03-30'),
  reports: {
    label: 'Public threads about sign-ins at RingCentral',
    when: '2016 to 2026',
    evidence: 'reported',
  },
  oldThreads: {
    label: 'Public threads about RingCentral’s SDKs',
    when: '2016',
    evidence: 'reported',
  },
} as const satisfies Record<string, Known>;

export type SightingSource = keyof typeof sightingSources;

/** The source behind a sighting. */
export const sightingSource = (key: SightingSource): Known => sightingSources[key];

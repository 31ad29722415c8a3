import { describe, expect, it } from 'vitest';
import { sources } from '../sources.ts';
import { ahead } from './ahead.ts';
import { mind } from './mind.ts';
import type { FlowOutcome } from './outcome.ts';
import { pathOf } from './path.ts';
import type { Answers } from './question.ts';
import { recommend } from './recommend.ts';
import { ruledOut } from './ruled-out.ts';

function flowOf(answers: Answers): FlowOutcome {
  const { outcome } = pathOf(answers);
  if (outcome?.kind !== 'flow') throw new Error('These answers lead to no flow.');
  return outcome;
}
const job: Answers = { what: 'app', for: 'one', runs: 'server' };
const page: Answers = {
  what: 'app',
  for: 'each',
  page: 'yes',
  runs: 'browser',
  who: 'company',
  stay: 'used',
};
const customers: Answers = { what: 'app', for: 'customers', admin: 'no' };

const ended = {
  flow: 'password',
  words: 'RingCentral ended the password flow for every app on 31 March 2024.',
  source: sources.passwordEndOfLife,
};
const gone = {
  flow: 'implicit',
  words:
    'Implicit has been gone from RingCentral’s guide since December 2022, and its API description has no response type “token” since January 2025.',
  source: sources.implicitRemoved,
};
const partners = {
  flow: 'client-credentials',
  words: 'Client credentials are only for trusted RingCentral partners.',
  source: sources.clientCredentials,
};
const nobodySigns =
  'Somebody would have to sign in on a page, and one fixed user does not need to.';
const noProof =
  'Without the proof, anybody with a leaked code gets a token: this app cannot keep a secret.';
const jwtInPage = 'A JWT credential in a page is a password for everybody who opens it.';

describe('each flow that an answer does not use is named with its reason', () => {
  it.each<[string, Answers, refresh: boolean, object[]]>([
    [
      'a job, which gets its next token with the same JWT',
      job,
      false,
      [
        ended,
        gone,
        { flow: 'auth-code', words: nobodySigns },
        { flow: 'auth-code-pkce', words: nobodySigns },
        {
          flow: 'refresh-token',
          words: 'Not needed: your program gets the next access token with the same JWT.',
        },
        partners,
      ],
    ],
    [
      'a page that works only while it is used',
      page,
      false,
      [
        ended,
        gone,
        { flow: 'auth-code', words: noProof },
        {
          flow: 'refresh-token',
          words:
            'Not needed: the app works only while it is used, and it gets the next token by a sign-in.',
        },
        { flow: 'jwt', words: jwtInPage },
        partners,
      ],
    ],
    [
      'a page in which people stay signed in: refresh tokens are part of the answer',
      { ...page, stay: 'signed-in' },
      true,
      [
        ended,
        gone,
        { flow: 'auth-code', words: noProof },
        { flow: 'jwt', words: jwtInPage },
        partners,
      ],
    ],
  ])('%s', (_name, answers, refresh, expected) => {
    expect(ruledOut(flowOf(answers), refresh)).toStrictEqual(expected);
  });
});

describe('while a question is open', () => {
  it('one fixed user: a flow is out with the reason that each end has, and refresh tokens are open', () => {
    const { outcomes, out } = ahead({ what: 'app', for: 'one' });
    expect(outcomes.map(({ id }) => id)).toEqual(['jwt-server', 'jwt-behind-server']);
    expect(out).toStrictEqual([
      ended,
      gone,
      { flow: 'auth-code', words: nobodySigns },
      { flow: 'auth-code-pkce', words: nobodySigns },
      partners,
    ]);
  });

  it('each person on a page: of a flow with several reasons none is told yet', () => {
    expect(ahead({ what: 'app', for: 'each', page: 'yes' }).out).toStrictEqual([
      ended,
      gone,
      { flow: 'auth-code' },
      { flow: 'jwt' },
      partners,
    ]);
  });

  it('at the start: out is what has ended, the code without PKCE, and what is for partners', () => {
    expect(ahead({}).out).toStrictEqual([ended, gone, { flow: 'auth-code' }, partners]);
  });

  it('a bot: nothing is out where no flow is recommended', () => {
    const { outcomes, out } = ahead({ what: 'bot' });
    expect(outcomes.map(({ id }) => id)).toEqual(['bot']);
    expect(out).toEqual([]);
  });
});

describe('what to see to', () => {
  const permission = {
    words:
      'The user’s role needs the Third Party Apps Access permission; without it no login through an app succeeds.',
    source: sources.permissionIssue,
  };

  it('first what the rule book warns of, then the outcome’s own notes, then the permission (X18, X22, X23)', () => {
    const outcome = flowOf(customers);
    expect(mind(outcome, recommend(outcome, customers, { brand: 'att' }))).toStrictEqual([
      {
        words:
          'A JWT credential made in another company has to list your app’s client id: “all apps of my organization” does not cover it.',
        source: sources.jwtPublicApps,
      },
      {
        words:
          'Users of AT&T Office@Hand and Verizon have a separate environment: send every request to platform.ringcentral.biz.',
        source: sources.segregated,
      },
      ...outcome.notes,
      permission,
    ]);
  });

  it('of a job nothing is to be warned', () => {
    const outcome = flowOf(job);
    expect(mind(outcome, recommend(outcome, job))).toStrictEqual([...outcome.notes, permission]);
  });
});

describe('the app to make', () => {
  const jwtApp = {
    name: 'My app',
    portal: 'current',
    audience: 'private',
    methods: ['jwt'],
    issueRefreshTokens: false,
    redirectUris: [],
    scopes: ['ReadAccounts'],
  };

  it.each<[string, Answers, Parameters<typeof recommend>[2], object]>([
    ['a job', job, undefined, { apps: [jwtApp], facts: {} }],
    [
      'a job, though an answer of another way says that others use it',
      { ...job, who: 'others' },
      { brand: 'ringcentral' },
      { apps: [jwtApp], facts: {} },
    ],
    [
      'a job at a brand with a host of its own (X22)',
      job,
      { brand: 'verizon', calls: ['sms'] },
      {
        apps: [{ ...jwtApp, scopes: ['ReadAccounts', 'SMS'] }],
        facts: { brandEnvironment: 'verizon' },
      },
    ],
    [
      'a job for customers',
      customers,
      { name: 'Sync' },
      {
        apps: [{ ...jwtApp, name: 'Sync', audience: 'public' }],
        facts: { otherCompanies: true },
      },
    ],
    [
      'a page for others, which is one app',
      { ...page, who: 'others' },
      {},
      {
        apps: [
          {
            ...jwtApp,
            audience: 'public',
            methods: ['three-legged'],
            platformType: 'BrowserBased',
            redirectUris: ['http://localhost:5173/callback'],
          },
        ],
        facts: { otherCompanies: true },
      },
    ],
    [
      'a phone, which is one app for iOS and one for Android',
      { ...page, runs: 'phone', stay: 'signed-in' },
      {},
      {
        apps: ['MobileIOS', 'MobileAndroid'].map((platformType) => ({
          ...jwtApp,
          methods: ['three-legged'],
          platformType,
          issueRefreshTokens: true,
          redirectUris: ['com.example.app:/oauth2callback'],
        })),
        facts: {},
      },
    ],
  ])('%s', (_name, answers, wishes, expected) => {
    expect(recommend(flowOf(answers), answers, wishes)).toStrictEqual(expected);
  });
});

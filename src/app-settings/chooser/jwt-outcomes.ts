import { sources } from '../sources.ts';
import type { FlowOutcome, Reason } from './outcome.ts';
import { specs } from './specs.ts';

const needsAPerson =
  'Somebody would have to sign in on a page, and one fixed user does not need to.';

const reuse: Reason = {
  words:
    'Keep the access token for its hour and use it again. If you ask for one with each call, you reach the rate limit.',
  source: sources.rateLimits,
};
const noRefresh: Reason = {
  words: 'Refresh tokens can stay off: your program gets the next access token with the same JWT.',
  source: sources.refreshTokens,
};
const speaksForOne: Reason = {
  words: 'A user makes the credential in the console, and it acts for that user without a sign-in.',
  source: sources.jwtConfigure,
};
const keepSafe: Reason = {
  words:
    'The JWT and the client secret are as powerful as that user’s password: keep both out of code and logs.',
  source: specs.jwtBearer,
};

const makeCredential: Reason = {
  words:
    'After the app, the user makes a JWT credential in the developer console, and your program gets its text.',
  source: sources.jwtConfigure,
};

const jwtApp = { methods: ['jwt'], refresh: false } as const;

/** Outcomes in which nobody signs in. */
export const jwtOutcomes: readonly FlowOutcome[] = [
  {
    id: 'jwt-server',
    kind: 'flow',
    when: [{ what: 'app', for: 'one', runs: 'server' }],
    title: 'JWT',
    lead: 'The fixed user makes a JWT credential once. Your program exchanges it for an access token whenever it needs one.',
    flow: 'jwt',
    settings: { ...jwtApp, audience: 'private' },
    reasons: [
      speaksForOne,
      {
        words: 'RingCentral offers it in place of the password flow.',
        source: sources.jwtOrPassword,
      },
      { words: 'Only you control the machine, so the credential and the secret stay with you.' },
    ],
    notes: [makeCredential, reuse, noRefresh, keepSafe],
    ruledOut: { 'auth-code-pkce': needsAPerson, 'auth-code': needsAPerson },
    guide: 'flows/jwt',
  },
  {
    id: 'jwt-behind-server',
    kind: 'flow',
    when: [{ what: 'app', for: 'one', runs: ['browser', 'extension', 'phone', 'desktop'] }],
    title: 'JWT, on your server and never in the client',
    lead: 'The client that you ship asks your server, and your server holds the JWT. If the JWT were in the client, everybody who has the client could use it as a password.',
    flow: 'jwt',
    settings: { ...jwtApp, audience: 'private' },
    reasons: [
      speaksForOne,
      {
        words: 'An app that you ship cannot keep a secret, and a JWT is one.',
        source: specs.noSecret,
      },
      {
        words:
          'Your server decides what each reader of the client may see of that one user’s account.',
      },
    ],
    notes: [makeCredential, reuse, noRefresh, keepSafe],
    ruledOut: { 'auth-code-pkce': needsAPerson, 'auth-code': needsAPerson },
    guide: 'flows/jwt',
  },
  {
    id: 'jwt-each',
    kind: 'flow',
    when: [{ what: 'app', for: 'each', page: 'no', few: 'yes' }],
    title: 'JWT, one credential for each person',
    lead: 'Each of the handful makes a JWT credential in the console and gives it to your program. Each token then acts for its own person.',
    flow: 'jwt',
    settings: { ...jwtApp, audience: 'who' },
    reasons: [
      speaksForOne,
      { words: 'Nobody has a page to open, and a few people can make credentials by hand.' },
    ],
    notes: [makeCredential, reuse, noRefresh, keepSafe],
    ruledOut: {
      'auth-code-pkce': 'It needs a sign-in page once, and you have none.',
      'auth-code': 'It needs a sign-in page once, and you have none.',
    },
    guide: 'flows/jwt',
  },
  {
    id: 'customers-jwt',
    kind: 'flow',
    when: [{ what: 'app', for: 'customers', admin: 'no' }],
    title: 'JWT, one credential from each customer',
    lead: 'A user of each customer makes a JWT credential that lists your app’s client id, and gives it to you. Your job keeps one for each account.',
    flow: 'jwt',
    settings: { ...jwtApp, audience: 'public' },
    reasons: [
      { words: 'Accounts of other companies need a public app.', source: sources.registerApp },
      {
        words: 'A customer’s user makes the credential without you, and you need no page.',
      },
    ],
    notes: [makeCredential, reuse, noRefresh, keepSafe],
    ruledOut: {
      'auth-code-pkce': 'It would be better, but no administrator can sign in.',
      'auth-code': 'It would be better with PKCE, but no administrator can sign in.',
    },
    guide: 'flows/jwt',
  },
];

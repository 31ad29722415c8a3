import { ruleOf } from '#app-settings/rules/index.ts';
import { type Draft, finding } from '../../finding.ts';
import type { Topic } from '../../recognise/prose/topics.ts';
import { forbiddenBy } from '../../rules/forbidden-by.ts';
import { isLog } from '../is-log.ts';
import type { PasteCase, PasteRule } from '../paste-case.ts';

interface Symptom {
  /** All of them are told. */
  topics: readonly Topic[];
  /** What stands in the text besides. */
  beside?: RegExp;
  /** Never surer than likely: somebody tells it, no server says it. */
  said: Draft | ((paste: PasteCase) => Draft);
}

/** "Issue refresh tokens" decides, where the settings are known. */
function noRefreshToken({ beside: { settings }, topics }: PasteCase): Draft {
  const off = settings && forbiddenBy(settings, 'refresh-token');
  const why =
    'An access token lasts one hour, and the session with it. A refresh token would get the next one, and the app has none.';
  if (off) {
    const { changes, ...words } = off;
    return {
      ...words,
      who: 'developer',
      certainty: 'certain',
      why: `${words.why} ${why}`,
      setting: { rule: words.id, clientId: '', changes },
    };
  }
  return {
    id: 'LINT-216',
    who: 'developer',
    title: 'The app gets no refresh token, so each session ends after an hour',
    why: topics.has('widget')
      ? `${why} With the implicit flow there is none.`
      : `${why} RingCentral issues it only if “Issue refresh tokens” is on.`,
    fix: 'Turn “Issue refresh tokens” on in the app’s settings, sign in again (authorization code with PKCE, not implicit), and refresh before the hour is over.',
    lacks:
      'Whether the answer to the login has a refresh_token, and what “Issue refresh tokens” shows in the app’s settings.',
  };
}

const symptoms: readonly Symptom[] = [
  { topics: ['logged out after an hour'], said: noRefreshToken },
  { topics: ['no refresh token'], said: noRefreshToken },
  {
    topics: ['logged out after days'],
    said: {
      id: 'OAU-210',
      who: 'developer',
      title: 'The refresh token’s week is over',
      why: 'A refresh token lasts seven days from the last refresh. After that the user has to sign in again.',
      fix: 'Refresh in the background at least once a week. Use a JWT for a program that runs by itself.',
      lacks: 'How many days passed since the last sign-in, and the answer of the refresh.',
    },
  },
  {
    topics: ['another session ends'],
    said: {
      id: 'OAU-213',
      who: 'nobody',
      title: 'A user has five sessions with one app, and the sixth ends the oldest',
      why: 'Each sign-in on another device is a session. RingCentral keeps five for a user and an app.',
      fix: 'Sign out on devices that nobody uses, or let them share one session through a server.',
    },
  },
  {
    topics: ['permission'],
    said: {
      id: 'CMN-408',
      who: 'administrator',
      title: 'The user’s role lacks the permission for third-party apps',
      why: `${ruleOf('X23').words} Administrators have it, other roles often do not.`,
      fix: 'Ask an administrator to give the role the permission “Third Party Apps” (Roles and Permissions). Then the user signs in again.',
      lacks: 'The text of the message, and the role of the user.',
    },
  },
  {
    topics: ['wrong password', 'sandbox environment'],
    said: {
      id: 'OAU-140',
      who: 'user',
      title: 'The sign-in page is of the sandbox environment, which has other users',
      why: 'login.devtest and platform.devtest are RingCentral’s former developer sandbox: it does not know a password of production.',
      fix: 'Send users to https://platform.ringcentral.com, with an app of the production console.',
    },
  },
  {
    topics: ['popup stays open'],
    said: {
      id: 'LINT-113',
      who: 'developer',
      title: 'The page at the redirect URI does not pass the answer back',
      why: 'The popup comes back to the redirect URI with a code in its address. The page there has to post that address to the window that opened it (`window.opener.postMessage`), and the window has to listen, on the same origin.',
      fix: 'Put the SDK’s redirect.html, or `handleLoginRedirect`, at exactly the redirect URI, on the origin of the page that opened the popup.',
      lacks:
        'The whole address at which the popup stops, secrets taken out, and what its console prints.',
    },
  },
  {
    topics: ['user left'],
    said: {
      id: 'OAU-136',
      who: 'administrator',
      title: 'The user behind the sign-in was deleted or disabled',
      why: 'Tokens and JWTs belong to the extension that signed in or made them. They end with it.',
      fix: 'Sign in as another user, or let a user who stays make a new JWT for the app.',
    },
  },
  {
    topics: ['JWT as a token'],
    beside: /\/oauth\/token|token endpoint/i,
    said: {
      id: 'LINT-172',
      who: 'developer',
      title: 'The JWT is in the Authorization header of the token request',
      why: 'The token endpoint expects the app there: `Basic` with client id and secret. The JWT is a parameter of the body.',
      fix: 'Send `Authorization: Basic`, and in a form body grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer with the JWT as `assertion`.',
    },
  },
  {
    topics: ['JWT as a token'],
    said: {
      id: 'LINT-256',
      who: 'developer',
      title: 'The JWT of the console is sent as the access token',
      why: 'The JWT is a credential: the API does not accept it. Exchange it for an access_token at the token endpoint first.',
      fix: 'Send the JWT as `assertion` to the token endpoint, and the access_token of the answer to the API.',
    },
  },
  {
    topics: ['web view'],
    said: {
      id: 'LINT-0A1',
      who: 'developer',
      title: 'The sign-in runs in a WebView',
      why: 'An app can read everything in its own web view, so providers refuse to sign in there (RFC 8252), and sessions and passkeys of the system browser are missing.',
      fix: 'Open the sign-in in the system browser: Custom Tabs on Android, ASWebAuthenticationSession on iOS.',
    },
  },
  {
    topics: ['too many requests', 'login for every call'],
    said: {
      id: 'CMN-301',
      who: 'developer',
      title: 'The program signs in for every call',
      why: 'A token lasts an hour, for as many calls as you make. The limit of sign-ins is a few a minute.',
      fix: 'Sign in once, keep the token and use it again until a minute before it expires. After a 429 wait as long as Retry-After says.',
    },
  },
  {
    topics: ['too many requests'],
    said: {
      id: 'CMN-301',
      who: 'developer',
      title: 'The app sends more requests than its limit of a minute',
      why: 'RingCentral counts sign-ins and calls by app and user.',
      fix: 'Keep the token and use it again; after a 429 wait as long as Retry-After says.',
    },
  },
  {
    topics: ['single sign-on', 'password flow'],
    said: {
      id: 'X10',
      who: 'developer',
      title: 'The company signs in by single sign-on, so there is no password to send',
      why: 'With single sign-on RingCentral checks no password, and the password flow cannot pass it; it ended for every app on 31 March 2024.',
      fix: 'Sign in with a JWT (a program), or let the user sign in (authorization code).',
    },
  },
  {
    topics: ['many users', 'password flow'],
    said: {
      id: 'X12',
      who: 'developer',
      title: 'The password flow has ended; a program for many users needs a JWT from each',
      why: 'RingCentral ended the password flow for every app on 31 March 2024. A JWT acts for one user: an administrator’s JWT does not send for others.',
      fix: 'Each user makes a JWT for the app’s client id, or signs in once (authorization code) and the program keeps that user’s refresh token.',
    },
  },
  {
    topics: ['client credentials'],
    said: {
      id: 'X20',
      who: 'developer',
      title: 'Client credentials are only for RingCentral’s partners',
      why: ruleOf('X20').words,
      fix: 'Use a JWT for a program without a user.',
    },
  },
  {
    topics: ['password flow'],
    said: {
      id: 'X12',
      who: 'developer',
      title: 'The password flow has ended at RingCentral',
      why: ruleOf('X12').words,
      fix: 'Use a JWT for a program; let users sign in at the sign-in page (authorization code with PKCE).',
    },
  },
  {
    topics: ['brand'],
    said: {
      id: 'X22',
      who: 'developer',
      title: 'Users of this brand sign in at another host',
      why: ruleOf('X22').words,
      fix: 'Send every request of these users to https://platform.ringcentral.biz: sign-in, token and API.',
      lacks:
        'The brand as the user’s invoice or sign-in page names it, and the host that the app sends to.',
    },
  },
  {
    topics: ['verifier lost'],
    said: {
      id: 'LINT-160',
      who: 'developer',
      title: 'The code_verifier is lost between the sign-in and the exchange',
      why: 'A sign-in on the whole page clears what was in memory, and the code is useless without its verifier.',
      fix: 'Keep the verifier in sessionStorage, or in the session of your server, before the redirect, and send it with the exchange.',
    },
  },
  {
    topics: ['many customers'],
    beside: /\bprivate\b|access(?: is)? denied|(?:cannot|can['’]?t|can not|may not) (?:sign|log)/i,
    said: {
      id: 'X16',
      who: 'developer',
      title: 'A private app accepts users of its own company only',
      why: ruleOf('X16').words,
      fix: 'Make a public app for users of other companies.',
    },
  },
  {
    topics: ['implicit'],
    said: {
      id: 'LINT-012',
      who: 'developer',
      title: 'Implicit has ended; use authorization code and PKCE in a page',
      why: 'RingCentral’s guide has had no implicit flow since December 2022, and it never had a refresh token.',
      fix: 'Use authorization code with PKCE: the page needs no secret for it.',
    },
  },
];

/** What somebody tells without any text of a server: the usual cause, never surer than likely. */
export const symptom: PasteRule = (paste) => {
  if (isLog(paste.recognised.text)) return undefined;
  const found = symptoms.find(
    ({ topics, beside }) =>
      topics.every((topic) => paste.topics.has(topic)) &&
      (beside === undefined || beside.test(paste.recognised.text)),
  );
  if (!found) return undefined;
  const said = typeof found.said === 'function' ? found.said(paste) : found.said;
  const words = paste.all.flatMap((piece) => piece.words ?? []);
  const evidence = words
    .filter(({ topic }) => found.topics.includes(topic))
    .map(({ topic, range }) => ({ source: '', parameter: topic, range }));
  return finding({ certainty: 'likely', ...said, evidence });
};

import { mark } from '../guide/sample-part.ts';
import type { ProgramFile } from './program-files.ts';

/** How long a file is, as an editor counts. */
export const linesOf = (text: string): number => text.trimEnd().split('\n').length;

/** The file in which a part begins, or undefined where none has it. */
export const fileOfPart = (files: readonly ProgramFile[], part: string): ProgramFile | undefined =>
  files.find(({ text }) => text.split('\n').some((line) => mark.exec(line)?.[1] === part));

const filesTold: Readonly<Record<string, string>> = {
  oauth:
    'what your app says to RingCentral. Copy it into a project of yours: it prints nothing and knows no framework.',
  app: 'the sessions, pages and routes of this web app.',
  settings: 'reads `.env`. Your project has its own way to settings.',
};

/** What one of the three files is for, by its name in any language. */
export const fileTold = (path: string): string =>
  filesTold[path.replace(/\..*$/, '').toLowerCase()] ?? '';

/** What each part of a web app does: the same in six languages, so it is said once. */
export const webParts: readonly { part: string; title: string; text: string }[] = [
  {
    part: 'settings',
    title: 'Settings',
    text: 'From the environment, or from `.env`. RingCentral’s samples have used several names over the years: `RC_APP_*` comes first, then `RC_*`, then `RINGCENTRAL_*`. A missing one is named, in one line.',
  },
  {
    part: 'server',
    title: 'One way to the server',
    text: 'Every request goes through the same few lines: a time limit, no redirects followed with a secret in hand, and the server’s own code kept, because `OAU-146` says more than 400.',
  },
  {
    part: 'sign in',
    title: 'Begin the sign-in',
    text: 'Verifier and `state` are made for this sign-in and kept in the user’s session. The challenge, which is the verifier’s hash, goes with the browser.',
  },
  {
    part: 'callback',
    title: 'Come back',
    text: '`state` is compared before anything else is read, and a refused consent is shown as what it is. What was kept is used up, so that the Back button cannot send it again.',
  },
  {
    part: 'token',
    title: 'Exchange the code',
    text: 'From server to server: the code, the same redirect URI, the verifier, and the secret in the `Authorization` header. An app without a secret names itself in the body.',
  },
  {
    part: 'refresh',
    title: 'Refresh, once for all who wait',
    text: 'A minute before the access token ends. A refresh token works once, so requests that come at the same time share one refresh, and the new pair is stored before anybody uses it.',
  },
  {
    part: 'api',
    title: 'Call the API',
    text: 'With the token in the header. After a 401 the session is refreshed and the call is made once more, and only once: a second 401 means that the session is over.',
  },
  {
    part: 'sign out',
    title: 'Sign out',
    text: 'One token is revoked, and at the server the whole session ends with it. The user’s session here is emptied even when that fails.',
  },
  {
    part: 'sessions',
    title: 'Sessions',
    text: 'One sign-in a browser, behind a cookie that scripts cannot read. Each sign-in gets a new id, so that nobody can be made to use one that somebody knows.',
  },
  {
    part: 'pages',
    title: 'Pages',
    text: 'Plain HTML. Whatever came from outside is escaped.',
  },
];

/** The parts of a script, for both grants. */
export const scriptParts: readonly { part: string; title: string; text: string }[] = [
  {
    part: 'settings',
    title: 'Settings',
    text: 'From the environment, or from `.env`. A missing one is named, in one line.',
  },
  {
    part: 'server',
    title: 'One way to the server',
    text: 'A time limit, no redirect followed with a secret in hand, and the server’s own code in the message.',
  },
  {
    part: 'token',
    title: 'Obtain a token',
    text: 'One request, with the app’s id and secret in the `Authorization` header.',
  },
  { part: 'api', title: 'Make the first call', text: 'With the token in the header.' },
  {
    part: 'next',
    title: 'What comes next',
    text: 'The script says it too: keep the token for its hour, and use authorization code with PKCE once users sign in.',
  },
];

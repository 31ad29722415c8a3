import { mark } from '../guide/sample-part.ts';
import type { ProgramFile } from './program-files.ts';

/** How long a file is, as an editor counts. */
export const linesOf = (text: string): number => text.trimEnd().split('\n').length;

/** The file in which a part begins, or undefined where none has it. */
export const fileOfPart = (files: readonly ProgramFile[], part: string): ProgramFile | undefined =>
  files.find(({ text }) => text.split('\n').some((line) => mark.exec(line)?.[1] === part));

const filesTold: Readonly<Record<string, string>> = {
  oauth:
    'what your app says to RingCentral. Copy it into your project: it prints nothing and uses no framework.',
  app: 'the sessions, pages and routes of this web app.',
  settings: 'reads `.env`. Your project reads its settings in its own way.',
};

/** What one of the three files is for, by its name in any language. */
export const fileTold = (path: string): string =>
  filesTold[path.replace(/\..*$/, '').toLowerCase()] ?? '';

/**
 * What each part of a web app does: the same in six languages, so it is said once. The settings
 * are nothing to learn from: they stand with the whole files, folded.
 */
export const webParts: readonly { part: string; title: string; text: string }[] = [
  {
    part: 'server',
    title: 'One way to the server',
    text: 'Every request goes through the same few lines: they set a time limit, do not follow a redirect with a secret, and keep the server’s own code, because `OAU-146` says more than 400.',
  },
  {
    part: 'sign in',
    title: 'Begin the sign-in',
    text: 'The program makes a verifier and a `state` for this sign-in and keeps them in the user’s session. It sends the challenge, which is the verifier’s hash, with the browser.',
  },
  {
    part: 'callback',
    title: 'Come back',
    text: 'The program compares `state` before it reads anything else, and shows a refused consent as a refusal. It then deletes both values, so that the Back button cannot send them again.',
  },
  {
    part: 'token',
    title: 'Exchange the code',
    text: 'The server sends the code, the same redirect URI, the verifier, and the secret in the `Authorization` header. An app without a secret names itself in the body.',
  },
  {
    part: 'refresh',
    title: 'Refresh, once for all who wait',
    text: 'The program refreshes a minute before the access token ends. A refresh token works once, so requests that come at the same time share one refresh, and the program stores the new pair before anybody uses it.',
  },
  {
    part: 'api',
    title: 'Call the API',
    text: 'The program sends the token in the header. After a 401 it refreshes the session and repeats the call, but only once: a second 401 means that the session is over.',
  },
  {
    part: 'sign out',
    title: 'Sign out',
    text: 'The program revokes one token, and at the server the whole session ends. It empties the user’s session here even if that fails.',
  },
  {
    part: 'sessions',
    title: 'Sessions',
    text: 'Each browser has one sign-in, with a cookie that scripts cannot read. Each sign-in gets a new id, so that nobody can make a user continue with a known one.',
  },
  {
    part: 'pages',
    title: 'Pages',
    text: 'The pages are plain HTML. The program escapes every text from outside.',
  },
];

/** The parts of a script, for both grants. */
export const scriptParts: readonly { part: string; title: string; text: string }[] = [
  {
    part: 'server',
    title: 'One way to the server',
    text: 'The program sets a time limit, does not follow a redirect with a secret, and puts the server’s own code into the message.',
  },
  {
    part: 'token',
    title: 'Obtain a token',
    text: 'The script sends one request, with the app’s id and secret in the `Authorization` header.',
  },
  { part: 'api', title: 'Make the first call', text: 'The script sends the token in the header.' },
  {
    part: 'next',
    title: 'What comes next',
    text: 'The script says it too: keep the token for its hour, and use authorization code with PKCE if users sign in.',
  },
];

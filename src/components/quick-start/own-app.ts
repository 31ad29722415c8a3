import type { AppSettings } from '#app-settings/app.ts';
import { usualOrigin } from '#protocol/usual-origin.ts';
import type { ProgramFlow } from './languages.ts';

const fromConsole = '<from the console>';

/** A line of `.env`: what it says for the sandbox, and what for RingCentral. */
export interface ChangedLine {
  name: string;
  sandbox: string;
  ringcentral: string;
}

/** The app at RingCentral that the program of a quick start can be, and what changes with it. */
export interface OwnApp {
  settings: AppSettings;
  description: string;
  /** What the new-app link cannot set. */
  byHand: string[];
  changed: readonly ChangedLine[];
  /** What differs at RingCentral; inline code as `this`. */
  differs: readonly { name: string; text: string }[];
}

const server = {
  name: 'RC_SERVER_URL',
  sandbox: usualOrigin,
  ringcentral: 'https://platform.ringcentral.com',
};
const appOf = (clientId: string): ChangedLine[] => [
  { name: 'RC_APP_CLIENT_ID', sandbox: clientId, ringcentral: fromConsole },
  { name: 'RC_APP_CLIENT_SECRET', sandbox: `${clientId}-secret`, ringcentral: fromConsole },
];
const scopes = ['ReadAccounts', 'ReadCallLog'];

const accepted = {
  name: 'scopes',
  text: 'A token can do what the app’s scopes allow: here `ReadAccounts` and `ReadCallLog`. If a call needs another, the API refuses it: add the scope to the app, then sign in again.',
};
const https = 'RingCentral is reached by https alone.';

export const ownApps: Readonly<Record<ProgramFlow, OwnApp>> = {
  'authorization-flow': {
    settings: {
      name: 'Quick start',
      portal: 'current',
      audience: 'private',
      methods: ['three-legged'],
      platformType: 'ServerWeb',
      redirectUris: ['http://localhost:5000/oauth2callback'],
      scopes,
    },
    description: 'Signs a user in on a web server and reads the account and its call log.',
    byHand: [
      'Issue refresh tokens: Yes. It is off by default, and then your users sign in again every hour.',
      'Auth: 3-legged OAuth flow, Server-side web app, if the form does not show them chosen.',
      'Before production: the https address of your server, in place of localhost or beside it.',
    ],
    changed: [server, ...appOf('sandbox-server-web')],
    differs: [
      accepted,
      {
        name: 'role',
        text: 'Real users of your own account sign in, on RingCentral’s pages. Each needs the permission Third Party Apps Access in their role, which an administrator grants. Without it they cannot use the app.',
      },
      {
        name: 'https',
        text: `${https} Your own address may stay \`http://localhost:5000\` while you develop; in production it begins with https, and the session’s cookie becomes \`Secure\`.`,
      },
    ],
  },
  'password-flow': {
    settings: {
      name: 'Quick start, JWT',
      portal: 'current',
      audience: 'private',
      methods: ['jwt'],
      redirectUris: [],
      scopes,
    },
    description:
      'Acts as one fixed user with a JWT credential and reads the account and its call log.',
    byHand: [
      'Auth: JWT auth flow, if the form does not show it chosen.',
      'A JWT credential for the user whom the script acts for, permitted for this app.',
    ],
    changed: [
      server,
      ...appOf('sandbox-jwt'),
      { name: 'RC_USER_JWT', sandbox: '<from this page>', ringcentral: fromConsole },
    ],
    differs: [
      accepted,
      {
        name: 'role',
        text: 'The script can do what its user’s role allows. Make the credential as that user, in the console under Credentials; it is a secret like a password.',
      },
      {
        name: 'https',
        text: `${https} The script needs nothing else: nobody calls it back.`,
      },
      {
        name: 'password',
        text: 'The password script stays in the sandbox: RingCentral ended its grant on 31 March 2024.',
      },
    ],
  },
};

/** The change as a diff of `.env`. */
export const diffOf = ({ changed }: OwnApp): string =>
  (['sandbox', 'ringcentral'] as const)
    .flatMap((side) =>
      changed.map((line) => `${side === 'sandbox' ? '-' : '+'} ${line.name}=${line[side]}`),
    )
    .join('\n');

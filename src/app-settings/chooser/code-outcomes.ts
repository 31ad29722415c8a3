import { sources } from '../sources.ts';
import type { FlowOutcome, Reason } from './outcome.ts';
import { specs } from './specs.ts';

const people = { what: 'app', for: 'each', page: 'yes' } as const;
const jwtIsForOne =
  'A JWT credential acts for the one user who made it. Here each person acts as themselves.';
const withoutProof =
  'It works but has no advantage: PKCE is the same flow with two more parameters.';

const proof: Reason = {
  words: 'The proof ties the code to the app that asked for it, so a leaked code is useless.',
  source: specs.pkce,
};
const noSecret: Reason = {
  words:
    'An app that you ship cannot keep a secret. Leave the one that the console shows you out of the app.',
  source: specs.noSecret,
};
const keepRefresh: Reason = {
  words:
    'A refresh token lasts seven days, and each use returns a new one. Store the new one at once. A person who stays away longer signs in again.',
  source: sources.refreshTokens,
};
const exactUri: Reason = {
  words:
    'RingCentral compares the redirect URI character by character: register the one that you send.',
  source: sources.loginUrlParameters,
};

const ownAddress: Reason = {
  words:
    'Use localhost for trying it. For your users, register the https address of your own server in its place.',
};

const onServer = {
  methods: ['three-legged'],
  platformTypes: ['ServerWeb'],
  redirect: 'server',
} as const;

/** Outcomes in which somebody signs in on a page. */
export const codeOutcomes: readonly FlowOutcome[] = [
  {
    id: 'code-server',
    kind: 'flow',
    when: [{ ...people, runs: 'server' }],
    title: 'Authorization code with PKCE and the secret',
    lead: 'Each person signs in at RingCentral, and your server exchanges the code for tokens with its secret and the PKCE verifier.',
    flow: 'auth-code-pkce',
    settings: { ...onServer, audience: 'who', refresh: 'stay' },
    reasons: [
      {
        words: 'A server can keep a secret, so it authenticates with it.',
        source: sources.registerApp,
      },
      proof,
      {
        words: 'RFC 9700 asks every client for PKCE, even one with a secret.',
        source: specs.codeWithPkce,
      },
    ],
    notes: [exactUri, ownAddress, keepRefresh],
    ruledOut: { 'auth-code': withoutProof, jwt: jwtIsForOne },
    guide: 'flows/auth-code-pkce',
  },
  {
    id: 'code-browser',
    kind: 'flow',
    when: [{ ...people, runs: 'browser', stay: ['used', 'signed-in'] }],
    title: 'Authorization code with PKCE, without a secret',
    lead: 'Each person signs in at RingCentral, and the page exchanges the code for tokens with only the PKCE verifier.',
    flow: 'auth-code-pkce',
    settings: {
      methods: ['three-legged'],
      platformTypes: ['BrowserBased'],
      audience: 'who',
      refresh: 'stay',
      redirect: 'page',
    },
    reasons: [
      {
        words: 'Its readers can read everything in a page: it cannot keep a secret.',
        source: specs.noSecret,
      },
      proof,
      {
        words: 'The portal’s guide asks for PKCE of client-side web apps.',
        source: sources.createAppNewPortal,
      },
    ],
    notes: [
      exactUri,
      {
        words:
          'If the page runs a stranger’s script, that script can read the tokens. If your server stands in between, the tokens never reach the page.',
        source: specs.noImplicit,
      },
      keepRefresh,
    ],
    ruledOut: {
      'auth-code':
        'Without the proof, anybody with a leaked code gets a token: this app cannot keep a secret.',
      jwt: 'A JWT credential in a page is a password for everybody who opens it.',
    },
    guide: 'flows/auth-code-pkce',
  },
  {
    id: 'code-browser-server',
    kind: 'flow',
    when: [{ ...people, runs: ['browser', 'extension'], stay: 'nobody' }],
    title: 'Authorization code with PKCE, on your own server',
    lead: 'A page does nothing once it is closed. Let your own server exchange the code and keep the session; the page asks that server.',
    flow: 'auth-code-pkce',
    settings: { ...onServer, audience: 'who', refresh: true },
    reasons: [
      { words: 'If your app works while nobody is there, it needs a server.' },
      {
        words: 'A server keeps the refresh token, and renews it before its seven days end.',
        source: sources.refreshTokens,
      },
      proof,
    ],
    notes: [exactUri, ownAddress, keepRefresh],
    ruledOut: { 'auth-code': withoutProof, jwt: jwtIsForOne },
    guide: 'flows/auth-code-pkce',
  },
  {
    id: 'code-extension',
    kind: 'flow',
    when: [{ ...people, runs: 'extension', stay: ['used', 'signed-in'] }],
    title: 'Authorization code with PKCE, by the browser’s identity API',
    lead: 'The extension lets the browser open the sign-in, gets the answer’s address back, and exchanges the code for tokens with only the PKCE verifier.',
    flow: 'auth-code-pkce',
    settings: {
      methods: ['three-legged'],
      platformTypes: ['BrowserBased'],
      audience: 'who',
      refresh: 'stay',
      redirect: 'extension',
    },
    reasons: [
      {
        words: 'Its users have the extension’s code, so it cannot keep a secret.',
        source: specs.noSecret,
      },
      proof,
      {
        words:
          'launchWebAuthFlow opens the sign-in in a window and gives the extension the address at which it ended.',
        source: specs.extensionSignIn,
      },
    ],
    notes: [
      exactUri,
      {
        words:
          'The address follows from the extension’s id, which differs between your machine, the store and Firefox: fix the id in the manifest, and register each address.',
        source: specs.extensionRedirect,
      },
      {
        words:
          'No source names an app type for extensions. A client-side web app signs in without a secret.',
      },
      keepRefresh,
    ],
    ruledOut: {
      'auth-code':
        'Without the proof, anybody with a leaked code gets a token: this app cannot keep a secret.',
      jwt: 'A JWT credential in an extension is a password for everybody who installs it.',
    },
    guide: 'flows/auth-code-pkce',
  },
  {
    id: 'code-phone',
    kind: 'flow',
    when: [{ ...people, runs: 'phone' }],
    title: 'Authorization code with PKCE, in the system browser',
    lead: 'The app opens the phone’s own browser for the sign-in, and comes back by its own redirect URI. Make one app for iOS and one for Android.',
    flow: 'auth-code-pkce',
    settings: {
      methods: ['three-legged'],
      platformTypes: ['MobileIOS', 'MobileAndroid'],
      audience: 'who',
      refresh: 'stay',
      redirect: 'phone',
    },
    reasons: [
      noSecret,
      proof,
      {
        words: 'In the system browser the app never sees the password, and single sign-on works.',
        source: specs.nativeBrowser,
      },
    ],
    notes: [
      {
        words:
          'Use your domain name in reverse as the scheme; an https address that the app has claimed is better.',
        source: specs.privateScheme,
      },
      exactUri,
      keepRefresh,
    ],
    ruledOut: {
      'auth-code':
        'Another app can claim the same scheme and catch the code. Without the proof it could use it.',
      jwt: 'A JWT credential in an app that is shipped is a password for everybody who has the app.',
    },
    guide: 'flows/auth-code-pkce',
  },
  {
    id: 'code-desktop',
    kind: 'flow',
    when: [{ ...people, runs: 'desktop' }],
    title: 'Authorization code with PKCE, in the system browser',
    lead: 'The program opens the system’s browser for the sign-in and listens on a loopback port for the answer. Make one app for Windows and one for Mac.',
    flow: 'auth-code-pkce',
    settings: {
      methods: ['three-legged'],
      platformTypes: ['DesktopWindows', 'DesktopMac'],
      audience: 'who',
      refresh: 'stay',
      redirect: 'desktop',
    },
    reasons: [
      noSecret,
      proof,
      {
        words: 'In the system browser the program never sees the password.',
        source: specs.nativeBrowser,
      },
    ],
    notes: [
      {
        words:
          'RFC 8252 lets a native app choose its port as it starts. RingCentral compares verbatim, so register the port that you use, and a second one for when it is taken.',
        source: specs.loopback,
      },
      keepRefresh,
    ],
    ruledOut: {
      'auth-code':
        'Another program can listen on the port and catch the code. Without the proof it could use it.',
      jwt: 'A JWT credential in a program that is shipped is a password for everybody who has it.',
    },
    guide: 'flows/auth-code-pkce',
  },
  {
    id: 'code-once',
    kind: 'flow',
    when: [{ what: 'app', for: 'each', page: 'no', few: 'no' }],
    title: 'A one-time sign-in page, with authorization code and PKCE',
    lead: 'Put one page on your server and send each person its link once. After that the server keeps the session alive.',
    flow: 'auth-code-pkce',
    settings: { ...onServer, audience: 'who', refresh: true },
    reasons: [
      {
        words:
          'A JWT credential for each of many people has to be made by hand, one by one, in the console.',
        source: sources.jwtConfigure,
      },
      {
        words:
          'One sign-in gives you a refresh token, and each refresh gives you the next. The session continues until the user, an administrator’s time limit, a new password or the limit of sessions ends it.',
        source: sources.tokens,
      },
      proof,
    ],
    notes: [exactUri, ownAddress, keepRefresh],
    ruledOut: {
      'auth-code': withoutProof,
      jwt: 'Every person would have to make a credential in the console and give it to you.',
    },
    guide: 'flows/auth-code-pkce',
  },
  {
    id: 'customers-code',
    kind: 'flow',
    when: [{ what: 'app', for: 'customers', admin: 'yes' }],
    title: 'Authorization code with PKCE, once for each customer',
    lead: 'An administrator of each customer signs in once on your page. Your job keeps that session alive.',
    flow: 'auth-code-pkce',
    settings: { ...onServer, audience: 'public', refresh: true },
    reasons: [
      { words: 'Accounts of other companies need a public app.', source: sources.registerApp },
      {
        words: 'The administrator consents on a page, and nobody has to copy a secret.',
      },
      proof,
    ],
    notes: [exactUri, ownAddress, keepRefresh],
    ruledOut: {
      'auth-code': withoutProof,
      jwt: 'It works, but every customer would have to make a credential that lists your client id.',
    },
    guide: 'flows/auth-code-pkce',
  },
];

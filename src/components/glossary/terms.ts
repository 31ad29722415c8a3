/** One word of the house, or of RingCentral, that a reader may not know. */
export interface Term {
  /** Its anchor on the glossary. */
  id: string;
  name: string;
  /** What it means. May hold inline code, written `like this`. */
  text: string;
  /** Where more of it stands. */
  more?: { label: string; href: string };
  /** How prose writes it. The first time on a page it becomes a link; a term without one never does. */
  written?: RegExp;
}

const more = (label: string, href: string) => ({ label, href });

/**
 * The glossary, and what pages link to it. One entry a meaning: a word that prose uses in two ways has
 * a pattern that matches the one that is meant here.
 */
export const terms: readonly Term[] = [
  {
    id: 'access-token',
    name: 'access token',
    text: 'A text that your app sends with each call of the API. It represents one user and one app, and ends after an hour at the latest.',
    more: more('Call the API with a token', '/guides/call-the-api/'),
  },
  {
    id: 'account',
    name: 'account',
    text: 'A company with all its users, phone numbers and devices at RingCentral. In a path of the API `~` stands for the account of the token.',
  },
  {
    id: 'administrator',
    name: 'administrator',
    text: 'A person who manages an account in RingCentral’s Admin Portal and decides which role each user has.',
    more: more('For administrators', '/guides/for-administrators/'),
  },
  {
    id: 'app-scope',
    name: 'app scope',
    text: 'A permission of the app, such as `ReadCallLog`. You set it on the app in the developer console. RingCentral’s guide also calls it an application permission.',
    more: more('Scopes', '/reference/scopes/'),
    written: /(?<![-\w])app scopes?(?![-\w])/,
  },
  {
    id: 'audience',
    name: 'audience',
    text: 'Who may sign in to the app. A private app accepts users of its own account only. A public app accepts users of every account.',
    more: more('Create an app', '/guides/create-an-app/'),
  },
  {
    id: 'classic-portal',
    name: 'classic portal',
    text: 'This site’s name for RingCentral’s developer portals before August 2021. There an application type and a platform type decide which flows an app may use.',
    more: more('App settings', '/reference/app-settings/'),
    written: /(?<![-\w])classic portals?(?![-\w])/,
  },
  {
    id: 'client',
    name: 'client, client id, client secret',
    text: 'OAuth calls the app a client. The client id is its public name, the client secret its password. An app that runs in a browser, on a phone or on a desktop cannot keep a secret.',
  },
  {
    id: 'code',
    name: 'authorization code',
    text: 'A short-lived text that your app receives by the redirect and exchanges for tokens. It works once, and RingCentral’s sample gives it 60 seconds.',
    more: more('Authorization code with PKCE', '/flows/auth-code-pkce/'),
  },
  {
    id: 'consent',
    name: 'consent',
    text: 'The page on which a user allows an app or refuses it. It follows the sign-in and lists the app scopes.',
  },
  {
    id: 'current-portal',
    name: 'current portal',
    text: 'RingCentral’s developer console since August 2021. You choose a method for the app there: 3-legged OAuth or JWT.',
    more: more('App settings', '/reference/app-settings/'),
    written: /(?<![-\w])current portal(?![-\w])/,
  },
  {
    id: 'developer-sandbox',
    name: 'developer sandbox',
    text: 'RingCentral’s former test environment, `platform.devtest.ringcentral.com`, with separate accounts and credentials. RingCentral’s guide dropped it between 2024 and 2025.',
    more: more('From sandbox to RingCentral', '/guides/from-sandbox-to-ringcentral/'),
    written: /(?<![-\w])developer sandbox(?![-\w])/,
  },
  {
    id: 'envelope',
    name: 'envelope',
    text: 'The form of an error’s JSON body. RingCentral sends `error`, `error_description` and a list `errors` with its own codes; RFC 6749 knows only the first two.',
    more: more('Errors', '/reference/errors/'),
    written: /(?<![-\w])envelopes?(?![-\w])/,
  },
  {
    id: 'exchange',
    name: 'exchange',
    text: 'As a noun: one HTTP request with its response, as the playground, the console and the diagnoser show it. As a verb: to send a code, a credential or a refresh token and receive tokens.',
  },
  {
    id: 'extension',
    name: 'extension',
    text: 'RingCentral’s word for a user, and for everything else in an account that has its own number: a department, a menu, a bot. In a path of the API `~` stands for the extension that the token belongs to.',
    written: /(?<!(?:Chrome|browser|Google|own) )(?<![-\w.])[Ee]xtensions?(?![-\w])/,
  },
  {
    id: 'grace',
    name: 'grace',
    text: 'The time in which a refresh token that was already used still works and returns the same new pair: up to 60 minutes while nobody has used the new access token, about ten seconds after that.',
    more: more(
      'Keep a session alive',
      '/guides/keep-a-session-alive/#what-the-server-does-with-the-old-pair',
    ),
    written: /(?<![-\w])grace(?![-\w])/,
  },
  {
    id: 'grant',
    name: 'grant',
    text: 'What an app sends to get tokens: an authorization code, a JWT credential, a refresh token or, until March 2024, a password. `grant_type` names it in the request.',
    written: /(?<=\b(?:the|password|bearer|that|this|refused|code) )grants?(?![-\w])/,
  },
  {
    id: 'jwt-credential',
    name: 'JWT credential',
    text: 'A signed text that a user makes in the developer console. Anyone who has it and a permitted app’s client id and secret can get tokens for that user. It is not an access token.',
    more: more('JWT', '/flows/jwt/'),
    written: /(?<![-\w])JWT credentials?(?![-\w])/,
  },
  {
    id: 'method',
    name: 'method',
    text: 'In the current portal: how an app signs in, 3-legged OAuth or JWT. Not the HTTP method.',
  },
  {
    id: 'pkce',
    name: 'PKCE, verifier, challenge',
    text: 'Proof Key for Code Exchange. Your app makes a random verifier for each sign-in and sends its hash, the challenge, first. The verifier at the end proves that the app that finishes the sign-in is the one that started it.',
    more: more('Authorization code with PKCE', '/flows/auth-code-pkce/'),
  },
  {
    id: 'platform-type',
    name: 'platform type',
    text: 'In the classic portals: where the app runs, for example Server/Web or Browser-based. In the current portal an app with 3-legged OAuth still has one.',
    more: more('App settings', '/reference/app-settings/'),
    written: /(?<![-\w])platform types?(?![-\w])/,
  },
  {
    id: 'policy',
    name: 'policy',
    text: 'The choices that the RFCs leave to a server, as settings of the sandbox: how long a code lasts, whether it accepts plain PKCE, how it replaces refresh tokens.',
    more: more('Console', '/console/'),
  },
  {
    id: 'preset',
    name: 'preset',
    text: 'A whole policy with one name. `ringcentral` answers as RingCentral did with all flows on, `ringcentral-today` without the two that ended, `strict` as RFC 9700 asks.',
    more: more('Console', '/console/'),
    written: /(?<![-\w])presets?(?![-\w])/,
  },
  {
    id: 'redirect-uri',
    name: 'redirect URI',
    text: 'The address at which your app receives the answer of the sign-in. You register it on the app, and RingCentral compares it character by character.',
    more: more('Create an app', '/guides/create-an-app/'),
  },
  {
    id: 'refresh-token',
    name: 'refresh token',
    text: 'A text with which your app gets a new access token without the user. It works once, and each answer has the next one.',
    more: more('Refresh token', '/flows/refresh-token/'),
  },
  {
    id: 'rotation',
    name: 'rotation',
    text: 'Each refresh replaces the refresh token. The sandbox’s policy can rotate with RingCentral’s grace period, without it, or not at all.',
    more: more('Keep a session alive', '/guides/keep-a-session-alive/'),
    written: /(?<![-\w])[Rr]otation(?![-\w])/,
  },
  {
    id: 'rule-book',
    name: 'rule book',
    text: 'The rules by which this site says which flow an app’s settings allow. Each has a number such as X12, its source and how sure it is. The sandbox enforces them.',
    more: more('App settings', '/reference/app-settings/#the-rules'),
    written: /(?<![-\w])rule book(?![-\w])/,
  },
  {
    id: 'sandbox',
    name: 'sandbox',
    text: 'The authorization server that is part of this site. It runs on the computer that serves the site or in your tab, its users are made up, and it does not know RingCentral’s accounts.',
    more: more('Playground', '/playground/'),
  },
  {
    id: 'service-user',
    name: 'service user',
    text: 'A user that you make for a program and not for a person. A script that uses a JWT credential acts as such a user, so give its role no more than the script needs.',
    more: more('JWT', '/flows/jwt/'),
    written: /(?<![-\w])service users?(?![-\w])/,
  },
  {
    id: 'session',
    name: 'session',
    text: 'All tokens that come from one sign-in: its access tokens and refresh tokens. RingCentral usually keeps five sessions for a user and an app. If your app revokes one token, the session ends.',
    more: more('Keep a session alive', '/guides/keep-a-session-alive/'),
  },
  {
    id: 'state',
    name: 'state',
    text: 'A random value that your app sends with the authorization request and gets back with the answer. If it differs, somebody else started that sign-in.',
    more: more('Security', '/guides/security/'),
  },
  {
    id: 'stated',
    name: 'stated, observed, inferred',
    text: 'How sure a statement of this site is. Stated: a source says it. Observed or recorded: somebody kept an answer that shows it. Inferred: we concluded it from the sources.',
    more: more('About', '/about/'),
  },
  {
    id: 'strict',
    name: 'strict',
    text: 'The preset of the sandbox that follows RFC 9700, the current practice for OAuth security, instead of RingCentral.',
    more: more('Security', '/guides/security/'),
  },
  {
    id: 'user-permission',
    name: 'user permission',
    text: 'What the role of a user allows, such as `ReadCallLog` or `ThirdPartyAppAccess`. An administrator sets it. A call needs both the app scope and the user permission.',
    more: more('Scopes', '/reference/scopes/#app-scope-or-user-permission'),
    written: /(?<![-\w])user permissions?(?![-\w])/,
  },
  {
    id: 'verdict',
    name: 'verdict',
    text: 'The answer to one question, as a shape and a word: allowed, warning, refused or not known. A flow has two: at RingCentral today, and by the settings of the app.',
    more: more('Checker', '/checker/'),
    written: /(?<![-\w])[Vv]erdicts?(?![-\w])/,
  },
];

import { type Draft, finding } from '../../finding.ts';
import { type RaisedId, type RaisedKind, raisedTable } from '../../recognise/raised/table.ts';
import { forbiddenBy } from '../../rules/forbidden-by.ts';
import { howToGet } from '../how-to-get.ts';
import type { PasteCase, PasteRule } from '../paste-case.ts';

type Said = Draft & { lacks?: string };

const noRefreshTokens = (paste: PasteCase, certainty: Draft['certainty']): Said => {
  const { settings } = paste.beside;
  const off = settings && forbiddenBy(settings, 'refresh-token');
  if (off) {
    const { changes, ...words } = off;
    return {
      ...words,
      who: 'developer',
      why: `${words.why} So the last answer had no refresh token, and the session ends with the access token, after one hour.`,
      setting: { rule: words.id, clientId: '', changes },
    };
  }
  return {
    id: 'LINT-216',
    who: 'developer',
    title: 'The app gets no refresh token, so each session ends after an hour',
    ...(certainty ? { certainty } : {}),
    why: 'An access token lasts one hour. RingCentral issues refresh tokens only if “Issue refresh tokens” is on; implicit has none.',
    fix: 'Turn “Issue refresh tokens” on in the app’s settings, sign in again, and refresh before the hour is over.',
    lacks:
      'Whether the answer to the login has a refresh_token, and what “Issue refresh tokens” shows in the app’s settings.',
  };
};

const nobodySignedIn: Said = {
  id: 'LINT-216',
  who: 'developer',
  title: 'The SDK has no session: nobody has signed in yet',
  certainty: 'likely',
  why: 'The SDK looked for its own token, found none and said so itself, without a request. Before the first login that is normal.',
  fix: 'Call login (authorize) first, wait for its end, and only then call the API. At page load ask whether somebody is signed in (`loggedIn()`) before you call.',
};

function noSession(paste: PasteCase, id: RaisedId): Said {
  const { topics, recognised, all, beside } = paste;
  const isOff = beside.settings && forbiddenBy(beside.settings, 'refresh-token') !== undefined;
  if (id === 'refresh token missing' && isOff) return noRefreshTokens(paste, 'certain');
  if (topics.has('logged out after an hour') || topics.has('no refresh token')) {
    return noRefreshTokens(paste, 'likely');
  }
  if (topics.has('logged out after days')) {
    return {
      id: 'OAU-210',
      who: 'developer',
      title: 'The refresh token’s week is over',
      certainty: 'likely',
      why: 'A refresh token lasts seven days from the last refresh, and nothing used the session in that time. The SDK saw this by its clock and sent nothing.',
      fix: 'Sign in again; then refresh in the background at least once a week. Use a JWT for a program that runs by itself.',
    };
  }
  const calls = all.flatMap(({ source }) => source?.calls ?? []);
  const isAtLoad = /page load|at load|on load|before (?:any|some|the|I|we|anybody)|at start/i.test(
    recognised.text,
  );
  const hasNoLogin =
    calls.some(({ name }) => /(?:get|post|put|delete|send)$/i.test(name)) &&
    !calls.some(({ name }) => /login|authorize/i.test(name));
  if (isAtLoad || hasNoLogin) {
    return isAtLoad ? { ...nobodySignedIn, who: 'nobody' } : nobodySignedIn;
  }
  return {
    id: 'LINT-216',
    who: 'developer',
    title: 'The SDK said this by itself, without a request to the server',
    certainty: 'cannot tell',
    why: 'It looked for its own tokens: nobody has signed in yet, or the login failed and its answer was not kept, or the app gets no refresh token, or seven days passed.',
    fix: 'Sign in again, and print the answer of the login.',
    lacks: `Whether login was called before and what it answered (its body), whether that answer has a refresh_token, where the tokens are stored, and how long after the login this comes. ${howToGet(paste.clients)}`,
  };
}

const noAnswer = (title: string, why: string, fix: string): Said => ({
  id: 'LINT-184',
  who: 'administrator',
  title,
  certainty: 'certain',
  why: `${why} No answer came back, so neither the app’s settings nor its secrets are the reason.`,
  fix,
});

const certificate = noAnswer(
  'The program does not trust the certificate that it got',
  'A proxy or a firewall on the way shows its own certificate instead of RingCentral’s.',
  'Add the proxy’s certificate authority to those that the program trusts, or let its traffic to platform.ringcentral.com pass unchanged. Do not switch verification off.',
);
const name = noAnswer(
  'The name of the server could not be resolved',
  'DNS on this machine does not know the host: no network, a proxy that has to be set, or a mistyped name.',
  'Look the host up on the same machine (`nslookup platform.ringcentral.com`), and open it in firewall and proxy.',
);
const network = noAnswer(
  'The request did not reach the server',
  'The network on this machine let no connection through: a firewall, a proxy that has to be set, or no network at all.',
  'Try `curl -i https://platform.ringcentral.com/restapi` on the same machine, and open the host in firewall and proxy.',
);
const tls: Said = {
  ...noAnswer(
    'The program and the server could not agree on TLS',
    'RingCentral accepts TLS 1.2 and newer; an older .NET or Java offers TLS 1.0.',
    'Use a newer runtime, or switch TLS 1.2 on: `ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12`.',
  ),
  who: 'developer',
  certainty: 'likely',
};

/** A page is not told why: the network, or a server that does not allow it. */
const unsaid: Said = {
  ...network,
  who: 'developer',
  title: 'The browser got no answer that it may show, and does not say why',
  certainty: 'likely',
  why: 'Either no answer came (network, DNS, a blocker), or the server does not allow this page to read the answer (CORS). The console prints which, beside this.',
  fix: 'Look at the request in the Network list, and try the same one with curl: if that works, it is CORS or a blocker in the browser.',
  lacks:
    'What the browser’s console prints beside it, the whole address, and the status in the Network list.',
};
const isUnsaid = new Set<RaisedId>(['browser: fetch', 'browser: fetch (Firefox)', 'fetch failed']);

const byName = new Set<RaisedId>([
  'name not found',
  'name lookup failed',
  'name not known (Python)',
  'name not found (Python)',
  'unknown host (Java)',
  'name not resolved (.NET)',
  'no such host (.NET)',
  'name not resolved (curl)',
  'browser: no address',
]);

/** A name that is nearly RingCentral's host, and is not. */
const misspeltHost = (text: string): string | undefined =>
  text
    .match(/(?<![\w.@-])[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}/g)
    ?.find(
      (host) =>
        /^(?:[\w-]{1,40}\.)?ring-?centr?al?e?(?=\.|[a-z]{0,3}\.)/i.test(host) &&
        !/(?:^|\.)ringcentral\.(?:com|biz)$/i.test(host) &&
        !/^com\./i.test(host),
    );

/** What libraries of TLS say of a certificate that nobody vouches for. */
const untrusted =
  /PKIX path|unable to (?:find valid certification path|get local issuer)|self[- ]signed certificate|CERTIFICATE_VERIFY_FAILED|certificate (?:verify failed|signed by unknown authority)|UNABLE_TO_VERIFY|UntrustedRoot/i;

/** Whose connection failed is told where the message names the host. */
const namesHost = (text: string): boolean => /ringcentral\.(?:com|biz|co\.uk|eu)\b/i.test(text);

/** The connection may have stood, and its answer have been late or lost. */
const mayHaveArrived = /time|reset|hang up|aborted|unknown error|eof/i;

const noHost = 'The host and the port that the program tried to reach.';

function unanswered(paste: PasteCase, id: RaisedId): Said | undefined {
  const said = withoutAnswer(paste, id);
  const isOpen = !namesHost(paste.recognised.text) || mayHaveArrived.test(id);
  return said && isOpen && said.certainty === 'certain'
    ? { ...said, certainty: 'likely', lacks: noHost }
    : said;
}

function withoutAnswer({ recognised: { text } }: PasteCase, id: RaisedId): Said | undefined {
  if (/devtest/i.test(text)) {
    return {
      id: 'LINT-050',
      who: 'developer',
      title: 'The program sends to platform.devtest.ringcentral.com, the former developer sandbox',
      certainty: 'likely',
      why: 'RingCentral closed its developer sandbox; make and use apps in production.',
      fix: 'Send to https://platform.ringcentral.com, with client id and secret of an app from the production console.',
    };
  }
  const meant = byName.has(id) ? misspeltHost(text) : undefined;
  if (meant !== undefined) {
    return {
      id: 'LINT-050',
      who: 'developer',
      title: `The host is written \`${meant}\`: no server has that name`,
      certainty: 'likely',
      why: 'RingCentral’s host is platform.ringcentral.com (platform.ringcentral.biz for AT&T and Verizon). DNS knows no other spelling, so no request was sent.',
      fix: 'Write https://platform.ringcentral.com as the server’s address.',
    };
  }
  if (id.startsWith('certificate') || untrusted.test(text)) return certificate;
  if (id.startsWith('TLS')) return tls;
  if (id === 'browser: provisional headers') {
    return {
      id: 'LINT-184',
      who: 'nobody',
      title: 'The browser shows provisional headers: no answer arrived',
      certainty: 'cannot tell',
      why: 'The request was blocked, answered from a cache or never sent, so these headers did not go out.',
      lacks:
        'What the browser’s console prints beside the request, its status in the Network list, and its Response if there is one.',
    };
  }
  if (isUnsaid.has(id)) return unsaid;
  return byName.has(id) ? name : network;
}

const stateDiffers: Said = {
  id: 'LINT-111',
  who: 'developer',
  title: 'The library stopped: the returned `state` is not the one of this session',
  certainty: 'likely',
  why: 'Another session kept it: the cookie was lost on the way back (SameSite, or localhost and 127.0.0.1 mixed), two tabs signed in, or the callback was opened twice. The check guards against another person’s link.',
  fix: 'Begin and end the sign-in on one host name, give the session’s cookie SameSite=Lax, and sign in again.',
  lacks:
    'The address where the sign-in began and the one where it came back, secrets taken out, and whether the session’s cookie is among the headers of the callback.',
};

const texts: Partial<Record<RaisedId, Said>> = {
  'state differs (Socialite)': stateDiffers,
  'state differs (oauthlib)': stateDiffers,
  'state differs (OmniAuth)': stateDiffers,
  'state differs (Passport)': stateDiffers,
  'state differs (oidc-client-ts)': stateDiffers,
  'state differs (Spring)': stateDiffers,
  'state differs (oauth4webapi)': stateDiffers,
  'redirect unreadable': {
    id: 'LINT-113',
    who: 'developer',
    title: 'The SDK got an address without an answer',
    certainty: 'likely',
    why: 'It reads code or error from the text that you pass. In the code flow the answer is in the query, `location.search`; `location.hash` is empty then.',
    fix: 'Call `parseLoginRedirect(window.location.search)` (the query); `location.hash` is only for implicit, which has ended.',
  },
  'no code or token': {
    id: 'LINT-113',
    who: 'developer',
    title: 'The answer of the sign-in has neither a code nor a token',
    certainty: 'likely',
    why: 'The SDK got an address without `code`: the page at the redirect URI passed another address, or a popup was closed too early.',
    fix: 'Pass the whole query (`location.search`) of the redirect URI’s page to the SDK.',
    lacks: 'The whole address at which the popup or page ended, secrets taken out.',
  },
  'malformed answer': {
    id: 'LINT-220',
    who: 'developer',
    title: 'The answer to the refresh is not from a token endpoint',
    certainty: 'likely',
    why: 'The SDK found no access_token in it. Your own proxy has to pass the answer on unchanged, with access_token, refresh_token and the status.',
    fix: 'Look at the body of that answer, and pass RingCentral’s answer through unchanged.',
  },
  'popup blocked': {
    id: 'LINT-113',
    who: 'user',
    title: 'The browser blocked the pop-up of the sign-in',
    why: 'A browser opens a window only at the moment when the user presses something.',
    fix: 'Allow pop-ups for this site; in the program open the window in the click itself, before you wait for anything, or redirect the whole page.',
  },
  'PKCE with implicit': {
    id: 'LINT-012',
    who: 'developer',
    title: 'PKCE and implicit exclude each other',
    why: 'PKCE belongs to the authorization code flow; implicit has no code to protect, and has ended.',
    fix: 'Call `loginUrl({ usePKCE: true })` without `implicit`.',
  },
  'client id missing': {
    id: 'LINT-010',
    who: 'developer',
    title: 'The SDK got no client id',
    why: 'The option is `clientId`, with a capital I; a variable that is not set is empty.',
    fix: 'Print the length of the client id where you create the SDK; it must not be 0.',
  },
  'unsupported flow': {
    id: 'LINT-156',
    who: 'developer',
    title: 'This version of the SDK has no password login',
    why: 'RingCentral ended the password flow for every app on 31 March 2024 (X12), and the SDK removed it: it refuses without a request.',
    fix: 'Sign in with a JWT: `authorize({ jwt })`; or let the user sign in: `authorize({ code, redirect_uri, code_verifier })`.',
  },
  'setting missing': {
    id: 'LINT-173',
    who: 'developer',
    title: 'The SDK lacks a value that it needs',
    why: 'The environment variable in the message is not set, or the program did not read the file that sets it.',
    fix: 'Set it, or load the .env file before you create the SDK.',
  },
  'credentials missing': {
    id: 'LINT-155',
    who: 'developer',
    title: 'login() was called without anything to sign in with',
    why: 'It needs a code or a JWT. A variable that is not set is empty.',
    fix: 'Print the length of what you pass; it must not be 0. `platform.login(jwt=…)` for a program.',
  },
  'login_url without urllib': {
    id: 'LINT-220',
    who: 'developer',
    title: 'login_url() of this SDK fails because of its own defect',
    why: 'The library uses `urllib` in platform.py and does not import it: login_url() always raises, whatever you pass.',
    fix: 'Build the authorize address yourself with urllib.parse.urlencode, or `import urllib.parse` into that module before the call, until the SDK is corrected.',
  },
  'lifetime is no number': {
    id: 'LINT-219',
    who: 'developer',
    title: 'expires_in came as a text, and the SDK adds it to a number',
    why: 'In RFC 6749 expires_in is a number. RingCentral sends one; a mock server or a proxy sent a text.',
    fix: 'Let the server that answers send `"expires_in": 3600` without quotes.',
  },
  'embedded browser': {
    id: 'LINT-0A1',
    who: 'developer',
    title: 'The sign-in runs in a WebView, and providers refuse that',
    certainty: 'likely',
    why: 'An app can read everything in its own web view, so Google and others refuse to sign in there (RFC 8252).',
    fix: 'Open the sign-in in the system browser: Custom Tabs on Android, ASWebAuthenticationSession on iOS.',
  },
  'protocol (curl)': {
    id: 'LINT-002',
    who: 'developer',
    title: 'Windows’ shell does not know single quotes',
    why: "It passes them to curl as part of the address, so curl looks for a protocol “'https”. At & it begins another command.",
    fix: 'Write double quotes ("…") around each value, or run the line in a POSIX shell.',
  },
  'not recognized (cmd)': {
    id: 'LINT-002',
    who: 'developer',
    title: 'Windows’ shell cut the command at &',
    certainty: 'likely',
    why: 'Without double quotes & begins another command; single quotes do not help.',
    fix: 'Write double quotes ("…") around each value.',
  },
};

const blocked: Said = {
  id: 'LINT-184',
  who: 'developer',
  title: 'The browser does not show the answer to the page (CORS)',
  certainty: 'likely',
  why: 'A page may not read an answer without Access-Control-Allow-Origin. A path without /restapi/v1.0 gets one, and so does a call that only a server may make.',
  fix: 'Write the whole path, /restapi/v1.0/…, and let a page sign in with authorization code and PKCE. A public CORS proxy would read your tokens.',
  lacks: 'The method and the whole address of the request, and its status in the Network list.',
};

const noToken: Said = {
  id: 'LINT-216',
  who: 'developer',
  title: 'The program calls the API before it has signed in',
  certainty: 'likely',
  why: 'There is no token yet: login (authorize) was not called, did not end yet, or failed unseen.',
  fix: 'Call authorize or login first, wait for it, and print its error.',
};

const hidden = (paste: PasteCase): Said => ({
  id: 'LINT-220',
  who: 'nobody',
  title: 'The library that printed this hides the server’s answer',
  certainty: 'cannot tell',
  why: 'The exception has no text of the server: the library hides the answer, so it does not say which refusal it was. There is nothing to judge.',
  fix: 'Update the library, and print the answer’s body where you catch the exception.',
  lacks: `The status and the body of the server’s answer (its message and errorCode), from the log or the Network list of the console. ${howToGet(paste.clients)}`,
});

const unreadable: Said = {
  id: 'LINT-220',
  who: 'developer',
  title: 'The answer is not JSON: another server or page answered',
  certainty: 'likely',
  why: 'A login page, a proxy or a wrong address answers with HTML, and the program read it as JSON.',
  fix: 'Print the status and the first lines of the body, and compare the address with https://platform.ringcentral.com/restapi/oauth/token.',
  lacks: 'The status and the first lines of the body, and the address of the request.',
};

const byKind: Record<RaisedKind, (paste: PasteCase, id: RaisedId) => Said | undefined> = {
  'no session': noSession,
  'no token': () => noToken,
  'no answer': unanswered,
  'refused by the browser': () => blocked,
  'answer unreadable': () => unreadable,
  'answer hidden': hidden,
  use: () => undefined,
  library: () => undefined,
};

/** What says more goes first: a cause before "no answer came" before "the answer is hidden". */
const order: RaisedKind[] = [
  'use',
  'library',
  'no token',
  'no session',
  'answer unreadable',
  'refused by the browser',
  'no answer',
  'answer hidden',
];

/** What libraries say of a state that came back as another one, or of the cookie that kept it. */
const stateSaid =
  /\bstate[ _-]?(?:mismatch|parameter (?:mismatch|is (?:invalid|missing))|does(?: not|n['’]t) match|cookie (?:was )?(?:missing|not found)|not found|verification failed|validation failed)\b|\b(?:invalid|unexpected|bad|missing|wrong)[ _-]state\b(?! of| code)|\bStateMismatch\w*|\bcheck(?:ed|s)? (?:the )?state\b[^\n]{0,30}\bfail/i;

/** What a program says itself, where no server did: which it is, and what it takes to know more. */
export const raised: PasteRule = (paste) => {
  const pieces = paste.recognised.pieces.filter((piece) => piece.raised !== undefined);
  const placed = pieces.flatMap(({ raised: id, range }) => (id ? [{ id, range }] : []));
  const sorted = placed.toSorted(
    (one, other) =>
      order.indexOf(raisedTable[one.id].kind) - order.indexOf(raisedTable[other.id].kind) ||
      +(other.id in texts) - +(one.id in texts),
  );
  for (const { id, range } of sorted) {
    const said = texts[id] ?? byKind[raisedTable[id].kind](paste, id);
    if (said) {
      return finding({
        evidence: [{ source: '', parameter: raisedTable[id].text, range }],
        ...said,
      });
    }
  }
  const page = paste.exchanges.find(
    ({ one: { exchange, unknown } }) =>
      unknown?.includes('request') && /^\s*<(?:!doctype|html)/i.test(exchange.response?.body ?? ''),
  );
  const said = stateSaid.exec(paste.recognised.text);
  if (said) {
    const range = { from: said.index, to: said.index + said[0].length };
    return finding({ evidence: [{ source: '', parameter: 'state', range }], ...stateDiffers });
  }
  return (
    page &&
    finding({ evidence: [{ source: '', parameter: '<', range: page.range }], ...unreadable })
  );
};

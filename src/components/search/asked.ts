/**
 * What readers ask in words of their own, and where the answer stands. Words only: order, endings and
 * small words do not count, and a few more words do no harm.
 */
export interface Asked {
  title: string;
  section?: string;
  url: string;
  /** One way to ask each. */
  asked: readonly string[];
}

export const asked: readonly Asked[] = [
  {
    title: 'Certify your program',
    url: '/certify/',
    asked: ['test my program', 'check my own client', 'does my program handle errors', 'certify'],
  },
  {
    title: 'The sandbox’s control API',
    section: 'Faults on demand',
    url: '/reference/control-api/#faults-on-demand',
    asked: [
      'simulate an error',
      'fault injection',
      'provoke a 429',
      'simulate rate limit',
      'chaos',
    ],
  },
  {
    title: 'Errors',
    section: 'OAU-153',
    url: '/reference/errors/#oau-153',
    asked: [
      'app registered in another environment',
      'client id of another environment',
      'wrong client id',
      'unknown app',
    ],
  },
  {
    title: 'Errors',
    section: 'OAU-146',
    url: '/reference/errors/#oau-146',
    asked: ['wrong client secret', 'secret refused', 'secret of another app'],
  },
  {
    title: 'Errors',
    section: 'OAU-109',
    url: '/reference/errors/#oau-109',
    asked: ['redirect uri mismatch', 'redirect uri does not match', 'trailing slash redirect'],
  },
  {
    title: 'Errors',
    section: 'OAU-251',
    url: '/reference/errors/#oau-251',
    asked: ['grant type not allowed for app', 'app may not use this flow', 'unauthorized client'],
  },
  {
    title: 'Errors',
    section: 'CMN-401',
    url: '/reference/errors/#cmn-401',
    asked: ['app lacks scope', 'missing app permission', 'scope missing'],
  },
  {
    title: 'For administrators',
    section: 'Give a role the permission for third-party apps',
    url: '/guides/for-administrators/#give-a-role-the-permission-for-third-party-apps',
    asked: [
      'user lacks permission',
      'user cannot sign in to app',
      'user role permission third party apps',
      'contact your administrator',
    ],
  },
  {
    title: 'For administrators',
    section: 'The account is locked',
    url: '/guides/for-administrators/#the-account-is-locked',
    asked: ['account locked', 'user locked out', 'too many wrong passwords'],
  },
  {
    title: 'For administrators',
    section: 'AT&T and Verizon',
    url: '/guides/for-administrators/#att-and-verizon',
    asked: ['att office@hand', 'verizon customers', 'partner brand users fail'],
  },
  {
    title: 'Keep a session alive',
    url: '/guides/keep-a-session-alive/',
    asked: [
      'logged out every hour',
      'signed out after a week',
      'stay signed in',
      'session lost',
      'offline access',
      'refresh race two processes',
    ],
  },
  {
    title: 'Refresh token',
    section: 'There is no refresh token in the answer',
    url: '/flows/refresh-token/#there-is-no-refresh-token-in-the-answer',
    asked: ['refresh token missing', 'no refresh token in answer'],
  },
  {
    title: 'Revocation',
    url: '/flows/revocation/',
    asked: ['revoke a token', 'end a session', 'log out', 'sign out user'],
  },
  {
    title: 'Choose a flow',
    url: '/choose/',
    asked: ['which flow should i use', 'right flow for my app', 'what flow', 'choose a grant type'],
  },
  {
    title: 'Create an app',
    section: 'Obtain the credentials',
    url: '/guides/create-an-app/#obtain-the-credentials',
    asked: ['reset client secret', 'new client secret', 'rotate client secret', 'find client id'],
  },
  {
    title: 'Rate limits and retries',
    url: '/guides/rate-limits-and-retries/',
    asked: ['too many requests', 'how often may i call', 'backoff retry', 'app suspended'],
  },
  {
    title: 'Move off the password flow',
    url: '/guides/move-off-the-password-flow/',
    asked: ['password flow ended', 'password grant stopped working', 'replace password login'],
  },
  {
    title: 'From sandbox to RingCentral',
    url: '/guides/from-sandbox-to-ringcentral/',
    asked: [
      'developer sandbox gone',
      'devtest does not answer',
      'go to production',
      'graduate app',
    ],
  },
  {
    title: 'JWT',
    section: 'What the credential is, and what it is not',
    url: '/flows/jwt/#what-the-credential-is-and-what-it-is-not',
    asked: ['make a jwt', 'create jwt credential', 'where do i get a jwt'],
  },
  {
    title: 'Authorization code with PKCE',
    section: 'The verifier does not match',
    url: '/flows/auth-code-pkce/#the-verifier-does-not-match',
    asked: ['line break in verifier', 'verifier does not match', 'pkce verification failed'],
  },
  {
    title: 'Authorization code with PKCE',
    section: 'The browser reports a CORS error',
    url: '/flows/auth-code-pkce/#the-browser-reports-a-cors-error',
    asked: ['cors error', 'blocked by cors policy', 'no access-control-allow-origin'],
  },
  {
    title: 'Security',
    section: 'Make a user finish the attacker’s sign-in',
    url: '/guides/security/#make-a-user-finish-the-attackers-sign-in',
    asked: ['state mismatch', 'state differs', 'csrf'],
  },
  {
    title: 'Scopes',
    section: 'Which scopes need approval',
    url: '/reference/scopes/#which-scopes-need-approval',
    asked: ['scope requires approval', 'restricted scope', 'request permission for scope'],
  },
  {
    title: 'Glossary',
    section: 'extension',
    url: '/reference/glossary/#extension',
    asked: ['what is an extension', 'extension meaning'],
  },
  {
    title: 'Diagnose',
    url: '/diagnose/',
    asked: ['why does it fail', 'what does this error mean', 'paste a log', 'read a har'],
  },
  {
    title: 'Checker',
    url: '/checker/',
    asked: ['which flows may my app use', 'is my app allowed', 'check app settings'],
  },
  {
    title: 'About this site',
    url: '/about/',
    asked: ['who made this', 'is this official ringcentral', 'licence', 'report an error here'],
  },
];

const small = new Set(
  'a an and app are at be by can do does for from get has have how i in is it my no not of on or our should the this to was what when where which why with you your'.split(
    ' ',
  ),
);

/** The words that count, without their commonest endings. */
function stems(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .replaceAll('&', '')
    .split(/[^a-z0-9@]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !small.has(word));
  return new Set(
    (telling.length > 0 ? telling : words).map((word) =>
      word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word,
    ),
  );
}

/**
 * The places that a question means, best first: those that share most of its words and have few others.
 * @returns at most two, and none where less than two thirds of the words are shared
 */
export function askedPlaces(term: string): Asked[] {
  const wanted = stems(term);
  if (wanted.size === 0 || wanted.size > 12) return [];
  return asked
    .map((place) => {
      const scores = place.asked.map((way) => {
        const words = stems(way);
        const shared = [...words].filter((word) => wanted.has(word)).length;
        return shared / Math.max(words.size, wanted.size);
      });
      return { place, score: Math.max(...scores) };
    })
    .filter(({ score }) => score >= 2 / 3)
    .sort((one, other) => other.score - one.score)
    .slice(0, 2)
    .map(({ place }) => place);
}

import type { Draft, FindingId } from '../../finding.ts';
import type { Topic } from '../../recognise/prose/topics.ts';

/** What somebody tells beside a refusal, and the cause that it points at. */
export interface Story extends Pick<Draft, 'title' | 'why' | 'fix' | 'who'> {
  codes: readonly string[];
  /** All of them are told. */
  topics: readonly Topic[];
  /** Left out, the finding goes by the code. */
  id?: FindingId;
}

const developer = 'developer' as const;

/** Which cause of a code the words beside it make likely; the first that fits is told. */
export const stories: readonly Story[] = [
  {
    codes: ['OAU-213', 'OAU-129', 'OAU-211'],
    topics: ['several processes'],
    who: developer,
    title: 'More than one process refreshes with the same token',
    why: 'A refresh token works once: each refresh returns the next one. The second process sends one that was used.',
    fix: 'Let one process refresh, under a lock, and let the others read both new tokens from its store. If the token was lost, sign in again.',
  },
  {
    codes: ['OAU-213', 'OAU-129'],
    topics: ['many tabs'],
    who: developer,
    title: 'Several tabs refresh with the same token',
    why: 'A refresh token works once. Each tab keeps its own copy, and the second tab sends one that was used.',
    fix: 'Let one tab refresh (a lock, such as `navigator.locks`), and share the new tokens with the others.',
  },
  {
    codes: ['OAU-213', 'OAU-211'],
    topics: ['password changed'],
    who: 'user',
    title: 'The session ended when the password was changed',
    why: 'A new password ends the user’s sessions, with every token in them.',
    fix: 'Let the user sign in again once, and keep the new tokens.',
  },
  {
    codes: ['OAU-213', 'OAU-211'],
    topics: ['another session ends'],
    who: developer,
    title: 'A newer session of the same user ended this one',
    why: 'A user has five sessions with one app: the sixth ends the oldest.',
    fix: 'Keep one session for a program and share its token, or let each device sign in again when its session is gone.',
  },
  {
    codes: ['OAU-213', 'OAU-211', 'OAU-136', 'OAU-232', 'OAU-236', 'OAU-141'],
    topics: ['user left'],
    who: 'administrator',
    title: 'The user behind the sign-in was deleted or disabled',
    why: 'Tokens and JWTs belong to the extension that signed in or made them. They end with it.',
    fix: 'Sign in as another user, or let a user who stays make a new JWT for the app.',
  },
  {
    codes: ['CMN-301'],
    topics: ['many tabs'],
    who: developer,
    title: 'Every tab signs in separately, and together they are too many',
    why: 'All tabs of one app share one limit. Sign-ins and refreshes are counted by the minute.',
    fix: 'Let one tab sign in and refresh, keep the token, and share it with the other tabs. After a 429 wait as long as Retry-After says.',
  },
  {
    codes: ['CMN-301'],
    topics: ['login for every call'],
    who: developer,
    title: 'The program signs in for every call',
    why: 'A token lasts an hour, for as many calls as you make. The limit of sign-ins is a few a minute.',
    fix: 'Sign in once, keep the token and use it again until a minute before it expires. After a 429 wait as long as Retry-After says.',
  },
  {
    codes: ['CMN-301'],
    topics: ['several processes'],
    who: developer,
    title: 'Several programs share one limit',
    why: 'The limit counts app and user: programs that share both share one limit a minute. A retry before Retry-After is over starts the wait again.',
    fix: 'Keep one token for all of them, spread the calls, and wait as long as Retry-After says.',
  },
  {
    codes: ['OAU-106'],
    topics: ['reload or twice'],
    who: developer,
    title: 'The code was sent twice',
    why: 'A code works once. A page that loads twice, a retry or a prefetch sends it again.',
    fix: 'Exchange a code once, and remove it from the address before anything else runs.',
  },
  {
    codes: ['OAU-345', 'OAU-331'],
    topics: ['copied from a mail'],
    who: developer,
    title: 'The JWT was changed when it was copied',
    why: 'A mail breaks a long line, adds a space or cuts the end. The signature fits only the text that the console made.',
    fix: 'Copy the JWT from the console whole, on one line, and put it into the program without quotes or spaces. If it was sent by mail, make a new one.',
  },
  {
    codes: ['OAU-473'],
    topics: ['many customers'],
    id: 'X18',
    who: developer,
    title: 'A JWT of another company has to name your app',
    why: 'A JWT that a customer makes covers the apps of the customer’s own company. Yours is not one of them, unless the JWT lists its client id.',
    fix: 'Let the customer make the JWT for “Only specific apps” with your client id. If you have many customers, let each sign in (authorization code): a public app with a sign-in needs no JWT.',
  },
  {
    codes: ['OAU-109'],
    topics: ['tunnel'],
    who: developer,
    title: 'The tunnel has a new address, and it is not registered',
    why: 'A tunnel gets another address when it starts again. The server compares a redirect URI character for character with those in the app’s settings.',
    fix: 'Register the new address, or reserve a fixed one for the tunnel.',
  },
  {
    codes: ['OAU-109'],
    topics: ['parameter left out', 'authorization code'],
    id: 'LINT-159',
    who: developer,
    title: 'The token request does not repeat redirect_uri',
    why: 'The exchange must send the redirect_uri of the authorization request: the server compares the two, though it redirects nobody here.',
    fix: 'Send the same redirect_uri in the token request, character for character.',
  },
  {
    codes: ['OAU-109'],
    topics: ['other environment works'],
    who: developer,
    title: 'The address of this environment is not registered',
    why: 'Each environment of your program has its own address, and the app’s settings list the other one.',
    fix: 'Add this environment’s redirect URI to the app’s settings, or make an app for it.',
  },
  {
    codes: ['CMN-401'],
    topics: ['permission added'],
    who: developer,
    title: 'The token is older than the permission',
    why: 'The sign-in decided what the token may do. A refresh does not add to it.',
    fix: 'Sign in again, then call.',
  },
  {
    codes: ['OAU-149', 'OAU-213', 'AGW-402'],
    topics: ['JWT as a token'],
    id: 'LINT-256',
    who: developer,
    title: 'The JWT of the console was sent as the access token',
    why: 'The JWT is a credential: the API does not accept it. Exchange it for an access_token at the token endpoint first.',
    fix: 'Send the JWT as `assertion` to the token endpoint, and the access_token of the answer to the API.',
  },
  {
    codes: ['OAU-250'],
    topics: ['JSON body'],
    id: 'LINT-151',
    who: developer,
    title: 'The body is JSON, not a form',
    why: 'The token endpoint reads only form fields, so it finds no grant_type in JSON.',
    fix: 'Send application/x-www-form-urlencoded: `new URLSearchParams({…})`, `data=` in Python, `FormUrlEncodedContent` in C#.',
  },
  {
    codes: ['OAU-153', 'OAU-146', 'OAU-120', 'OAU-140', 'OAU-345', 'OAU-149', 'OAU-473'],
    topics: ['sandbox environment'],
    who: developer,
    title: 'The program mixes two environments: sandbox and production',
    why: 'Each environment has its own apps, users, tokens and JWTs: `platform.devtest.ringcentral.com` was RingCentral’s developer sandbox, `platform.ringcentral.com` is production.',
    fix: 'Use app, user, token, JWT and host of one environment: https://platform.ringcentral.com for every new app.',
  },
  {
    codes: ['OAU-165'],
    topics: [],
    id: 'OAU-165',
    who: developer,
    title: 'The app is from the former developer sandbox, and the request goes to production',
    why: 'It never graduated, so production does not know it: sandbox and production have separate apps.',
    fix: 'Make an app in the production console and use its client id and secret.',
  },
  {
    codes: ['OAU-153', 'OAU-120'],
    topics: ['app deleted or new'],
    who: developer,
    title: 'The app with this client id no longer exists',
    why: 'When somebody deletes an app in the console, its client id ends too. A new app has another one.',
    fix: 'Make the app again and use its client id and secret, or use those of another app.',
  },
  {
    codes: ['OAU-140', 'OAU-148'],
    topics: ['single sign-on'],
    id: 'X10',
    who: developer,
    title: 'The company signs in by single sign-on, so there is no password to send',
    why: 'With single sign-on RingCentral checks no password, and the password flow cannot pass it.',
    fix: 'Sign in with a JWT (a program), or let the user sign in (authorization code).',
  },
  {
    codes: ['OAU-123', 'OAU-146'],
    topics: ['PKCE', 'server'],
    who: developer,
    title: 'An app with a secret has to send it with PKCE too',
    why: 'PKCE does not replace the secret: a server-side app sends both.',
    fix: 'Send `Authorization: Basic` with client id and client secret beside the code_verifier. Apps of type client-side, mobile or desktop send none.',
  },
  {
    codes: ['OAU-128', 'OAU-210'],
    topics: ['logged out after an hour'],
    who: developer,
    title: 'The access token’s hour is over, and nothing refreshes it',
    why: 'An access token lasts one hour (3600 s) and never more.',
    fix: 'Refresh a minute before it ends, or when the first 401 comes.',
  },
];

/** The first story that fits a code and what is told. */
export const storyOf = (code: string, topics: ReadonlySet<Topic>): Story | undefined =>
  stories.find(
    (story) => story.codes.includes(code) && story.topics.every((topic) => topics.has(topic)),
  );

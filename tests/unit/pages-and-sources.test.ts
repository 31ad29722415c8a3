import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A page's words, without emphasis, code marks, addresses and line breaks. */
function wordsOf(page: string): string {
  return readFileSync(new URL(`../../content/${page}.mdx`, import.meta.url), 'utf8')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/[[\]*`]|(?<=\W)_|_(?=\W)/g, '')
    .replaceAll(/\s+/g, ' ');
}

interface Row {
  page: string;
  /** Words that a source of the page has, or that follow from it. */
  says: string[];
  /** Words that no source has. */
  never: string[];
}

/** What a reader acts on, by the source that was read on 2026-11-28. */
const rows: Record<string, Row> = {
  'a client secret has no reset that RingCentral’s FAQ of 2024 knows': {
    page: 'guides/create-an-app',
    says: [
      '“there is not currently a way to reset an app’s client secret”',
      'Look at your console first',
      'Clone the app.',
      'Suspend the old app.',
    ],
    never: ['gives you a new one'],
  },
  'security says how a new secret is made': {
    page: 'guides/security',
    says: [
      'says that a secret cannot be reset',
      'suspend the old app',
      'clone the app, switch your program to the clone’s id and secret, and suspend the old app',
    ],
    never: ['make a new secret'],
  },
  'the app name is never shown, the display name is': {
    page: 'guides/create-an-app',
    says: [
      '“this field is never displayed publically”',
      'Display name. Your users see this one',
      'App icons.',
      'Primary contact.',
      'Will you be promoting your app?',
      'What partners do I make my app available to?',
    ],
    never: ['Users see it when they allow your app'],
  },
  'the API is repeated with exponential backoff, the token endpoint by its own section': {
    page: 'guides/call-the-api',
    says: [
      "name: '500, 502, 503, 504'",
      'wait 2 seconds before the first repeat and twice as long before each next one',
      'Stop after five repeats, and never wait longer than 60 seconds',
      'exponential backoff',
      'At the token endpoint other rules apply',
      'Repeat it three times, ten seconds apart',
    ],
    never: ['Try three times, ten seconds apart, as RingCentral’s guide advises'],
  },
  'the guide says two things about the secret of phone and desktop apps': {
    page: 'flows/refresh-token',
    says: [
      '“only required if app type is not ‘Client-side web app’”',
      '“clients do not need to transmit client authentication credentials in an Authorization header”',
      'RingCentral’s guide disagrees with itself',
      'Try it with a test user',
    ],
    never: [],
  },
  'every app is shown a secret, and ships none': {
    page: 'guides/create-an-app',
    says: ['you will see a secret too', '“a Client ID and Client Secret”', 'Do not ship it.'],
    never: [
      'where the app can keep it',
      'Whether RingCentral gives mobile and desktop apps a secret',
    ],
  },
  'the code flow with PKCE leads to both sentences': {
    page: 'flows/auth-code-pkce',
    says: ['its guide says two things', 'it exempts client-side web apps only'],
    never: ['Whether RingCentral gives mobile and desktop apps a secret'],
  },
  'what was fixed until July 2021 is not told of today': {
    page: 'guides/create-an-app',
    says: [
      'fixed in the portals to July 2021',
      'No source says so of the current portal',
      '“can now be freely edited”',
    ],
    never: [
      'From private to public leads no setting',
      'What cannot be changed at RingCentral',
      'no setting does it',
    ],
  },
  'an app of the password flow is edited to JWT': {
    page: 'guides/move-off-the-password-flow',
    says: ['Edit the app in the console. RingCentral’s community manager gives this step first'],
    never: ['is not settled'],
  },
  'JWT names RingCentral’s guidance where it says what is not known': {
    page: 'flows/jwt',
    says: ['tells apps of the password flow to do so'],
    never: [],
  },
  'a bot is installed under Credentials': {
    page: 'guides/bots-and-add-ins',
    says: ['press Install under Credentials', '“Notification Add-in (deprecated)”'],
    never: [
      'choose Add to RingCentral',
      'or from your own website',
      'What the form calls a notification add-in',
    ],
  },
  'a lock is told apart from single sign-on': {
    page: 'flows/password',
    says: ['We found no public record of RingCentral’s code for this', 'OAU-148 is the same lock'],
    never: [],
  },
  'revocation tells another app’s token as the changelog does, and what is inferred': {
    page: 'flows/revocation',
    says: [
      '400 OAU-164',
      '400 CMN-101',
      '“OAU-164 - new error code for invalid client app is used for token revocation case”',
      'Inferred: its meaning, its text, error and the status',
    ],
    never: ['RingCentral’s former guide says that the answer is 200 even so'],
  },
};

test.each(Object.entries(rows))('%s', (_what, { page, says, never }) => {
  const words = wordsOf(page);
  expect(says.filter((text) => !words.includes(text))).toEqual([]);
  expect(never.filter((text) => words.includes(text))).toEqual([]);
});

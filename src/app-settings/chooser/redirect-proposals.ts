import { exampleRedirectUri } from '../changes.ts';

/** Where an app takes the answer of a sign-in. */
export type RedirectKind = 'server' | 'page' | 'extension' | 'phone' | 'desktop';

/** The redirect URI that stands in the field until the reader types their own. */
export interface RedirectProposal {
  uri: string;
  /** Where such an address comes from. */
  words: string;
  /** Whether production has another one, which is registered beside it. */
  forNow: boolean;
}

/** One a kind of app; each may be registered as it stands. */
export const redirectProposals: Record<RedirectKind, RedirectProposal> = {
  server: {
    uri: exampleRedirectUri,
    words: 'The address at which your server listens while you try it.',
    forNow: true,
  },
  page: {
    uri: 'http://localhost:5173/callback',
    words: 'A page of your dev server; 5173 is the port of Vite.',
    forNow: true,
  },
  extension: {
    // Chrome's ids are 32 letters from a to p.
    uri: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
    words: 'https://<id>.chromiumapp.org/ with your id: identity.getRedirectURL() returns it.',
    forNow: false,
  },
  phone: {
    uri: 'com.example.app:/oauth2callback',
    words: 'Your own scheme: your domain name in reverse.',
    forNow: false,
  },
  desktop: {
    uri: 'http://127.0.0.1:5000/oauth2callback',
    words: 'A port of the same computer, on which your program listens.',
    forNow: false,
  },
};

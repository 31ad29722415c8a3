import type { Removed } from '../hide/shown.ts';
import { listed } from './sentences.ts';

/**
 * What a paste held that somebody else may now use, by its kind on the wire. An authorization code
 * lives a minute and a verifier dies with it, so neither is told.
 */
const leaks: Readonly<Record<string, { name: string; developer: string }>> = {
  client_secret: {
    name: 'a client secret',
    developer:
      'RingCentral’s FAQ knows no reset of a secret: look in the console first; if it has none, clone the app, use the new id and secret, and suspend the old app.',
  },
  password: { name: 'a password', developer: 'Change the password.' },
  access_token: {
    name: 'an access token',
    developer: 'Revoke the token, which ends its session.',
  },
  refresh_token: {
    name: 'a refresh token',
    developer: 'Revoke the token, which ends its session.',
  },
  assertion: {
    name: 'a JWT credential',
    developer: 'Revoke the JWT credential in the developer console and make another.',
  },
  cookie: { name: 'a cookie', developer: 'Sign out in that browser, which ends its session.' },
};

const sameAs: Readonly<Record<string, string>> = {
  'set-cookie': 'cookie',
  jwt: 'assertion',
  token: 'access_token',
  bearer: 'access_token',
  id_token: 'access_token',
};

/** What was in a paste and has to be replaced: `names` as they stand in a sentence, `advice` to whoever holds it. */
export interface Leaked {
  names: string[];
  advice: string[];
  /** A person's own password is among them. */
  hasPassword: boolean;
  /** The app's own secret is among them. */
  hasClientSecret: boolean;
}

/** Reads from what was removed which of it is to be treated as leaked. */
export function leakedIn(removed: readonly Removed[]): Leaked {
  const kinds = new Set(
    removed
      .filter(({ of }) => of === 'secret')
      .map(({ kind }) => kind.toLowerCase().replaceAll(/[ -]/g, '_').replace('set_', 'set-'))
      .map((kind) => sameAs[kind] ?? kind),
  );
  const found = Object.entries(leaks).filter(([kind]) => kinds.has(kind));
  return {
    names: found.map(([, { name }]) => name),
    advice: [...new Set(found.map(([, { developer }]) => developer))],
    hasPassword: kinds.has('password'),
    hasClientSecret: kinds.has('client_secret'),
  };
}

/** Of a client secret, what RingCentral's FAQ leaves to do, in short. */
export const secretInShort =
  'RingCentral’s FAQ knows no reset: clone the app, use the clone, suspend the old one.';

/** "a client secret and a password: treat both as leaked" */
export function treatedAsLeaked({ names }: Leaked): string {
  const which = names.length === 1 ? 'it' : names.length === 2 ? 'both' : 'all of them';
  return `${listed(names)}: treat ${which} as leaked`;
}

import { isLoopbackName } from '#protocol/loopback.ts';
import { isRingCentral } from '#protocol/ringcentral-hosts.ts';

/** What a text that names a server is. */
export type ServerAddress =
  | {
      kind: 'server';
      /** Scheme and authority. */
      origin: string;
      /** Who the server must say that it is (RFC 8414 section 2): with its path, without a slash at its end. */
      issuer: string;
      /** Where its metadata may stand, the likeliest first. */
      metadata: string[];
      /** Another program on the reader's own machine. */
      isLoopback: boolean;
    }
  /** This site's own address: its sandbox. */
  | { kind: 'sandbox' }
  /** One of RingCentral's own servers, which are a choice of their own. */
  | { kind: 'ringcentral'; origin: string }
  | { kind: 'refused'; why: AddressProblem };

export type AddressProblem =
  'empty' | 'no-address' | 'scheme' | 'credentials' | 'query' | 'not-secure' | 'ended';

/** What each is in words, with what to do. */
export const addressProblems: Record<AddressProblem, string> = {
  empty: 'Enter the address of a server, such as https://auth.example.com.',
  'no-address': 'This is not an address. An address begins with https:// and names a host.',
  scheme: 'Only http and https lead to a server. Enter an address that begins with https://.',
  credentials:
    'This address has a user name or a password. Remove the part before the @: the page’s storage would keep it.',
  query:
    'The address of a server has no ? and no # (RFC 8414 section 2). Remove them and what follows.',
  'not-secure':
    'Over http everybody on the way could read a code or a token. Use https; http is for your own machine: localhost, 127.0.0.1, [::1].',
  ended:
    'RingCentral’s developer sandbox is gone: the samples and the guide dropped it between July 2024 and March 2025. Choose RingCentral, or this site’s sandbox.',
};

/** RFC 8414 section 3.1 and OpenID Connect Discovery section 4. */
const wellKnown = /^\/\.well-known\/(?:oauth-authorization-server|openid-configuration)(\/.*)?$/;
const appended = /^(.*)\/\.well-known\/openid-configuration$/;

const endedHosts = /(^|\.)devtest\.ringcentral\.com$/;

/** The issuer's path, whichever of both the reader has entered: the server's address or that of its metadata. */
function issuerPath(pathname: string): string {
  const path = wellKnown.exec(pathname)?.[1] ?? appended.exec(pathname)?.[1];
  const isMetadata = wellKnown.test(pathname) || appended.test(pathname);
  return (isMetadata ? (path ?? '') : pathname).replace(/\/+$/, '');
}

/**
 * Reads the address of a server, or of its metadata.
 *
 * @param text as the reader entered it
 * @param own scheme and authority of this site
 */
export function readServerAddress(text: string, own: string): ServerAddress {
  const refused = (why: AddressProblem): ServerAddress => ({ kind: 'refused', why });
  const trimmed = text.trim();
  if (trimmed === '') return refused('empty');
  // A host alone is what people paste.
  const bare = /^[\w.-]+\.[a-z]{2,}(\/\S*)?$/i.test(trimmed);
  const address = bare ? `https://${trimmed}` : trimmed;
  if (!URL.canParse(address)) return refused('no-address');
  const { protocol, hostname, origin, pathname, username, password, search, hash } = new URL(
    address,
  );
  // `localhost:4500` reads as a scheme of its own.
  if (protocol !== 'http:' && protocol !== 'https:') return refused('scheme');
  if (username !== '' || password !== '') return refused('credentials');
  if (search !== '' || hash !== '') return refused('query');
  if (origin === own) return { kind: 'sandbox' };
  const isLoopback = isLoopbackName(hostname);
  if (protocol === 'http:' && !isLoopback) return refused('not-secure');
  if (isRingCentral(origin)) return { kind: 'ringcentral', origin };
  if (endedHosts.test(hostname)) return refused('ended');
  const path = issuerPath(pathname);
  const issuer = `${origin}${path}`;
  return {
    kind: 'server',
    origin,
    issuer,
    metadata: [
      `${origin}/.well-known/oauth-authorization-server${path}`,
      `${issuer}/.well-known/openid-configuration`,
    ],
    isLoopback,
  };
}

import { encodeBase64Url } from '#protocol/base64url.ts';
import { s256Challenge } from '#protocol/pkce.ts';
import { diagnoseVerifier, type VerifierDiagnosis } from '../../compare/verifier.ts';

/** How a challenge was made wrong, as it stands in a title and in a sentence. */
export interface ChallengeMistake {
  title: string;
  why: string;
}

const digest = async (
  name: 'SHA-256' | 'SHA-512',
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.digest(name, bytes));
const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const octets = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) bytes[at * 2] = text.charCodeAt(at);
  return bytes;
}

const known: Readonly<Record<string, ChallengeMistake>> = {
  'hex-digest': {
    title: 'The challenge is the hash in hexadecimal',
    why: 'A challenge is base64url of the 32 octets of SHA-256, not their hexadecimal digits.',
  },
  'padded-challenge': {
    title: 'The challenge has padding at its end',
    why: 'base64url of a challenge has no `=`.',
  },
  'standard-base64': {
    title: 'The challenge is base64 with + and /',
    why: 'base64url uses - and _ instead.',
  },
  plain: {
    title: 'The challenge is the verifier itself, not its hash',
    why: 'With S256 the server hashes the verifier and compares, so the two never match.',
  },
  'hashed-line-break': {
    title: 'The challenge is made from the verifier and a line break',
    why: '`echo` adds a line break, which was hashed too: `echo -n` or `printf` adds none.',
  },
  'decoded-bytes': {
    title: 'The challenge is the hash of the verifier’s decoded bytes, not of its text',
    why: 'S256 hashes the text of the verifier as you send it, in ASCII.',
  },
};

/** What a verifier carries that was not hashed. */
const onVerifier: Readonly<Record<string, ChallengeMistake>> = {
  'line-break': {
    title: 'The verifier has a line break at its end',
    why: 'A shell or a file added it after the challenge was made.',
  },
  'carriage-return': {
    title: 'The verifier has a carriage return at its end',
    why: 'A Windows file added it after the challenge was made.',
  },
  space: {
    title: 'The verifier has white space at an end',
    why: 'It was added after the challenge was made.',
  },
  padding: {
    title: 'The verifier has padding at its end',
    why: 'The challenge was made from the text without `=`.',
  },
};

export interface Recomputed extends VerifierDiagnosis {
  /** The verifier and the challenge belong together. */
  isSame: boolean;
  mistake?: ChallengeMistake & { id: 'LINT-046' | 'LINT-048' | 'LINT-163' };
}

/**
 * Hashes a verifier as it should be and in every usual wrong way, and names the one that gives the
 * challenge.
 *
 * @see RFC 7636 section 4.2
 */
export async function recompute(verifier: string, challenge: string): Promise<Recomputed> {
  const found = await diagnoseVerifier(verifier, challenge);
  if (found.hash === challenge) return { ...found, isSame: true };
  const { match } = found;
  if (match) {
    const words = (match.side === 'verifier' ? onVerifier : known)[match.id];
    const id =
      match.side === 'verifier' ? 'LINT-163' : match.id === 'plain' ? 'LINT-046' : 'LINT-048';
    return { ...found, isSame: false, ...(words ? { mistake: { id, ...words } } : {}) };
  }
  const others: [made: string, words: ChallengeMistake][] = [
    [
      await s256Challenge(`${verifier}\r\n`),
      {
        title: 'The challenge is made from the verifier and a line break of Windows',
        why: 'A program printed the verifier with carriage return and line feed, and both were hashed.',
      },
    ],
    [
      await s256Challenge(`"${verifier}"`),
      {
        title: 'The challenge is made from the verifier with its quotes',
        why: '`JSON.stringify`, or a settings file, put quotes around it, and they were hashed.',
      },
    ],
    [
      encodeBase64Url(octets(hex(await digest('SHA-256', octets(verifier))))),
      {
        title: 'The challenge is base64 of the hexadecimal hash',
        why: 'A library gave the hash as hexadecimal text, and your program encoded that text. A challenge is base64url of the 32 octets themselves.',
      },
    ],
    [
      encodeBase64Url(await digest('SHA-512', octets(verifier))),
      { title: 'The challenge is SHA-512', why: 'S256 is SHA-256.' },
    ],
    [
      encodeBase64Url(await digest('SHA-256', utf16(verifier))),
      {
        title: 'The challenge is the hash of the verifier in UTF-16',
        why: 'In .NET `Encoding.Unicode` is UTF-16. Hash the verifier as ASCII: `Encoding.ASCII`.',
      },
    ],
    [
      await s256Challenge(found.hash),
      { title: 'The challenge is hashed twice', why: 'It is the hash of a hash.' },
    ],
  ];
  const [, words] = others.find(([made]) => made === challenge.replace(/=+$/, '')) ?? [];
  return {
    ...found,
    isSame: false,
    ...(words ? { mistake: { id: 'LINT-048' as const, ...words } } : {}),
  };
}

import { decodeBase64Url, encodeBase64Url, standardBase64 } from '#protocol/base64url.ts';
import { s256Challenge } from '#protocol/pkce.ts';

/** A usual mistake with a verifier, and what it would have made. */
export interface VerifierMistake {
  id:
    | 'line-break'
    | 'carriage-return'
    | 'space'
    | 'padding'
    | 'plain'
    | 'hex-digest'
    | 'padded-challenge'
    | 'standard-base64'
    | 'decoded-bytes'
    | 'hashed-line-break';
  /** As it stands in a list of what was tried: "hex digest". */
  name: string;
  /** Which side is wrong: the verifier that was sent, or the challenge that it was to match. */
  side: 'verifier' | 'challenge';
  /** The verifier put right, where that side is wrong. */
  verifier?: string;
}

/** What the recomputing found; `tried` are those that did not match. */
export interface VerifierDiagnosis {
  /** S256 of the verifier as it was sent. */
  hash: string;
  match?: VerifierMistake;
  tried: string[];
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const strips: { id: VerifierMistake['id']; name: string; pattern: RegExp }[] = [
  { id: 'line-break', name: 'a line break at its end', pattern: /\n+$/ },
  { id: 'carriage-return', name: 'a carriage return at its end', pattern: /[\r\n]+$/ },
  { id: 'space', name: 'a space at either end', pattern: /^\s+|\s+$/g },
  { id: 'padding', name: 'padding at its end', pattern: /=+$/ },
];

/**
 * Recomputes a verifier that was refused in every usual wrong way and names the one that matches.
 *
 * @param verifier as it was sent
 * @param challenge as the authorization request carried it
 * @see RFC 7636 section 4.2: BASE64URL(SHA256(ASCII(code_verifier)))
 */
export async function diagnoseVerifier(
  verifier: string,
  challenge: string,
): Promise<VerifierDiagnosis> {
  const hash = await s256Challenge(verifier);
  const digest = await sha256(new TextEncoder().encode(verifier));
  const decoded = decodeBase64Url(verifier);
  const unpadded = challenge.replace(/=+$/, '');

  const tests: (VerifierMistake & { matches: boolean })[] = [];
  for (const { id, name, pattern } of strips) {
    const stripped = verifier.replace(pattern, '');
    const matches = stripped !== verifier && (await s256Challenge(stripped)) === challenge;
    tests.push({ id, name, side: 'verifier', verifier: stripped, matches });
  }
  const onChallenge = (id: VerifierMistake['id'], name: string, matches: boolean): void => {
    tests.push({ id, name, side: 'challenge', matches });
  };
  onChallenge('hex-digest', 'hex digest', challenge.toLowerCase() === hex(digest));
  onChallenge('padded-challenge', 'padded base64', challenge !== unpadded && unpadded === hash);
  onChallenge(
    'standard-base64',
    'base64 with + and /',
    // A + that was not encoded arrives as a space.
    unpadded !== hash && unpadded.replaceAll(' ', '+') === standardBase64(hash),
  );
  onChallenge('plain', 'plain', challenge === verifier);
  onChallenge(
    'decoded-bytes',
    'hash of the decoded bytes',
    decoded !== undefined && encodeBase64Url(await sha256(decoded)) === challenge,
  );
  onChallenge(
    'hashed-line-break',
    'hash of the text and a line break',
    (await s256Challenge(`${verifier}\n`)) === challenge,
  );
  const found = tests.find(({ matches }) => matches);
  const tried = tests.filter((test) => test !== found);
  return {
    hash,
    ...(found
      ? {
          match: {
            id: found.id,
            name: found.name,
            side: found.side,
            ...(found.verifier === undefined ? {} : { verifier: found.verifier }),
          },
        }
      : {}),
    tried: tried.map(({ name }) => name),
  };
}

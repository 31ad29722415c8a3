import { encodeBase64Url } from '#protocol/base64url.ts';
import { sameSecret } from '#protocol/constant-time.ts';
import type { Services } from '../context.ts';
import type { SessionRecord } from '../store/records.ts';
import { tokenStart } from './make-token.ts';

/** What a refresh token that proves its family holds after its start, in characters. */
const parts = { session: 22, nonce: 18, proof: 12 } as const;
const sessionAt = tokenStart.length;
const nonceAt = sessionAt + parts.session;
const proofAt = nonceAt + parts.nonce;
const length = proofAt + parts.proof;

/** The length of a session's id, which such a token begins with. */
export const sessionIdLength = parts.session;

/** Whether a text has the shape of a refresh token that proves its family. */
export const isFamilyShaped = (text: string): boolean =>
  text.length === length && text.startsWith(tokenStart);

/** 72 bits of a digest over the family's secret: who changes a letter of a token makes none of its family. */
async function proofOf(secret: string, nonce: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret + nonce));
  return encodeBase64Url(new Uint8Array(digest, 0, (parts.proof * 6) / 8));
}

/**
 * A refresh token that its session knows again after it has dropped its record: it names the
 * session and proves that it was issued in it. Of 312 bits, 180 are new to whoever has another one
 * of the family (AS-009).
 */
export async function makeFamilyToken(
  { id, familySecret = '' }: SessionRecord,
  { randomText }: Services,
): Promise<string> {
  const nonce = randomText(parts.nonce);
  return tokenStart + id + nonce + (await proofOf(familySecret, nonce));
}

/**
 * The session of a refresh token whose record was dropped: it was issued, however many rotations
 * ago. Nothing that was not issued in a session is taken for its own.
 */
export async function findFamily(
  text: string,
  { store }: Services,
): Promise<SessionRecord | undefined> {
  if (!isFamilyShaped(text)) return undefined;
  const session = await store.sessions.get(text.slice(sessionAt, nonceAt));
  if (session?.familySecret === undefined) return undefined;
  const proof = await proofOf(session.familySecret, text.slice(nonceAt, proofAt));
  return sameSecret(text.slice(proofAt), proof) ? session : undefined;
}

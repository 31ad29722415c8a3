import { kindOf } from '#protocol/exchange-parts.ts';
import type { Range } from '../finding.ts';
import { standInOf } from '../stand-in.ts';
import type { Recomputed } from './compare/challenge.ts';
import { valueOf } from './parameters.ts';
import type { PastedExchange } from './paste-case.ts';

/** A verifier of the paste beside a challenge of the paste. */
export interface Compared extends Recomputed {
  verifier: string;
  challenge: string;
  /** Of the verifier. */
  range: Range;
}

const written = /verifier\b[^\n:=]{0,30}[:=]\s*["'`]?([A-Za-z\d._~+/=-]{20,128})/gi;
const challengeWritten =
  /challenge\b(?!_method)[^\n:=]{0,30}[:=]\s*["'`]?([\w+/=-]{43,88})(?![\w+/=-])/gi;

/** Challenges that somebody wrote beside a verifier, where no sign-in carries one. */
const writtenChallenges = (text: string): string[] =>
  /code_challenge_method[^\n]{0,10}plain/i.test(text)
    ? []
    : [...text.matchAll(challengeWritten)].slice(0, most).map(([, challenge = '']) => challenge);

/** So many of each are compared: hashing takes its time. */
const most = 4;

/**
 * Every verifier that stands in a text, hashed beside the challenges of its authorization requests;
 * beforehand, because hashing takes a promise and a rule takes none.
 */
export async function compareVerifiers(
  text: string,
  exchanges: readonly PastedExchange[],
): Promise<Compared[]> {
  const challenges = exchanges
    .map(({ one }) => one)
    .filter(
      (one) =>
        kindOf(one.exchange) === 'authorize' &&
        valueOf(one, 'code_challenge_method') === 'S256' &&
        standInOf(valueOf(one, 'code_challenge')) === undefined,
    )
    .map((one) => valueOf(one, 'code_challenge'))
    .filter((challenge) => challenge !== '')
    .slice(0, most);
  if (challenges.length === 0) challenges.push(...writtenChallenges(text));
  if (challenges.length === 0) return [];
  const { recompute } = await import('./compare/challenge.ts');
  const found: Compared[] = [];
  for (const match of [...text.matchAll(written)].slice(0, most)) {
    const [, raw = ''] = match;
    const verifier = raw.replaceAll(/%3d/gi, '=');
    const to = match.index + match[0].length;
    for (const challenge of new Set(challenges)) {
      const range = { from: to - raw.length, to };
      found.push({ ...(await recompute(verifier, challenge)), verifier, challenge, range });
    }
  }
  return found;
}

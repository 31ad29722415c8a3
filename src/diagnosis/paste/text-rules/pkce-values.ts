import { rfc } from '#flows/specs.ts';
import { plainSegments } from '../../compare/segments.ts';
import type { PasteRule } from '../paste-case.ts';
import type { Compared } from '../verifiers.ts';
import { saidOf } from './rule.ts';

const comparison = ({ challenge, hash }: Compared) => [
  { label: 'Challenge', segments: plainSegments(challenge), maker: 'app' as const },
  { label: 'Hash of the verifier', segments: plainSegments(hash), verdict: 'differs' as const },
];

/** LINT-046, LINT-048, LINT-163, LINT-165: a verifier of the paste beside a challenge of the paste. */
export const verifierAndChallenge: PasteRule = ({ verifiers }) => {
  // What belongs to one of the sign-ins is right, whichever it is.
  const right = new Set(verifiers.filter(({ isSame }) => isSame).map(({ verifier }) => verifier));
  const wrong = verifiers.filter(({ verifier }) => !right.has(verifier));
  const named = wrong.find(({ mistake }) => mistake !== undefined);
  if (named?.mistake) {
    const { id, title, why } = named.mistake;
    return saidOf(named, 'code_verifier', {
      id,
      title,
      why: `${why} This page hashed the verifier in each usual wrong way; this one gives the challenge.`,
      fix:
        id === 'LINT-163'
          ? 'Trim the verifier, and send the text that was hashed.'
          : 'Make the challenge: base64url, without padding, of SHA-256 over the text of the verifier.',
      comparison: comparison(named),
      excluded: named.tried.map((cause) => ({ cause })),
      sources: [rfc(7636, '4.2')],
    });
  }
  // The challenge in the verifier's place has a rule of its own.
  const [other] = wrong.filter(({ verifier, challenge }) => verifier !== challenge);
  const isOneAttempt = new Set(verifiers.map(({ challenge }) => challenge)).size === 1;
  if (!other || right.size > 0 || !isOneAttempt) return undefined;
  return saidOf(other, 'code_verifier', {
    id: 'LINT-165',
    title: 'The verifier does not belong to the challenge',
    why: 'Its hash, made here as the server does, is not the challenge of the sign-in. A second tab or press may have made a new verifier, or the program kept another one.',
    fix: 'Store one verifier for each sign-in before the redirect, and send that one.',
    comparison: comparison(other),
    excluded: other.tried.map((cause) => ({ cause })),
    sources: [rfc(7636, '4.6')],
  });
};

import { rfc } from '#flows/specs.ts';
import { plainSegments } from '../../compare/segments.ts';
import { finding } from '../../finding.ts';
import { verifierMistakes } from '../../rules/causes/verifier.ts';
import type { PasteRule } from '../paste-case.ts';

/** LINT-046, LINT-048, LINT-165: the challenge, recomputed of the verifier beside it in every usual wrong way. */
export const challengeOfVerifier: PasteRule = ({ verifier: loose }) => {
  if (!loose || loose.diagnosis.hash === loose.challenge) return undefined;
  const { range, challenge, diagnosis } = loose;
  const { hash, match, tried } = diagnosis;
  return finding({
    id: match ? (match.id === 'plain' ? 'LINT-046' : 'LINT-048') : 'LINT-165',
    who: 'developer',
    title: match ? verifierMistakes[match.id] : 'The verifier does not belong to the challenge',
    certainty: match ? 'certain' : 'likely',
    why: match
      ? 'The server hashes the text of the verifier with SHA-256 and compares. This challenge was made another way, so no verifier fits it.'
      : 'Its hash is another text than the challenge: the verifier is of another sign-in, a second tab or a second press.',
    fix: match
      ? 'Make the challenge of base64url, without padding, of SHA-256 over the text of the verifier (S256); in a shell with `printf %s`, for `echo` adds a line break.'
      : 'Store the verifier before the redirect, one for each sign-in, and send that one.',
    evidence: [{ source: '', parameter: 'code_verifier', range }],
    comparison: [
      { label: 'Challenge that was sent', segments: plainSegments(challenge), maker: 'app' },
      { label: 'Hash of the verifier', segments: plainSegments(hash), verdict: 'differs' },
    ],
    excluded: tried.map((cause) => ({ cause })),
    sources: [rfc(7636, '4.2')],
  });
};

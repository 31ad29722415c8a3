import { rfc } from '#flows/specs.ts';
import { capitalise } from '#protocol/text/capitalise.ts';
import { commonEnds } from '#protocol/text/common-ends.ts';
import { isInvisible } from '#protocol/text/invisible.ts';
import { type Case, isCovered, isMasked, where } from '../../case.ts';
import { nameCharacter } from '../../compare/characters.ts';
import { expectedAndSent, plainSegments } from '../../compare/segments.ts';
import type { VerifierMistake } from '../../compare/verifier.ts';
import { type ComparisonRow, finding, type Offer } from '../../finding.ts';
import { isCodeSpent, putBack, signInWith } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

const name = 'code_verifier';

/** What each mistake is, in a line. */
export const verifierMistakes: Record<VerifierMistake['id'], string> = {
  'line-break': 'The verifier has a line break at its end',
  'carriage-return': 'The verifier has a carriage return at its end',
  space: 'The verifier has white space at an end',
  padding: 'The verifier has padding at its end',
  plain: 'The challenge is the verifier itself, not its hash',
  'hex-digest': 'The challenge is the hash as hexadecimal',
  'padded-challenge': 'The challenge has padding at its end',
  'standard-base64': 'The challenge is base64 with + and /',
  'decoded-bytes': 'The challenge is the hash of the decoded bytes, not of the text',
  'hashed-line-break':
    'The challenge is the hash of the verifier and a line break: `echo` adds one',
};

function fits({ task, code, sent }: Case): boolean {
  return (
    task === 'token' &&
    sent.get('grant_type') === 'authorization_code' &&
    (/^SANDBOX-PKCE-[1-4]$/.test(code ?? '') || code === 'invalid_grant')
  );
}

const shared = ({ exchange }: Case) => ({
  who: 'developer' as const,
  evidence: [{ source: exchange.id, parameter: name }],
  sources: [rfc(7636, '4.6')],
});

/** Restores the verifier; where the code in hand lives on, a new one is offered too. */
function offers(one: Case, label: string): Offer[] {
  const restored = putBack(one, [name], label);
  return isCodeSpent(one)
    ? [restored]
    : [restored, { label: 'Ask for a new code', action: { kind: 'fresh-code' } }];
}

const challengeAgain = (one: Case): Offer[] => [
  signInWith(
    one,
    ['code_challenge', 'code_challenge_method'],
    'Put the challenge right and sign in again',
  ),
];

/** LINT-161: a verifier for a code that no challenge is bound to. */
export const verifierWithoutChallenge: DiagnosisRule = (one) => {
  if (!fits(one) || !one.sent.get(name) || one.authorized.size === 0) return undefined;
  if (one.authorized.get('code_challenge')) return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-161',
    title: `${capitalise(where(one, 'authorize'))} sent no challenge`,
    why: 'The code is not bound to a challenge, so a verifier proves nothing. The server refuses it: somebody may have removed the challenge on the way.',
    fix: 'Send code_challenge and code_challenge_method=S256 with the authorization request.',
    sources: [rfc(9700, '4.8.2')],
    actions: challengeAgain(one),
  });
};

/** LINT-160: a challenge was sent, and no verifier. */
export const verifierMissing: DiagnosisRule = (one) => {
  const { code, sent, authorized } = one;
  if (!fits(one) || sent.get(name)) return undefined;
  if (code !== 'SANDBOX-PKCE-1' && !authorized.get('code_challenge')) return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-160',
    title: 'The verifier is missing',
    why: `${capitalise(where(one, 'authorize'))} sent a challenge, so the code is useless without its verifier. A sign-in on the whole page clears what was in memory.`,
    fix: 'Store the verifier in sessionStorage, or in the session of your server, before the redirect.',
    sources: [rfc(7636, '4.5')],
    actions: offers(one, 'Put it back'),
  });
};

/** LINT-041: the method was left out, which means plain, and the verifier was hashed all the same. */
export const comparedPlain: DiagnosisRule = (one) => {
  const { sent, authorized } = one;
  const challenge = authorized.get('code_challenge') ?? '';
  const verifier = sent.get(name) ?? '';
  if (!fits(one) || challenge === '' || verifier === challenge) return undefined;
  // Sent as plain, it was meant so; and two masks are two texts, whatever they hide.
  if (authorized.get('code_challenge_method') || isMasked(verifier)) return undefined;
  const asked = where(one, 'authorize');
  return finding({
    ...shared(one),
    id: 'LINT-041',
    title: 'The server compares without hashing',
    why: `${capitalise(asked)} did not say S256, and without code_challenge_method the server uses plain: verifier and challenge must be the same text. Yours is a hash.`,
    fix: 'Send code_challenge_method=S256.',
    comparison: expectedAndSent(
      { label: `Challenge, ${asked}`, text: challenge, maker: 'app' },
      verifier,
    ),
    sources: [rfc(7636, '4.3')],
    actions: challengeAgain(one),
  });
};

/** LINT-164: the challenge, the code or the state was sent in the verifier's place. */
export const otherValueForVerifier: DiagnosisRule = (one) => {
  const { sent, authorized, values } = one;
  const verifier = sent.get(name) ?? '';
  if (!fits(one) || verifier === '' || values?.[name]?.value === verifier) return undefined;
  if (isCovered(verifier)) return undefined;
  const others: [string, string | undefined][] = [
    ['challenge', authorized.get('code_challenge')],
    ['state', authorized.get('state')],
    ['code', sent.get('code')],
  ];
  const found = others.find(([, value]) => value === verifier)?.[0];
  if (found === undefined) return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-164',
    title: `The ${found} was sent as the verifier`,
    why:
      found === 'challenge'
        ? 'The server hashes what it gets, so it compares the hash of a hash with the hash.'
        : 'The server hashes what it gets, and the result is not your challenge.',
    fix: `Send the challenge in ${where(one, 'authorize')} and the verifier in ${where(one, 'token')}.`,
    actions: offers(one, 'Put it right'),
  });
};

/** LINT-163, LINT-165, LINT-048: the hash of the verifier is recomputed in every usual wrong way. */
export const verifierRecomputed: DiagnosisRule = (one) => {
  const { authorized, verifier: diagnosis } = one;
  if (!fits(one) || !diagnosis?.match) return undefined;
  const { hash, match, tried } = diagnosis;
  const challenge = authorized.get('code_challenge') ?? '';
  const asked = where(one, 'authorize');
  const comparison: ComparisonRow[] = [
    { label: `Challenge, ${asked}`, segments: plainSegments(challenge), maker: 'app' },
    {
      label: 'Hash of what you sent',
      segments: plainSegments(hash),
      ...(hash === challenge ? {} : { verdict: 'differs' as const }),
    },
  ];
  const excluded = tried.map((cause) => ({ cause }));
  return match.side === 'verifier'
    ? finding({
        ...shared(one),
        id: 'LINT-163',
        title: verifierMistakes[match.id],
        why: `A shell, a form or a file added it. A verifier may not have this character, and with it the hash is another one than the challenge of ${asked}.`,
        fix: 'Trim what you read before you send it.',
        comparison: [
          ...comparison,
          {
            label: 'Without it',
            segments: plainSegments(challenge),
            maker: 'app',
            verdict: 'same',
          },
        ],
        excluded,
        actions: offers(one, 'Remove it'),
      })
    : finding({
        ...shared(one),
        id: 'LINT-048',
        title: verifierMistakes[match.id],
        why: `The verifier is right, and the challenge of ${asked} was made in another way.`,
        fix: 'Make it base64url, without padding, of SHA-256 over the text of the verifier.',
        comparison,
        excluded,
        sources: [rfc(7636, '4.2')],
        actions: challengeAgain(one),
      });
};

/** LINT-165: verifier and challenge do not belong together. */
export const verifierMismatch: DiagnosisRule = (one) => {
  const { sent, authorized, values, verifier: diagnosis, code } = one;
  const given = sent.get(name) ?? '';
  const challenge = authorized.get('code_challenge') ?? '';
  if (!fits(one) || given === '' || (diagnosis && diagnosis.hash === challenge)) return undefined;
  if (code === 'invalid_grant' && (!diagnosis || isMasked(given))) return undefined;
  const asked = where(one, 'authorize');
  const held = values?.[name]?.value ?? '';
  const isOther = held !== '' && held !== given;
  const at = commonEnds(given, held).start;
  const character = [...given][at];
  const what =
    character !== undefined && isInvisible(character) ? ` It has ${nameCharacter(character)}.` : '';
  const rows: ComparisonRow[] = diagnosis
    ? [
        { label: `Challenge, ${asked}`, segments: plainSegments(challenge), maker: 'app' },
        {
          label: 'Hash of what you sent',
          segments: plainSegments(diagnosis.hash),
          verdict: 'differs',
        },
      ]
    : [];
  return finding({
    ...shared(one),
    id: 'LINT-165',
    title: isOther
      ? 'This is not the verifier that your app made'
      : 'The verifier does not match the challenge',
    certainty: isOther || code === 'SANDBOX-PKCE-2' ? 'certain' : 'likely',
    why: `The server hashed what you sent and compared it with the challenge of ${asked}. They differ. ${
      isOther
        ? `Your app’s own verifier differs from it at character ${at + 1}.${what}`
        : 'The challenge belongs to another verifier: a second tab or press may have made a new one.'
    }`,
    fix: 'Store one verifier for each sign-in before the redirect, and send that one.',
    comparison: isOther
      ? [...rows, ...expectedAndSent({ label: 'Your verifier', text: held, maker: 'app' }, given)]
      : rows,
    ...(diagnosis ? { excluded: diagnosis.tried.map((cause) => ({ cause })) } : {}),
    actions: isOther ? offers(one, 'Restore it') : challengeAgain(one),
  });
};

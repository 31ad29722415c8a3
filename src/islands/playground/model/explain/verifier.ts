import { diagnoseVerifier } from '#diagnosis/compare/verifier.ts';
import type { VerifierMistake } from '#diagnosis/compare/verifier.ts';
import { nameCharacter } from '#diagnosis/compare/characters.ts';
import { capitalise } from '#protocol/text/capitalise.ts';
import { commonEnds } from '#protocol/text/common-ends.ts';
import { isInvisible } from '#protocol/text/invisible.ts';
import type { ExplainContext } from '../explain-context.ts';
import type { ComparisonRow, Explanation, Fix, FixAction } from './explanation.ts';
import { comparedSegments, plainSegments } from './segments.ts';

const codes = /^SANDBOX-PKCE-[1-4]$/;

const titles: Record<VerifierMistake['id'], string> = {
  'line-break': 'The verifier carries a line break at its end',
  'carriage-return': 'The verifier carries a carriage return at its end',
  space: 'The verifier carries white space at an end',
  padding: 'The verifier carries padding at its end',
  plain: 'The challenge is the verifier itself, not its hash',
  'hex-digest': 'The challenge is the hash as hexadecimal',
  'padded-challenge': 'The challenge carries padding at its end',
  'standard-base64': 'The challenge is base64 with + and /',
  'decoded-bytes': 'The challenge hashes the decoded bytes, not the text',
};

function fixesFor(context: ExplainContext, button: string): Fix[] {
  const { step, values } = context;
  const spent = values['code']?.spentAt !== undefined;
  const name = 'code_verifier';
  const again: FixAction = spent
    ? { kind: 'fresh-code', step, restore: [name] }
    : { kind: 'restore', step, names: [name], send: true };
  const label = spent ? `${button} and get a fresh code` : `${button} and send`;
  return [
    { label, action: again },
    ...(spent ? [] : [{ label: 'Ask for a new code', action: { kind: 'fresh-code' as const } }]),
  ];
}

/** The mistake was made with the challenge, in step 2: a new request is needed. */
const atAuthorize: Fix[] = [
  {
    label: 'Put the challenge right and sign in again',
    action: {
      kind: 'fresh-code',
      step: 'authorize',
      restore: ['code_challenge', 'code_challenge_method'],
    },
  },
];

/** The verifier is missing, malformed, not bound, or does not hash to the challenge. */
export async function explainVerifier(context: ExplainContext): Promise<Explanation | undefined> {
  const { task, code, sent, authorized, values, where } = context;
  const asked = where('authorize');
  const began = capitalise(asked);
  const fits = codes.test(code ?? '') || code === 'invalid_grant';
  if (task !== 'token' || !fits || sent['grant_type'] !== 'authorization_code') return undefined;
  const verifier = sent['code_verifier'] ?? '';
  const challenge = authorized['code_challenge'] ?? '';
  const plain = (authorized['code_challenge_method'] ?? '') !== 'S256';
  const shared = {
    certainty: 'certain' as const,
    comparison: [] as ComparisonRow[],
    alsoTried: [] as string[],
    about: {
      label: 'RFC 7636 4.6',
      href: 'https://www.rfc-editor.org/rfc/rfc7636.html#section-4.6',
    },
  };
  if (challenge === '') {
    if (verifier === '') return undefined;
    return {
      ...shared,
      title: `${began} sent no challenge`,
      sentences: [
        'The code is not bound to a challenge, so a verifier proves nothing. The server refuses it: somebody may have taken the challenge out on the way.',
      ],
      fixes: atAuthorize,
    };
  }
  if (verifier === '') {
    return {
      ...shared,
      title: 'The verifier is missing',
      sentences: [
        `${began} sent a challenge, so the server waits for the verifier that belongs to it. An app often loses it on the way to the sign-in and back: store it before the redirect.`,
      ],
      fixes: fixesFor(context, 'Put it back'),
    };
  }
  if (plain) {
    if (verifier === challenge) return undefined;
    return {
      ...shared,
      title: 'The server compares without hashing',
      sentences: [
        `${began} did not say S256, and without code_challenge_method the server takes plain: verifier and challenge must be the same text. Yours is a hash.`,
      ],
      comparison: [
        { label: `Challenge, ${asked}`, segments: plainSegments(challenge), maker: 'app' },
        {
          label: 'What you sent',
          segments: comparedSegments(verifier, challenge),
          verdict: 'differs',
        },
      ],
      fixes: atAuthorize,
    };
  }

  const { hash, match, tried } = await diagnoseVerifier(verifier, challenge);
  const rows: ComparisonRow[] = [
    { label: `Challenge, ${asked}`, segments: plainSegments(challenge), maker: 'app' },
    {
      label: 'Hash of what you sent',
      segments: plainSegments(hash),
      ...(hash === challenge ? {} : { verdict: 'differs' as const }),
    },
  ];
  if (match?.side === 'verifier') {
    return {
      ...shared,
      title: titles[match.id],
      sentences: [
        `The server hashed what you sent and compared it with the challenge of ${asked}. They differ from the first character, so we tried every usual mistake. One of them matches.`,
      ],
      comparison: [
        ...rows,
        {
          label: 'Without it',
          segments: plainSegments(challenge),
          maker: 'app',
          verdict: 'same',
        },
      ],
      alsoTried: tried,
      fixes: fixesFor(context, 'Remove it'),
    };
  }
  if (match) {
    return {
      ...shared,
      title: titles[match.id],
      sentences: [
        `The verifier is right and the challenge of ${asked} was made another way. It must be base64url, without padding, of SHA-256 over the text of the verifier.`,
      ],
      comparison: rows,
      alsoTried: tried,
      fixes: atAuthorize,
    };
  }
  if (hash === challenge) return undefined;

  const held = values['code_verifier']?.value ?? '';
  const differs = held !== '' && held !== verifier;
  const at = commonEnds(verifier, held).start;
  const character = [...verifier][at];
  const what =
    character !== undefined && isInvisible(character) ? ` It has ${nameCharacter(character)}.` : '';
  return {
    ...shared,
    title: differs
      ? 'This is not the verifier that your app made'
      : 'The verifier does not match the challenge',
    certainty: differs ? 'certain' : 'likely',
    sentences: [
      `The server hashed what you sent and compared it with the challenge of ${asked}. They differ.`,
      differs
        ? `Your app’s own verifier parts from it at character ${at + 1}.${what}`
        : 'The challenge belongs to another verifier: a second tab or a second press may have made a new one.',
    ],
    comparison: differs
      ? [
          ...rows,
          {
            label: 'Your verifier',
            segments: comparedSegments(held, verifier),
            maker: 'app',
          },
          {
            label: 'What you sent',
            segments: comparedSegments(verifier, held),
            verdict: 'differs',
          },
        ]
      : rows,
    alsoTried: tried,
    fixes: differs ? fixesFor(context, 'Restore it') : atAuthorize,
  };
}

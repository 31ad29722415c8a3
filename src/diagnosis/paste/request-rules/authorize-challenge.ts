import { rfc } from '#flows/specs.ts';
import { valueOf } from '../parameters.ts';
import { isAccepted, isReadable, isWhole, type RequestRule, said } from './rule.ts';

/** LINT-040: no PKCE, where the app is known to have no secret, and a note where it is not. */
export const challengeMissing: RequestRule = (one, within, { recognised }) => {
  if (one.task !== 'authorize' || valueOf(one, 'response_type') !== 'code') return undefined;
  if (valueOf(one, 'code_challenge') !== '' || valueOf(one, 'client_id') === '') return undefined;
  if (!isWhole(one, within, recognised.text)) return undefined;
  const isPublic = one.app?.clientType === 'public';
  return said(one, 'code_challenge', {
    id: 'LINT-040',
    kind: isPublic ? (isAccepted(one) ? 'risk' : 'wrong') : 'note',
    title: 'There is no PKCE: `code_challenge` is missing',
    why: isPublic
      ? 'This app has no secret, so anybody who gets the code can exchange it.'
      : 'RFC 9700 recommends it for an app with a secret too: a code planted in another browser then fails.',
    fix: 'Make a verifier for each sign-in and send its hash, with `code_challenge_method=S256`.',
    sources: [rfc(9700, '2.1.1')],
  });
};

/** LINT-041, LINT-042, LINT-043: the method. */
export const challengeMethod: RequestRule = (one, within, { recognised }) => {
  if (one.task !== 'authorize' || isAccepted(one)) return undefined;
  const method = valueOf(one, 'code_challenge_method');
  const challenge = valueOf(one, 'code_challenge');
  if (method === '' && challenge === '') return undefined;
  const isEnd = isWhole(one, within, recognised.text);
  if (challenge === '') {
    return isEnd
      ? said(one, 'code_challenge_method', {
          id: 'LINT-043',
          title: 'A challenge method came without a challenge',
          why: '`code_challenge_method` says how `code_challenge` was made, and there is none: it is missing, or its name is misspelt.',
          fix: 'Send `code_challenge` with it.',
          sources: [rfc(7636, '4.3')],
        })
      : undefined;
  }
  if (method === 'S256' || (method !== '' && !isReadable(method))) return undefined;
  if (method === '' || method === 'plain') {
    if (method === '' && !isEnd) return undefined;
    return said(one, method === '' ? 'code_challenge' : 'code_challenge_method', {
      id: 'LINT-041',
      kind: 'risk',
      title:
        method === ''
          ? '`code_challenge_method` is missing, which means plain'
          : '`code_challenge_method` is plain',
      why: `The server then compares the verifier with the challenge as they are: a challenge that is a hash never matches, and anybody who reads this request knows one that is not.`,
      fix: 'Hash the verifier, and send `code_challenge_method=S256`.',
      sources: [rfc(7636, '4.3')],
    });
  }
  return said(one, 'code_challenge_method', {
    id: 'LINT-042',
    title: `There is no \`code_challenge_method\` \`${method}\``,
    why: 'The server knows S256 and plain, and refuses what it does not know.',
    fix: 'Write `S256`, capital S, no hyphen.',
    sources: [rfc(7636, '4.3')],
  });
};

/** What a challenge of that length is, as a sentence. */
function madeOf(challenge: string): string | undefined {
  if (/^[\da-f]{64}$/i.test(challenge)) return '64 hexadecimal digits are SHA-256 in hex.';
  if (/^[\da-f]{128}$/i.test(challenge)) return '128 hexadecimal digits are SHA-512 in hex.';
  const bare = challenge.replace(/=+$/, '');
  if (bare.length === 43) return 'It is as long as SHA-256, with padding at its end.';
  if (bare.length === 86) {
    return '86 characters are SHA-512, or the hexadecimal text of SHA-256 encoded once more.';
  }
  return undefined;
}

/** LINT-044, LINT-045: a challenge that no SHA-256 in base64url is. */
export const challengeForm: RequestRule = (one) => {
  const challenge = valueOf(one, 'code_challenge');
  if (one.task !== 'authorize' || isAccepted(one) || !isReadable(challenge)) return undefined;
  if (valueOf(one, 'code_challenge_method') === 'plain') return undefined;
  const shared = { sources: [rfc(7636, '4.2')] };
  const bare = challenge.replace(/=+$/, '');
  if (/[+/ ]/.test(challenge) || (bare !== challenge && bare.length === 43)) {
    return said(one, 'code_challenge', {
      ...shared,
      id: 'LINT-044',
      title: 'The challenge is base64, not base64url',
      why: 'base64url of a challenge has 43 characters and no padding. Standard base64 has `+`, `/` and `=`, and a `+` in an address arrives as a space.',
      fix: 'Turn + into -, / into _, and remove the =.',
    });
  }
  if (valueOf(one, 'code_challenge_method') !== 'S256' || challenge.length === 43) return undefined;
  return said(one, 'code_challenge', {
    ...shared,
    id: 'LINT-045',
    title: `A challenge of ${challenge.length} characters is not SHA-256 in base64url`,
    why: `SHA-256 in base64url has 43 characters. ${madeOf(challenge) ?? 'This was cut, or is another text.'}`,
    fix: 'Hash the text of the verifier with SHA-256, and encode the 32 octets (not their hexadecimal digits) with base64url.',
  });
};

/** The example of RFC 7636, Appendix B. */
export const sample = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
};

/** LINT-047: the challenge that is printed in the specification. */
export const challengeOfSpecification: RequestRule = (one) =>
  one.task === 'authorize' && valueOf(one, 'code_challenge') === sample.challenge
    ? said(one, 'code_challenge', {
        id: 'LINT-047',
        kind: 'risk',
        title: 'The challenge is the example of RFC 7636',
        why: 'Everybody knows its verifier, so it protects no code.',
        fix: 'Make a random verifier for each sign-in.',
        sources: [rfc(7636, 'B')],
      })
    : undefined;

import { rfc } from '#flows/specs.ts';
import type { Case } from '../../case.ts';
import { names, valueOf } from '../parameters.ts';
import { sample } from './authorize-challenge.ts';
import { isAccepted, isReadable, isWhole, type RequestRule, said, shows } from './rule.ts';

const isExchange = (one: Case): boolean => valueOf(one, 'grant_type') === 'authorization_code';

/** LINT-157: no code, or more than a code. */
export const codeOfExchange: RequestRule = (one, within, { recognised }) => {
  if (!isExchange(one) || isAccepted(one) || !shows(one, 'request body')) return undefined;
  const code = valueOf(one, 'code');
  const shared = { id: 'LINT-157' as const, sources: [rfc(6749, '4.1.3')] };
  if (code === '' || /^(?:undefined|null|none)$/i.test(code)) {
    if (code === '' && !isWhole(one, within, recognised.text)) return undefined;
    return said(one, 'code', {
      ...shared,
      title:
        code !== ''
          ? `\`code\` is the word \`${code}\``
          : names(one, 'code')
            ? '`code` is empty'
            : '`code` is missing',
      why: 'There is nothing to exchange: your program did not find the code in the address that the browser came back to.',
      fix: 'Read the parameter `code` from the query of the callback (`location.search`, not `location.hash`).',
    });
  }
  if (!isReadable(code)) return undefined;
  if (/^https?:\/\//i.test(code) || /[?&](?:code|state)=/.test(code)) {
    return said(one, 'code', {
      ...shared,
      title: 'The whole address was sent as the code',
      why: 'The code is only the value of one parameter of that address.',
      fix: 'Read it with a URL parser: `new URL(address).searchParams.get("code")`.',
    });
  }
  return /%[\da-f]{2}/i.test(code)
    ? said(one, 'code', {
        ...shared,
        title: 'The code is percent-encoded twice',
        why: 'After decoding it still has `%2B` or the like: your program read it without decoding, and the library encoded it again. So the server gets another text than it issued.',
        fix: 'Decode the code once when you read it, with a URL parser, and let the library encode it once.',
      })
    : undefined;
};

/** LINT-162, LINT-163: a verifier that the specification does not allow. */
export const verifierForm: RequestRule = (one) => {
  const verifier = valueOf(one, 'code_verifier');
  if (!isExchange(one) || isAccepted(one) || !isReadable(verifier)) return undefined;
  const shared = { sources: [rfc(7636, '4.1')] };
  const [odd] = /[^\w.~-]/.exec(verifier) ?? [];
  if (odd !== undefined) {
    const isBase64 = /^[\w+/ -]+=*$/.test(verifier);
    return said(one, 'code_verifier', {
      ...shared,
      id: 'LINT-163',
      title: 'The verifier has a character that a verifier may not have',
      why: `Letters, digits, - . _ and ~ are allowed.${
        isBase64
          ? ' `+`, `/` and `=` are from standard base64; a verifier uses base64url.'
          : ' A quote, a space or a line break came with it.'
      }`,
      fix: 'Make it from 32 random bytes in base64url without padding, and hash that same text.',
    });
  }
  if (verifier.length >= 43 && verifier.length <= 128) return undefined;
  return said(one, 'code_verifier', {
    ...shared,
    id: 'LINT-162',
    title: `A verifier of ${verifier.length} characters is too ${verifier.length < 43 ? 'short' : 'long'}`,
    why: 'It has 43 to 128 characters: others can guess a shorter one, and the server refuses both.',
    fix: 'Make it from 32 random bytes in base64url, which gives 43 characters.',
  });
};

/** LINT-166: a verifier that others can know. */
export const verifierGuessable: RequestRule = (one) => {
  const verifier = valueOf(one, 'code_verifier');
  if (!isReadable(verifier) || verifier.length < 43) return undefined;
  const what =
    verifier === sample.verifier
      ? 'the example of RFC 7636'
      : new Set(verifier).size < 8
        ? 'made of few different characters'
        : /^(.{4,40}?)\1+.{0,4}$/.test(verifier)
          ? 'one short text again and again'
          : undefined;
  return what === undefined
    ? undefined
    : said(one, 'code_verifier', {
        id: 'LINT-166',
        kind: 'risk',
        title: `The verifier can be guessed: it is ${what}`,
        why: 'It protects the code only if nobody else knows it.',
        fix: 'Make 32 random bytes for each sign-in, with a generator for secrets.',
        sources: [rfc(7636, '7.1')],
      });
};

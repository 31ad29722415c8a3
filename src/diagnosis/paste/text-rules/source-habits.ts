import { ruleOf } from '#app-settings/rules/index.ts';
import { rfc } from '#flows/specs.ts';
import type { PasteRule } from '../paste-case.ts';
import { foundIn, saidOf } from './rule.ts';

/** LINT-309: a login within a loop that calls the API. */
export const loginInLoop: PasteRule = ({ recognised: { text } }) => {
  if (!/(?:\.|->)\s?(?:login|authorize)\s?\(/i.test(text)) return undefined;
  const found = foundIn(
    text,
    /\b(?:(?:for|foreach|while|each|map|forEach)[ \t]?\(|(?:for|each|map)\b[^\n]{0,60}(?:\bin\b|\bof\b|\bdo\b|\{))[^\n]{0,120}[\n{:(]\s*(?:[^\n]{0,120}\n){0,3}?[^\n]{0,80}(?:\.|->)\s?(?:login|authorize|Authorize)\s?\(/,
  );
  return (
    found &&
    saidOf(found, 'login', {
      id: 'LINT-309',
      kind: 'risk',
      certainty: 'likely',
      title: 'The program signs in within a loop, once for each call',
      why: 'A token lasts an hour, for as many calls as you make. RingCentral accepts five sign-ins a minute (429, CMN-301), and ends the oldest session of a user and an app past five.',
      fix: 'Sign in once before the loop, keep the token, and refresh it when it expires.',
    })
  );
};

/** LINT-309: a 429 that is answered by the same request at once. */
export const retriedAtOnce: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(text, /\b429\b\)?[^\n]{0,40}(?:continue|retry|goto|again)\b[^\n]{0,60}/);
  return found && !/sleep|wait|delay|setTimeout|retry-?after|backoff/i.test(text)
    ? saidOf(found, '429', {
        id: 'LINT-309',
        kind: 'risk',
        certainty: 'likely',
        title: 'After a 429 the program asks again at once',
        why: 'Each request during the wait starts it again, so it never ends.',
        fix: 'Wait as long as Retry-After says, and keep the token for all calls.',
      })
    : undefined;
};

/** LINT-178: several refreshes at the same time. */
export const refreshedInParallel: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\b(?:Promise\.all|asyncio\.gather|Task\.WhenAll|Parallel\.\w{1,20})\s?\([^;]{0,200}\brefresh\w{0,20}\s?\(/,
  );
  return (
    found &&
    saidOf(found, 'refresh', {
      id: 'LINT-178',
      kind: 'risk',
      certainty: 'likely',
      title: 'The program refreshes several times at once',
      why: 'A refresh token works once: the second request sends one that was used (OAU-213).',
      fix: 'Let one refresh run, and let the others wait for it and use its tokens.',
      sources: [rfc(9700, '4.14')],
    })
  );
};

/** LINT-157: a code cut out of an address by hand. */
export const codeCutByHand: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /(?:split|explode|partition|Split)\s?\(\s*['"][?&]?code=['"][^\n]{0,60}|(?:substring|substr|slice)\s?\([^)\n]{0,40}indexOf\(\s*['"][?&]?code=[^\n]{0,60}/,
  );
  return (
    found &&
    saidOf(found, 'code', {
      id: 'LINT-157',
      kind: 'risk',
      certainty: 'likely',
      title: 'The program cuts the code out of the address itself, with what follows it',
      why: 'state and expires_in follow it in the address, and the code stays percent-encoded. The server then knows no such code (OAU-106).',
      fix: 'Read it with a URL parser, which decodes it once: `new URL(location.href).searchParams.get("code")`.',
      sources: [rfc(6749, '4.1.3')],
    })
  );
};

/** LINT-253: a header that ends behind its scheme. */
export const bearerAlone: PasteRule = ({ recognised: { text }, exchanges }) => {
  const found = foundIn(
    text,
    /^[> \t]{0,40}["']?authorization["']?[ \t]{0,9}[:=][ \t]{0,9}["']?bearer["']?[ \t\r]{0,9}$/im,
  );
  if (!found || exchanges.some(({ one }) => one.exchange.request.url !== '')) return undefined;
  return saidOf(found, 'Authorization', {
    id: 'LINT-253',
    title: 'There is nothing after `Bearer`',
    why: 'Your program has no token when it makes the header: a variable is empty, or it did not wait for the sign-in.',
    fix: 'Look at what your program reads before it sends it; write Bearer, one space, and the token.',
    sources: [rfc(6750, '2.1')],
  });
};

const basicMade: readonly [pattern: RegExp, title: string, fix: string][] = [
  [
    /\b(?:base64\.encodestring|base64\.encodebytes|Base64\.encode64|getMimeEncoder|Base64FormattingOptions\.InsertLineBreaks)\b/,
    'The program makes the Basic header with a function that breaks lines',
    'Use the one without line breaks: `base64.b64encode` in Python, `Base64.strict_encode64` in Ruby, `Base64.getEncoder()` in Java.',
  ],
  [
    /\b(?:btoa|b64encode|base64_encode|ToBase64String|strict_encode64)\s?\(\s*\$?\w*(?:client_?id|app_?key|key|id)\s*[+.]\s*\$?\w*secret\b/i,
    'The program encodes client id and secret without the colon between them',
    'Join them with a colon before you encode: client id, `:`, client secret.',
  ],
];

/** LINT-169: how a program makes its Basic header. */
export const basicMadeWrong: PasteRule = ({ recognised: { text } }) => {
  for (const [pattern, title, fix] of basicMade) {
    const found = foundIn(text, pattern);
    if (!found) continue;
    return saidOf(found, 'Authorization', {
      id: 'LINT-169',
      certainty: 'likely',
      title,
      why: 'The server decodes the header and reads the part before the first colon as the client id. If there is a line break or no colon, it is empty (“Invalid client: ”).',
      fix,
      sources: [rfc(7617, '2')],
    });
  }
  return undefined;
};

/** LINT-046: a verifier that is handed over as the challenge. */
export const challengeNotHashed: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\bcode_?challenge["'`]?\s{0,4}(?:[:=]|=>)\s{0,4}(?:["'`]\s{0,4}[.+&]\s{0,4}|[$#]?\{|\\\()?\$?\w{0,30}verifier\b(?!\s*\()/i,
  );
  return found && /S256/.test(text)
    ? saidOf(found, 'code_challenge', {
        id: 'LINT-046',
        certainty: 'likely',
        title: 'The challenge is the verifier itself, and the method says S256',
        why: 'The server hashes the verifier and compares: the challenge has to be base64url of its SHA-256.',
        fix: 'Hash the verifier with SHA-256 and encode the octets with base64url, without padding.',
        sources: [rfc(7636, '4.2')],
      })
    : undefined;
};

/** X20: a grant that is for partners. */
export const clientCredentials: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\bgrant[_-]?type["'`\]]{0,3}\s{0,4}(?:=>|[:=,]|\bto\b)\s{0,4}["'`]?client_credentials\b|\bclientcredentials\.Config\b/i,
  );
  return (
    found &&
    saidOf(found, 'grant_type', {
      id: 'X20',
      kind: 'risk',
      certainty: 'likely',
      title: 'Client credentials are only for RingCentral’s partners (X20)',
      why: ruleOf('X20').words,
      fix: 'Use a JWT for a program without a user.',
      sources: [...ruleOf('X20').source],
    })
  );
};

/** LINT-309: a refresh by a clock that runs too fast. */
export const refreshedTooOften: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\bsetInterval\([^;]{0,160}\brefresh\w{0,20}[^;]{0,80},\s*\d{1,5}\s*\)/,
  );
  return (
    found &&
    saidOf(found, 'refresh', {
      id: 'LINT-309',
      kind: 'risk',
      certainty: 'likely',
      title: 'The program refreshes far more often than once an hour',
      why: 'An access token lasts an hour. RingCentral accepts five token requests a minute (429, CMN-301), and each refresh ends the old token.',
      fix: 'Refresh once, a minute before the token expires.',
    })
  );
};

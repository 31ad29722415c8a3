import { rfc } from '#flows/specs.ts';
import { readBasic } from '#protocol/basic.ts';
import { nameCharacter } from '../../compare/characters.ts';
import { type Case, header, isMasked, isStandIn } from '../../case.ts';
import { finding } from '../../finding.ts';
import { putBack } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** Where an app proves who it is. */
const proves = ({ task }: Case): boolean =>
  task === 'token' || task === 'refresh' || task === 'revoke';

const name = 'Authorization';
const missing = new Set(['OAU-123', 'invalid_client', 'OAU-146']);

/** LINT-173: an app with a secret proved nothing. */
export const secretMissing: DiagnosisRule = (one) => {
  const { app, code, sent, exchange } = one;
  if (!proves(one) || app?.clientType !== 'confidential' || !missing.has(code ?? '')) {
    return undefined;
  }
  if (header(one, name) || sent.has('client_secret') || sent.has('client_assertion')) {
    return undefined;
  }
  return finding({
    id: 'LINT-173',
    who: 'developer',
    title: 'The request has no secret, and this app has one',
    why: 'The server needs the secret. Perhaps a setting is empty or not read, an option of a library has a wrong name, or a proxy strips the header.',
    fix: 'Send `Authorization: Basic` with client id and secret, at each token, refresh and revocation request.',
    evidence: [{ source: exchange.id, parameter: name }],
    sources: [rfc(6749, '2.3.1')],
    actions: [putBack(one, [name], 'Put the header back')],
  });
};

/** LINT-168: two proofs at once. */
export const secretTwice: DiagnosisRule = (one) => {
  const { sent, exchange } = one;
  // A proxy's page says nothing of the request.
  if (!proves(one) || one.code === undefined) return undefined;
  if (!header(one, name) || !sent.has('client_secret')) return undefined;
  return finding({
    id: 'LINT-168',
    who: 'developer',
    title: 'The secret is in the header and in the body',
    why: 'A client must not authenticate in two ways at once.',
    fix: 'Keep `Authorization: Basic` and remove `client_secret` from the body.',
    evidence: [{ source: exchange.id, parameter: 'client_secret' }],
    sources: [rfc(6749, '2.3')],
    actions: [],
  });
};

/** LINT-172: the scheme of the API at an endpoint of the authorization server. */
export const bearerForBasic: DiagnosisRule = (one) => {
  const { exchange } = one;
  const scheme = header(one, name) ?? '';
  if (!proves(one) || one.code === undefined) return undefined;
  if (scheme === '' || /^basic\s/i.test(scheme) || isStandIn(scheme)) return undefined;
  return finding({
    id: 'LINT-172',
    who: 'developer',
    title: 'The Authorization header is not Basic',
    why: 'In a token request the app authenticates, with its client id and secret. Bearer and a token are for the API.',
    fix: 'Send `Authorization: Basic`, with base64 of client id, colon, client secret.',
    evidence: [{ source: exchange.id, parameter: name }],
    sources: [rfc(6749, '2.3.1')],
    actions: [putBack(one, [name], 'Restore the header')],
  });
};

const surplus = /^\s+|\s+$/;

/** LINT-169: white space was encoded with the id or the secret, where nobody sees it. */
export const secretWithSpace: DiagnosisRule = (one) => {
  const { code, exchange } = one;
  if (!proves(one) || (code !== 'OAU-146' && code !== 'invalid_client')) return undefined;
  const basic = readBasic(header(one, name) ?? '');
  if (basic.kind !== 'basic') return undefined;
  const { id, secret } = basic.raw;
  const found = surplus.exec(secret)?.[0] ?? surplus.exec(id)?.[0];
  const [character] = found ?? '';
  if (character === undefined) return undefined;
  const which = surplus.test(secret) ? 'secret' : 'client id';
  return finding({
    id: 'LINT-169',
    who: 'developer',
    title: `The ${which} carries ${nameCharacter(character)}`,
    why: `\`echo\` adds a line break, and base64 hides it. The server compares its ${which} with yours and ${nameCharacter(character)}.`,
    fix: 'Use `printf`, or `echo -n`; trim what you read from a file.',
    evidence: [{ source: exchange.id, parameter: name }],
    sources: [rfc(7617, '2')],
    actions: [putBack(one, [name], 'Remove it')],
  });
};

/** LINT-169: a Basic header that cannot be read. */
export const basicUnreadable: DiagnosisRule = (one) => {
  const { exchange, code } = one;
  const given = header(one, name) ?? '';
  if (!proves(one) || !/^basic\b/i.test(given) || isMasked(given)) return undefined;
  if (readBasic(given).kind === 'basic') {
    return undefined;
  }
  if (code !== 'OAU-134' && code !== 'OAU-123' && code !== 'invalid_client') return undefined;
  return finding({
    id: 'LINT-169',
    who: 'developer',
    title: 'The Basic header cannot be read',
    why: 'It is not base64, or there is no colon between client id and secret after decoding.',
    fix: 'Send Basic, one space, and base64 of client id, colon, client secret, on one line.',
    evidence: [{ source: exchange.id, parameter: name }],
    sources: [rfc(7617, '2')],
    actions: [putBack(one, [name], 'Restore the header')],
  });
};

/** OAU-146: the id is known and the secret is another one. */
export const secretWrong: DiagnosisRule = (one) => {
  const { code, exchange } = one;
  if (!proves(one) || code !== 'OAU-146') return undefined;
  return finding({
    id: 'OAU-146',
    who: 'developer',
    title: 'The client secret is wrong',
    why: 'The server knows the id, and its secret is another one. Perhaps yours is from a second app, from another environment, or from before a renewal.',
    fix: 'Copy both from the same app, in the same environment.',
    evidence: [{ source: exchange.id, parameter: name }],
    sources: [rfc(6749, '5.2')],
    actions: [putBack(one, [name], 'Restore the header')],
  });
};

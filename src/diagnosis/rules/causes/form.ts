import { rfc } from '#flows/specs.ts';
import { type Case, header } from '../../case.ts';
import { finding } from '../../finding.ts';
import { putBack } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

const atToken = ({ task, exchange }: Case): boolean =>
  task === 'token' || task === 'refresh' || exchange.request.url.includes('/oauth/token');

/** LINT-151, LINT-152: the body is no form. */
export const bodyIsNoForm: DiagnosisRule = (one) => {
  const { exchange, code } = one;
  if (!atToken(one) || (exchange.response?.status ?? 0) < 400) return undefined;
  const type = header(one, 'content-type') ?? '';
  const { body = '' } = exchange.request;
  const json = /json/i.test(type) || /^\s*\{/.test(body);
  const multipart = /^multipart\//i.test(type);
  if (
    (!json && !multipart) ||
    !(code === 'OAU-250' || code === 'invalid_request' || exchange.response?.status === 415)
  )
    return undefined;
  return finding({
    id: json ? 'LINT-151' : 'LINT-152',
    who: 'developer',
    title: json ? 'The body is JSON, not a form' : 'The body is multipart, not a form',
    why: `The token endpoint reads only form fields, so it finds no grant_type in a ${json ? 'JSON' : 'multipart'} body.`,
    fix: 'Send application/x-www-form-urlencoded: `new URLSearchParams({…})` does.',
    evidence: [{ source: exchange.id, parameter: 'Content-Type' }],
    sources: [rfc(6749, '4.1.3')],
    actions: [putBack(one, [], 'Send it as a form')],
  });
};

/** LINT-153: the parameters stand in the address. */
export const parametersInAddress: DiagnosisRule = (one) => {
  const { exchange, code } = one;
  if (!atToken(one) || (code !== 'OAU-150' && code !== 'OAU-250' && code !== 'invalid_request')) {
    return undefined;
  }
  if (!/[?&]grant_type=/.test(exchange.request.url)) return undefined;
  return finding({
    id: 'LINT-153',
    who: 'developer',
    title: 'The parameters are in the address',
    why: 'The token endpoint reads them from the body. Histories and logs keep addresses, with every secret in them.',
    fix: 'Send them as a form in the body, and make a new secret if one was there.',
    evidence: [{ source: exchange.id, parameter: 'grant_type' }],
    sources: [rfc(6749, '2.3.1')],
    actions: [putBack(one, [])],
  });
};

const grants = [
  'authorization_code',
  'refresh_token',
  'password',
  'client_credentials',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
];

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

/** The grant that a misspelt name was meant to be. */
function meantGrant(sent: string): string | undefined {
  const bare = letters(sent);
  const short: Record<string, string> = {
    code: 'authorization_code',
    authcode: 'authorization_code',
    jwt: grants[4] ?? '',
  };
  return (
    short[bare] ??
    grants.find(
      (grant) =>
        letters(grant) === bare || letters(grant).endsWith(bare) || bare.startsWith(letters(grant)),
    )
  );
}

/** LINT-155: the grant is missing or misspelt. */
export const grantType: DiagnosisRule = (one) => {
  const { exchange, code, sent } = one;
  if (!atToken(one) || !['OAU-250', 'unsupported_grant_type'].includes(code ?? '')) {
    return undefined;
  }
  const given = sent.get('grant_type') ?? '';
  if (grants.includes(given)) return undefined;
  const meant = given === '' ? undefined : meantGrant(given);
  return finding({
    id: 'LINT-155',
    who: 'developer',
    title:
      given === ''
        ? 'grant_type is missing'
        : meant === undefined
          ? `The server does not accept the grant_type ${given}`
          : `There is no grant_type ${given}`,
    why: 'The name has to be exact: the server does not guess. You get the same answer if the body is empty.',
    fix:
      meant === undefined ? 'Copy the grant’s name from the specification.' : `Write \`${meant}\`.`,
    evidence: [{ source: exchange.id, parameter: 'grant_type' }],
    sources: [rfc(6749, '5.2')],
    actions: [putBack(one, ['grant_type'])],
  });
};

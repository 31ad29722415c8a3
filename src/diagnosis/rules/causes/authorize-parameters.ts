import { rfc } from '#flows/specs.ts';
import { decodeForm } from '#protocol/form.ts';
import type { Case } from '../../case.ts';
import { stepThat } from '../../case.ts';
import { finding, type Draft, type Finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** The server refused an authorization request by redirect, with this `error`. */
const refusedWith = ({ returned, task }: Case, error: string): boolean =>
  ['authorize', 'sign-in', 'consent', 'return'].includes(task) && returned?.get('error') === error;

function atAuthorize(one: Case, name: string, draft: Omit<Draft, 'evidence'>): Finding {
  const step = stepThat(one, 'authorize');
  return finding({
    who: 'developer',
    evidence: [{ source: one.exchange.id, parameter: name }],
    actions: [
      {
        label: 'Put it right and sign in again',
        action: { kind: 'fresh-code', step, restore: [name] },
      },
    ],
    ...draft,
  });
}

const known = new Set(['code', 'token']);

/** LINT-011: a response type that is missing or misspelt. */
export const responseType: DiagnosisRule = (one) => {
  if (one.authorized.size === 0) return undefined;
  const missing = refusedWith(one, 'invalid_request') && !one.authorized.get('response_type');
  if (!missing && !refusedWith(one, 'unsupported_response_type')) return undefined;
  const sent = one.authorized.get('response_type') ?? '';
  if (known.has(sent)) return undefined;
  const wanted = one.flow?.id === 'implicit' ? 'token' : 'code';
  return atAuthorize(one, 'response_type', {
    id: 'LINT-011',
    title: sent === '' ? 'response_type is missing' : `There is no response_type ${sent}`,
    why: 'Write the value exactly, in small letters. The server trusts the address, so the refusal comes back to your app as a redirect.',
    fix: `Write \`${wanted}\`.`,
    sources: [rfc(6749, '3.1.1')],
  });
};

/** LINT-042: a challenge method that is none. */
export const challengeMethod: DiagnosisRule = (one) => {
  const method = one.authorized.get('code_challenge_method');
  if (!refusedWith(one, 'invalid_request') || !method || ['S256', 'plain'].includes(method)) {
    return undefined;
  }
  return atAuthorize(one, 'code_challenge_method', {
    id: 'LINT-042',
    title: `There is no code_challenge_method ${method}`,
    why: `The server knows S256 and plain. It refuses to guess what ${method} means.`,
    fix: 'Write S256, capital S.',
    sources: [rfc(7636, '4.3')],
  });
};

/** LINT-043, LINT-044, LINT-045: a challenge that no SHA-256 in base64url is. */
export const challengeForm: DiagnosisRule = (one) => {
  const { authorized } = one;
  if (!refusedWith(one, 'invalid_request')) return undefined;
  const method = authorized.get('code_challenge_method');
  const challenge = authorized.get('code_challenge') ?? '';
  if (challenge === '' && method === undefined) return undefined;
  const source = { sources: [rfc(7636, '4.2')] };
  if (challenge === '') {
    return atAuthorize(one, 'code_challenge', {
      ...source,
      id: 'LINT-043',
      title: 'A challenge method came without a challenge',
      why: 'code_challenge_method says how the challenge was made, and there is none.',
      fix: 'Send code_challenge with it.',
    });
  }
  if (/[+/= ]/.test(challenge)) {
    return atAuthorize(one, 'code_challenge', {
      ...source,
      id: 'LINT-044',
      title: 'The challenge is base64, not base64url',
      why: 'base64url of a challenge has no padding. Standard base64 functions add it, and + and / too.',
      fix: 'Turn + into -, / into _, and remove the =.',
    });
  }
  if (method !== 'S256' || challenge.length === 43) return undefined;
  return atAuthorize(one, 'code_challenge', {
    ...source,
    id: 'LINT-045',
    title: `A challenge of ${challenge.length} characters is not SHA-256`,
    why:
      challenge.length === 64
        ? 'SHA-256 in base64url has 43 characters. 64 are the same hash as hexadecimal.'
        : 'SHA-256 in base64url has 43 characters.',
    fix: 'Hash the verifier with SHA-256 and encode the octets with base64url.',
  });
};

/** SANDBOX-PKCE-7: a policy that asks for PKCE. */
export const challengeRequired: DiagnosisRule = (one) =>
  refusedWith(one, 'invalid_request') &&
  one.authorized.get('response_type') === 'code' &&
  !one.authorized.has('code_challenge') &&
  one.exchange.rule === 'AS-074'
    ? atAuthorize(one, 'code_challenge', {
        id: 'SANDBOX-PKCE-7',
        title: 'This policy asks for PKCE',
        why: 'The request has no code_challenge. RingCentral does not ask for one today; RFC 9700 does.',
        fix: 'Make a verifier for each sign-in and send its hash.',
        sources: [rfc(9700, '2.1.1')],
      })
    : undefined;

/** Parameters of the protocol: each comes once. Others may repeat, as a brand's own options do. */
const onceOnly = new Set([
  'client_id',
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'prompt',
  'display',
  'brand_id',
]);

/** The parameter that a rule of the server is about. */
const namedByRule: Readonly<Record<string, string>> = {
  'AS-030': 'client_id',
  'AS-031': 'redirect_uri',
};

/** LINT-005: a parameter came twice. */
export const repeated: DiagnosisRule = (one) => {
  const { exchange, code, task } = one;
  const byRule = namedByRule[exchange.rule ?? ''];
  const refused =
    code === 'OAU-111' ||
    byRule !== undefined ||
    exchange.rule === 'AS-032' ||
    refusedWith(one, 'invalid_request');
  if (!refused || (task !== 'authorize' && task !== 'return')) return undefined;
  const name = byRule ?? twice(exchange);
  if (name === undefined) return undefined;
  return finding({
    id: 'LINT-005',
    who: 'developer',
    title: `${name} was sent more than once`,
    why: 'The server cannot tell which value is meant, even if the values are equal.',
    fix: 'Send it once. A library and your own code often add it both.',
    evidence: [{ source: exchange.id, parameter: name }],
    sources: [rfc(6749, '3.1')],
    actions: [],
  });
};

/** The first protocol parameter that a request has twice. */
function twice({ request }: Case['exchange']): string | undefined {
  const query = request.url.split('#')[0]?.split('?').slice(1).join('?') ?? '';
  for (const text of [query, request.body ?? '']) {
    const form = decodeForm(text);
    if (form.kind !== 'form') continue;
    const seen = new Set<string>();
    for (const [name] of form.pairs) {
      if (onceOnly.has(name) && seen.has(name)) return name;
      seen.add(name);
    }
  }
  return undefined;
}

/** LINT-110: refused by redirect with an error that no rule above explains. */
export const refusedByRedirect: DiagnosisRule = (one) => {
  const error = one.returned?.get('error');
  if (error === undefined) return undefined;
  const description = one.returned?.get('error_description');
  return finding({
    id: 'LINT-110',
    who: 'developer',
    title: `The server refused the request: ${error}`,
    why: `${description === undefined ? '' : `It says: “${description}”. `}The server trusts the redirect URI, so the refusal comes back to your app as a redirect.`,
    claims: [{ text: 'Which parameter the server means.', certainty: 'cannot tell' }],
    fix: 'Compare the request with the guide of its flow.',
    lacks: 'The whole authorization URL that the browser opened.',
    evidence: [{ source: one.exchange.id, parameter: 'error' }],
    sources: [rfc(6749, '4.1.2.1')],
    actions: [
      {
        label: 'Look at the request',
        action: { kind: 'open-step', step: stepThat(one, 'authorize') },
      },
    ],
  });
};

import { parametersOf } from '../explain-context.ts';
import type { ExplainContext } from '../explain-context.ts';
import type { Explanation } from './explanation.ts';
import { comparedSegments, plainSegments } from './segments.ts';

const freshCode = { label: 'Get a fresh code', action: { kind: 'fresh-code' as const } };
const about = {
  label: 'RFC 6749 4.1.2',
  href: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.2',
};

/** The code is spent, expired, missing or not the one that came back. */
export function explainCode(context: ExplainContext): Explanation | undefined {
  const { step, task, code, sent, values, codeExpired, where } = context;
  // A flow without a sign-in trades something else.
  if (task !== 'token' || sent['grant_type'] !== 'authorization_code') return undefined;
  const given = sent['code'] ?? '';
  const held = values['code'];
  const shared = { comparison: [], alsoTried: [], about };

  const generic = code === 'invalid_grant' || code === 'invalid_request';
  if (given === '' && (code === 'OAU-106' || code === 'SANDBOX-REQUEST-5' || generic)) {
    return {
      ...shared,
      title: 'There is no code to trade',
      certainty: 'certain',
      sentences: [`The code comes with the redirect in ${where('return')}. This request has none.`],
      fixes: held
        ? [
            {
              label: 'Put the code back and send',
              action: { kind: 'restore', step, names: ['code'], send: true },
            },
          ]
        : [{ label: 'Ask for a code', action: { kind: 'fresh-code' } }],
    };
  }
  if (code === 'OAU-108' || (code === 'invalid_grant' && codeExpired)) {
    const seconds = held?.lifetimeSeconds ?? 60;
    return {
      ...shared,
      title: 'The code has expired',
      certainty: code === 'OAU-108' ? 'certain' : 'likely',
      sentences: [
        `A code lives ${seconds} seconds, so that a stolen one is worth little. An app trades it at once; you were reading.`,
      ],
      fixes: [freshCode],
    };
  }
  if (code !== 'OAU-106' && code !== 'invalid_grant') return undefined;
  if (held && given !== held.value) {
    return {
      ...shared,
      title: 'This is not the code that came back',
      certainty: 'certain',
      sentences: ['The server never issued a code with this text.'],
      comparison: [
        {
          label: `Came back in ${where('return')}`,
          segments: plainSegments(held.value),
          maker: 'authorization-server',
        },
        {
          label: 'What you sent',
          segments: comparedSegments(given, held.value),
          verdict: 'differs',
        },
      ],
      fixes: [
        held.spentAt === undefined || code === 'invalid_grant'
          ? {
              label: 'Put it right and send',
              action: { kind: 'restore', step, names: ['code'], send: true },
            }
          : { label: 'Get a fresh code', action: { kind: 'fresh-code', step, restore: ['code'] } },
      ],
    };
  }
  const before = context
    .before('token')
    .filter((exchange) => parametersOf(exchange.request)['code'] === given);
  if (before.length === 0 && code !== 'OAU-106') return undefined;
  const traded = before.some(({ response }) => response?.status === 200);
  return {
    ...shared,
    title: before.length > 0 ? 'This code was used before' : 'The server does not know this code',
    certainty: before.length > 0 ? 'certain' : 'likely',
    sentences: [
      traded
        ? 'A code is good once. It was traded for tokens already, and a second use looks like theft: a server may end those tokens too.'
        : before.length > 0
          ? 'A code is good once. An attempt that failed on the verifier has spent it, so that nobody can try verifier after verifier.'
          : 'It was used before, by a page that was loaded twice or a retry, or the sandbox was reset.',
    ],
    fixes: [freshCode],
  };
}

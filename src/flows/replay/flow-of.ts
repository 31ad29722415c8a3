import { authorizeParameters, kindOf } from '#protocol/exchange-parts.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { type FlowName, flowNameSchema } from '../ids.ts';

/** By what a token request is made with: its grant may be what was wrong with it. */
const byParameter: readonly (readonly [RegExp, FlowName])[] = [
  [/\bcode_verifier\b/, 'auth-code-pkce'],
  [/\bassertion\b|jwt-bearer/, 'jwt'],
  [/\bcode\b|authorization_code/, 'auth-code'],
  [/\b(?:username|password)\b/, 'password'],
];

/** Names and values of a token request, however it was sent: a form, JSON, an address. */
const textOf = ({ request: { url, body = '' } }: Exchange): string =>
  `${url.split('?')[1] ?? ''}&${body}`;

/** The flow that one exchange shows by itself. */
function shownBy(exchange: Exchange): FlowName | undefined {
  const kind = kindOf(exchange);
  if (kind === 'authorize') {
    const asked = authorizeParameters(exchange);
    if (asked.get('response_type') === 'token') return 'implicit';
    return asked.has('code_challenge') ? 'auth-code-pkce' : 'auth-code';
  }
  if (kind !== 'token') return undefined;
  const text = textOf(exchange);
  if (/grant_type\W{1,6}refresh_token/.test(text)) return undefined;
  return byParameter.find(([pattern]) => pattern.test(text))?.[1];
}

/**
 * The flow of a transcript: what this site wrote into it, else what begins a session in it, else what
 * is done with one.
 */
export function flowOfTranscript(exchanges: readonly Exchange[]): FlowName | undefined {
  for (const { flow } of exchanges) {
    const known = flowNameSchema.safeParse(flow);
    if (known.success) return known.data;
  }
  const shown = exchanges.flatMap((one) => shownBy(one) ?? []);
  if (shown.includes('auth-code-pkce')) return 'auth-code-pkce';
  const [first] = shown;
  if (first) return first;
  if (exchanges.some((one) => kindOf(one) === 'token' && /refresh_token/.test(textOf(one)))) {
    return 'refresh-token';
  }
  const kinds = new Set(exchanges.map(kindOf));
  if (kinds.has('revoke')) return 'revocation';
  return kinds.has('api') ? 'call-the-api' : undefined;
}

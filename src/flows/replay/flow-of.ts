import { authorizeParameters, formOf, grantOf, kindOf } from '#protocol/exchange-parts.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { type FlowName, flowNameSchema } from '../ids.ts';

const grants: Readonly<Record<string, FlowName>> = {
  authorization_code: 'auth-code',
  password: 'password',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'jwt',
};

/** The flow that one exchange shows by itself. */
function shownBy(exchange: Exchange): FlowName | undefined {
  const kind = kindOf(exchange);
  if (kind === 'authorize') {
    const asked = authorizeParameters(exchange);
    if (asked.get('response_type') === 'token') return 'implicit';
    return asked.has('code_challenge') ? 'auth-code-pkce' : 'auth-code';
  }
  if (kind !== 'token') return undefined;
  if (formOf(exchange).has('code_verifier')) return 'auth-code-pkce';
  return grants[grantOf(exchange) ?? ''];
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
  if (exchanges.some((one) => grantOf(one) === 'refresh_token')) return 'refresh-token';
  const kinds = new Set(exchanges.map(kindOf));
  if (kinds.has('revoke')) return 'revocation';
  return kinds.has('api') ? 'call-the-api' : undefined;
}

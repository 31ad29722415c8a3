import type { FlowId } from '#app-settings/app.ts';
import type { FlowName } from '#flows/ids.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { authorizeParameters, formOf, grantOf, kindOf } from '#protocol/exchange-parts.ts';
import type { Reproduction } from './reproductions.ts';

export type Place = NonNullable<Reproduction['at']>;

const byGrant: Readonly<Record<string, Place>> = {
  authorization_code: 'code',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'jwt',
  password: 'password',
  refresh_token: 'refresh',
};

/** Where the request that failed belongs, as far as one is shown. */
export function placeOf(exchange: Exchange | undefined): Place | undefined {
  if (!exchange) return undefined;
  const kind = kindOf(exchange);
  if (kind === 'revoke' || kind === 'api') return kind;
  if (kind === 'authorize' || kind === 'sign-in' || kind === 'consent') return 'authorize';
  return kind === 'token' ? (byGrant[grantOf(exchange) ?? ''] ?? 'code') : undefined;
}

/** The step of a flow at which each happens. */
export const steps: Readonly<Record<Place, string>> = {
  authorize: 'authorize',
  code: 'token',
  jwt: 'token',
  password: 'token',
  refresh: 'refresh',
  revoke: 'revoke',
  api: 'api',
};

/** The flow in which something is shown. @param mistake its id, or empty */
export function flowAt(at: Place, mistake: string, exchange: Exchange | undefined): FlowName {
  if (at === 'authorize' || at === 'code') {
    if (/^(?:verifier|challenge)-/.test(mistake) || !exchange) return 'auth-code-pkce';
    const hasPkce =
      formOf(exchange).has('code_verifier') || authorizeParameters(exchange).has('code_challenge');
    return hasPkce ? 'auth-code-pkce' : 'auth-code';
  }
  const others = {
    jwt: 'jwt',
    password: 'password',
    refresh: 'refresh-token',
    revoke: 'revocation',
    api: 'call-the-api',
  } as const;
  return others[at];
}

/** The flow that a request asks for, as the rule book names it. */
export function askedFlow(exchange: Exchange | undefined): FlowId | undefined {
  const at = placeOf(exchange);
  if (!exchange || at === undefined || at === 'api' || at === 'revoke') return undefined;
  if (at === 'refresh') return 'refresh-token';
  if (at === 'jwt' || at === 'password') return at;
  if (authorizeParameters(exchange).get('response_type') === 'token') return 'implicit';
  return flowAt(at, '', exchange) === 'auth-code' ? 'auth-code' : 'auth-code-pkce';
}

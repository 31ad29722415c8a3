import { decodeForm } from '#protocol/form.ts';
import type { Exchange, Headers } from '#protocol/exchange.ts';

/** What an exchange is in a flow. */
export type ExchangeKind =
  'authorize' | 'sign-in' | 'consent' | 'token' | 'revoke' | 'api' | 'other';

const byPath: Record<string, ExchangeKind> = {
  '/restapi/oauth/authorize': 'authorize',
  '/restapi/oauth/authorize/sign-in': 'sign-in',
  '/restapi/oauth/authorize/consent': 'consent',
  '/restapi/oauth/token': 'token',
  '/restapi/oauth/revoke': 'revoke',
};

/** The path of a request, without its query. */
export function pathOf({ request }: Exchange): string {
  return request.url.replace(/^[a-z]+:\/\/[^/]*/i, '').split('?')[0] ?? '';
}

/** Reads a part of an exchange once: each rule asks it of all that came before. */
function once<Part>(read: (exchange: Exchange) => Part): (exchange: Exchange) => Part {
  const parts = new WeakMap<Exchange, { part: Part }>();
  return (exchange) => {
    let known = parts.get(exchange);
    if (!known) parts.set(exchange, (known = { part: read(exchange) }));
    return known.part;
  };
}

export const kindOf = once((exchange): ExchangeKind => {
  const path = pathOf(exchange);
  return byPath[path] ?? (path.startsWith('/restapi/v1.0/') ? 'api' : 'other');
});

function pairsOf(text: string): Map<string, string> {
  const form = decodeForm(text);
  return form.kind === 'malformed' ? new Map() : new Map(form.pairs);
}

/** The query's parameters; the last one where a name repeats. */
export const queryOf = once(({ request }): ReadonlyMap<string, string> => {
  const at = request.url.indexOf('?');
  return at < 0 ? new Map() : pairsOf(request.url.slice(at + 1).split('#')[0] ?? '');
});

/** The form-encoded body's parameters. */
export const formOf = once(({ request }): ReadonlyMap<string, string> =>
  pairsOf(request.body ?? ''),
);

/** An authorize request comes by query or, posted, by form. */
export function authorizeParameters(exchange: Exchange): ReadonlyMap<string, string> {
  return exchange.request.method === 'POST' ? formOf(exchange) : queryOf(exchange);
}

export function headerOf(headers: Headers, name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

/** The parameters of the redirect that an exchange was answered with. */
export const redirectOf = once(({ response }): ReadonlyMap<string, string> | undefined => {
  const location = response && headerOf(response.headers, 'location');
  if (location === undefined) return undefined;
  const [, text = ''] = location.split(/[?#](.*)/s);
  return pairsOf(text.replace('#', '&'));
});

export function statusOf({ response }: Exchange): number | undefined {
  return response?.status;
}

/** RingCentral's code of a refusal, or the RFC's where there is none. */
export function refusalCodeOf({ response }: Exchange): string | undefined {
  if (!response || response.status < 400) return undefined;
  return /"errorCode":"([A-Z]+-[A-Z0-9-]+)"/.exec(response.body ?? '')?.[1];
}

/** The text that came with it, as a sentence. */
export function refusalMessageOf({ response }: Exchange): string | undefined {
  const text = /"message":"([^"]*)"/.exec(response?.body ?? '')?.[1];
  return text && (/[.!?]$/.test(text) ? text : `${text}.`);
}

/** Which grant a token request asks for. */
export function grantOf(exchange: Exchange): string | undefined {
  return kindOf(exchange) === 'token' ? formOf(exchange).get('grant_type') : undefined;
}

/** Whether a token request was answered with tokens. */
export function hasTokens(exchange: Exchange): boolean {
  return kindOf(exchange) === 'token' && statusOf(exchange) === 200;
}

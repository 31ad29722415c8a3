import type { Exchange, Headers } from './exchange.ts';
import { decodeForm } from './form.ts';

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

/** The page of a form, which the browser was sent on to: what it shows is no step of a program. */
export function isPageOfForm(exchange: Exchange): boolean {
  const kind = kindOf(exchange);
  return exchange.request.method === 'GET' && (kind === 'sign-in' || kind === 'consent');
}

function pairsOf(text: string): Map<string, string> {
  const form = decodeForm(text);
  const first = new Map<string, string>();
  if (form.kind === 'malformed') return first;
  for (const [name, value] of form.pairs) if (!first.get(name)) first.set(name, value);
  return first;
}

/** The query's parameters; the first with a value where a name repeats, as servers read them (AS-002). */
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

/** Whether it came to nothing: no answer, a status of 400 and above, or a redirect that brings an error. */
export function isFailed(exchange: Exchange): boolean {
  const { status = 500 } = exchange.response ?? {};
  return status >= 400 || redirectOf(exchange)?.has('error') === true;
}

export function statusOf({ response }: Exchange): number | undefined {
  return response?.status;
}

/** What an error answer says of itself. */
export interface RefusalText {
  /** RingCentral's own code where it is there, else the RFC's `error`. */
  code?: string | undefined;
  /** The text that came with it. */
  message?: string | undefined;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const members = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/**
 * Reads an error envelope, RingCentral's or the RFC's, as far as it is one: a member of another type
 * is none, and the others stand.
 */
export function refusalIn(body: string | undefined): RefusalText {
  if (body === undefined) return {};
  try {
    const envelope = members(JSON.parse(body));
    const errors = Array.isArray(envelope['errors']) ? envelope['errors'].map(members) : [];
    const entry = errors.find((one) => textOf(one['errorCode']) !== undefined);
    return {
      code:
        textOf(entry?.['errorCode']) ?? textOf(envelope['errorCode']) ?? textOf(envelope['error']),
      message:
        textOf(entry?.['message']) ??
        textOf(envelope['message']) ??
        textOf(envelope['error_description']),
    };
  } catch {
    return {};
  }
}

/** The code that decides in an error answer; undefined when the body is no error envelope. */
export function errorCodeOf(body: string | undefined): string | undefined {
  return refusalIn(body).code;
}

/** What a refusal by status says of itself; empty where the request was not refused. */
export const refusalOf = once(({ response }): RefusalText =>
  response && response.status >= 400 ? refusalIn(response.body) : {},
);

/** Which grant a token request asks for. */
export function grantOf(exchange: Exchange): string | undefined {
  return kindOf(exchange) === 'token' ? formOf(exchange).get('grant_type') : undefined;
}

/** Whether a token request was answered with tokens. */
export function hasTokens(exchange: Exchange): boolean {
  return kindOf(exchange) === 'token' && statusOf(exchange) === 200;
}

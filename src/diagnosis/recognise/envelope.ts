import type { ExchangeRequest, Headers } from '#protocol/exchange.ts';
import { refusalIn } from '#protocol/exchange-parts.ts';
import { isErrorCode, wireError } from '#protocol/errors/codes.ts';
import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { namedCodes } from '#protocol/errors/seen/named-codes.ts';
import { members, type Members, readObject } from './notation.ts';

/** An answer as an object shows it, with what its dump has around it. */
export interface Answer {
  body: string;
  isGrant: boolean;
  status?: number;
  headers?: Headers;
}

const isEnvelope = (object: Members): boolean =>
  ['error', 'errors', 'errorCode', 'error_description'].some((name) => Object.hasOwn(object, name));

const isGrant = (object: Members): boolean =>
  typeof object['access_token'] === 'string' &&
  ['token_type', 'expires_in', 'refresh_token'].some((name) => Object.hasOwn(object, name));

/** A status where a member has one. */
function statusIn(object: Members): number | undefined {
  for (const name of ['status', 'statusCode', 'status_code', 'code', 'responseCode']) {
    const status = Object.hasOwn(object, name) ? Number(object[name]) : Number.NaN;
    if (Number.isInteger(status) && status >= 100 && status < 600) return status;
  }
  return undefined;
}

/** Headers as a dump has them: an object of texts, or of lists of them. */
export function headersOf(value: unknown): Headers {
  return Object.entries(members(value) ?? {}).flatMap(([name, each]): Headers => {
    const values = Array.isArray(each) ? each : [each];
    return values
      .filter((one) => typeof one === 'string' || typeof one === 'number')
      .map((one) => [name, String(one)]);
  });
}

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return members(value) ? JSON.stringify(value) : undefined;
};

/** The request that a dump has beside its answer: axios' `config`, pino's `req`. */
export function requestIn(object: Members): ExchangeRequest | undefined {
  for (const name of ['config', 'request', 'req', 'options']) {
    const sent = Object.hasOwn(object, name) ? members(object[name]) : undefined;
    const path = sent && textOf(sent['url'] ?? sent['uri']);
    if (!sent || path === undefined) continue;
    const base = textOf(sent['baseURL']) ?? '';
    const body = textOf(sent['data'] ?? sent['body']);
    return {
      method: (textOf(sent['method']) ?? 'get').toUpperCase(),
      url: /^https?:/.test(path) ? path : `${base}${path}`,
      headers: headersOf(sent['headers']),
      ...(body === undefined ? {} : { body }),
    };
  }
  return undefined;
}

const inner = ['data', 'body', 'response', 'error', 'e', 'responseBody', 'text', 'res', 'err'];
const deepest = 4;

/** The answer that stands in an object, at any place where clients put it. */
export function answerIn(object: Members, depth = 0): Answer | undefined {
  const grants = isGrant(object);
  if (grants || (isEnvelope(object) && !members(object['error']))) {
    const status = statusIn(object);
    return {
      body: JSON.stringify(object),
      isGrant: grants,
      ...(status === undefined ? {} : { status }),
    };
  }
  if (depth >= deepest) return undefined;
  for (const name of inner) {
    if (!Object.hasOwn(object, name)) continue;
    const value = object[name];
    const text = typeof value === 'string' && value.trimStart().startsWith('{') ? value : undefined;
    const child = text === undefined ? members(value) : readObject(text);
    const found = child && answerIn(child, depth + 1);
    if (!found) continue;
    const status = found.status ?? statusIn(object);
    const headers = found.headers ?? headersOf(object['headers']);
    return {
      ...found,
      ...(status === undefined ? {} : { status }),
      ...(headers.length > 0 ? { headers } : {}),
    };
  }
  return undefined;
}

/** The status that goes with a code, where the catalogue has it; the commonest of a refusal for others. */
export function usualStatus(body: string): number {
  const { code = '' } = refusalIn(body);
  if (/^(?:temporarily|service)_unavailable$/.test(code)) return 503;
  return isErrorCode(code) ? wireError(code).status : 400;
}

/** The codes of an error body, and the text that came with them. */
export function refusalCodes(body: string): { codes: string[]; message?: string } {
  const { code, message: text } = refusalIn(body);
  const message = text?.replaceAll(/\s+/g, ' ');
  const isNamed = code !== undefined && namedCodes(code).length > 0;
  const codes = isNamed ? [code] : message ? codesOfText(message) : [];
  return { codes, ...(message === undefined ? {} : { message }) };
}

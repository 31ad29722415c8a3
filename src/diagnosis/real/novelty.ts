import { errorCodes, isErrorCode, wireError } from '#protocol/errors/codes.ts';
import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { elsewhere, isElsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { isPublic, seenOf } from '#protocol/errors/seen/seen.ts';
import type { Sighting } from '#protocol/errors/seen/sighting.ts';
import { withoutCode } from '#protocol/errors/seen/without-code.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { redirectOf, refusalOf } from '#protocol/exchange-parts.ts';

/** Something of an answer that the catalogue of this site does not have. */
export interface Novelty {
  what: 'code' | 'error' | 'text' | 'status';
  value: string;
  /** The code that it came with, where that is known. */
  of?: string;
}

/** What RFC 6749, RFC 7009, OpenID Connect Core and RingCentral’s OpenAPI document have for `error`. */
const knownErrors = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'access_denied',
  'unsupported_response_type',
  'server_error',
  'temporarily_unavailable',
  'unsupported_token_type',
  'invalid_request_uri',
  'request_not_supported',
  'request_uri_not_supported',
  'expired_token',
  'insufficient_scope',
  'interaction_required',
  'login_required',
  'account_selection_required',
  'consent_required',
]);

const publicCodes = errorCodes.filter(isPublic);

function sightingsOf(code: string): readonly Sighting[] {
  if (isErrorCode(code) && isPublic(code)) return seenOf(code).sightings;
  return isElsewhere(code) ? elsewhere[code].sightings : [];
}

const every = (): Sighting[] => [
  ...publicCodes.flatMap((code) => seenOf(code).sightings),
  ...Object.values(elsewhere).flatMap(({ sightings }): readonly Sighting[] => sightings),
  ...withoutCode.flatMap(({ sightings }) => sightings),
];

const isCode = (text: string): boolean => /^[A-Z]{2,8}-\d{1,4}$/.test(text);

function isKnownCode(code: string): boolean {
  return (isErrorCode(code) && isPublic(code)) || isElsewhere(code);
}

/** Places in angle brackets and square ones take any text: `[<client id>]` is `[abc]`. */
const shape = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/<[^<>]*>|\[[^[\]]*\]/g, '*')
    .replaceAll(/\s+/g, ' ');

function isKnownText(text: string): boolean {
  if (codesOfText(text).length > 0) return true;
  const given = shape(text);
  return (
    every().some((one) => shape(one.text) === given) ||
    publicCodes.some((code) => shape(wireError(code).message) === given)
  );
}

/** What came back by redirect or in the callback’s own address. */
function returnedIn(exchange: Exchange): ReadonlyMap<string, string> {
  const [, text = ''] = exchange.request.url.split(/[?#](.*)/s);
  return redirectOf(exchange) ?? new Map(new URLSearchParams(text.replace('#', '&')));
}

function errorOf(body: string | undefined): string | undefined {
  try {
    const { error } = JSON.parse(body ?? '') as { error?: unknown };
    return typeof error === 'string' ? error : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a refusal says that was not seen before: its code, its `error`, its text, or its status with
 * a code that was always seen with another. Empty for an answer that is no refusal.
 *
 * @param exchange of a real server: what the sandbox sends is known by definition
 */
export function noveltiesOf(exchange: Exchange): Novelty[] {
  const { response } = exchange;
  const returned = exchange.to === 'app' ? returnedIn(exchange) : redirectOf(exchange);
  const { code, message } =
    returned?.get('error') !== undefined
      ? { code: undefined, message: returned.get('error_description') }
      : refusalOf(exchange);
  const error =
    returned?.get('error') ?? (code === undefined ? undefined : errorOf(response?.body));
  const found: Novelty[] = [];
  const isNewCode = code !== undefined && isCode(code) && !isKnownCode(code);
  if (isNewCode) found.push({ what: 'code', value: code });
  if (error !== undefined && !knownErrors.has(error) && !every().some((one) => one.error === error))
    found.push({ what: 'error', value: error });
  if (message !== undefined && !isKnownText(message)) {
    found.push({ what: 'text', value: message, ...(code === undefined ? {} : { of: code }) });
  }
  const status = response?.status ?? 0;
  // The guide lists statuses of RingCentral's inside; the token endpoint answers most of them with 400.
  if (code !== undefined && !isNewCode && status > 400) {
    const statuses = sightingsOf(code).flatMap((one) => one.status ?? []);
    if (statuses.length > 0 && !statuses.includes(status)) {
      found.push({ what: 'status', value: String(status), of: code });
    }
  }
  return found;
}

/** A novelty as a sentence. */
export function noveltyWords({ what, value, of }: Novelty): string {
  switch (what) {
    case 'code':
      return `The code ${value} is new to this site: none of its public sources has it.`;
    case 'error':
      return `The \`error\` ${value} is new to this site.`;
    case 'text':
      return of === undefined
        ? `The text “${value}” is new to this site.`
        : `The text “${value}” is new to this site for ${of}.`;
    case 'status':
      return `This site has not seen ${of} with the status ${value} before.`;
  }
}

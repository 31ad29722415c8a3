import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { readBasic } from '#protocol/basic.ts';
import { decodeForm } from '#protocol/form.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';

/** Parameters whose values are words of the protocol, and nobody's own. */
export const plainParameters: ReadonlySet<string> = new Set([
  'grant_type',
  'response_type',
  'code_challenge_method',
  'token_type_hint',
  'scope',
  'access_token_ttl',
  'refresh_token_ttl',
  'display',
  'prompt',
  'ui_locales',
]);

/** What a redirect carries in the server's own words. */
const toldByServer = new Set(['error', 'error_description', 'expires_in', 'token_type']);

const pairsOf = (text: string | undefined): readonly (readonly [string, string])[] => {
  const form = decodeForm(text ?? '');
  return form.kind === 'form' ? form.pairs : [];
};

/** What a request carries of its sender, each value with the name to put in its place. */
function ownValues({ url, headers, body }: ExchangeRequest): [value: string, name: string][] {
  const found: [string, string][] = [];
  const query = url.split('#')[0]?.split(/\?(.*)/s)[1];
  for (const [name, value] of [...pairsOf(query), ...pairsOf(body)]) {
    if (!plainParameters.has(name) && !toldByServer.has(name)) found.push([value, `‹${name}›`]);
  }
  for (const [name, value] of headers) {
    if (name.toLowerCase() !== 'authorization') continue;
    const basic = readBasic(value);
    if (basic.kind === 'basic') {
      found.push([basic.raw.id, '‹client_id›'], [basic.raw.secret, '‹client_secret›']);
    }
    const credential = value.split(' ').at(-1) ?? '';
    found.push([credential, '‹credential›']);
  }
  if (URL.canParse(url)) found.push([new URL(url).origin, '‹server›']);
  return found
    .filter(([value]) => value.length >= 2)
    .sort(([one], [other]) => other.length - one.length);
}

/** Permissions, grants and parameters stand in brackets too: words that are nobody's. */
const plainBracket = /^(?:[A-Z][a-z]+){2,5}$|^[A-Z_]{5,30}$|^[a-z]+(?:[A-Z][a-z]+|_[a-z]+){0,3}$/;

const forms: readonly [RegExp, string | ((whole: string, inside: string) => string)][] = [
  [/[^\s<>"'[\]()]+@[^\s<>"'[\]()]+\.[a-z]{2,}/gi, '‹e-mail›'],
  [/\b[a-z][a-z+.-]*:\/\/[^\s"'<>[\]]+/gi, '‹address›'],
  [
    /\[([^[\]]*)\]/g,
    (whole, inside) => (plainBracket.test(inside) || inside.startsWith('‹') ? whole : '[‹value›]'),
  ],
  [/\b(Invalid client(?: application)?: )(?!‹)\S+/gi, '‹value›'],
  [/\+?\d[\d\s().*-]{4,}\d/g, '‹number›'],
  [/\d{5,}/g, '‹number›'],
  [/(?=[\w.~+/-]{16,})(?=[\w.~+/-]*\d)[\w.~+/-]+=*/g, '‹value›'],
  [/[“‘][^“”‘’]{1,200}[”’]/g, '“‹text›”'],
  // A parameter of a challenge is quoted too, behind its equals sign.
  [/(^|[^=\w])"(?![,=]|\s*$)[^"]{1,200}"/g, '“‹text›”'],
];

/** Two capitalised words in a row may be somebody's name. */
const nameLike = /(?<!^)(?<![.!?:] )\b\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+/gu;

/**
 * Makes of a text of an answer what anybody may read: nothing that the request carried, and no
 * number, address, credential or name. A text that RingCentral is known to send stays as it is,
 * but for its places.
 *
 * @param request what the answer is to: its values are told apart best
 */
export function safely(request: ExchangeRequest): (text: string) => string {
  const own = ownValues(request);
  return (text) => {
    const isKnown = codesOfText(text).length > 0;
    let told = own.reduce((rest, [value, name]) => rest.replaceAll(value, name), text);
    for (const [pattern, instead] of forms) {
      told =
        typeof instead === 'string'
          ? told.replaceAll(pattern, (whole, group?: unknown) =>
              typeof group === 'string' && whole.startsWith(group) ? `${group}${instead}` : instead,
            )
          : told.replaceAll(pattern, instead);
    }
    return isKnown ? told : told.replaceAll(nameLike, '‹name›');
  };
}

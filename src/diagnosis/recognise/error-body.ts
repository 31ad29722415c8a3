import { jsonrepair } from 'jsonrepair';
import { refusalIn } from '#protocol/exchange-parts.ts';
import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { namedCodes } from '#protocol/errors/seen/named-codes.ts';
import { type Piece, partial } from './known-parts.ts';

/** A longer stretch is no error envelope; RingCentral's are a few hundred characters. */
const longest = 8_000;
/** So many braces are tried: a text made of them costs no more than that. */
const mostTries = 200;
const mostRepairs = 8;
const mostPieces = 50;

/** Ruby's and Python's ways to write what JSON has a word for. */
const asJson = (text: string): string =>
  text
    .replaceAll('=>', ':')
    .replaceAll(/\bnil\b|\bNone\b/g, 'null')
    .replaceAll(/\bTrue\b/g, 'true')
    .replaceAll(/\bFalse\b/g, 'false');

type Members = Record<string, unknown>;

const members = (value: unknown): Members | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Members)
    : undefined;

function readObject(text: string, mayRepair: boolean): Members | undefined {
  try {
    return members(JSON.parse(text));
  } catch {
    if (!mayRepair) return undefined;
    try {
      return members(JSON.parse(jsonrepair(asJson(text))));
    } catch {
      return undefined;
    }
  }
}

/** Where an object that begins at `from` ends; undefined where the text ends before it does. */
function endOf(text: string, from: number): number | undefined {
  let depth = 0;
  let quote = '';
  const limit = Math.min(text.length, from + longest);
  for (let at = from; at < limit; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

const isEnvelope = (object: Members): boolean =>
  ['error', 'errors', 'errorCode', 'error_description'].some((name) => Object.hasOwn(object, name));

/** The object inside another that a client's dump puts around it: `data`, `body`, `response`. */
function envelopeIn(object: Members, depth = 0): Members | undefined {
  if (isEnvelope(object)) return object;
  if (depth > 3) return undefined;
  for (const name of ['data', 'body', 'response', 'error', 'e']) {
    const inner = Object.hasOwn(object, name) ? members(object[name]) : undefined;
    const found = inner && envelopeIn(inner, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function pieceOf(object: Members, range: Piece['range'], isCut: boolean): Piece | undefined {
  const envelope = envelopeIn(object);
  if (!envelope) return undefined;
  const body = JSON.stringify(envelope);
  const { code, message } = refusalIn(body);
  const isNamed = code !== undefined && namedCodes(code).length > 0;
  const codes = isNamed ? [code] : message ? codesOfText(message) : [];
  return {
    form: 'error body',
    range,
    exchange: partial({
      request: { method: 'POST', url: '', headers: [] },
      response: { status: 400, headers: [], body },
    }),
    unknown: ['request', 'response headers'],
    codes,
    ...(message === undefined ? {} : { message }),
    ...(isCut ? { isCut: true } : {}),
  };
}

/** A string's escapes undone, as long as before, so that places stay where they are. */
function opened(text: string): string {
  if (!/\\"error(?:Code|s|\\")/.test(text)) return text;
  let isInside = false;
  return text.replaceAll(/\\["nrt]/g, (escape) => {
    if (escape !== '\\"') return '  ';
    isInside = !isInside;
    return isInside ? ' "' : '" ';
  });
}

/**
 * The error envelopes in a text, whoever printed them: JSON as it came, cut in the middle, quoted
 * anew, a dict of Python or a hash of Ruby.
 *
 * @param pasted repaired; what stands beside the envelopes is left to others
 * @returns a piece for each, with the request unknown: an envelope says nothing of it
 */
export function errorBodies(pasted: string): Piece[] {
  const text = opened(pasted);
  const found: Piece[] = [];
  let tries = 0;
  let errors = 0;
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    tries += 1;
    if (tries > mostTries || found.length >= mostPieces) break;
    const end = endOf(text, at);
    const to = end ?? Math.min(text.length, at + longest);
    const stretch = text.slice(at, to);
    const hasError = stretch.includes('rror');
    if (hasError) errors += 1;
    const object = hasError ? readObject(stretch, errors <= mostRepairs) : undefined;
    const piece = object && pieceOf(object, { from: at, to }, end === undefined);
    if (piece) found.push(piece);
    // An object that is no envelope may hold one that the dump's own shape hides.
    at = piece ? to : at + 1;
  }
  return found;
}

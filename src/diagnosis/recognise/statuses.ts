import { type Piece, partial, type Unknown } from './known-parts.ts';
import { actorsOf } from './traces/trace.ts';

const reasons =
  'Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Unsupported Media Type|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out';
/** With its reason; Python's requests has who is at fault between them. */
const withReason = new RegExp(
  String.raw`\b\(?([45]\d\d)\)?:? (?:(?:Client|Server) Error: )?(?:${reasons})\b(?: for url: (https?:\/\/[^\s"'<>]{1,4000}))?`,
  'gi',
);
/** A number alone is a status where a word before it says so. */
const number = /(?<![\w.-])(?:40[0134569]|41[15]|42[29]|50[0234])(?![\w.-]|:\d)/g;
const said =
  /(?:\b(?:HTTP|status|code|error|errors|gets?|got|gives?|returns?|returned|answers?|answered|says|said|with|is|a|Fehler|Erreur|ergibt|devuelve|ошибка)|->|→|=>|\/\/|#|(?:^|\n)[ \t]{0,8}|')[ :=("']{0,3}(?:(?:status|code|HTTP) )?(?:(?:code|HTTP) )?$/i;
const most = 50;

function pieceOf(range: Piece['range'], status: number, url: string | undefined): Piece {
  const isToken = url?.includes('/oauth/') === true;
  const unknown: Unknown[] =
    url === undefined
      ? ['request', 'response headers', 'response body']
      : ['method', 'request headers', 'request body', 'response headers', 'response body'];
  return {
    form: 'status',
    range,
    exchange: partial({
      ...actorsOf(url ?? ''),
      request: {
        method: isToken || url === undefined ? 'POST' : 'GET',
        url: url ?? '',
        headers: [],
      },
      response: { status, headers: [] },
    }),
    unknown,
    codes: [],
    status,
    ...(url === undefined ? {} : { client: 'requests (Python)' }),
  };
}

/**
 * Statuses that stand alone: with their reason, as `requests` of Python raises them with the address,
 * or as a number that a word before it calls one. The body was thrown away or is not shown.
 *
 * @param text repaired
 */
export function statuses(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { index, 0: whole, 1: digits, 2: url } of text.matchAll(withReason)) {
    pieces.push(pieceOf({ from: index, to: index + whole.length }, Number(digits), url));
    if (pieces.length >= most) return pieces;
  }
  for (const { index: from, 0: digits } of text.matchAll(number)) {
    const range = { from, to: from + digits.length };
    const isKnown = pieces.some((one) => one.range.from <= from && from < one.range.to);
    if (isKnown || !said.test(text.slice(Math.max(0, from - 30), from))) continue;
    pieces.push(pieceOf(range, Number(digits), undefined));
    if (pieces.length >= most) break;
  }
  return pieces;
}

import type { Piece } from './known-parts.ts';

/** What may stand between two things that are one: marks, a few spaces, a label. */
const isClose = (between: string): boolean =>
  /^[^\p{L}\n]{0,40}$/u.test(between.replace(/message|error|response/i, ''));

const isBareStatus = ({ form, exchange }: Piece): boolean =>
  form === 'status' && (exchange?.request.url ?? '') === '';

/** A code with its own text: `OAU-106 Invalid authorization code`. */
const isCodeWithText = (one: Piece, other: Piece): boolean =>
  one.form === 'code of an error' &&
  other.form === 'message' &&
  other.codes.includes(one.codes[0] ?? '');

/** An answer whose body is not shown, with the code or the text that somebody wrote behind it. */
const isStatusWithWords = (one: Piece, other: Piece): boolean =>
  ['status', 'request in words'].includes(one.form) &&
  one.codes.length === 0 &&
  one.unknown.includes('response body') &&
  ['message', 'code of an error'].includes(other.form);

/** The first with what the second adds to it. */
function together(one: Piece, other: Piece): Piece {
  const codes = one.codes.length > 0 ? one.codes : other.codes;
  const message = one.message ?? other.message;
  const status = one.status ?? other.status;
  return {
    ...one,
    range: {
      from: Math.min(one.range.from, other.range.from),
      to: Math.max(one.range.to, other.range.to),
    },
    codes,
    ...(message === undefined ? {} : { message }),
    ...(status === undefined ? {} : { status }),
  };
}

/** A body without a status, given one that stands beside it. */
function withStatus(body: Piece, { status }: Piece): Piece {
  const { exchange } = body;
  if (status === undefined || !exchange?.response || body.status !== undefined) return body;
  const response = { ...exchange.response, status };
  return { ...body, status, exchange: { ...exchange, response } };
}

function pairOf(one: Piece, other: Piece, between: string): Piece | undefined {
  const isNear = isClose(between);
  if (isCodeWithText(one, other) && isNear) return together(one, other);
  if (isStatusWithWords(one, other) && /^[^\n]{0,60}$/.test(between)) return together(one, other);
  const isBody = ({ form }: Piece): boolean => form === 'error body';
  // The same status further off is of the same answer: a client's first line tells what its dump shows.
  const isOfBody = (status: Piece, body: Piece): boolean =>
    isBareStatus(status) &&
    isBody(body) &&
    between.length < (status.status === body.status ? 2_000 : 80);
  if (isOfBody(one, other)) return withStatus(other, one);
  if (isOfBody(other, one)) return withStatus(one, other);
  return undefined;
}

/**
 * Neighbours that are one thing, put together: a code with its text, a status with its body or with
 * the words behind it.
 *
 * @param pieces in the order of the text
 * @param text that they stand in
 */
export function joined(pieces: readonly Piece[], text: string): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const pair = last && pairOf(last, piece, text.slice(last.range.to, piece.range.from));
    if (pair) result[result.length - 1] = pair;
    else result.push(piece);
  }
  return result;
}

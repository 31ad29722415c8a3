import { answerIn, type Answer, refusalCodes, requestIn, usualStatus } from './envelope.ts';
import { type Piece, partial, type Unknown } from './known-parts.ts';
import { type Members, newBudget, readObject } from './notation.ts';
import { statusBefore } from './status-words.ts';
import { endOfBracket } from './text-scan.ts';
import { actorsOf } from './traces/trace.ts';

/** A longer stretch is no envelope; RingCentral's are a few hundred characters. */
const longest = 8_000;
/** So many braces are tried: a text made of them costs no more than that. */
const mostTries = 200;
const mostPieces = 50;

/**
 * An answer alone. Where no status is shown, the usual one of its code stands in the exchange, and
 * none in the piece.
 */
export function answerPiece(
  { body, isGrant, status, headers }: Answer,
  range: Piece['range'],
  isCut: boolean,
): Piece {
  const unknown: Unknown[] = ['request'];
  if (!headers) unknown.push('response headers');
  return {
    form: isGrant ? 'token answer' : 'error body',
    range,
    exchange: partial({
      request: { method: 'POST', url: '', headers: [] },
      response: {
        status: status ?? (isGrant ? 200 : usualStatus(body)),
        headers: headers ?? [],
        body,
      },
    }),
    unknown,
    ...(isGrant ? { codes: [] } : refusalCodes(body)),
    ...(status === undefined ? {} : { status }),
    ...(isCut ? { isCut: true } : {}),
  };
}

/** Line ends as Spring writes them, and a string's escapes, undone; as long as before, so that places stay. */
function opened(pasted: string): string {
  const text = pasted.includes('<EOL>') ? pasted.replaceAll('<EOL>', '     ') : pasted;
  if (!text.includes('\\"error') && !text.includes('\\"access_token')) return text;
  let isInside = false;
  return text.replaceAll(/\\["nrt]/g, (escape) => {
    if (escape !== '\\"') return '  ';
    isInside = !isInside;
    return isInside ? ' "' : '" ';
  });
}

function pieceIn(
  object: Members,
  text: string,
  range: Piece['range'],
  isCut: boolean,
): Piece | undefined {
  const answer = answerIn(object);
  if (!answer) return undefined;
  const status = answer.status ?? statusBefore(text, range.from);
  const piece = answerPiece(
    { ...answer, ...(status === undefined ? {} : { status }) },
    range,
    isCut,
  );
  const request = requestIn(object);
  if (!request || !piece.exchange) return piece;
  // A library's own Basic header, and what a logger leaves out, stand in no dump.
  const unknown = piece.unknown.map((part) => (part === 'request' ? 'request headers' : part));
  return {
    ...piece,
    exchange: { ...piece.exchange, ...actorsOf(request.url), request },
    unknown: request.body === undefined ? [...unknown, 'request body'] : unknown,
  };
}

function answersIn(text: string): Piece[] {
  const found: Piece[] = [];
  let tries = 0;
  const budget = newBudget();
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    tries += 1;
    if (tries > mostTries || found.length >= mostPieces) break;
    const end = endOfBracket(text, at, longest);
    const to = end ?? Math.min(text.length, at + longest);
    const stretch = text.slice(at, to);
    const isAnswer = stretch.includes('rror') || stretch.includes('access_token');
    const object = isAnswer ? readObject(stretch, budget) : undefined;
    const piece = object && pieceIn(object, text, { from: at, to }, end === undefined);
    if (piece) found.push(piece);
    // An object that is no envelope may hold one that the dump's own shape hides.
    at = piece ? to : at + 1;
  }
  return found;
}

/**
 * The answers in a text, whoever printed them: JSON as it came, cut in the middle, quoted anew, a
 * dict of Python or a hash of Ruby. Error envelopes, and what the token endpoint grants.
 *
 * @param text repaired; what stands beside the answers is left to others
 * @returns a piece for each, with the request unknown: an answer says nothing of it
 */
export function errorBodies(text: string): Piece[] {
  const found = answersIn(text);
  const open = opened(text);
  // A dump with an escaped answer in it is read whole; what no dump holds is read with its escapes undone.
  return open === text ? found : [...found, ...answersIn(open)];
}

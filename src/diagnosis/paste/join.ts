import type { Exchange } from '#protocol/exchange.ts';
import { headerOf, kindOf } from '#protocol/exchange-parts.ts';
import { partial, type Piece, type Unknown } from '../recognise/known-parts.ts';

/** An exchange that a paste shows, with what it does not show of it. */
export interface Joined {
  exchange: Exchange;
  unknown: readonly Unknown[];
  pieces: Piece[];
}

const isAnswerAlone = ({ exchange, unknown }: Piece): boolean =>
  exchange?.response !== undefined && unknown.includes('request');

const waits = ({ exchange, unknown }: Joined): boolean =>
  exchange.response === undefined && unknown.includes('response');

/** What the authorization endpoint says in its window; every other refusal comes back by redirect. */
const saidInTheWindow = /^(?:OAU-(?:10[2-5]|109|11[123]|12[037]|15[23]|16[57]|25[01])|CMN-)/;

/** Of an answer whose request is not shown, the redirect that it sends the browser on to. */
function redirected(piece: Piece): Piece | undefined {
  const { exchange } = piece;
  const location = exchange?.response && headerOf(exchange.response.headers, 'location');
  if (location === undefined || !/[?#&](?:error|code)=/.test(location)) return undefined;
  return {
    ...piece,
    exchange: partial({
      request: { method: 'GET', url: location, headers: [] },
      from: 'browser',
      to: 'app',
    }),
    unknown: ['request headers', 'response'],
  };
}

/** Whether an answer can be the answer to a request. */
function fits({ exchange }: Joined, answer: Piece): boolean {
  if (exchange.from === 'browser' && exchange.to === 'app') return false;
  const kind = kindOf(exchange);
  return kind !== 'authorize' || saidInTheWindow.test(answer.codes[0] ?? '');
}

function answered(request: Joined, answer: Piece): void {
  const { response } = answer.exchange ?? {};
  if (!response) return;
  request.exchange = { ...request.exchange, response };
  request.unknown = [
    ...request.unknown.filter((part) => part !== 'response'),
    ...answer.unknown.filter((part) => part !== 'request' && part !== 'response'),
  ];
  request.pieces.push(answer);
}

/**
 * Puts requests and answers together: an answer belongs to the request before it that has none, or,
 * where an SDK prints the answer first, to the request that follows it.
 *
 * @param pieces in the order of the text
 * @returns the exchanges in that order, each with an id of its own; answers of an unknown request
 *   are among them, and say so
 */
export function join(pieces: readonly Piece[]): Joined[] {
  const joined: Joined[] = [];
  let pending: Joined | undefined;
  // The address of an endpoint, as a program is configured with it, is no request.
  const exchanges = pieces.filter(
    ({ exchange, form }) =>
      exchange &&
      !(
        form === 'address' &&
        kindOf(exchange) === 'authorize' &&
        !exchange.request.url.includes('?')
      ),
  );
  for (const [at, piece] of exchanges.entries()) {
    if (!piece.exchange) continue;
    const next = exchanges[at + 1];
    const last = joined.at(-1);
    if (isAnswerAlone(piece)) {
      if (last && waits(last) && fits(last, piece)) {
        answered(last, piece);
        continue;
      }
      const arrived = redirected(piece);
      const shown = arrived?.exchange ?? piece.exchange;
      pending = { exchange: shown, unknown: (arrived ?? piece).unknown, pieces: [piece] };
      joined.push(pending);
      continue;
    }
    const request: Joined = { exchange: piece.exchange, unknown: piece.unknown, pieces: [piece] };
    const [answer] = pending?.pieces ?? [];
    // An SDK prints a refusal first; a request with an answer of its own behind it takes that, and
    // tokens that came before are of an earlier request.
    const hasOwn = next !== undefined && isAnswerAlone(next);
    const isRefusal = (answer?.exchange?.response?.status ?? 0) >= 400;
    const isFree = pending && pending === last && isRefusal && !hasOwn;
    if (isFree && answer && waits(request) && fits(request, answer)) {
      answered(request, answer);
      joined[joined.length - 1] = request;
    } else joined.push(request);
    pending = undefined;
  }
  return joined.map((one, at) => ({
    ...one,
    exchange: { ...one.exchange, id: `pasted-${at + 1}` },
  }));
}

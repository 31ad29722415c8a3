import { ownHeaders } from '#flows/render/code/own-headers.ts';
import { renderHttpResponse } from '#flows/render/http.ts';
import type { Exchange, Headers } from '#protocol/exchange.ts';
import { refusalCodes } from '../recognise/envelope.ts';
import type { Piece } from '../recognise/known-parts.ts';
import { show } from '../hide/show.ts';
import type { Shown } from '../hide/shown.ts';

/** What an answer's reader looks at; the others say nothing of a flow, and a link has no room. */
const told =
  /^(?:content-type|location|www-authenticate|rcrequestid|retry-after|sandbox-rule|link)$/i;

const linesOf = (headers: Headers): string[] => headers.map(([name, value]) => `${name}: ${value}`);

/** An exchange as text: the request with its whole address, then the answer. */
export function wireText({ request, response, failure }: Exchange, links = true): string {
  const { method, url, body } = request;
  const asked = [
    `${method} ${url} HTTP/1.1`,
    ...linesOf(ownHeaders(request)),
    ...(body === undefined ? [] : ['', body]),
  ];
  const answered = response
    ? renderHttpResponse({
        ...response,
        headers: response.headers.filter(
          ([name]) => told.test(name) && (links || !/^(?:link|sandbox-rule)$/i.test(name)),
        ),
      })
    : `(${failure?.message ?? 'no answer'})`;
  return `${asked.join('\n')}\n\n${answered}`;
}

/**
 * A transcript of this site's own as a view, a file or a link may have it: masked as a paste is, each
 * value with its kind, its length and one label throughout.
 */
export function shownTranscript(exchanges: readonly Exchange[]): Shown {
  let text = '';
  const pieces = exchanges.map((exchange): Piece => {
    const from = text === '' ? 0 : text.length + 2;
    text = `${text}${text === '' ? '' : '\n\n'}${wireText(exchange)}`;
    const body = exchange.response?.body;
    return {
      form: 'HTTP',
      range: { from, to: text.length },
      exchange,
      unknown: [],
      ...(body === undefined ? { codes: [] } : refusalCodes(body)),
    };
  });
  const shown = show({ text, repairs: [], isCut: false, pieces, around: [], findings: [] });
  return {
    ...shown,
    // A client id is no secret, also where the secret begins with it, as those of the demo apps do.
    pieces: shown.pieces.map((piece, at) => {
      const clientId = exchanges[at]?.clientId;
      return piece.exchange && clientId !== undefined
        ? { ...piece, exchange: { ...piece.exchange, clientId } }
        : piece;
    }),
  };
}

/** The exchanges of what is shown, masked. */
export const exchangesOf = ({ pieces }: Shown): Exchange[] =>
  pieces.flatMap(({ exchange }) => exchange ?? []);

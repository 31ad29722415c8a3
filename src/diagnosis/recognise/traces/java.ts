import type { Piece } from '../known-parts.ts';
import { endOfLine, placesOf, skipSpace, startOfLine } from '../text-scan.ts';
import { bodyFrom, headersFrom } from './blocks.ts';
import { tracePiece } from './trace.ts';

const most = 20;
const statusLine = /^status code: (\d{3})/;
const requestLine = /^HTTP (\w{1,10}) (\S{1,4000})/;

interface Part {
  first: string;
  headers: [string, string][];
  body?: string;
  to: number;
}

/** A part under its heading and its line of equals signs. */
function partAt(text: string, heading: number): Part {
  const rule = endOfLine(text, heading) + 1;
  const first = skipSpace(text, endOfLine(text, rule));
  const line = text.slice(first, endOfLine(text, first));
  const { headers, to } = headersFrom(text, endOfLine(text, first) + 1);
  const start = skipSpace(text, to);
  if (start >= text.length || text.startsWith('HTTP Request', start)) {
    return { first: line, headers, to };
  }
  // A stack of frames is no body.
  const isOver = /^\s+at /.test(text.slice(startOfLine(text, start), start + 4));
  if (isOver) return { first: line, headers, to };
  const { body, to: end } = bodyFrom(text, start, ({ text: next }) => /^\s+at |^HTTP /.test(next));
  return { first: line, headers, ...(body === '' ? {} : { body }), to: end };
}

/**
 * What `ringcentral-java` puts into its message (Utils.formatHttpMessage): "HTTP Response", a line
 * of equals signs, status, headers and body, then the request in the same way.
 */
export function javaTraces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const heading of placesOf(text, 'HTTP Response\n===', most)) {
    const answer = partAt(text, heading);
    const [, status] = statusLine.exec(answer.first) ?? [];
    if (status === undefined) continue;
    const next = skipSpace(text, answer.to);
    const request = text.startsWith('HTTP Request\n===', next) ? partAt(text, next) : undefined;
    const [, method = '', url = ''] = requestLine.exec(request?.first ?? '') ?? [];
    pieces.push(
      tracePiece({
        client: 'ringcentral-java',
        range: { from: startOfLine(text, heading), to: request?.to ?? answer.to },
        request:
          request && url !== ''
            ? {
                method,
                url,
                headers: request.headers,
                ...(request.body === undefined ? {} : { body: request.body }),
              }
            : undefined,
        response: {
          status: Number(status),
          headers: answer.headers,
          ...(answer.body === undefined ? {} : { body: answer.body }),
        },
        unknown: answer.body === undefined ? ['response body'] : [],
      }),
    );
  }
  return pieces;
}

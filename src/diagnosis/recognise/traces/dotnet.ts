import type { ExchangeRequest, ExchangeResponse } from '#protocol/exchange.ts';
import type { Piece, Unknown } from '../known-parts.ts';
import { endOfBracket, endOfLine, placesOf, skipSpace, startOfLine } from '../text-scan.ts';
import { bodyFrom, headersFrom } from './blocks.ts';
import { tracePiece } from './trace.ts';

const most = 20;
const statusLine = /StatusCode: (\d{3})/;
const requestLine = /Method: (\w{1,10}), RequestUri: '([^'\n]{1,4000})'/;

interface Part {
  headers: [string, string][];
  body?: string;
  to: number;
  isDisposed: boolean;
}

/** `{ headers }` and `Content: …` behind a first line; .NET prints both of a message the same way. */
function partFrom(text: string, first: number): Part {
  const open = skipSpace(text, endOfLine(text, first));
  if (text[open] !== '{') return { headers: [], to: endOfLine(text, first), isDisposed: false };
  const close = endOfBracket(text, open, 20_000, '') ?? text.length;
  const { headers } = headersFrom(text.slice(0, close), open + 1);
  const at = skipSpace(text, close);
  if (!text.startsWith('Content:', at)) return { headers, to: close, isDisposed: false };
  const { body, to } = bodyFrom(text, skipSpace(text, at + 8));
  const isDisposed = body.startsWith('<content has been disposed');
  return { headers, ...(isDisposed || body === '' ? {} : { body }), to, isDisposed };
}

/**
 * What RingCentral.Net puts into its message (Utils.FormatHttpMessage), and what any program of
 * .NET prints of an answer: "StatusCode: 400, …, Headers: { … }", "Content: …", then the request.
 */
export function dotnetTraces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const at of placesOf(text, 'StatusCode: ', most)) {
    const [, status] = statusLine.exec(text.slice(at, at + 20)) ?? [];
    if (status === undefined || !text.slice(at, endOfLine(text, at)).includes('Headers:')) continue;
    const answer = partFrom(text, at);
    const label = skipSpace(text, answer.to);
    const first = text.startsWith('Request:', label) ? skipSpace(text, label + 8) : undefined;
    const [, method = 'GET', url] =
      first === undefined
        ? []
        : (requestLine.exec(text.slice(first, endOfLine(text, first))) ?? []);
    const request = first === undefined || url === undefined ? undefined : partFrom(text, first);
    const unknown: Unknown[] = [];
    if (answer.body === undefined) unknown.push('response body');
    if (request?.isDisposed) unknown.push('request body');
    const before = text.lastIndexOf('Response:', at);
    const sent: ExchangeRequest | undefined =
      request && url !== undefined
        ? {
            method,
            url,
            headers: request.headers,
            ...(request.body === undefined ? {} : { body: request.body }),
          }
        : undefined;
    const response: ExchangeResponse = {
      status: Number(status),
      headers: answer.headers,
      ...(answer.body === undefined ? {} : { body: answer.body }),
    };
    const from = startOfLine(text, before >= 0 && skipSpace(text, before + 9) === at ? before : at);
    const to = request?.to ?? answer.to;
    const client = text.slice(from, at).includes('RestException') ? 'RingCentral.Net' : '.NET';
    pieces.push(tracePiece({ client, range: { from, to }, request: sent, response, unknown }));
  }
  return pieces;
}

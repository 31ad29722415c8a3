import type { ExchangeRequest } from '#protocol/exchange.ts';
import { headersOf } from '../envelope.ts';
import type { Piece } from '../known-parts.ts';
import { type Budget, newBudget, readObject } from '../notation.ts';
import { endOfBracket, endOfLine, placesOf, skipSpace, startOfLine } from '../text-scan.ts';
import { bodyFrom } from './blocks.ts';
import { tracePiece } from './trace.ts';

const most = 20;
const details = '(request details:';
const longest = 20_000;

function lineAfter(text: string, label: string): string | undefined {
  const at = text.indexOf(label);
  return at < 0 ? undefined : text.slice(at + label.length, endOfLine(text, at)).trim();
}

/** Method, address and headers; the body is never printed. */
function requestIn(text: string, budget: Budget): ExchangeRequest | undefined {
  const url = lineAfter(text, 'URL:');
  if (url === undefined) return undefined;
  const at = text.indexOf('Headers:');
  const open = at < 0 ? -1 : text.indexOf('{', at);
  const end = open < 0 ? undefined : endOfBracket(text, open, longest);
  const headers = open < 0 ? undefined : readObject(text.slice(open, end), budget);
  return { method: lineAfter(text, 'Method:') ?? 'GET', url, headers: headersOf(headers) };
}

/**
 * What `ringcentral-python` raises: "ApiException: HTTP 400 {…} (request details: Method: …",
 * with the request's headers as a dict (api_response.py).
 */
export function pythonTraces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const budget = newBudget();
  for (const at of placesOf(text, 'HTTP ', most)) {
    const [head, status] = /^HTTP (\d{3})\s/.exec(text.slice(at, at + 12)) ?? [];
    const open = skipSpace(text, at + (head?.length ?? 0));
    if (head === undefined || text[open] !== '{') continue;
    const { body, to: end } = bodyFrom(text, open);
    const asked = skipSpace(text, end);
    const isTold = text.startsWith(details, asked);
    const line = text.slice(startOfLine(text, at), at);
    if (!isTold && !line.includes('ApiException')) continue;
    const close = isTold ? endOfBracket(text, asked, longest) : end;
    const to = close ?? Math.min(text.length, asked + longest);
    pieces.push(
      tracePiece({
        client: 'ringcentral-python',
        range: { from: startOfLine(text, at), to },
        request: isTold ? requestIn(text.slice(asked, to), budget) : undefined,
        response: { status: Number(status), headers: [], body },
        unknown: ['request body', 'response headers'],
        isCut: close === undefined,
      }),
    );
  }
  return pieces;
}

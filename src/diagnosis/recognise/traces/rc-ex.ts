import { headersOf } from '../envelope.ts';
import type { Piece } from '../known-parts.ts';
import { type Budget, type Members, members, newBudget, readObject } from '../notation.ts';
import { endOfBracket, placesOf, skipSpace, startOfLine } from '../text-scan.ts';
import { tracePiece } from './trace.ts';

const longest = 20_000;
const most = 20;

interface Part {
  object?: Members | undefined;
  to: number;
  isCut: boolean;
}

/** The object behind a label such as `Response:`. */
function partAt(text: string, label: number, word: string, budget: Budget): Part | undefined {
  const from = skipSpace(text, label + word.length);
  if (text[from] !== '{') return undefined;
  const end = endOfBracket(text, from, longest, '"');
  const to = end ?? Math.min(text.length, from + longest);
  return { object: readObject(text.slice(from, to), budget), to, isCut: end === undefined };
}

const textOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const nameOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * What `@rc-ex/core` puts into its message: "HTTP 400 Bad Request", the answer and the request as
 * JSON. Its Basic header is axios' own and never in it (Utils.formatTraffic).
 */
export function rcExTraces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const budget = newBudget();
  for (const label of placesOf(text, 'Response:', most)) {
    const answer = partAt(text, label, 'Response:', budget);
    if (!answer || !answer.object || !Object.hasOwn(answer.object, 'data')) continue;
    const asked = skipSpace(text, answer.to);
    const request = text.startsWith('Request:', asked)
      ? partAt(text, asked, 'Request:', budget)
      : undefined;
    const head = text.slice(Math.max(0, label - 400), label).lastIndexOf('HTTP ');
    const from = head < 0 ? startOfLine(text, label) : Math.max(0, label - 400) + head;
    const { data, status, headers } = answer.object;
    const sent = request?.object;
    const url = `${nameOf(sent?.['baseURL'])}${nameOf(sent?.['url'])}`;
    const body = textOf(data);
    const form = textOf(sent?.['data']);
    pieces.push(
      tracePiece({
        client: '@rc-ex/core',
        range: { from, to: request?.to ?? answer.to },
        request: sent && {
          method: nameOf(sent['method']).toUpperCase() || 'GET',
          url,
          headers: headersOf(sent['headers']),
          ...(form === undefined ? {} : { body: form }),
        },
        response: {
          status: Number(status) || 400,
          headers: headersOf(headers),
          ...(body === undefined ? {} : { body }),
        },
        unknown: [
          ...(url.includes('/oauth/') || !members(sent?.['headers'])
            ? ['request headers' as const]
            : []),
          ...(members(headers) ? [] : ['response headers' as const]),
        ],
        isCut: answer.isCut || request?.isCut === true,
      }),
    );
  }
  return pieces;
}

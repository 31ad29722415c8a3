import type { Piece } from '../known-parts.ts';
import { headersOf } from '../envelope.ts';
import { newBudget, readObject } from '../notation.ts';
import { endOfBracket, placesOf, skipSpace, startOfLine } from '../text-scan.ts';
import { tracePiece } from './trace.ts';

const most = 20;
const longest = 20_000;

function hashAfter(
  text: string,
  label: string,
  from: number,
): { text: string; to: number } | undefined {
  const at = text.indexOf(label, from);
  if (at < 0 || at > from + 8_000) return undefined;
  const open = skipSpace(text, at + label.length);
  if (text[open] !== '{') return undefined;
  const to = endOfBracket(text, open, longest, '"') ?? Math.min(text.length, open + longest);
  return { text: text.slice(open, to), to };
}

/** What `ringcentral-ruby` raises: "HTTP status 400:", then headers and body as hashes. */
function sdkTraces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const budget = newBudget();
  for (const at of placesOf(text, 'HTTP status ', most)) {
    const status = Number(text.slice(at + 12, at + 15));
    const headers = hashAfter(text, 'headers:', at);
    const body = hashAfter(text, 'body:', headers?.to ?? at);
    if (!Number.isInteger(status) || !(headers ?? body)) continue;
    const object = body && readObject(body.text, budget);
    pieces.push(
      tracePiece({
        client: 'ringcentral-ruby',
        range: { from: startOfLine(text, at), to: body?.to ?? headers?.to ?? at },
        response: {
          status,
          headers: headersOf(headers && readObject(headers.text, budget)),
          ...(object ? { body: JSON.stringify(object) } : {}),
        },
        unknown: object ? [] : ['response body'],
      }),
    );
  }
  return pieces;
}

const url = /@url=#<URI::HTTPS? (\S{1,2000}?)>/;
const method = /@method=:(\w{1,10})/;
const statusOf = /@status=(\d{3})/;

/** What Faraday's `inspect` prints of an answer. */
function faradayTraces(text: string): Piece[] {
  const budget = newBudget();
  return [...placesOf(text, '#<Faraday::', most)].flatMap((from): Piece[] => {
    const stretch = text.slice(from, from + 8_000);
    const [, status] = statusOf.exec(stretch) ?? [];
    const body = hashAfter(text, '@body=', from);
    const end = status === undefined ? 0 : stretch.indexOf(`@status=${status}`) + 11;
    if (status === undefined || !body || body.to > from + 8_000) return [];
    const [, address] = url.exec(stretch) ?? [];
    const object = readObject(body.text, budget);
    return [
      tracePiece({
        client: 'Faraday',
        range: { from, to: Math.max(from + end, body.to) },
        request:
          address === undefined
            ? undefined
            : {
                method: (method.exec(stretch)?.[1] ?? 'get').toUpperCase(),
                url: address,
                headers: [],
              },
        response: {
          status: Number(status),
          headers: [],
          ...(object ? { body: JSON.stringify(object) } : {}),
        },
        unknown: ['request headers', 'request body', 'response headers'],
      }),
    ];
  });
}

/** What programs of Ruby print of an answer. */
export const rubyTraces = (text: string): Piece[] => [...sdkTraces(text), ...faradayTraces(text)];

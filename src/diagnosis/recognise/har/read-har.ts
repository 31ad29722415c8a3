import { JSONParser } from '@streamparser/json';
import type { Exchange } from '#protocol/exchange.ts';
import type { Piece } from '../known-parts.ts';
import type { Recognised } from '../recognise.ts';
import { entryOf, type Kept, pieceOf } from './entry.ts';

/** A session has some dozen requests of sign-in; more of them are a log of days. */
const mostKept = 300;
/** So much of a body stands in the text that is shown; the exchange has more. */
const shownBody = 4_000;

export interface HarOptions {
  /** Told after each chunk: octets read so far. */
  onProgress?: (octets: number) => void;
  signal?: AbortSignal;
}

const headersOf = (headers: Exchange['request']['headers']): string =>
  headers.map(([name, value]) => `\n${name}: ${value}`).join('');
const bodyOf = (body: string | undefined): string =>
  body === undefined ? '' : `\n\n${body.slice(0, shownBody)}`;

/** An exchange as it stands on the wire: what a view of a file shows. */
function wireText({ request, response, failure }: Exchange): string {
  const asked = `${request.method} ${request.url}${headersOf(request.headers)}${bodyOf(request.body)}`;
  const answered = response
    ? `HTTP/1.1 ${response.status}${headersOf(response.headers)}${bodyOf(response.body)}`
    : `(${failure?.message ?? 'no answer'})`;
  return `${asked}\n\n${answered}`;
}

async function* chunksOf(
  stream: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (!('getReader' in stream)) {
    yield* stream;
    return;
  }
  // Safari's streams are no iterables.
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    reader.releaseLock();
  }
}

/**
 * Reads a HAR of any size, or SAML-tracer's export, entry by entry: those of a sign-in, or with an
 * error, are kept, the others counted. A file that ends in the middle is read as far as it goes.
 *
 * @param stream the file's octets
 * @returns as of a paste; the text is the kept exchanges, one under another
 * @throws the signal's reason where it was aborted
 */
export async function readHar(
  stream: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
  { onProgress, signal }: HarOptions = {},
): Promise<Recognised> {
  const kept: Kept[] = [];
  let entries = 0;
  let isSanitized = true;
  let isBroken = false;
  const parser = new JSONParser({
    paths: ['$.log.entries.*', '$.requests.*'],
    keepStack: false,
    stringBufferSize: 65_536,
  });
  parser.onValue = ({ value }) => {
    const entry = entryOf(value);
    if (!entry) return;
    entries += 1;
    if (entry.isTelling) isSanitized = false;
    if (entry.kept && kept.length < mostKept) kept.push(entry.kept);
  };
  parser.onError = () => {
    isBroken = true;
  };
  let octets = 0;
  for await (const chunk of chunksOf(stream)) {
    signal?.throwIfAborted();
    parser.write(chunk);
    octets += chunk.length;
    onProgress?.(octets);
    if (isBroken || parser.isEnded) break;
  }
  const isCut = isBroken || !parser.isEnded;
  let text = '';
  const pieces = kept.map((entry): Piece => {
    const from = text === '' ? 0 : text.length + 2;
    text = `${text}${text === '' ? '' : '\n\n'}${wireText(entry.exchange)}`;
    return pieceOf(entry, { from, to: text.length }, isSanitized);
  });
  return {
    text,
    repairs: [],
    isCut,
    pieces,
    around: [],
    har: {
      entries,
      kept: kept.length,
      isSanitized: isSanitized && entries > 0,
      ...(isCut ? { cutAfter: entries } : {}),
    },
  };
}

import type { AskedFault } from '../faults/given.ts';
import type { Incoming } from './incoming.ts';
import { type Caller, callerOf } from './caller.ts';
import { guardHeaders } from './guard-headers.ts';

/** A larger body is refused before it is read to its end. */
export const mostBodyBytes = 65_536;

/** The parts of an absolute URL, without parsing more of it than is asked. */
export function splitUrl(url: string): { origin: string; path: string; query: string } {
  const pathAt = url.indexOf('/', url.indexOf('://') + 3);
  if (pathAt < 0) return { origin: url, path: '/', query: '' };
  const hashAt = url.indexOf('#', pathAt);
  const end = hashAt < 0 ? url.length : hashAt;
  const queryAt = url.indexOf('?', pathAt);
  const hasQuery = queryAt >= 0 && queryAt < end;
  return {
    origin: url.slice(0, pathAt),
    path: url.slice(pathAt, hasQuery ? queryAt : end),
    query: hasQuery ? url.slice(queryAt + 1, end) : '',
  };
}

/**
 * Reads a body's text once, never more than 64 kB of it.
 *
 * @returns undefined when the body is larger
 */
export async function readBody(request: Request): Promise<string | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return '';
  const length = request.headers.get('content-length');
  if (length !== null) {
    if (Number(length) > mostBodyBytes) return undefined;
    // HTTP ends the body where Content-Length says, so what follows is bounded too.
    const text = await request.text();
    return text.length > mostBodyBytes ? undefined : text;
  }
  // A worker's request, or a chunked one, tells no length.
  const stream = request.body as ReadableStream<Uint8Array> | null | undefined;
  if (stream === undefined) {
    // Firefox gives a request's body no stream; a worker's own page is the only one that sends.
    const text = await request.text();
    return text.length > mostBodyBytes ? undefined : text;
  }
  const reader = stream?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBodyBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** A request as endpoints take it, its body not read yet. */
export function makeIncoming(
  request: Request,
  parts: { origin: string; path: string; query: string },
  known: {
    browser: string;
    otherBrowsers: readonly string[];
    isNewBrowser: boolean;
    caller: Caller | undefined;
    rawHeaders?: readonly string[] | undefined;
    isRemote: boolean;
    askedFault: AskedFault | undefined;
    isLogged: boolean;
    now: number;
    offsetSeconds: number;
    traceId: string;
  },
): Incoming {
  // Where no session is read there is no id at all.
  const bringsCookie = known.browser !== '' && !known.isNewBrowser;
  return {
    request,
    method: request.method === 'HEAD' ? 'GET' : request.method,
    ...parts,
    body: '',
    browser: known.browser,
    browsers: [known.browser, ...known.otherBrowsers],
    isNewBrowser: known.isNewBrowser,
    caller: known.caller ?? callerOf(request.headers, parts.origin, bringsCookie),
    rawHeaders: known.rawHeaders,
    isRemote: known.isRemote,
    askedFault: known.askedFault,
    isLogged: known.isLogged,
    now: known.now,
    offsetSeconds: known.offsetSeconds,
    trace: { id: known.traceId },
    answerHeaders: {
      rcrequestid: known.traceId,
      'content-language': 'en',
      ...(known.isLogged && { routingkey: 'SBX01P01PAS00' }),
      ...guardHeaders,
    },
  };
}

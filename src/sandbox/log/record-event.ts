import type { Actor } from '#protocol/actors.ts';
import { claimedClient } from './claimed-client.ts';
import type { Incoming, Services } from '../context.ts';
import { type NotedExchange, exchangeOf } from './noted-exchange.ts';
import type { PlainResponse } from '../wire/plain-response.ts';
import { StoreProblem } from '../store/store-problem.ts';

/** Longer bodies are cut in the log; nothing in OAuth comes near. */
const mostBodyCharacters = 8192;

function cut(text: string): string {
  return text.length > mostBodyCharacters
    ? `${text.slice(0, mostBodyCharacters)}… (cut here; ${text.length} characters)`
    : text;
}

async function isKnown(clientId: string, { store }: Services): Promise<boolean> {
  try {
    return (await store.apps.get(clientId)) !== undefined;
  } catch (cause) {
    if (cause instanceof StoreProblem) return false;
    throw cause;
  }
}

/** A function that keeps hold of what was noted alone, not of the request it stands for. */
const later = (noted: NotedExchange) => () => exchangeOf(noted);

/**
 * Keeps an exchange in the log of the app that it named, unmasked: secrets are
 * masked when the log is read. A request that names no known app goes under the
 * empty id, so that made-up ids cannot fill the store.
 */
export async function recordEvent(
  incoming: Incoming,
  response: PlainResponse,
  { from, to }: { from: Actor; to: Actor },
  services: Services,
): Promise<PlainResponse> {
  const { trace, request } = incoming;
  const clientId = trace.clientId ?? claimedClient(incoming);
  const isApp = trace.isApp || (clientId !== undefined && (await isKnown(clientId, services)));
  const make = later({
    from,
    to,
    startedAt: incoming.now,
    trace,
    clientId,
    method: request.method,
    url: request.url,
    requestHeaders: incoming.rawHeaders ?? [...request.headers],
    requestBody: cut(incoming.body),
    status: response.status,
    responseHeaders: response.plainHeaders,
    responseBody: cut(response.plainBody),
  });
  try {
    await services.store.events.append((isApp && clientId) || '', make);
  } catch (cause) {
    // No room for the log: the answer stands all the same.
    if (!(cause instanceof StoreProblem)) throw cause;
  }
  return response;
}

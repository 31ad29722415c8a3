import type { Actor } from '#protocol/actors.ts';
import { copyText, cutText, octetsOf } from '#protocol/text/copy-text.ts';
import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import { eventParts } from '../limits.ts';
import { StoreProblem } from '../store/store-problem.ts';
import type { PlainResponse } from '../wire/plain-response.ts';
import { claimedClient } from './claimed-client.ts';
import { type LoggedExchange, exchangeOf } from './logged-exchange.ts';
import { boundedHeaders, boundedText } from './bounded-copy.ts';

async function isKnown(clientId: string, { store }: Services): Promise<boolean> {
  try {
    return (await store.apps.get(clientId)) !== undefined;
  } catch (cause) {
    if (cause instanceof StoreProblem) return false;
    throw cause;
  }
}

/** A function that keeps hold of what was logged alone, not of the request it stands for. */
const later = (logged: LoggedExchange) => () => exchangeOf(logged);

/** From here on what is read out of a body or a query is copied: as a view it would keep all of it. */
const largeSource = 1024;

/**
 * Keeps an exchange in the log of the app that it named, its parts bounded: secrets are
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
  const claimed = trace.clientId ?? claimedClient(incoming);
  const isApp = trace.isApp || (claimed !== undefined && (await isKnown(claimed, services)));
  const isLarge = incoming.body.length + incoming.query.length > largeSource;
  const own = (text: string | undefined): string | undefined => {
    if (text === undefined) return undefined;
    if (text.length > eventParts.id) return boundedText(text, eventParts.id);
    return isLarge ? copyText(text) : text;
  };
  // An app's id is whole, whatever its length: it is the name of its log.
  const clientId = isApp && claimed !== undefined ? copyIf(isLarge, claimed) : own(claimed);
  const requestHeaders = boundedHeaders(incoming.rawHeaders ?? [...request.headers]);
  const responseHeaders = boundedHeaders(response.plainHeaders);
  const logged: LoggedExchange = {
    id: trace.id,
    from,
    to,
    caller: incoming.caller,
    startedAt: incoming.now,
    clientId,
    transactionId: own(trace.transactionId),
    rule: trace.rule,
    method: request.method.length > 20 ? cutText(request.method, 20) : request.method,
    url: boundedText(urlOf(request.url, services.publicOrigin), eventParts.url),
    requestHeaders: requestHeaders.headers,
    requestBody: boundedText(incoming.body, eventParts.body),
    status: response.status,
    responseHeaders: responseHeaders.headers,
    responseBody: boundedText(response.plainBody, eventParts.body),
  };
  const octets =
    requestHeaders.octets +
    responseHeaders.octets +
    octetsOf(logged.url) +
    octetsOf(logged.requestBody) +
    octetsOf(logged.responseBody);
  try {
    const about = { id: trace.id, caller: incoming.caller, octets };
    await services.store.events.append((isApp && clientId) || '', later(logged), about);
  } catch (cause) {
    // No room for the log: the answer stands all the same.
    if (!(cause instanceof StoreProblem)) throw cause;
  }
  return response;
}

/** The address as whoever sent it wrote it: a proxy may have put another host into it. */
const urlOf = (url: string, publicOrigin: string | undefined): string =>
  publicOrigin === undefined ? url : publicOrigin + url.slice(url.indexOf('/', 8));

const copyIf = (isLarge: boolean, text: string): string => (isLarge ? copyText(text) : text);

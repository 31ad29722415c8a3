import type { Actor } from '#protocol/actors.ts';
import type { Exchange, ExchangeResponse } from '#protocol/exchange.ts';
import { claimedClient } from './claimed-client.ts';
import type { Incoming, Services } from './context.ts';
import { PlainResponse } from './plain-response.ts';
import { StoreProblem } from './store/store-problem.ts';

/** Longer bodies are cut in the log; nothing in OAuth comes near. */
const mostBodyCharacters = 8192;

function cut(text: string): string {
  return text.length > mostBodyCharacters
    ? `${text.slice(0, mostBodyCharacters)}… (cut here; ${text.length} characters)`
    : text;
}

/** A host's raw headers, names and values by turns, as an exchange has them. */
function pairs(rawHeaders: readonly string[]): [string, string][] {
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  }
  return headers;
}

/** What was answered: as it is known, or read from the response, which is then made again. */
async function describeResponse(
  incoming: Incoming,
  response: Response,
): Promise<{ response: Response; described: ExchangeResponse }> {
  if (response instanceof PlainResponse) {
    const { status, plainHeaders, plainBody } = response;
    const described: ExchangeResponse = { status, headers: Object.entries(plainHeaders) };
    if (plainBody !== '') described.body = plainBody;
    return { response, described };
  }
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(incoming.answerHeaders)) headers.set(name, value);
  if (incoming.trace.rule !== undefined) headers.set('sandbox-rule', incoming.trace.rule);
  const body = await response.text();
  const described = {
    status: response.status,
    headers: [...headers],
    ...(body !== '' && { body: cut(body) }),
  };
  const again = new Response(body === '' ? null : body, { status: response.status, headers });
  return { response: again, described };
}

async function isKnown(clientId: string, { store }: Services): Promise<boolean> {
  try {
    return (await store.apps.get(clientId)) !== undefined;
  } catch (cause) {
    if (cause instanceof StoreProblem) return false;
    throw cause;
  }
}

/**
 * Keeps an exchange in the log of the app that it named, unmasked: secrets are
 * masked when the log is read. A request that names no known app goes under the
 * empty id, so that made-up ids cannot fill the store.
 */
export async function recordEvent(
  incoming: Incoming,
  sent: Response,
  { from, to }: { from: Actor; to: Actor },
  services: Services,
): Promise<Response> {
  const { response, described } = await describeResponse(incoming, sent);
  const { trace, request } = incoming;
  const clientId = trace.clientId ?? claimedClient(incoming);
  const exchange: Exchange = {
    id: trace.id,
    from,
    to,
    startedAt: incoming.now,
    request: {
      method: incoming.method,
      url: request.url,
      headers: incoming.rawHeaders ? pairs(incoming.rawHeaders) : [...request.headers],
    },
    response: described,
  };
  if (incoming.body !== '') exchange.request.body = cut(incoming.body);
  if (trace.transactionId !== undefined) exchange.transactionId = trace.transactionId;
  if (trace.rule !== undefined) exchange.rule = trace.rule;
  let owner = '';
  if (clientId !== undefined) {
    exchange.clientId = clientId;
    if (await isKnown(clientId, services)) owner = clientId;
  }
  await services.store.events.append(owner, exchange).catch((cause: unknown) => {
    // No room for the log: the answer stands all the same.
    if (!(cause instanceof StoreProblem)) throw cause;
  });
  return response;
}

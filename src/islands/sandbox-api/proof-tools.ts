import type { ProofAnswer, ProofTools } from '#diagnosis/proof/tools.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { webRandom } from '#protocol/random.ts';

/** What the sandbox of this site answers, over whichever host it has. */
async function send(
  { method, url, headers, body }: ExchangeRequest,
  as: 'app' | 'browser',
): Promise<ProofAnswer> {
  const response = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    credentials: as === 'browser' ? 'same-origin' : 'omit',
    cache: 'no-store',
  });
  return {
    status: response.status,
    url: response.url,
    headers: [...response.headers],
    body: await response.text(),
  };
}

async function control(origin: string, method: string, path: string, json?: unknown) {
  const response = await fetch(`${origin}/sandbox/api/${path}`, {
    method,
    ...(json === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(json) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

/** What a page has for a run of its own in the sandbox of this site. */
export function proofTools(origin: string): ProofTools {
  return {
    origin,
    send,
    control: (method, path, json) => control(origin, method, path, json),
    later: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    clock: Date,
    random: webRandom,
  };
}

import { planOf } from '#diagnosis/proof/plan-of.ts';
import { runProof } from '#diagnosis/proof/run-proof.ts';
import type { ProofAnswer, ProofTools } from '#diagnosis/proof/tools.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { webRandom } from '#protocol/random.ts';
import type { Jobs, Proven } from './jobs.ts';

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

/** Shows a finding in the sandbox: the failure, its fix, and the run that passes with it. */
export async function prove({
  found,
  exchange,
  settings,
  origin,
}: Jobs['prove']['ask']): Promise<Proven> {
  const proof = await planOf(found, { exchange, settings });
  if (proof.kind === 'cannot') return proof;
  const tools: ProofTools = {
    origin,
    send,
    control: (method, path, json) => control(origin, method, path, json),
    later: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    clock: Date,
    random: webRandom,
  };
  return { kind: 'ran', result: await runProof(proof.plan, tools) };
}

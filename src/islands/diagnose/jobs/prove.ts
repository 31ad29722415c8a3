import { planOf } from '#diagnosis/proof/plan-of.ts';
import { runProof } from '#diagnosis/proof/run-proof.ts';
import { proofTools } from '#islands/sandbox-api/proof-tools.ts';
import type { Jobs, Proven } from './jobs.ts';

/** Shows a finding in the sandbox: the failure, its fix, and the run that passes with it. */
export async function prove({
  found,
  exchange,
  settings,
  origin,
}: Jobs['prove']['ask']): Promise<Proven> {
  const proof = await planOf(found, { exchange, settings });
  if (proof.kind === 'cannot') return proof;
  return { kind: 'ran', result: await runProof(proof.plan, proofTools(origin)) };
}

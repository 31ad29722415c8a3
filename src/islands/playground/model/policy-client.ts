import type { Policy } from '#islands/sandbox-api/sandbox-api.ts';
import type { Core } from './core.ts';

/** The policy in force for this app; undefined when the sandbox does not say. */
export async function readPolicy(core: Core): Promise<Policy | undefined> {
  const answer = await (await core.sandbox()).getPolicy(core.app.value.clientId);
  return answer.kind === 'done' ? answer.value : undefined;
}

/** Sets how long codes of this app live, issued ones too: their age is counted when they are redeemed. */
export async function setCodeLifetime(core: Core, seconds: number): Promise<Policy | undefined> {
  const patch = { codeLifetimeSeconds: seconds };
  const answer = await (await core.sandbox()).putPolicy(patch, core.app.value.clientId);
  return answer.kind === 'done' ? answer.value : undefined;
}

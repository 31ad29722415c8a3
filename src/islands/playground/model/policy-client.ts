import * as z from 'zod/mini';
import type { Core } from './core.ts';

/** The part of the sandbox's policy that the page reads. */
const policySchema = z.object({
  codeLifetimeSeconds: z.number(),
  consumeCodeOnWrongVerifier: z.boolean(),
});
export type KnownPolicy = z.infer<typeof policySchema>;

async function call(core: Core, init: RequestInit): Promise<KnownPolicy | undefined> {
  const { origin } = core.server.value;
  const url = `${origin}/sandbox/api/policy?clientId=${encodeURIComponent(core.app.value.clientId)}`;
  try {
    const response = await core.surroundings.fetch(new Request(url, init));
    const parsed = policySchema.safeParse(await response.json());
    return response.ok && parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The policy in force for this app; undefined when the sandbox does not say. */
export function readPolicy(core: Core): Promise<KnownPolicy | undefined> {
  return call(core, { method: 'GET' });
}

/** Sets how long codes of this app live, issued ones too: their age is counted when they are redeemed. */
export function setCodeLifetime(core: Core, seconds: number): Promise<KnownPolicy | undefined> {
  return call(core, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ codeLifetimeSeconds: seconds }),
  });
}

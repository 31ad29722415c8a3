import * as z from 'zod/mini';
import { callControl } from './control-client.ts';
import type { ControlAnswer } from './control-client.ts';
import type { Core } from './core.ts';

/** The part of the sandbox's policy that the page reads. */
const policySchema = z.object({
  codeLifetimeSeconds: z.number(),
  consumeCodeOnWrongVerifier: z.boolean(),
});
export type KnownPolicy = z.infer<typeof policySchema>;

const path = (core: Core): string =>
  `/policy?clientId=${encodeURIComponent(core.app.value.clientId)}`;

function read(answer: ControlAnswer): KnownPolicy | undefined {
  if (answer.kind !== 'answered' || answer.status !== 200) return undefined;
  const parsed = policySchema.safeParse(answer.body);
  return parsed.success ? parsed.data : undefined;
}

/** The policy in force for this app; undefined when the sandbox does not say. */
export async function readPolicy(core: Core): Promise<KnownPolicy | undefined> {
  return read(await callControl(core, 'GET', path(core)));
}

/** Sets how long codes of this app live, issued ones too: their age is counted when they are redeemed. */
export async function setCodeLifetime(
  core: Core,
  seconds: number,
): Promise<KnownPolicy | undefined> {
  return read(await callControl(core, 'PUT', path(core), { codeLifetimeSeconds: seconds }));
}

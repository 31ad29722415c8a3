import * as z from 'zod/mini';
import { clientType, platformTypeSchema } from '#app-settings/app.ts';
import type { Core } from './core.ts';
import { callControl } from './control-client.ts';
import type { PlaygroundApp } from './types.ts';

const verdictSchema = z.object({
  bySettings: z.enum(['allowed', 'warning', 'refused']),
  reasons: z.array(z.string()),
  predictedError: z.optional(z.string()),
});

/** The part of an app that the page reads. */
const appSchema = z.object({
  clientId: z.string(),
  clientSecret: z.optional(z.string()),
  platformType: z.optional(platformTypeSchema),
  redirectUris: z.array(z.string()),
  flows: z.record(z.string(), verdictSchema),
});

/**
 * Asks the sandbox what the app is: whether it has a secret, where it may be sent back to, which
 * flows its settings allow. The secret stays in memory.
 */
export async function readApp(core: Core): Promise<void> {
  const { app, surroundings } = core;
  const { clientId } = app.value;
  const answer = await callControl(core, 'GET', `/apps/${encodeURIComponent(clientId)}`);
  if (answer.kind === 'unreachable') {
    app.value = { ...app.value, known: 'unreachable' };
    return;
  }
  if (answer.status === 404) {
    app.value = { ...app.value, known: 'unknown' };
    return;
  }
  const parsed = appSchema.safeParse(answer.body);
  if (!parsed.success) {
    app.value = { ...app.value, known: 'unreachable' };
    return;
  }
  const { clientSecret, redirectUris, flows } = parsed.data;
  const own = `${surroundings.origin}/callback/`;
  const comesBack = redirectUris.includes(own);
  const told: PlaygroundApp = {
    clientId,
    redirectUri: comesBack ? own : (redirectUris[0] ?? own),
    clientType: clientType(parsed.data),
    known: 'known',
    comesBack,
    flows,
    ...(clientSecret === undefined ? {} : { clientSecret }),
  };
  app.value = told;
}

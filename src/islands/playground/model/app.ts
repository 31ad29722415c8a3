import { clientType } from '#app-settings/app.ts';
import type { Core } from './core.ts';

/**
 * Asks the sandbox what the app is: whether it has a secret, where it may be sent back to, which
 * flows its settings allow. The secret stays in memory.
 */
export async function readApp(core: Core): Promise<void> {
  const { app, surroundings } = core;
  const { clientId } = app.value;
  const answer = await (await core.sandbox()).getApp(clientId);
  if (answer.kind !== 'done') {
    const unknown = answer.kind === 'refused' && answer.status === 404;
    app.value = { ...app.value, known: unknown ? 'unknown' : 'unreachable' };
    return;
  }
  const { clientSecret, redirectUris, flows } = answer.value;
  const own = `${surroundings.origin}/callback/`;
  const comesBack = redirectUris.includes(own);
  app.value = {
    clientId,
    redirectUri: comesBack ? own : (redirectUris[0] ?? own),
    clientType: clientType(answer.value),
    known: 'known',
    comesBack,
    flows,
    ...(clientSecret === undefined ? {} : { clientSecret }),
  };
}

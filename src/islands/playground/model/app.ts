import { clientType } from '#app-settings/app.ts';
import type { Core } from './core.ts';
import type { SandboxCalls } from './sandbox-calls.ts';

/**
 * Asks the sandbox what the app is: whether it has a secret, where it may be sent back to, which
 * flows its settings allow. The secret stays in memory.
 */
export async function readApp({ app, server }: Core, sandbox: SandboxCalls): Promise<void> {
  const { clientId } = app.value;
  const told = await sandbox.app(clientId);
  if (typeof told !== 'object') {
    app.value = { ...app.value, known: told === 'not-found' ? 'unknown' : 'unreachable' };
    return;
  }
  const { clientSecret, redirectUris, flows, demo, ...rest } = told;
  const own = `${server.value.origin}/callback/`;
  const comesBack = redirectUris.includes(own);
  app.value = {
    clientId,
    redirectUri: comesBack ? own : (redirectUris[0] ?? own),
    clientType: clientType(told),
    known: 'known',
    comesBack,
    redirectUris,
    isDemo: demo === true,
    settings: { ...rest, redirectUris },
    flows,
    ...(clientSecret === undefined ? {} : { clientSecret }),
  };
}

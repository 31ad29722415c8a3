import { clientType } from '#app-settings/app.ts';
import type { FlowDefinition } from '#flows/flow.ts';
import { flowNames } from '#flows/ids.ts';
import type { Mistake } from '#flows/mistakes/mistake.ts';
import { loadMistakes } from '#flows/mistake-registry.ts';
import { loadFlow } from '#flows/registry.ts';
import type { Transport } from '../conformance/runner/transport.ts';
import { Walk, type WalkApp } from '../findings/walk-flow.ts';
import { type Captured, capturing } from './captured.ts';

/** Each flow with its own demo app, and with one of the other client type where the flow takes both. */
const otherApps: Partial<Record<string, string>> = {
  'auth-code-pkce': 'sandbox-server-web',
  'auth-code': 'sandbox-browser',
};

/** What one broken run left on the wire. */
export interface Broken {
  flow: FlowDefinition;
  mistake: Mistake;
  app: WalkApp;
  /** All of it, oldest first; the last is the one that was broken. */
  captured: Captured[];
  /** The server's clock when it ended. */
  now: number;
}

async function control(transport: Transport, method: string, path: string): Promise<unknown> {
  const response = await transport.fetch(
    new Request(`${transport.origin}/sandbox/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
    }),
  );
  return response.status === 204 ? undefined : await response.json();
}

/** Makes every mistake in every flow on its demo apps, each in a sandbox as at the start. */
export async function* everyMistake(host: Transport): AsyncGenerator<Broken> {
  const apps = (await control(host, 'GET', 'apps')) as WalkApp[];
  for (const id of flowNames) {
    const flow = await loadFlow(id);
    for (const clientId of [flow.app, otherApps[id] ?? []].flat()) {
      const app = apps.find((one) => one.clientId === clientId);
      if (!app) throw new Error(`No app ${clientId}`);
      for (const mistake of await loadMistakes(id)) {
        if (mistake.when !== undefined && mistake.when !== clientType(app)) continue;
        await control(host, 'POST', 'reset');
        const { transport, captured } = capturing(host);
        const walk = new Walk(transport, flow, app);
        for (const step of flow.steps) {
          await walk.run(step, step.id === mistake.step ? mistake : undefined);
          // What brought the tokens is of another flow.
          if (step.making === 'session') captured.length = 0;
          if (step.id === mistake.step) break;
        }
        yield { flow, mistake, app, captured, now: walk.clock.now() };
      }
    }
  }
}

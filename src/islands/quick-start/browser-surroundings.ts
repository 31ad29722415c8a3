import * as z from 'zod/mini';
import { createMyApps } from '#islands/my-apps/my-apps.ts';
import { createSandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { browserEventsSurroundings } from '#islands/sandbox-events/browser-surroundings.ts';
import { createSandboxEvents } from '#islands/sandbox-events/sandbox-events.ts';
import type { Host, QuickStartSurroundings } from './model/surroundings.ts';

const hostSchema = z.object({ host: z.enum(['node', 'static']) });

async function askHost(): Promise<Host> {
  try {
    const response = await fetch('/sandbox/host.json', { cache: 'no-store' });
    const parsed = hostSchema.safeParse(await response.json());
    return parsed.success ? parsed.data.host : 'static';
  } catch {
    return 'unreachable';
  }
}

function sessionShelf(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

/** What the model needs of this page. */
export function browserQuickStartSurroundings(): QuickStartSurroundings {
  const { origin } = window.location;
  return {
    origin,
    api: createSandboxApi({ fetch: (request) => fetch(request), origin }),
    events: createSandboxEvents(browserEventsSurroundings()),
    myApps: createMyApps(sessionShelf()),
    askHost,
    loadExplain: async () => (await import('./explain.ts')).explain,
    shelf: sessionShelf(),
  };
}

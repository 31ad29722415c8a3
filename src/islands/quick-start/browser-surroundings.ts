import * as z from 'zod/mini';
import { createMyApps } from '#islands/my-apps/my-apps.ts';
import { createSandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { storedSince, storedStrangersChoice } from '#islands/sandbox-events/stored-choices.ts';
import { lateEvents } from '#islands/sandbox-events/late-events.ts';
import { browserStorage } from '#islands/storage/storage.ts';
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

/** What the model needs of this page. */
export function browserQuickStartSurroundings(): QuickStartSurroundings {
  const { origin, pathname } = window.location;
  const session = browserStorage('sessionStorage');
  const local = browserStorage('localStorage');
  return {
    origin,
    api: createSandboxApi({ fetch: (request) => fetch(request), origin }),
    events: lateEvents,
    since: storedSince(session, pathname),
    strangersChoice: storedStrangersChoice(local, 'quick-start', true),
    myApps: createMyApps(session),
    askHost,
    loadExplain: () => import('./model/explain.ts'),
    session,
    local,
    now: () => Date.now(),
  };
}

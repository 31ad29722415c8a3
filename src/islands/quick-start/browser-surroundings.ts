import * as z from 'zod/mini';
import { createMyApps } from '#islands/my-apps/my-apps.ts';
import { createSandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { keptSince, keptStrangersChoice } from '#islands/sandbox-events/kept-choices.ts';
import { lateEvents } from '#islands/sandbox-events/late-events.ts';
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

function shelf(name: 'sessionStorage' | 'localStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}

/** What the model needs of this page. */
export function browserQuickStartSurroundings(): QuickStartSurroundings {
  const { origin, pathname } = window.location;
  const session = shelf('sessionStorage');
  return {
    origin,
    api: createSandboxApi({ fetch: (request) => fetch(request), origin }),
    events: lateEvents,
    since: keptSince(session, pathname),
    strangersChoice: keptStrangersChoice(shelf('localStorage'), 'quick-start', true),
    myApps: createMyApps(session),
    askHost,
    loadDiagnose: async () => (await import('#diagnosis/diagnose.ts')).diagnose,
    shelf: session,
  };
}

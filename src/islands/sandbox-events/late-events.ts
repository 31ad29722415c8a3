import type { SandboxEvents } from './sandbox-events.ts';

let loading: Promise<SandboxEvents> | undefined;

async function load(): Promise<SandboxEvents> {
  const { pageEvents } = await import('./page-events.ts');
  return pageEvents();
}

/** The client, loaded when it is first wanted; undefined where it did not come: the server is down. */
async function client(): Promise<SandboxEvents | undefined> {
  loading ??= load();
  try {
    return await loading;
  } catch {
    loading = undefined;
    return undefined;
  }
}

/** The page's client of the sandbox's events. No page waits for its code to be drawn. */
export const lateEvents: SandboxEvents = {
  listen: (listener, wanted) => {
    let isOver = false;
    let stop: (() => void) | undefined;
    void client().then((loaded) => {
      if (!isOver) stop = loaded?.listen(listener, wanted);
    });
    return () => {
      isOver = true;
      stop?.();
    };
  },
  before: async (event, wanted) => (await client())?.before(event, wanted),
  retryNow: () => void client().then((loaded) => loaded?.retryNow()),
};

import { sandboxFetch, sandboxHost } from '#islands/host/ready.ts';
import { createSandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { lateEvents } from '#islands/sandbox-events/late-events.ts';
import { browserStorage } from '#islands/storage/storage.ts';
import { systemClock } from '#protocol/clock.ts';
import { createControl } from './control.ts';
import { lessons } from './lessons.ts';
import type { CertifyPageSurroundings, Ears } from './surroundings.ts';

function listen(): Ears {
  let wake = (): void => undefined;
  const close = lateEvents.listen(({ kind }) => {
    if (kind === 'events') wake();
  });
  return {
    close,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}

function pageSurroundings(): CertifyPageSurroundings {
  const { origin } = window.location;
  const api = createSandboxApi({ fetch: sandboxFetch, origin });
  return {
    origin,
    askHost: async () => {
      const { kind } = await sandboxHost();
      return kind === 'worker' ? 'tab' : kind;
    },
    listApps: () => api.listApps(),
    control: createControl({ fetch: sandboxFetch, origin }),
    loadLesson: async (language) => (await lessons[language]()).default,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    listen,
    clock: systemClock,
    session: browserStorage('sessionStorage'),
    local: browserStorage('localStorage'),
    fragment: () => window.location.hash,
    watchLeaving: (leaves) => {
      window.addEventListener('pagehide', leaves);
      return () => window.removeEventListener('pagehide', leaves);
    },
  };
}

/** A page that is being built: nothing is asked until a browser has it. */
function stillSurroundings(): CertifyPageSurroundings {
  const never = () => new Promise<never>(() => undefined);
  return {
    origin: '',
    ...{ askHost: never, listApps: never, control: never, loadLesson: never },
    wait: never,
    listen: () => ({ wait: never, close: () => undefined }),
    clock: { now: () => 0 },
    session: undefined,
    local: undefined,
    fragment: () => '',
    watchLeaving: () => () => undefined,
  };
}

/** What the certification needs of the browser, or of nothing while the page is built. */
export function browserSurroundings(): CertifyPageSurroundings {
  return typeof window === 'undefined' ? stillSurroundings() : pageSurroundings();
}

import { sandboxFetch } from '#islands/host/ready.ts';
import type { Shelf } from '#islands/my-apps/my-apps.ts';
import { clockChannel } from '#islands/sandbox-api/clock-channel.ts';
import { keptSince, keptStrangersChoice } from '#islands/sandbox-events/kept-choices.ts';
import { lateEvents } from '#islands/sandbox-events/late-events.ts';
import { systemClock } from '#protocol/clock.ts';
import type { ConsoleSurroundings } from './surroundings.ts';

/** Reading `window.sessionStorage` throws where storage is blocked. */
function shelf(name: 'sessionStorage' | 'localStorage'): Shelf | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}

function pageSurroundings(): ConsoleSurroundings {
  return {
    origin: window.location.origin,
    fetch: sandboxFetch,
    events: lateEvents,
    since: keptSince(shelf('sessionStorage'), window.location.pathname),
    strangersChoice: keptStrangersChoice(shelf('localStorage'), 'console', false),
    clock: systemClock,
    session: shelf('sessionStorage'),
    fragment: () => window.location.hash,
    setFragment: (fragment, how) => {
      if (how === 'push') window.history.pushState(null, '', fragment);
      else window.history.replaceState(null, '', fragment);
    },
    watchClock: (moved) => {
      if (!('BroadcastChannel' in globalThis)) return () => undefined;
      const channel = new BroadcastChannel(clockChannel);
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'number') moved(data);
      });
      return () => channel.close();
    },
    watchFragment: (changed) => {
      // A link changes the hash; Back and Forward may only pop a state.
      window.addEventListener('hashchange', changed);
      window.addEventListener('popstate', changed);
      return () => {
        window.removeEventListener('hashchange', changed);
        window.removeEventListener('popstate', changed);
      };
    },
  };
}

/** A page that is being built: nothing is asked until a browser has it. */
function stillSurroundings(): ConsoleSurroundings {
  const nothing = () => undefined;
  return {
    origin: '',
    fetch: () => Promise.reject(new Error('A page that is being built sends nothing')),
    events: { listen: () => nothing, before: () => Promise.resolve(undefined), retryNow: nothing },
    since: keptSince(undefined, ''),
    strangersChoice: keptStrangersChoice(undefined, 'console', false),
    clock: { now: () => 0 },
    session: undefined,
    fragment: () => '',
    setFragment: nothing,
    watchClock: () => nothing,
    watchFragment: () => nothing,
  };
}

/** What the console needs of the browser, or of nothing while the page is built. */
export function browserSurroundings(): ConsoleSurroundings {
  return typeof window === 'undefined' ? stillSurroundings() : pageSurroundings();
}

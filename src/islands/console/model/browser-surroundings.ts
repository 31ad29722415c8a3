import { sandboxFetch } from '#islands/host/ready.ts';
import { clockChannel } from '#islands/sandbox-api/clock-channel.ts';
import { storedSince, storedStrangersChoice } from '#islands/sandbox-events/stored-choices.ts';
import { lateEvents } from '#islands/sandbox-events/late-events.ts';
import { browserStorage } from '#islands/storage/storage.ts';
import { systemClock } from '#protocol/clock.ts';
import type { ConsoleSurroundings } from './surroundings.ts';

function pageSurroundings(): ConsoleSurroundings {
  const session = browserStorage('sessionStorage');
  return {
    origin: window.location.origin,
    fetch: sandboxFetch,
    events: lateEvents,
    since: storedSince(session, window.location.pathname),
    strangersChoice: storedStrangersChoice(browserStorage('localStorage'), 'console', false),
    clock: systemClock,
    session,
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
    since: storedSince(undefined, ''),
    strangersChoice: storedStrangersChoice(undefined, 'console', false),
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

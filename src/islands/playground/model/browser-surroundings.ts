import { callbackChannel } from '#islands/delivery/delivery.ts';
import { sandboxFetch } from '#islands/host/ready.ts';
import { lateEvents } from '#islands/sandbox-events/late-events.ts';
import { browserStorage } from '#islands/storage/storage.ts';
import { systemClock } from '#protocol/clock.ts';
import { webRandom } from '#protocol/random.ts';
import { createDeferred } from './deferred.ts';
import { createSandboxCalls } from './sandbox-calls.ts';
import type { Channel, Surroundings } from './surroundings.ts';

function openChannel(): Channel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined;
  const channel = new BroadcastChannel(callbackChannel);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) =>
      channel.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data)),
    close: () => channel.close(),
  };
}

/** What this page holds already: one run after the other claims the tab. */
const held = new Set<string>();

/** Holds a lock until the page goes; true as well where a browser has no locks. */
function claim(name: string): Promise<boolean> {
  if (!('locks' in navigator) || held.has(name)) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock) held.add(name);
        resolve(lock !== null);
        return lock ? new Promise(() => undefined) : undefined;
      })
      .catch(() => resolve(true));
  });
}

function every(milliseconds: number, callback: () => void): () => void {
  const timer = setInterval(callback, milliseconds);
  return () => clearInterval(timer);
}

function after(milliseconds: number, callback: () => void): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

function on(target: EventTarget, type: string, callback: (event: Event) => void): () => void {
  target.addEventListener(type, callback);
  return () => target.removeEventListener(type, callback);
}

/** Wide enough for the form, narrow enough to see the page behind it. */
const popupFeatures = 'popup,width=520,height=720';

/** The page that a browser shows. */
function pageSurroundings(): Surroundings {
  const { origin } = window.location;
  const leaving = new Set<() => void>();
  return {
    origin,
    get path() {
      const { pathname, hash } = window.location;
      return hash.includes('=') ? `${pathname}${hash}` : pathname;
    },
    fetch: sandboxFetch,
    clock: systemClock,
    random: webRandom,
    session: browserStorage('sessionStorage'),
    preferences: browserStorage('localStorage'),
    // Never noopener: the window must copy this tab's sessionStorage.
    openWindow: (url, name) => window.open(url, name, popupFeatures) ?? undefined,
    navigate: (url) => {
      // Firefox loses what is stored on `pagehide` where the next page runs in another process.
      for (const leave of leaving) leave();
      window.location.assign(url);
    },
    reload: () => window.location.reload(),
    visit: async (request) => (await import('./visit.ts')).visit(request),
    pressIn: (opened) => void import('./visit.ts').then(({ pressIn }) => pressIn(opened)),
    fragment: () => window.location.hash,
    setFragment: (text) => window.history.replaceState(window.history.state, '', `#${text}`),
    onFragment: (callback) => on(window, 'hashchange', callback),
    onVisible: (callback) =>
      on(document, 'visibilitychange', () => {
        if (document.visibilityState === 'visible') callback();
      }),
    onLeave: (callback) => {
      leaving.add(callback);
      const stop = on(window, 'pagehide', callback);
      return () => {
        leaving.delete(callback);
        stop();
      };
    },
    onReturn: (callback) =>
      on(window, 'pageshow', (event) => {
        if ('persisted' in event && event.persisted === true) callback();
      }),
    openChannel,
    claim,
    every,
    deferred: () => createDeferred(after),
    sandbox: createSandboxCalls(origin, sandboxFetch),
    events: lateEvents,
  };
}

/** A page that is being built: nothing moves until a browser has it. */
function stillSurroundings(): Surroundings {
  const nothing = () => undefined;
  const fetch = () => Promise.reject(new Error('A page that is being built sends nothing'));
  return {
    origin: '',
    path: '/',
    fetch,
    clock: { now: () => 0 },
    random: webRandom,
    session: undefined,
    preferences: undefined,
    openWindow: nothing,
    navigate: nothing,
    reload: nothing,
    visit: () => Promise.reject(new Error('A page that is being built goes nowhere')),
    pressIn: nothing,
    fragment: () => '',
    setFragment: nothing,
    onFragment: () => nothing,
    onVisible: () => nothing,
    onLeave: () => nothing,
    onReturn: () => nothing,
    openChannel: nothing,
    claim: () => Promise.resolve(true),
    every: () => nothing,
    deferred: () => createDeferred(() => nothing),
    sandbox: createSandboxCalls('', fetch),
    events: { listen: () => nothing },
  };
}

/** What the model needs from the browser, or from nothing while the page is built. */
export function browserSurroundings(): Surroundings {
  return typeof window === 'undefined' ? stillSurroundings() : pageSurroundings();
}

import { sandboxFetch } from '#islands/host/ready.ts';
import { systemClock } from '#protocol/clock.ts';
import type { Channel, EventsSurroundings, SourceListener } from './surroundings.ts';

const sharedName = 'authorization-flows-sandbox-events';

function openSource(url: string, listener: SourceListener): () => void {
  const source = new EventSource(url);
  source.addEventListener('open', () => listener.opened());
  source.addEventListener('exchange', ({ lastEventId, data }) =>
    listener.exchange(lastEventId, String(data)),
  );
  source.addEventListener('gap', () => listener.gap());
  source.addEventListener('error', () => listener.failed());
  return () => source.close();
}

function openChannel(): Channel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined;
  const channel = new BroadcastChannel(sharedName);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) =>
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data)),
    close: () => channel.close(),
  };
}

/** Waits in line for the lock, and holds it until it is let go or the page is gone. */
function claim(held: () => void): () => void {
  const abort = new AbortController();
  let release: () => void = () => abort.abort();
  navigator.locks
    .request(sharedName, { signal: abort.signal }, () => {
      if (abort.signal.aborted) return undefined;
      return new Promise<void>((resolve) => {
        release = resolve;
        held();
      });
    })
    // Let go while it waited in line.
    .catch(() => undefined);
  return () => release();
}

/** A page that nobody sees is not drawn: it waits this long instead, in milliseconds. */
const unseen = 50;

function soon(callback: () => void): void {
  let isDue = true;
  const once = (): void => {
    if (isDue) callback();
    isDue = false;
  };
  requestAnimationFrame(once);
  setTimeout(once, unseen);
}

function watchPage(leave: () => void, comeBack: () => void): () => void {
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) comeBack();
  };
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', onShow);
  return () => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', onShow);
  };
}

/** What the client needs of a browser; the sandbox is the page's own origin. */
export function browserEventsSurroundings(): EventsSurroundings {
  return {
    origin: window.location.origin,
    clock: systemClock,
    fetch: sandboxFetch,
    openSource,
    wait: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    soon,
    openChannel,
    ...('locks' in navigator && { claim }),
    watchPage,
  };
}

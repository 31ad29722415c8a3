import { browserStorage, type TextStorage } from '#islands/storage/storage.ts';
import type { FromWorker, ToWorker } from '#sandbox/hosts/service-worker/messages.ts';

/** A worker's registration, as far as this needs it. */
export type Registration = Pick<
  ServiceWorkerRegistration,
  'active' | 'waiting' | 'installing' | 'addEventListener' | 'update' | 'unregister'
>;

/** What a page reaches its host by, handed in. */
export interface HostSurroundings {
  /** Whether the page came over https or from this machine: a browser keeps its cryptography to those. */
  isSecure: boolean;
  /** `/sandbox/host.json` as JSON; rejects when nobody answers. */
  readHost(): Promise<unknown>;
  /** Undefined where the browser has none here. */
  workers: ServiceWorkerContainer | undefined;
  /** Asks a worker and waits for its answer, so many milliseconds at most. */
  ask(worker: ServiceWorker, message: ToWorker, patience: number): Promise<unknown>;
  /** The names of the caches of this site, and their removal. */
  caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined;
  /** The tab's own storage; any call may throw. */
  session: TextStorage | undefined;
  reload(): void;
  wait(milliseconds: number): Promise<void>;
}

export type { FromWorker, ToWorker };

/** The page that a browser shows. */
export function pageSurroundings(): HostSurroundings {
  return {
    isSecure: window.isSecureContext,
    readHost: async () => {
      const response = await fetch('/sandbox/host.json', { cache: 'no-store' });
      return response.ok ? ((await response.json()) as unknown) : undefined;
    },
    workers: 'serviceWorker' in navigator ? navigator.serviceWorker : undefined,
    ask: (worker, message, patience) =>
      new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        const timer = setTimeout(() => reject(new Error('no answer')), patience);
        port1.onmessage = ({ data }: MessageEvent<unknown>) => {
          clearTimeout(timer);
          port1.close();
          resolve(data);
        };
        worker.postMessage(message, [port2]);
      }),
    caches: 'caches' in window ? window.caches : undefined,
    session: browserStorage('sessionStorage'),
    reload: () => window.location.reload(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

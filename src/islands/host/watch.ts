import type { Registration } from './surroundings.ts';

/** What can happen to the worker while a page is open. */
export interface WorkerEvents {
  /** A new version is installed and waits for the reader. */
  updateReady(worker: ServiceWorker): void;
  /** This page is now answered by another version than the one it came from. */
  replaced(): void;
  /** The browser removed the worker. */
  gone(): void;
}

/** Listens to a worker from the moment that it answers this page; answers the way to stop. */
export function watchWorker(
  workers: ServiceWorkerContainer,
  registration: Registration,
  events: WorkerEvents,
): () => void {
  const over = new AbortController();
  const { signal } = over;
  const offer = (worker: ServiceWorker | null): void => {
    // The first worker of all replaces nothing.
    if (worker && workers.controller) events.updateReady(worker);
  };
  offer(registration.waiting);
  registration.addEventListener(
    'updatefound',
    () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') offer(installing);
      });
    },
    { signal },
  );
  const changed = async (): Promise<void> => {
    // Another registration is not a new version: the browser removed this one, and somebody registered anew.
    const isSame = workers.controller && (await workers.getRegistration()) === registration;
    if (isSame) events.replaced();
    else events.gone();
  };
  workers.addEventListener('controllerchange', () => void changed(), { signal });
  return () => over.abort();
}

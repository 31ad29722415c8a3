import { cachePrefix, workerPath } from '#sandbox/hosts/service-worker/messages.ts';

/** Removes the offline copies of this site. */
export async function dropCopies(
  caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined,
): Promise<void> {
  if (!caches) return;
  const own = (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
  await Promise.all(own.map((name) => caches.delete(name)));
}

/** Unregisters the worker of a static build. True when there was one, so that the page must be loaded again. */
export async function retireWorkers(
  workers: ServiceWorkerContainer,
  caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined,
): Promise<boolean> {
  const registrations = await workers.getRegistrations();
  const own = registrations.filter(({ active, waiting, installing }) =>
    [active, waiting, installing].some(
      (worker) => worker && new URL(worker.scriptURL).pathname === workerPath,
    ),
  );
  await Promise.all(own.map((registration) => registration.unregister()));
  if (own.length > 0) await dropCopies(caches);
  return own.length > 0;
}

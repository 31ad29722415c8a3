import { fromWorkerSchema, workerPath } from '#sandbox/hosts/service-worker/messages.ts';
import { hostSchema } from '#sandbox/hosts/service-worker/which-host.ts';
import { retireWorkers } from './retire.ts';
import type { HostSurroundings, Registration } from './surroundings.ts';
import { wasCleared } from './born.ts';

/** Who answers the sandbox's paths for this page. */
export type Host =
  | { kind: 'node' }
  | {
      kind: 'worker';
      registration: Registration;
      /** Set where the browser does not let the sandbox store. */
      trouble?: 'full' | 'blocked' | 'newer';
      /** The browser emptied the sandbox's storage since this tab last asked. */
      cleared: boolean;
    }
  /** Nobody: this browser has no workers here, or the worker does not start. */
  | { kind: 'none'; why: 'insecure' | 'unsupported' | 'failed' | 'unknown' };

/** Long enough for a slow machine to start a worker, short enough to say so. */
const patience = 15_000;

function becomesActive(registration: Registration): Promise<ServiceWorker> {
  if (registration.active) return Promise.resolve(registration.active);
  const worker = registration.installing ?? registration.waiting;
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new Error('no worker'));
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(worker);
      else if (worker.state === 'redundant') reject(new Error('the worker did not install'));
    });
  });
}

function isControlled(workers: ServiceWorkerContainer): Promise<void> {
  if (workers.controller) return Promise.resolve();
  return new Promise((resolve) => {
    workers.addEventListener('controllerchange', () => resolve(), { once: true });
  });
}

async function inTime<Value>(work: Promise<Value>, { wait }: HostSurroundings): Promise<Value> {
  const late = wait(patience).then(() => Promise.reject(new Error('too late')));
  return Promise.race([work, late]);
}

async function connect(
  workers: ServiceWorkerContainer,
  surroundings: HostSurroundings,
): Promise<Host> {
  const registration = await workers.register(workerPath, { scope: '/', updateViaCache: 'none' });
  const worker = await becomesActive(registration);
  const said = fromWorkerSchema.parse(await surroundings.ask(worker, { kind: 'hello' }, patience));
  await isControlled(workers);
  return {
    kind: 'worker',
    registration,
    cleared: wasCleared(said.born, surroundings.session),
    ...(said.trouble && { trouble: said.trouble }),
  };
}

/**
 * Finds out who answers, and sees to it that somebody does: on a static host it
 * registers the worker and waits until it answers this page; on Node it removes
 * a worker that an earlier static build left, and reloads.
 */
export async function findHost(surroundings: HostSurroundings): Promise<Host> {
  const { workers } = surroundings;
  // Browsers then have no digest for PKCE, no worker and no random id: every button would be dead.
  if (!surroundings.isSecure) return { kind: 'none', why: 'insecure' };
  let isStatic: boolean;
  try {
    const said = hostSchema.safeParse(await surroundings.readHost());
    if (!said.success) return { kind: 'none', why: 'unknown' };
    isStatic = said.data.host === 'static';
  } catch {
    // Without a network the page itself came from the worker.
    isStatic = Boolean(workers?.controller);
    if (!isStatic) return { kind: 'none', why: 'unknown' };
  }
  if (!isStatic) {
    if (workers && (await retireWorkers(workers, surroundings.caches))) {
      surroundings.reload();
      return new Promise(() => undefined);
    }
    return { kind: 'node' };
  }
  if (!workers) return { kind: 'none', why: 'unsupported' };
  try {
    return await inTime(connect(workers, surroundings), surroundings);
  } catch {
    return { kind: 'none', why: 'failed' };
  }
}

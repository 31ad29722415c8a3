import 'fake-indexeddb/auto';
import { runInThisContext } from 'node:vm';

type Listener = (event: object) => void;

/**
 * Runs the worker's script, as the build writes it, beside a page of an origin: no browser, and the
 * very text that one would run.
 *
 * @returns what answers a request of that page
 */
export function runWorker(code: string, origin: string): (request: Request) => Promise<Response> {
  const listeners = new Map<string, Listener>();
  const scope = {
    location: new URL(origin),
    navigator: { onLine: true },
    registration: { active: null, unregister: () => Promise.resolve(true) },
    clients: { claim: () => Promise.resolve() },
    caches: { open: () => Promise.reject(new Error('Nothing is kept here.')) },
    siteBuild: { version: 'test', files: { path: '/sw/test.json', integrity: '' } },
    skipWaiting: () => Promise.resolve(),
    fetch: () => Promise.resolve(Response.json({ host: 'static' })),
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  };
  const start = runInThisContext(`(globalThis) => {${code}}`) as (global: object) => void;
  start(scope);
  return (request) =>
    new Promise((resolve, reject) => {
      const respondWith = (response: Promise<Response>) => response.then(resolve, reject);
      const waitUntil = () => undefined;
      listeners.get('fetch')?.({ request, respondWith, waitUntil });
    });
}

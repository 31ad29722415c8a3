import { isSandboxPath } from '../sandbox.ts';
import { stylesheetPath } from '../views/layout.ts';
import { createWorkerSandbox } from './service-worker/answer-sandbox.ts';
import { createSiteAnswers } from './service-worker/answer-site.ts';
import type { ToWorker } from './service-worker/messages.ts';
import { toWorkerSchema, workerPath } from './service-worker/messages.ts';
import { createOfflineCopy } from './service-worker/offline-copy.ts';
import type { MessageEventOfWorker, WorkerScope } from './service-worker/scope.ts';
import { createWhichHost, hostPath } from './service-worker/which-host.ts';

/**
 * The tab as a host: the same sandbox as on Node, at the same paths, for a site
 * that lives on a static host. It also keeps a copy of the site, so that both go
 * on without a network.
 */
const scope = globalThis as unknown as WorkerScope;
const { location, siteBuild } = scope;

const copy = createOfflineCopy(siteBuild, {
  caches: scope.caches,
  fetch: (path, init) => scope.fetch(path, init),
});
const answerSite = createSiteAnswers(copy, (request) => scope.fetch(request));
const sandbox = createWorkerSandbox(location.host);

const isNode = createWhichHost(
  {
    fetch: (path, init) => scope.fetch(path, init),
    now: () => Date.now(),
    isOnline: () => scope.navigator.onLine,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  },
  () => {
    void scope.registration.unregister();
    void copy.dropAll();
  },
);

scope.addEventListener('install', (event) => {
  // The first one must not keep the reader waiting; a later one comes whole or not at all.
  if (scope.registration.active) event.waitUntil(copy.fill());
  else event.waitUntil(scope.skipWaiting());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([scope.clients.claim(), copy.dropOlder()]));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  // Who answers here is what the network says, and nobody else.
  if (url.pathname === hostPath || url.pathname === workerPath) return;
  // By prefix, before any handler: a 404 of the sandbox is an answer too.
  if (isSandboxPath(url.pathname) && url.pathname !== stylesheetPath)
    event.respondWith(answerSandbox(request));
  else if (request.method === 'GET') event.respondWith(answerSite(request));
});

async function answerSandbox(request: Request): Promise<Response> {
  return (await isNode()) ? scope.fetch(request) : sandbox.answer(request);
}

async function handleMessage({ kind }: ToWorker, port: MessagePort | undefined): Promise<void> {
  if (kind === 'take-over') return scope.skipWaiting();
  // A page that was loaded past its worker, by a forced reload, has none until it is claimed.
  await scope.clients.claim();
  port?.postMessage(await sandbox.introduce());
  // What fails here, such as a network that goes, is tried again at the next hello.
  await copy.fill().catch(() => undefined);
}

scope.addEventListener('message', (event: MessageEventOfWorker) => {
  const message = toWorkerSchema.safeParse(event.data);
  if (message.success) event.waitUntil(handleMessage(message.data, event.ports[0]));
});

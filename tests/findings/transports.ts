import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createWorkerSandbox } from '#sandbox/hosts/service-worker/answer-sandbox.ts';
import { startServer } from '#sandbox/hosts/node.ts';
import type { Transport } from '../conformance/runner/transport.ts';

export interface Host extends Transport {
  name: 'Node' | 'tab';
  close(): Promise<void>;
}

/** The sandbox over HTTP, as `npm start` runs it. */
export async function nodeHost(): Promise<Host> {
  const server = await startServer({ port: 0 });
  return {
    name: 'Node',
    origin: server.origin,
    fetch: (request) => fetch(request),
    close: () => server.close(),
  };
}

/** The sandbox as the service worker answers with it, over the browser's database. */
export function tabHost(): Promise<Host> {
  // A browser of its own: what other tests kept is not in it.
  globalThis.indexedDB = new IDBFactory();
  const { answer } = createWorkerSandbox('docs.example.test');
  return Promise.resolve({
    name: 'tab',
    origin: 'https://docs.example.test',
    fetch: answer,
    close: () => Promise.resolve(),
  });
}

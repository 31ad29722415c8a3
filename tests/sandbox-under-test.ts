import { startServer } from '#sandbox/hosts/node.ts';
import type { Transport } from './conformance/run.ts';

export interface RunningSandbox extends Transport {
  close(): Promise<void>;
}

/** A sandbox of its own over real HTTP, on any free port. */
export async function startSandbox(): Promise<RunningSandbox> {
  const { origin, close } = await startServer({ port: 0 });
  return { origin, close, fetch: (request) => fetch(request) };
}

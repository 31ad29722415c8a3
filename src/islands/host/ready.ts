import type { Host } from './host.ts';
import { findHost } from './host.ts';
import { pageSurroundings } from './surroundings.ts';

let found: Promise<Host> | undefined;
let last: Host | undefined;
const listeners = new Set<(host: Host) => void>();

/** Calls back with each host that anybody on the page finds, from the first one on. */
export function onHost(listener: (host: Host) => void): void {
  listeners.add(listener);
  if (last) listener(last);
}

/** Who answers for this page: asked once, however many ask. */
export function sandboxHost(): Promise<Host> {
  found ??= findHost(pageSurroundings()).then((host) => {
    last = host;
    for (const listener of listeners) listener(host);
    return host;
  });
  return found;
}

/** Asks anew: the worker is gone, or another server has come. */
export function askAgain(): Promise<Host> {
  found = undefined;
  return sandboxHost();
}

/**
 * Fulfilled once the sandbox answers this page. Never where it cannot: the page
 * says why in place, and what needs the sandbox stays as it was rendered.
 */
export async function sandboxReady(): Promise<void> {
  const { kind } = await sandboxHost();
  if (kind === 'none') await new Promise(() => undefined);
}

/** `fetch` for the sandbox's paths: a worker that the browser has removed is registered again first. */
export async function sandboxFetch(request: Request): Promise<Response> {
  const isOwn = new URL(request.url).origin === window.location.origin;
  if (isOwn) {
    const host = await sandboxHost();
    if (host.kind === 'worker' && !navigator.serviceWorker.controller) await askAgain();
  }
  return fetch(request);
}

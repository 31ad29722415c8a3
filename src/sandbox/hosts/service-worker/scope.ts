/**
 * The part of ServiceWorkerGlobalScope that is used here. TypeScript's own
 * library for workers cannot stand beside the one for pages.
 */
export interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

export interface MessageEventOfWorker extends Extendable {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

export interface WorkerScope {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly navigator: { readonly onLine: boolean };
  readonly registration: { readonly active: unknown; unregister(): Promise<boolean> };
  readonly clients: { claim(): Promise<void> };
  /** Written by the build before the worker's own text. */
  readonly siteBuild: SiteBuild;
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEventOfWorker) => void): void;
}

/** What the build tells its worker. */
export interface SiteBuild {
  /** A digest of every file of the site and of the worker itself. */
  version: string;
  /** Where the list of files is, and its digest as `integrity` wants it. */
  files: { path: string; integrity: string };
}

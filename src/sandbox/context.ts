import type { Clock } from '#protocol/clock.ts';
import type { Random } from '#protocol/random.ts';
import type { AskedFault } from './faults/given.ts';
import type { Caller } from './wire/caller.ts';
import type { Policy } from './policy.ts';
import type { Store } from './store/store.ts';

/** What a host hands in when it makes a sandbox. */
export interface SandboxOptions {
  store: Store;
  clock: Clock;
  random: Random;
  /** Host names beyond the loopback ones that the control API answers to. */
  allowedHosts?: readonly string[];
  /**
   * The origin that everybody reaches the sandbox at, such as `https://docs.example.test`, whatever
   * Host a proxy passes on. Left out, it is the origin that each request came to.
   */
  publicOrigin?: string | undefined;
  /**
   * The site's own origins, such as `http://localhost:4321`: the demo apps register `/callback/`
   * on each. Left out, they are the loopback names with the first request's port.
   */
  siteOrigins?: readonly string[];
  /** The host writes to sockets, and can break an answer off. */
  hasSockets?: boolean;
  /** The style of the sandbox's own pages; left out by a host that answers its path from the site. */
  stylesheet?: string;
}

/** What a host tells of each request. */
export interface HostContext {
  /** The opaque id of the reader's browser session. */
  browser: string;
  /** Ids that it sent besides. */
  otherBrowsers?: readonly string[];
  /** The request came without one, and the host has just made it. */
  isNewBrowser?: boolean;
  /** Who sent the request, where the host knows it: its headers need not tell, as in a service worker. */
  caller?: Caller;
  /** The request's headers as they came, names and values by turns, where the host has them so. */
  rawHeaders?: readonly string[];
  /**
   * The request came over the network or through a proxy, not from this machine itself. The control
   * API then answers only where it was opened.
   */
  isRemote?: boolean;
  /** What the request itself asks the sandbox to do wrong, of a host that programs reach. */
  askedFault?: AskedFault | undefined;
}

export interface Sandbox {
  fetch(request: Request, host: HostContext): Promise<Response>;
  /** As `fetch`, but the answer may be a `PlainResponse`, which a host that writes by itself takes apart. */
  handle(request: Request, host: HostContext): Promise<Response>;
  /**
   * Does what takes long before anyone waits for it: makes the key that signs JWT credentials.
   * A host may leave it out. It never fails: what could not be made is made when it is needed.
   */
  prepare(): Promise<void>;
}

/** Counts the event streams that are open, of each kind of caller apart. */
export interface StreamCounter {
  /** Room for one more: the way to give it back, or undefined when there is none. */
  enter(caller: Caller): (() => void) | undefined;
}

/** What endpoints need beside the request. */
export interface Services {
  store: Store;
  /** Pooled: drawing from it is cheap. */
  random: Random;
  /** Unguessable text of `[A-Za-z0-9_-]`, six bits a character. */
  randomText(length: number): string;
  /** The policy in force for an app, overrides applied; without an app, the general one. */
  policyFor(clientId?: string): Promise<Policy>;
  /** The event streams that are open. */
  streams: StreamCounter;
  /** As the host gave them, in lower case; empty when it gave none. */
  allowedHosts: readonly string[];
  publicOrigin: string | undefined;
  hasSockets: boolean;
  /** As the host gave them, else judged by the first request. */
  siteOrigins: readonly string[];
  /** As the host gave it. */
  stylesheet: string | undefined;
}

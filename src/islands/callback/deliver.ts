import {
  callbackMessageSchema,
  returnedKey,
  waitingKey,
  waitingSchema,
  windowNamePrefix,
} from '#islands/delivery/delivery.ts';
import type { CallbackMessage, Waiting } from '#islands/delivery/delivery.ts';
import { type TextStorage, writeText } from '#islands/storage/storage.ts';
import { createStored } from '#islands/storage/stored.ts';

/** One end of the channel between the tabs of this site. */
export interface CallbackChannel {
  post(message: CallbackMessage): void;
  listen(listener: (message: unknown) => void): void;
}

/** Everything outside, handed in. */
export interface CallbackSurroundings {
  /** The tab's sessionStorage, undefined where it is blocked. */
  session: TextStorage | undefined;
  /** `window.name`. */
  windowName: string;
  openChannel(): CallbackChannel | undefined;
  wait(milliseconds: number): Promise<void>;
  /** Leaves for a page of this site without an entry in the history. */
  replace(path: string): void;
}

/** What became of the answer. */
export type Delivery =
  /** The tab that waits has it. */
  | { kind: 'delivered' }
  /** This page is leaving for the one where the flow began. */
  | { kind: 'returning' }
  /** No tab took it. */
  | { kind: 'nobody' }
  /** The sign-in took this page, and the tab's storage cannot carry the answer back. */
  | { kind: 'blocked' }
  /** The address has nothing in it. */
  | { kind: 'empty' };

/** How long to wait after each call, in milliseconds: the page that waits may be loading. */
const patience = [700, 1300, 3000];

function readWaiting({ session, windowName }: CallbackSurroundings): Waiting | undefined {
  const note = createStored(session, waitingKey, waitingSchema).read();
  if (note.kind === 'value') return note.value;
  // Blocked storage, or a note that cannot be read: the window's name may still tell.
  if (!windowName.startsWith(windowNamePrefix)) return undefined;
  return {
    tab: windowName.slice(windowNamePrefix.length),
    mode: 'popup',
    returnTo: '/playground/',
  };
}

async function callTab(
  tab: string,
  url: string,
  { openChannel, wait }: CallbackSurroundings,
): Promise<boolean> {
  const channel = openChannel();
  if (!channel) return false;
  let taken = false;
  const received = new Promise<void>((resolve) => {
    channel.listen((message) => {
      const parsed = callbackMessageSchema.safeParse(message);
      if (!parsed.success || parsed.data.kind !== 'received' || parsed.data.tab !== tab) return;
      taken = true;
      resolve();
    });
  });
  for (const milliseconds of patience) {
    channel.post({ kind: 'callback', tab, url });
    await Promise.race([received, wait(milliseconds)]);
    // `received` sets it while this waits, which the compiler cannot see.
    if (isTrue(taken)) return true;
  }
  return false;
}

function isTrue(value: boolean): boolean {
  return value;
}

/**
 * Hands the redirect's address to the tab that waits for it: over the channel to the tab that
 * opened this window, or through the tab's own storage when the sign-in took this page.
 *
 * @param url the whole address that the server sent the browser to
 */
export async function deliver(url: string, surroundings: CallbackSurroundings): Promise<Delivery> {
  const { search, hash } = new URL(url);
  if (search.length < 2 && hash.length < 2) return { kind: 'empty' };
  const waiting = readWaiting(surroundings);
  if (!waiting) return { kind: 'nobody' };
  if (waiting.mode === 'popup') {
    return { kind: (await callTab(waiting.tab, url, surroundings)) ? 'delivered' : 'nobody' };
  }
  if (writeText(surroundings.session, returnedKey, url)) return { kind: 'blocked' };
  surroundings.replace(waiting.returnTo);
  return { kind: 'returning' };
}

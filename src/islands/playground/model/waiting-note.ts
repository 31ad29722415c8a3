import { returnedKey, waitingKey } from '#islands/delivery/delivery.ts';
import type { Waiting } from '#islands/delivery/delivery.ts';
import type { Shelf } from './surroundings.ts';

/** Tells the callback page who waits. False where the tab's storage is blocked. */
export function leaveWaitingNote(shelf: Shelf | undefined, waiting: Waiting): boolean {
  try {
    shelf?.setItem(waitingKey, JSON.stringify(waiting));
    return shelf !== undefined;
  } catch {
    return false;
  }
}

/** Takes the note away once nobody waits. */
export function removeWaitingNote(shelf: Shelf | undefined): void {
  try {
    shelf?.removeItem(waitingKey);
  } catch {
    // Blocked storage holds no note.
  }
}

/** The address that came back while this page was away, taken once. */
export function takeReturned(shelf: Shelf | undefined): string | undefined {
  try {
    const url = shelf?.getItem(returnedKey) ?? undefined;
    if (url !== undefined) shelf?.removeItem(returnedKey);
    return url;
  } catch {
    return undefined;
  }
}

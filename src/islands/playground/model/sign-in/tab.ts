import { returnedKey, waitingKey, waitingSchema } from '#islands/delivery/delivery.ts';
import type { Waiting } from '#islands/delivery/delivery.ts';
import { readText, writeText } from '#islands/storage/storage.ts';
import { createStored } from '#islands/storage/stored.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import type { Surroundings } from '../surroundings.ts';

const tabKey = 'authorization-flows:tab';

/** A reload may find the lock of the page before it not yet let go. */
const secondTryMs = 300;

/** The tab, and what it leaves for the callback page and finds from it. */
export interface Tab {
  /** Its own id, by which a callback finds it. */
  id(): string;
  /** Calls back when the id turned out to be another tab's, and this tab has a new one. */
  claim(onCopied: () => void): Promise<void>;
  /** Tells the callback page who waits. False where the tab's storage is blocked. */
  leaveNote(waiting: Omit<Waiting, 'tab'>): boolean;
  /** Takes the note away once nobody waits. */
  removeNote(): void;
  /** The address that came back while this page was away, taken once. */
  takeReturned(): string | undefined;
}

/**
 * Reads the tab's id from its sessionStorage, or makes one. "Duplicate tab" copies sessionStorage,
 * so the id is claimed with a lock: the copy finds it taken and makes its own.
 */
export function createTab({
  session,
  random,
  deferred,
  claim,
}: Pick<Surroundings, 'session' | 'random' | 'deferred' | 'claim'>): Tab {
  const note = createStored(session, waitingKey, waitingSchema);
  const make = (): string => {
    const made = encodeBase64Url(random.bytes(12));
    // Where nothing can be stored, the id in memory is as good until the page goes.
    writeText(session, tabKey, made);
    return made;
  };
  let id = readText(session, tabKey) ?? make();
  const claimed = (): Promise<boolean> => claim(`authorization-flows:tab:${id}`);
  return {
    id: () => id,
    claim: async (onCopied) => {
      if (await claimed()) return;
      await new Promise<void>((resolve) => deferred().put(secondTryMs, resolve));
      if (await claimed()) return;
      id = make();
      await claimed();
      onCopied();
    },
    leaveNote: (waiting) => note.write({ tab: id, ...waiting }) === undefined,
    removeNote: () => void note.remove(),
    takeReturned: () => {
      const url = readText(session, returnedKey) ?? undefined;
      if (url !== undefined) writeText(session, returnedKey, null);
      return url;
    },
  };
}

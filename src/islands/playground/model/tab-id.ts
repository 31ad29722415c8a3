import { encodeBase64Url } from '#protocol/base64url.ts';
import type { Surroundings } from './surroundings.ts';

const tabKey = 'authorization-flows:tab';

/** A reload may find the lock of the page before it not yet let go. */
const secondTryMs = 300;

/** The tab's own id, by which a callback finds it. */
export interface TabId {
  current(): string;
  /** Calls back when the id turned out to be another tab's, and this tab has a new one. */
  claim(onCopied: () => void): Promise<void>;
}

/**
 * Reads the tab's id from its sessionStorage, or makes one. "Duplicate tab" copies sessionStorage,
 * so the id is claimed with a lock: the copy finds it taken and makes its own.
 */
export function createTabId(surroundings: Surroundings): TabId {
  const { session, random } = surroundings;
  const make = (): string => {
    const id = encodeBase64Url(random.bytes(12));
    try {
      session?.setItem(tabKey, id);
    } catch {
      // In memory, the id is as good until the page goes.
    }
    return id;
  };
  const read = (): string | undefined => {
    try {
      return session?.getItem(tabKey) ?? undefined;
    } catch {
      return undefined;
    }
  };
  let id = read() ?? make();
  const lockName = () => `authorization-flows:tab:${id}`;
  return {
    current: () => id,
    claim: async (onCopied) => {
      if (await surroundings.claim(lockName())) return;
      await surroundings.wait(secondTryMs);
      if (await surroundings.claim(lockName())) return;
      id = make();
      await surroundings.claim(lockName());
      onCopied();
    },
  };
}

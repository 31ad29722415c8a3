import { effect } from '@preact/signals';
import { flowNames } from '#flows/ids.ts';
import type { Core } from './core.ts';
import type { Deferred } from './deferred.ts';
import { keptStateSchema } from './kept-state.ts';
import type { KeptState } from './kept-state.ts';
import type { Shelf } from './surroundings.ts';
import type { Notice } from './types.ts';

/** Where the tab keeps a flow: one place for the guide's island and the playground. */
export const keptKey = (flow: string): string => `authorization-flows:playground:${flow}`;

const blocked: Notice = {
  kind: 'storage-blocked',
  text: 'This browser keeps nothing for this page. The flow goes on in memory; a reload, or a sign-in on this page, starts it over.',
};
const full: Notice = {
  kind: 'storage-full',
  text: 'The storage of this tab is full. The flow goes on in memory; a reload goes back to what was last kept.',
};
const corrupt: Notice = {
  kind: 'storage-corrupt',
  text: 'What this tab kept cannot be read. The flow starts empty.',
};

/** A press changes many things, and a write takes a while: one, after what the reader waits for, in milliseconds. */
const writeAfter = 400;

/** Keeps the run in the tab. */
export interface Keeper {
  /** Reads what the tab kept of this flow, by this app, and keeps what comes; answers the way to stop. */
  start(): () => void;
  /** Writes down what is not yet: the page goes. */
  writeNow(): void;
  /** Empties the places of all flows. */
  forget(): void;
}

/** @param session the tab's own storage */
export function createKeeper(core: Core, session: Shelf | undefined, later: Deferred): Keeper {
  const { flow, kept } = core;

  const remove = (id: string): void => {
    try {
      session?.removeItem(keptKey(id));
    } catch {
      // Blocked storage holds nothing that could be removed.
    }
  };

  /** What the tab kept; a problem where something stands in the way. */
  const read = (): KeptState | Notice | undefined => {
    if (!session) return blocked;
    let text: string | null;
    try {
      text = session.getItem(keptKey(flow.id));
    } catch {
      return blocked;
    }
    if (text === null) return undefined;
    try {
      const parsed = keptStateSchema.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
    } catch {
      // Not JSON: the same as a state of another shape.
    }
    // So that it is said once.
    remove(flow.id);
    return corrupt;
  };

  const load = (): void => {
    const found = read();
    if (found === undefined) return;
    if ('kind' in found) return core.notify(found);
    // Another app's flow is another flow. What an older page kept names no app: it had one.
    const { clientId } = core.app.peek();
    if ((found.clientId ?? flow.app) === clientId) core.update({ ...found, clientId });
  };

  const write = (): void => {
    if (!session) return core.notify(blocked);
    try {
      session.setItem(keptKey(flow.id), JSON.stringify(kept.peek()));
      core.dismiss('storage-full');
    } catch (cause) {
      const isFull = cause instanceof Error && cause.name === 'QuotaExceededError';
      core.notify(isFull ? full : blocked);
    }
  };

  return {
    start: () => {
      load();
      const begun = kept.peek();
      return effect(() => {
        if (kept.value !== begun) later.put(writeAfter, write);
      });
    },
    writeNow: () => {
      core.current();
      later.flush();
    },
    forget: () => {
      later.drop();
      for (const id of flowNames) remove(id);
    },
  };
}

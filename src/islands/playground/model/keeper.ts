import { effect } from '@preact/signals';
import { flowNames } from '#flows/ids.ts';
import { writeText } from '#islands/storage/storage.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import { createStored } from '#islands/storage/stored.ts';
import type { Core } from './core.ts';
import type { Deferred } from './deferred.ts';
import { keptKey, keptStateSchema } from './kept-state.ts';
import type { Notice } from './types.ts';

const blocked: Notice = {
  kind: 'storage-blocked',
  text: 'This browser keeps nothing for this page. The flow continues in memory; a reload, or a sign-in on this page, starts it over.',
};
const full: Notice = {
  kind: 'storage-full',
  text: 'The storage of this tab is full. The flow continues in memory; a reload goes back to what was last kept.',
};
const corrupt: Notice = {
  kind: 'storage-corrupt',
  text: 'This page cannot read what this tab kept. The flow starts empty.',
};

/** A press changes many things, and a write takes a while: one, after what the reader waits for, in milliseconds. */
const writeAfter = 400;

/** Keeps the run in the tab. */
interface Keeper {
  /** Reads what the tab kept of this flow, by this app, and keeps what comes; answers the way to stop. */
  start(): () => void;
  /** Shown again as it was left: takes what a later page of this tab kept meanwhile. */
  readAgain(): void;
  /** Writes down what is not yet: the page goes. */
  writeNow(): void;
  /** Empties the places of all flows. */
  forget(): void;
}

/** @param session the tab's own storage */
export function createKeeper(
  core: Core,
  session: TextStorage | undefined,
  later: Deferred,
): Keeper {
  const { flow, kept } = core;
  const stored = createStored(session, keptKey(flow.id), keptStateSchema);

  /** Whether this page knows more than the tab could keep. */
  let isAhead = false;

  const load = (): void => {
    const found = stored.read();
    if (found.kind === 'nothing') return;
    if (found.kind === 'blocked') return core.notify(blocked);
    if (found.kind === 'unreadable') {
      // So that it is said once.
      stored.remove();
      return core.notify(corrupt);
    }
    // Another app's flow is another flow. What an older page kept names no app: it had one.
    const { clientId } = core.app.peek();
    const { value } = found;
    if ((value.clientId ?? flow.app) !== clientId) return;
    core.clear();
    core.update({ ...value, clientId });
  };

  const write = (): void => {
    const problem = stored.write(kept.peek());
    isAhead = problem !== undefined;
    if (problem === undefined) return core.dismiss('storage-full');
    core.notify(problem === 'full' ? full : blocked);
  };

  return {
    start: () => {
      load();
      const begun = kept.peek();
      return effect(() => {
        if (kept.value !== begun) later.put(writeAfter, write);
      });
    },
    readAgain: () => {
      if (isAhead) return;
      // What a later page emptied is not brought back.
      if (stored.read().kind === 'nothing') core.clear();
      else load();
    },
    writeNow: () => {
      core.current();
      later.flush();
    },
    forget: () => {
      later.drop();
      for (const id of flowNames) writeText(session, keptKey(id), null);
    },
  };
}

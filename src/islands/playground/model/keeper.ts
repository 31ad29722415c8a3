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

/** A read: nothing was kept, a state was, or something stands in the way. */
export type ReadResult =
  { kind: 'nothing' } | { kind: 'state'; state: KeptState } | { kind: 'problem'; notice: Notice };

/** Reads what the tab kept. What cannot be read is removed, so that it is said once. */
export function readKept(shelf: Shelf | undefined, flow: string): ReadResult {
  if (!shelf) return { kind: 'problem', notice: blocked };
  let text: string | null;
  try {
    text = shelf.getItem(keptKey(flow));
  } catch {
    return { kind: 'problem', notice: blocked };
  }
  if (text === null) return { kind: 'nothing' };
  try {
    const parsed = keptStateSchema.safeParse(JSON.parse(text));
    if (parsed.success) return { kind: 'state', state: parsed.data };
  } catch {
    // Not JSON: the same as a state of another shape.
  }
  removeKept(shelf, flow);
  return { kind: 'problem', notice: corrupt };
}

/** Writes the state down; answers what stood in the way, if anything did. */
export function writeKept(
  shelf: Shelf | undefined,
  flow: string,
  state: KeptState,
): Notice | undefined {
  if (!shelf) return blocked;
  try {
    shelf.setItem(keptKey(flow), JSON.stringify(state));
    return undefined;
  } catch (cause) {
    return cause instanceof Error && cause.name === 'QuotaExceededError' ? full : blocked;
  }
}

/** Empties the flow's place. */
export function removeKept(shelf: Shelf | undefined, flow: string): void {
  try {
    shelf?.removeItem(keptKey(flow));
  } catch {
    // Blocked storage holds nothing that could be removed.
  }
}

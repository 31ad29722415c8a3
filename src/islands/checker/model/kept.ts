import * as z from 'zod/mini';
import { type Draft, draftSchema } from '#islands/app-form/draft.ts';
import type { Shelf } from './surroundings.ts';

export const keptKey = 'authorization-flows:checker';

/** What the tab keeps: the form, and the fragment that was written for it. */
const keptSchema = z.strictObject({
  version: z.literal(1),
  draft: draftSchema,
  fragment: z.string(),
});

export interface Kept {
  draft: Draft;
  fragment: string;
}

export type ReadKept = { kind: 'nothing' } | { kind: 'kept'; kept: Kept } | { kind: 'damaged' };

/** Reads what the tab kept; blocked storage kept nothing. */
export function readKept(shelf: Shelf | undefined): ReadKept {
  let text: string | null | undefined;
  try {
    text = shelf?.getItem(keptKey);
  } catch {
    return { kind: 'nothing' };
  }
  if (typeof text !== 'string') return { kind: 'nothing' };
  try {
    const { data } = keptSchema.safeParse(JSON.parse(text));
    if (data) return { kind: 'kept', kept: data };
  } catch {
    // Not JSON: the same as JSON of another shape.
  }
  return { kind: 'damaged' };
}

/** Writes the form down; where nothing can be kept, the form lives as long as the page. */
export function writeKept(shelf: Shelf | undefined, { draft, fragment }: Kept): void {
  try {
    shelf?.setItem(keptKey, JSON.stringify({ version: 1, draft, fragment }));
  } catch {
    // Full or blocked: the address carries the settings all the same.
  }
}

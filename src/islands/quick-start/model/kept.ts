import * as z from 'zod/mini';
import type { QuickStartSurroundings } from './surroundings.ts';

/** What a reload must not lose: the port, and the app of the reader's own. */
const keptSchema = z.object({
  version: z.literal(1),
  port: z.int().check(z.minimum(1024), z.maximum(65535)),
  ownClientId: z.optional(z.string()),
});
export type Kept = z.infer<typeof keptSchema>;

type Shelf = QuickStartSurroundings['shelf'];
const keyOf = (kind: string): string => `authorization-flows:quick-start:${kind}`;

/** What this tab kept, or undefined where there is nothing that can be read. */
export function readKept(shelf: Shelf, kind: string): Kept | undefined {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(shelf?.getItem(keyOf(kind)) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it where it can; the page works without. */
export function writeKept(shelf: Shelf, kind: string, kept: Kept): void {
  try {
    shelf?.setItem(keyOf(kind), JSON.stringify(kept));
  } catch {
    // Full or blocked: the page starts from its defaults after a reload.
  }
}

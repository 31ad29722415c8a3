import * as z from 'zod/mini';
import type { TextStorage } from '#islands/storage/storage.ts';
import { createStored } from '#islands/storage/stored.ts';

/**
 * What neither a reload nor another tab may lose: the port, and which app of the reader's own it is.
 * Neither is a secret. The app's secret is kept by the tab that has it, and told by the sandbox.
 */
const storedProgramSchema = z.object({
  version: z.literal(1),
  port: z.int().check(z.minimum(1024), z.maximum(65535)),
  ownClientId: z.optional(z.string().check(z.maxLength(256))),
});
export type StoredProgram = z.infer<typeof storedProgramSchema>;

export const storedProgramKey = (kind: string): string => `authorization-flows:quick-start:${kind}`;

/**
 * Where a page keeps them: the tab's own choice first, so that two tabs may differ, and the browser's
 * newest for a tab that is new.
 *
 * @param kind of the program
 */
export function createStoredProgram(
  session: TextStorage | undefined,
  local: TextStorage | undefined,
  kind: string,
): { read(): StoredProgram | undefined; write(program: StoredProgram): void } {
  const places = [session, local].map((storage) =>
    createStored(storage, storedProgramKey(kind), storedProgramSchema),
  );
  return {
    read: () => {
      for (const place of places) {
        const read = place.read();
        if (read.kind === 'value') return read.value;
      }
      return undefined;
    },
    write: (program) => {
      for (const place of places) place.write(program);
    },
  };
}

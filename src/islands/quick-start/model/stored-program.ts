import * as z from 'zod/mini';

/** What a reload must not lose: the port, and the app of the reader's own. */
export const storedProgramSchema = z.object({
  version: z.literal(1),
  port: z.int().check(z.minimum(1024), z.maximum(65535)),
  ownClientId: z.optional(z.string()),
});

export const storedProgramKey = (kind: string): string => `authorization-flows:quick-start:${kind}`;

import * as z from 'zod/mini';

/** Where the worker keeps the sandbox, and how its caches are named: a page removes both. */
export const databaseName = 'authorization-flows-sandbox';
export const cachePrefix = 'site-';
export const workerPath = '/sw.js';

/** What a page says to a worker. */
export const toWorkerSchema = z.object({
  /**
   * `hello` is answered with `here` over the port that came with it; the offline copy is then
   * completed. `take-over` goes to a worker that waits: the reader wants the new version.
   */
  kind: z.enum(['hello', 'take-over']),
});
export type ToWorker = z.infer<typeof toWorkerSchema>;

/** What the worker answers. */
export const fromWorkerSchema = z.object({
  kind: z.literal('here'),
  /** When the database was made; another number than before means that it was cleared. Absent where nothing can be stored. */
  born: z.optional(z.number()),
  /** Set where the sandbox cannot store. */
  trouble: z.optional(z.enum(['full', 'blocked', 'newer'])),
});
export type FromWorker = z.infer<typeof fromWorkerSchema>;

import * as z from 'zod/mini';

/** Where the worker keeps the sandbox, and how its caches are named: a page removes both. */
export const databaseName = 'authorization-flows-sandbox';
export const cachePrefix = 'site-';
export const workerPath = '/sw.js';

/** What a page says to a worker. */
export const toWorkerSchema = z.discriminatedUnion('kind', [
  /** Answered with `here` over the port that came with it; the offline copy is then completed. */
  z.object({ kind: z.literal('hello') }),
  /** To a worker that waits: the reader wants the new version. */
  z.object({ kind: z.literal('take-over') }),
]);
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

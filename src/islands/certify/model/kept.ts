import * as z from 'zod/mini';
import { createStored, type Stored } from '#islands/storage/stored.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import { challenges } from '#sandbox/certify/challenges.ts';
import type { Told } from '#sandbox/certify/report.ts';

const keptSchema = z.object({
  clientId: z.string(),
  results: z.array(
    z.object({
      id: z.string(),
      verdict: z.enum(['passed', 'failed', 'not-reached']),
      received: z.string(),
      exchange: z.optional(z.string()),
    }),
  ),
});

/** What this tab keeps of a certification: the app and what came of each challenge, no request itself. */
export interface KeptResults {
  read(): { clientId: string; results: Told[] } | undefined;
  write(clientId: string, results: readonly Told[]): void;
}

export function keptResults(session: TextStorage | undefined): KeptResults {
  const stored: Stored<z.infer<typeof keptSchema>> = createStored(
    session,
    'authorization-flows:certify',
    keptSchema,
  );
  return {
    read: () => {
      const kept = stored.read();
      if (kept.kind !== 'value') return undefined;
      const results = kept.value.results.flatMap(({ id, verdict, received, exchange }) => {
        const challenge = challenges.find((one) => one.id === id);
        // Another version of this page may have had a challenge that is gone.
        if (!challenge) return [];
        return [
          { challenge, verdict, received, exchange: exchange ? { id: exchange } : undefined },
        ];
      });
      return { clientId: kept.value.clientId, results };
    },
    write: (clientId, results) => {
      stored.write({
        clientId,
        results: results.map(({ challenge, verdict, received, exchange }) => ({
          id: challenge.id,
          verdict,
          received,
          ...(exchange && { exchange: exchange.id }),
        })),
      });
    },
  };
}

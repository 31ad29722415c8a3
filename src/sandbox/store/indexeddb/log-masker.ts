import { type Learned, type Masker, createMasker } from '#protocol/mask/mask.ts';
import * as z from 'zod/mini';
import { rememberedLabels } from '../../limits.ts';
import type { Connection } from './database.ts';
import type { CountingTransaction } from './counts.ts';
import { readStored } from './schemas.ts';

const learnedSchema: z.ZodMiniType<Learned> = z.object({
  secret: z.string(),
  mask: z.string(),
  issued: z.boolean(),
});

const numbersSchema = z.catchall(z.object({}), z.number());

export interface LogMasker {
  /** The masker, once it knows what an earlier worker had learned. */
  ready(): Promise<Masker>;
  /** Keeps what was learned since, as part of the transaction that keeps the event. */
  save(transaction: CountingTransaction): Promise<void>;
}

/**
 * The masker of a log that outlives its worker: a secret has the same label, and no label is given
 * twice, however often the worker was stopped in between.
 */
export function createLogMasker({ run }: Connection): LogMasker {
  let made: Promise<Masker> | undefined;
  let learned: Learned[] = [];
  let numbers: Record<string, number> = {};

  async function make(): Promise<Masker> {
    const [rows, last] = await run(async (database) => {
      const transaction = database.transaction(['labels', 'settings']);
      const labels = await transaction.objectStore('labels').getAll();
      return [labels, await transaction.objectStore('settings').get('labelNumbers')] as const;
    });
    const known = rows
      .map((row) => readStored(learnedSchema, row))
      .filter((row) => row !== undefined);
    numbers = readStored(numbersSchema, last) ?? {};
    return createMasker({
      known,
      numbers,
      onLearned: (one) => void learned.push(one),
      onNumber: (kind, number) => void (numbers[kind] = number),
    });
  }

  return {
    ready: async () => {
      made ??= make();
      const mine = made;
      try {
        return await mine;
      } catch (cause) {
        // Next time it may open.
        if (made === mine) made = undefined;
        throw cause;
      }
    },
    save: async (transaction) => {
      const news = learned;
      learned = [];
      // All of them each time: those of a secret that is not remembered are given once as well.
      await transaction.objectStore('settings').put(numbers, 'labelNumbers');
      const labels = transaction.objectStore('labels');
      for (const one of news) {
        const place = await labels.add(one);
        await labels.delete(IDBKeyRange.upperBound(place - rememberedLabels));
      }
    },
  };
}

import * as z from 'zod/mini';
import { longestChallenge, mostChallenges } from '../../limits.ts';
import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import { readStored } from './schemas.ts';

const textsSchema = z.array(z.string());

/** The last challenges of each app. */
export function createChallengeStore({ run }: Connection): Store['challenges'] {
  return {
    remember: (clientId, challenge) =>
      run(async (database) => {
        const text = challenge.slice(0, longestChallenge);
        const { store, done } = database.transaction('challenges', 'readwrite');
        const known = readStored(textsSchema, await store.get(clientId)) ?? [];
        const isKnown = known.includes(text);
        if (!isKnown) await store.put([...known, text].slice(-mostChallenges), clientId);
        await done;
        return isKnown;
      }),
  };
}
